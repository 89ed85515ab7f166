import type { Runner } from './db/connection.ts';
import { publishedBalanceTable } from './publish.queries.ts';

/** What deltas are summed by. `location` is empty for the whole warehouse. */
export interface BalanceOf {
  readonly location: string;
  readonly warehouse: string;
  readonly item_key: string;
  readonly owner: string;
  readonly lot: string;
  readonly inventory_status: string;
}

/** Above this many the memory is started again; a round needs a few hundred. */
const rememberedAtMost = 20_000;

/** What is known of a sum: all of it, and what of it waits for a document. */
export interface Sum {
  readonly quantityBase: number;
  readonly unreportedBase: number;
  readonly registeredBase: number;
}

/** A sum as it is remembered; what it is of, and how much it is now. */
export interface Known {
  readonly of: BalanceOf;
  sum: Sum;
}

const nothing: Sum = { quantityBase: 0, unreportedBase: 0, registeredBase: 0 };

/**
 * The sums of all deltas published so far, remembered between rounds, so that a round reads only what it has not seen.
 * `stamp` names the published state that the memory belongs to: where the table has another one (this round was rolled
 * back, or another node published), nothing remembered is believed.
 */
export class PublishedBalances {
  readonly #known = new Map<string, Known>();
  readonly #changed = new Set<Known>();
  readonly #missing = new Map<string, Known>();
  #stamp = '';

  /** Begins a round on the state of that stamp. */
  begin(stamp: string): void {
    if (stamp !== this.#stamp || this.#stamp === '' || this.#known.size > rememberedAtMost) this.#known.clear();
    this.#stamp = '';
    this.#changed.clear();
    this.#missing.clear();
  }

  /** The sum of something, to be read by `load` where it is not remembered. */
  want(of: BalanceOf): Known {
    const key = textOf(of);
    const known = this.#known.get(key);
    if (known) return known;
    const fresh = { of, sum: nothing };
    this.#known.set(key, fresh);
    this.#missing.set(key, fresh);
    return fresh;
  }

  /** Reads all sums that are wanted and not remembered. */
  async load(runner: Runner): Promise<void> {
    const missing = [...this.#missing.values()];
    const found = await publishedBalanceTable.find(
      runner,
      missing.map(({ of }) => keyColumns(of)),
    );
    for (const row of found as unknown as FoundRow[]) {
      const known = this.#missing.get(textOf(row));
      if (known) known.sum = sumOf(row);
    }
    this.#missing.clear();
  }

  /** Adds to a sum that is loaded; answers how much there is now. */
  add(known: Known, change: Partial<Sum>): number {
    const { quantityBase = 0, unreportedBase = 0, registeredBase = 0 } = change;
    known.sum = {
      quantityBase: known.sum.quantityBase + quantityBase,
      unreportedBase: known.sum.unreportedBase + unreportedBase,
      registeredBase: known.sum.registeredBase + registeredBase,
    };
    this.#changed.add(known);
    return known.sum.quantityBase;
  }

  /**
   * Writes what changed; `stamp` names the state that is now published, empty where nothing is to be remembered of it.
   * What is not there any more needs no row.
   */
  async write(runner: Runner, stamp: string): Promise<void> {
    const changed = [...this.#changed];
    const there = changed.filter((known) => !isNothing(known.sum));
    const gone = changed.filter((known) => isNothing(known.sum));
    await publishedBalanceTable.put(
      runner,
      there.map(({ of, sum }) => ({
        ...keyColumns(of),
        quantity_base: sum.quantityBase,
        unreported_base: sum.unreportedBase,
        registered_base: sum.registeredBase,
      })),
    );
    await publishedBalanceTable.remove(
      runner,
      gone.map((known) => keyColumns(known.of)),
    );
    this.#changed.clear();
    this.#stamp = stamp;
  }
}

type FoundRow = BalanceOf & {
  readonly quantity_base: number;
  readonly unreported_base: number;
  readonly registered_base: number;
};

function sumOf(row: FoundRow): Sum {
  return {
    quantityBase: row.quantity_base,
    unreportedBase: row.unreported_base,
    registeredBase: row.registered_base,
  };
}

function isNothing({ quantityBase, unreportedBase, registeredBase }: Sum): boolean {
  return quantityBase === 0 && unreportedBase === 0 && registeredBase === 0;
}

function textOf(of: BalanceOf): string {
  return `${of.location}\u0000${of.warehouse}\u0000${of.item_key}\u0000${of.owner}\u0000${of.lot}\u0000${of.inventory_status}`;
}

function keyColumns(of: BalanceOf) {
  const { location, warehouse, item_key, owner, lot, inventory_status } = of;
  return { location, warehouse, item_key, owner, lot, inventory_status };
}
