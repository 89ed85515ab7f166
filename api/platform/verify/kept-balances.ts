import type { Runner } from '../db/connection.ts';
import { Check } from './findings.ts';
import { balancesKeptAt, keptPositions } from './published.queries.ts';
import { publishedKey, type Sums } from './rebuilt.ts';

/** What the check of balances that were kept is called, and what it counts. */
export const keptBalances = ['kept balances', 'positions'] as const;

/** Compares balances that were kept, each set when the walk has come to its position. */
export class KeptBalances {
  readonly check = new Check(...keptBalances);
  readonly #read: Runner;
  readonly #sums: Sums;
  #left: number[] | undefined;

  constructor(read: Runner, sums: Sums) {
    this.#read = read;
    this.#sums = sums;
  }

  /** Those of positions up to this one: all that came before is in the sums, and nothing that comes after. */
  async checkUpTo(position: number): Promise<void> {
    this.#left ??= (await this.#read.all(keptPositions, {})).map((row) => row.position);
    for (let [next] = this.#left; next !== undefined && next <= position; [next] = this.#left) {
      this.#left.shift();
      await this.#compare(next);
    }
  }

  async #compare(position: number): Promise<void> {
    this.check.rows += 1;
    const left = new Map(this.#sums.rest);
    for (const row of await this.#read.all(balancesKeptAt, { position })) {
      const name = publishedKey(row);
      this.check.same(`position ${position}, ${name}`, 'its quantity', row.quantity_base, left.get(name) ?? 0);
      left.delete(name);
    }
    for (const [name, quantityBase] of left) {
      this.check.fault(`position ${position}, ${name}`, `deltas add up to ${quantityBase}, but nothing was kept`);
    }
  }
}
