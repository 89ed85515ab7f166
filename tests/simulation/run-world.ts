import 'fake-indexeddb/auto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Floor } from './floor/floor.ts';
import { Handheld } from './floor/handheld.ts';
import { simItems } from './floor/items.ts';
import { judge } from './judge.ts';
import { makeTrouble } from './make-trouble.ts';
import { SimConsole } from './outside/sim-console.ts';
import { SimErp } from './outside/sim-erp.ts';
import { SimPlanner } from './outside/sim-planner.ts';
import { Chance } from './world/chance.ts';
import { EventLog } from './world/event-log.ts';
import { type Faults, noFaults } from './world/network.ts';
import { copyPlainDataFast } from './world/plain-copy.ts';
import { seededDatabase } from './world/seeded-database.ts';
import { settle, waitFor } from './world/settle.ts';
import { SimServer } from './world/sim-server.ts';
import { VirtualTime } from './world/virtual-time.ts';
import type { World } from './world/world.ts';

export interface WorldOptions {
  readonly seed: number;
  readonly devices: number;
  readonly operations: number;
}

export interface WorldReport {
  readonly seed: number;
  /** Equal for two runs with the same seed. */
  readonly digest: string;
  readonly violations: readonly string[];
  /** How often each rare thing happened. */
  readonly counts: ReadonlyMap<string, number>;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly simulatedMs: number;
  readonly lastEvents: readonly string[];
}

/** In memory where there is such a folder: the world's disk never fails, and its flushes need not wait for a real one. */
const worldsFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

copyPlainDataFast();

const monday = Date.UTC(2026, 2, 2, 6);
const hourMs = 3_600_000;
/** No world needs that long, but one in which something hangs. */
const longestMs = 12 * hourMs;

/** One world from its beginning to its end, and everything that was wrong with it. */
export async function runWorld({ seed, devices, operations }: WorldOptions): Promise<WorldReport> {
  const folder = mkdtempSync(join(worldsFolder, `tallyman-world-${seed}-`));
  const time = new VirtualTime(monday);
  const chance = new Chance(seed);
  const log = new EventLog(() => time.now());
  const server = await SimServer.start(time, chance.fork(), log, folder, await seededDatabase());
  const world: World = { time, chance, log, server };
  const faults: Faults = { requestLost: 0.1, answerLost: 0.1, repeated: 0.1, slow: 0.1 };
  try {
    const erp = new SimErp(world, simItems, faults);
    const planner = new SimPlanner(world, faults);
    const floor = new Floor(chance.fork(), erp.orders, erp.items);
    const supervisor = new SimConsole(world, floor, faults);
    const handhelds = Array.from(
      { length: devices },
      (_, index) => new Handheld(world, floor, index, operations, faults),
    );
    const isOver = (): boolean => handhelds.every(({ isDone }) => isDone);
    let isClosed = false;
    const orders = erp.postItems().then(() => erp.postOrders(Math.ceil((devices * operations) / 8), 6000));
    const background = [
      orders,
      erp.poll(() => isClosed),
      planner.poll(() => isClosed),
      supervisor.work(() => isClosed),
    ];
    for (const handheld of handhelds) time.after(chance.integer(0, 5000), () => void waitFor(handheld.boot()));
    makeTrouble(world, handhelds, () => isClosed || isOver());
    const cameToAnEnd = await time.run(isOver, longestMs);

    // The storm is over: everything that waits must find its way.
    isClosed = true;
    server.spare();
    for (const { network } of [...handhelds, erp.machine, planner.machine, supervisor]) {
      network.faults = noFaults;
      network.isOffline = false;
    }
    let isQuiet = false;
    void Promise.all(background).then(() => {
      isQuiet = true;
    });
    const violations: string[] = [];
    if (!cameToAnEnd)
      violations.push(
        `after so long a time the workers are not done: ${handhelds.filter((h) => !h.isDone).map((h) => h.name)}`,
      );
    if (!(await time.run(() => isQuiet && server.isUp, hourMs)))
      violations.push('the outside systems do not come to rest');
    if (!(await untilAnswered(world, handhelds))) violations.push('the queues do not become empty');

    const { queues, violations: found } = await judge(world, { erp, planner, supervisor, handhelds });
    violations.push(...found);
    const outcomes = new Map<string, number>();
    for (const { state } of queues.flatMap(({ queue }) => queue)) outcomes.set(state, (outcomes.get(state) ?? 0) + 1);
    return {
      seed,
      digest: log.digest(),
      violations,
      counts: log.counts,
      outcomes,
      simulatedMs: time.now() - monday,
      lastEvents: log.tail(30),
    };
  } finally {
    await server.stop();
    await settle();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function untilAnswered({ time }: World, handhelds: readonly Handheld[]): Promise<boolean> {
  for (let minute = 0; minute < 20; minute += 1) {
    await time.run(() => false, 60_000);
    const waiting = await Promise.all(handhelds.map((handheld) => handheld.waiting()));
    // A last round of pulls, so that everybody has the news of everybody.
    if (waiting.every((count) => count === 0)) return time.run(() => false, 200_000).then(() => true);
  }
  return false;
}
