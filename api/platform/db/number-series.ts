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

/**
 * Numbers of series that many draw from. On PostgreSQL a number drawn inside a transaction keeps the series locked until
 * that transaction is flushed, so that all commands of all nodes would wait for each other: each node takes blocks, with
 * a connection that no command's transaction waits on, and gives numbers out of memory. On SQLite, where nobody waits,
 * this saves a statement for each number. What is left when the node stops, or was given to a transaction that failed, is
 * skipped.
 */
export class NumberBlocks {
  readonly #runner: Runner;
  readonly #left = new Map<string, { next: number; readonly end: number }>();
  readonly #refills = new Map<string, Promise<void>>();

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  async next(series: string): Promise<number> {
    for (;;) {
      const block = this.#left.get(series);
      if (block && block.next < block.end) {
        const number = block.next;
        block.next += 1;
        return number;
      }
      await this.#refill(series);
    }
  }

  /** After blocks that were taken in a transaction are undone with it: what is left of them is not given out. */
  forget(): void {
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
