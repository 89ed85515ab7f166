import '../support/quick-argon2.ts';
import 'fake-indexeddb/auto';
// What a handheld fetches when somebody first asks for it is at hand, so that no world waits for the real disk.
import '../../pwa/flows-out.ts';
import '../../pwa/flows-stock.ts';
import '../../pwa/unknown-codes/tell.ts';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Floor } from './floor/floor.ts';
import { Handheld } from './floor/handheld.ts';
import { type Judgement, judge, type Witnesses } from './judge.ts';
import { makeTrouble } from './make-trouble.ts';
import { SimConsole } from './outside/sim-console.ts';
import { SimErp } from './outside/sim-erp.ts';
import { SimPlanner } from './outside/sim-planner.ts';
import { tally, type WorldReport } from './report.ts';
import { Chance } from './world/chance.ts';
import { EventLog } from './world/event-log.ts';
import { type Faults, noFaults } from './world/network.ts';
import { copyPlainDataFast } from './world/plain-copy.ts';
import { seededDatabase, shopKey } from './world/seeded-database.ts';
import { settle, waitFor } from './world/settle.ts';
import { SimServer } from './world/sim-server.ts';
import { VirtualTime } from './world/virtual-time.ts';
import type { World } from './world/world.ts';

export interface WorldOptions {
  readonly seed: number;
  readonly devices: number;
  /** Commands for each device; all workers make them together. */
  readonly operations: number;
}

/** In memory where there is such a folder: the world's disk never fails, and its flushes need not wait for a real one. */
const worldsFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

copyPlainDataFast();

const monday = Date.UTC(2026, 2, 2, 6);
const hourMs = 3_600_000;
/** No world needs that long, but one in which something hangs. */
const longestMs = 12 * hourMs;
const faults: Faults = { requestLost: 0.1, answerLost: 0.1, repeated: 0.1, slow: 0.1 };

/** One world from its beginning to its end, and everything that was wrong with it. */
export async function runWorld(options: WorldOptions): Promise<WorldReport> {
  const { seed } = options;
  const folder = mkdtempSync(join(worldsFolder, `tallyman-world-${seed}-`));
  const time = new VirtualTime(monday);
  const chance = new Chance(seed);
  const log = new EventLog(() => time.now());
  const server = await SimServer.start(time, chance.fork(), log, folder, await seededDatabase());
  const world: World = { time, chance, log, server };
  const violations: string[] = [];
  try {
    const witnesses = everybody(world, options);
    await liveThrough(world, witnesses, options, violations);
    const { queues, deeds } = await judgement(world, witnesses, violations);
    return {
      ...tally(
        queues.flatMap(({ queue }) => queue),
        deeds,
      ),
      ...{ seed, violations, digest: log.digest(), counts: log.counts },
      simulatedMs: time.now() - monday,
      lastEvents: log.tail(30),
    };
  } finally {
    await server.stop();
    await settle();
    rmSync(folder, { recursive: true, force: true });
  }
}

function everybody(world: World, { devices, operations }: WorldOptions): Witnesses {
  const erps = [
    new SimErp(world, { sourceSystem: 'DEMO', key: 'demo-erp-key', consigner: 'Northern Mills', faults }),
    new SimErp(world, { sourceSystem: 'SHOP', key: shopKey, consigner: 'Southern Mills', faults }),
  ];
  const planner = new SimPlanner(world, faults);
  const floor = new Floor(world, erps, devices * operations);
  const shared = { floor, erps, faults };
  const half = Math.ceil(floor.items.length / 2);
  const [one, other] = [floor.items.slice(0, half), floor.items.slice(half)];
  const consoles = [
    new SimConsole(world, {
      ...shared,
      badge: 'S-2001',
      role: 'supervisor',
      decides: 0.4,
      pauseMs: 24_000,
      stock: one,
    }),
    new SimConsole(world, {
      ...shared,
      badge: 'A-3001',
      role: 'administrator',
      decides: 0.5,
      pauseMs: 24_000,
      stock: other,
    }),
    new SimConsole(world, { ...shared, badge: 'S-2001', role: 'dispatcher', decides: 0.2, pauseMs: 9000, stock: [] }),
  ];
  const handhelds = Array.from({ length: devices }, (_, index) => new Handheld(world, floor, index, faults));
  return { floor, erps, planner, consoles, handhelds };
}

/** The storm, until every worker is done; then the calm, until everything that waits has found its way. */
async function liveThrough(
  world: World,
  { floor, erps, planner, consoles, handhelds }: Witnesses,
  { devices, operations }: WorldOptions,
  violations: string[],
): Promise<void> {
  const { time, server, chance } = world;
  let isClosed = false;
  const ordersOfEach = Math.ceil((devices * operations) / 16);
  const background = [
    ...erps.flatMap((erp) => [
      erp.postItems().then(() => erp.postOrders(ordersOfEach, 12_000)),
      erp.outbound.postOrders(ordersOfEach, 10_000),
      erp.changeOrders(() => isClosed),
      erp.poll(() => isClosed),
    ]),
    planner.poll(() => isClosed),
    ...consoles.map((console) => console.work(() => isClosed)),
  ];
  void planner.followLive(() => isClosed);
  for (const handheld of handhelds) time.after(chance.integer(0, 5000), () => void waitFor(handheld.boot()));
  const isOver = (): boolean => floor.left <= 0;
  makeTrouble(world, handhelds, () => isClosed || isOver());
  const isDone = await time.run(isOver, longestMs);
  if (!isDone) violations.push(`after so long a time ${floor.left} commands are still to be made`);

  isClosed = true;
  server.spare();
  for (const { network } of [...handhelds, ...erps.map(({ machine }) => machine), planner.machine, ...consoles]) {
    network.faults = noFaults;
    network.isOffline = false;
  }
  let isQuiet = false;
  void Promise.all(background).then(() => {
    isQuiet = true;
  });
  const cameToRest = await time.run(() => isQuiet && server.isUp, hourMs);
  if (!cameToRest) violations.push('the outside systems do not come to rest');
  if (!(await untilAnswered(world, handhelds))) violations.push('the queues do not become empty');
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

/** A world can be so wrong that it cannot even be looked at: that is a violation like any other. */
async function judgement(world: World, witnesses: Witnesses, violations: string[]): Promise<Judgement> {
  try {
    return await judge(world, witnesses, violations);
  } catch (error) {
    violations.push(`the judge cannot go on: ${error instanceof Error ? error.stack : error}`);
    return { queues: [], deeds: [] };
  }
}
