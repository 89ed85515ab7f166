import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Runner } from '../platform/db/connection.ts';
import type { Level } from './deltas.queries.ts';
import { changesBetween, type SnapshotKey, type SnapshotRow, type Whose } from './snapshots.queries.ts';

/** Whose changes are summed. */
export interface Chosen extends Whose {
  readonly level: Level;
}

/** 1: they are to be added to what stood before them; -1: to be taken back from what stands after them. */
export type Sign = 1 | -1;

const positionsPerRead = 25_000;

/**
 * What changed after a position, summed: what has to be taken back from later stock to know that of the position, or
 * added to that of the position to know later stock. Read a stretch at a time, so that a look far back holds nobody up,
 * and kept for the pages that follow.
 */
export class ChangesSince {
  readonly #chosen: Chosen;
  readonly #sign: Sign;
  readonly #sums = new Map<string, SnapshotRow>();
  #ordered: readonly [key: Buffer, row: SnapshotRow][] | undefined;
  #upTo: number;
  #reading: Promise<void> = Promise.resolve();

  constructor(chosen: Chosen, position: number, sign: Sign) {
    this.#chosen = chosen;
    this.#upTo = position;
    this.#sign = sign;
  }

  /** The position that the sums are of. */
  get upTo(): number {
    return this.#upTo;
  }

  /** Makes the sums those of all changes up to a position. Answers the position they are of, which may be newer. */
  async readUpTo(read: Runner, position: number): Promise<number> {
    const reading = this.#reading.then(() => this.#readOn(read, position));
    // One that failed is its caller's alone: whoever comes next reads on from where it stopped.
    this.#reading = reading.catch(() => {});
    await reading;
    return this.#upTo;
  }

  async #readOn(read: Runner, position: number): Promise<void> {
    const { level, ...whose } = this.#chosen;
    while (this.#upTo < position) {
      const to = Math.min(this.#upTo + positionsPerRead, position);
      const rows = await read.all(changesBetween[level], { ...whose, after: this.#upTo, upTo: to });
      for (const row of rows) this.#add(row);
      this.#upTo = to;
      await nextTurn();
    }
  }

  #add(row: SnapshotRow): void {
    const text = textOf(row);
    const known = this.#sums.get(text);
    const quantity_base = (known?.quantity_base ?? 0) + this.#sign * row.quantity_base;
    this.#sums.set(text, { ...row, quantity_base });
    this.#ordered = undefined;
  }

  /**
   * Rows of a page with what changed: each as it was, and between them those that only the changes know. Behind `after`,
   * and not beyond `upTo` where there are more rows to come.
   */
  applyTo(rows: readonly SnapshotRow[], after: SnapshotKey, upTo: SnapshotKey | null): SnapshotRow[] {
    const first = bytesOf(after);
    const last = upTo && bytesOf(upTo);
    const changed = this.#inOrder().filter(
      ([key]) => Buffer.compare(key, first) > 0 && (last === null || Buffer.compare(key, last) <= 0),
    );
    const found = new Map(rows.map((row) => [textOf(row), row]));
    const others = changed.filter(([, row]) => !found.has(textOf(row)));
    const all = [...rows.map((row): [Buffer, SnapshotRow] => [bytesOf(row), this.#changed(row)]), ...others];
    return all.sort(([a], [b]) => Buffer.compare(a, b)).map(([, row]) => row);
  }

  #changed(row: SnapshotRow): SnapshotRow {
    const change = this.#sums.get(textOf(row))?.quantity_base ?? 0;
    return { ...row, quantity_base: row.quantity_base + change };
  }

  #inOrder(): readonly [key: Buffer, row: SnapshotRow][] {
    this.#ordered ??= [...this.#sums.values()]
      .map((row): [Buffer, SnapshotRow] => [bytesOf(row), row])
      .sort(([a], [b]) => Buffer.compare(a, b));
    return this.#ordered;
  }
}

/** The last few sums, for the pages that follow the first. */
export class RecentChanges {
  readonly #recent = new Map<string, ChangesSince>();
  static readonly #keptAtMost = 2;

  /** Those after a position. Where they end elsewhere than now, `end` tells where, so that each has sums of its own. */
  of(chosen: Chosen, position: number, sign: Sign, end: number | null): ChangesSince {
    const name = JSON.stringify([chosen, position, sign, end]);
    const changes = this.#recent.get(name) ?? new ChangesSince(chosen, position, sign);
    this.#recent.delete(name);
    this.#recent.set(name, changes);
    for (const oldest of this.#recent.keys()) {
      if (this.#recent.size <= RecentChanges.#keptAtMost) break;
      this.#recent.delete(oldest);
    }
    return changes;
  }
}

/** Both databases compare text by its bytes; nothing is smaller than what stands between the parts of a key. */
function bytesOf(key: SnapshotKey): Buffer {
  return Buffer.from(textOf(key));
}

function textOf(key: SnapshotKey): string {
  return [key.location, key.warehouse, key.item_key, key.owner, key.lot, key.inventory_status].join('\u0000');
}
