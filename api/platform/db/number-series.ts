import { invariant } from '#shared/kernel/invariant.ts';
import type { Runner } from './connection.ts';
import { statement } from './statement.ts';

const draw = statement<{ name: string; count: number }>()((k, p) =>
  k
    .insertInto('counter')
    .values({ name: p('name'), value: p('count') })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb('counter.value', '+', eb.ref('excluded.value')) })),
    )
    .returning('value'),
);

/** Takes the next `count` numbers of a series that starts at 1; answers the first of them. */
export async function drawNumbers(runner: Runner, series: string, count: number): Promise<number> {
  const row = await runner.one(draw, { name: series, count });
  invariant(row, `the series ${series} gave no number`);
  return row.value - count + 1;
}

/** How many numbers a node takes at once: few questions, and few numbers lost when it stops. */
const numbersPerBlock = 100;

const putBack = statement<{ name: string; drawn: number; given: number }>()((k, p) =>
  k
    .updateTable('counter')
    .set({ value: p('given') })
    .where('name', '=', p('name'))
    .where('value', '=', p('drawn')),
);

interface Block {
  readonly next: number;
  readonly end: number;
}

export type NumbersLeft = ReadonlyMap<string, Block>;

/**
 * Numbers of series that many draw from. On PostgreSQL a number drawn inside a transaction keeps the series locked until
 * that transaction is flushed, so that all commands of all nodes would wait for each other: each node takes blocks, with
 * a connection that no command's transaction waits on, and gives numbers out of memory. On SQLite, where nobody waits,
 * this saves a statement for each number. On PostgreSQL, what is left when the node stops or was given to a transaction
 * that failed is skipped.
 */
export class NumberBlocks {
  readonly #runner: Runner;
  readonly #left = new Map<string, Block>();
  readonly #refills = new Map<string, Promise<void>>();

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  async next(series: string): Promise<number> {
    for (;;) {
      const block = this.#left.get(series);
      if (block && block.next < block.end) {
        this.#left.set(series, { ...block, next: block.next + 1 });
        return block.next;
      }
      await this.#refill(series);
    }
  }

  /** What is left of the blocks at this moment, to come back to where a transaction that draws is undone. */
  mark(): NumbersLeft {
    return new Map(this.#left);
  }

  /** Numbers given since are given again, blocks taken since are not there any more. */
  backTo(mark: NumbersLeft): void {
    this.#left.clear();
    for (const [series, block] of mark) this.#left.set(series, block);
  }

  /** Before an orderly stop: what is left goes back, unless others have drawn from the series since. */
  async giveBack(): Promise<void> {
    for (const [series, { next, end }] of this.#left) {
      await this.#runner.one(putBack, { name: series, drawn: end - 1, given: next - 1 });
    }
    this.#left.clear();
  }

  /** One question at a time for each series, whoever waits for it. */
  #refill(series: string): Promise<void> {
    const running = this.#refills.get(series);
    if (running) return running;
    const refill = drawNumbers(this.#runner, series, numbersPerBlock)
      .then((next) => {
        this.#left.set(series, { next, end: next + numbersPerBlock });
      })
      .finally(() => this.#refills.delete(series));
    this.#refills.set(series, refill);
    return refill;
  }
}
