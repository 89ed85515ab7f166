import { type ChildProcess, fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Follower, Keys } from './follow.ts';
import type { WarehouseHttp } from './http.ts';
import { type Errand, postPurchases, postSales } from './post-orders.ts';

export interface LoopOptions {
  readonly url: string;
  readonly keys: Keys;
  readonly orders: number;
  readonly workers: number;
  readonly drops: boolean;
  readonly crashes: boolean;
}

/** How often the two on-hands are compared at the end, a second apart: documents take a moment to be told. */
const looksAtMost = 10;

/**
 * The whole day of a warehouse by itself: orders are posted, workers receive, put away, pick and ship, their documents
 * are polled and booked. Answers whether the two on-hands are equal at the end.
 */
export async function runClosedLoop(
  warehouse: WarehouseHttp,
  follower: Follower,
  options: LoopOptions,
): Promise<boolean> {
  const { keys, orders, workers } = options;
  const purchases = await postPurchases(warehouse, keys.erp, orders);
  const sales = await postSales(warehouse, keys.erp, orders);
  const errands = purchases.map((purchase, index): Errand => ({ purchase, sales: sales[index] ?? '' }));
  const folder = mkdtempSync(join(tmpdir(), 'tallyman-floor-'));
  let isOver = false;
  const followed = follower.follow(() => isOver);
  try {
    const shares = Array.from({ length: Math.min(workers, orders) }, (_, worker) =>
      errands.filter((_errand, index) => index % workers === worker),
    );
    const done = await Promise.all(
      shares.map((share, index) => work(`W${process.pid}-${index + 1}`, share, folder, options)),
    );
    isOver = true;
    await followed;
    const isEqual = await comesToEqual(follower);
    const crashes = done.reduce((sum, times) => sum + times, 0);
    const bothWays = `${warehouse.dropped} requests or answers of the ERP lost, workers crashed ${crashes} times`;
    console.log(isEqual ? `Equal to the unit. ${bothWays}.` : `NOT EQUAL. ${bothWays}.`);
    return isEqual;
  } finally {
    isOver = true;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function comesToEqual(follower: Follower): Promise<boolean> {
  for (let look = 0; look < looksAtMost; look += 1) {
    await follower.catchUp();
    if ((await follower.compare()) === 0) return true;
    await new Promise((done) => setTimeout(done, 1000));
  }
  return false;
}

/** Runs a worker to its end; one that is killed begins again with its file. Answers how often it was killed. */
async function work(
  name: string,
  errands: readonly Errand[],
  folder: string,
  { url, drops, crashes }: LoopOptions,
): Promise<number> {
  const program = fileURLToPath(new URL('worker.ts', import.meta.url));
  const given = ['--url', url, '--name', name, '--file', join(folder, `${name}.json`)];
  const args = [...given, '--errands', JSON.stringify(errands), ...(drops ? ['--drops'] : [])];
  for (let killed = 0; ; killed += 1) {
    const child = fork(program, args);
    const timer = crashes && killed < 5 ? setTimeout(() => child.kill('SIGKILL'), randomInt(600, 1800)) : undefined;
    const { code, signal } = await ended(child);
    clearTimeout(timer);
    if (signal !== 'SIGKILL') {
      if (code !== 0) throw new Error(`${name} could not go on`);
      return killed;
    }
    console.log(`${name} crashed and begins again`);
  }
}

function ended(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
}
