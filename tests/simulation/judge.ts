import { verifyBooks } from '../../api/platform/verify/verify-books.ts';
import { checkEffects, checkQueues, checkRepeats, type DeviceQueue } from './checks/commands.ts';
import { checkCopy, everythingOf } from './checks/copies.ts';
import { checkErpBooks, checkPlates, checkRunningSums, checkSnapshots } from './checks/stock.ts';
import type { Handheld } from './floor/handheld.ts';
import type { SimConsole } from './outside/sim-console.ts';
import type { SimErp } from './outside/sim-erp.ts';
import type { SimPlanner } from './outside/sim-planner.ts';
import type { SimServer } from './world/sim-server.ts';
import type { World } from './world/world.ts';

/** Everybody of a world who can tell what happened. */
export interface Witnesses {
  readonly erp: SimErp;
  readonly planner: SimPlanner;
  readonly supervisor: SimConsole;
  readonly handhelds: readonly Handheld[];
}

export interface Judgement {
  readonly queues: readonly DeviceQueue[];
  readonly violations: readonly string[];
}

const hourMs = 3_600_000;

/** Looks at a world that has come to rest, from outside: queues, feeds, answers, copies; then with the verifier. */
export async function judge(world: World, { erp, planner, supervisor, handhelds }: Witnesses): Promise<Judgement> {
  const { server } = world;
  const violations: string[] = [];
  const finish = Promise.all([
    erp.receipts.readOn(1000),
    erp.journals.readOn(1000),
    erp.events.readOn(1000),
    planner.warehouseDeltas.readOn(1000),
    planner.locationDeltas.readOn(1000),
    planner.takeSnapshot(),
  ]);
  await during(world, finish);
  // Once more from the beginning: the same rows, and what is as of reading as it is now.
  for (const reader of [erp.receipts, erp.journals, erp.events, planner.warehouseDeltas, planner.locationDeltas]) {
    reader.goBackTo(0);
    await during(world, reader.readOn(1000));
    violations.push(...reader.violations);
  }
  const token = await signIn(server);
  const fresh = await everythingOf(server, token, 'EAST');
  const queues: DeviceQueue[] = [];
  for (const handheld of handhelds) {
    queues.push({ name: handheld.name, promised: handheld.promised, queue: await handheld.queue() });
    const stored = (await handheld.device?.database.getAll('things')) ?? [];
    violations.push(...checkCopy(handheld.name, stored, fresh).slice(0, 3));
  }
  const deltas = planner.warehouseDeltas.rows;
  const documents = [...erp.receipts.rows, ...erp.journals.rows];
  violations.push(
    ...erp.violations,
    ...planner.violations,
    ...checkQueues(queues),
    ...checkEffects(queues, planner.locationDeltas.rows, erp.piecesOf),
    ...checkErpBooks(documents, deltas, erp.piecesOf),
    ...checkSnapshots(planner.snapshots, deltas),
    ...checkRunningSums(deltas, planner.locationDeltas.rows),
    ...checkPlates(planner.locationDeltas.rows),
    ...(await checkRepeats(server, token, queues, supervisor.commands)),
  );
  for (const finding of await verifyBooks(server.app.services.store.read)) {
    violations.push(...finding.faults.map(({ row, what }) => `verify, ${finding.check}: ${row}: ${what}`));
  }
  return { queues, violations };
}

/** Lets time go on until this is done. */
async function during({ time }: World, work: Promise<unknown>): Promise<void> {
  let isDone = false;
  void work.then(() => {
    isDone = true;
  });
  await time.run(() => isDone, hourMs);
}

async function signIn(server: SimServer): Promise<string> {
  const body = JSON.stringify({ badge: 'S-2001', pin: '2001', device: 'checker' });
  const answer = await server.take({ method: 'POST', path: '/api/session', body });
  return JSON.parse(answer?.text ?? '{}').token;
}
