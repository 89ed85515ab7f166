import type { CountWorkThing } from '#shared/ledger/thing.ts';
import { verifyBooks } from '../../api/platform/verify/verify-books.ts';
import { asAnnounced } from './checks/announced.ts';
import { checkBrought } from './checks/brought.ts';
import { checkQueues, checkRepeats, type DeviceQueue } from './checks/commands.ts';
import { checkCopy, everythingOf, type FreshThing } from './checks/copies.ts';
import { checkCounts, countsShown } from './checks/counts.ts';
import { type Deed, deedsOf } from './checks/deeds.ts';
import { checkDiscrepancies } from './checks/discrepancies.ts';
import { checkCompletions, checkMakers, checkReceipts } from './checks/documents.ts';
import { checkEffects } from './checks/effects.ts';
import { checkErpBooks, checkLog, checkReports, type ErpBooks } from './checks/erp-books.ts';
import { checkEvents } from './checks/events.ts';
import { allowedOn, checkLoads } from './checks/loads.ts';
import { checkOnHand, stockOf } from './checks/on-hand.ts';
import { checkOrder, type OrderAnswer } from './checks/orders.ts';
import { checkPhotos } from './checks/photos.ts';
import { type KnownRegistration, registrationsOf, reportedAt } from './checks/registrations.ts';
import { checkPlates, checkRunningSums, checkSerials, checkSnapshots } from './checks/stock.ts';
import { checkThings } from './checks/things.ts';
import { checkVersions } from './checks/versions.ts';
import type { Floor } from './floor/floor.ts';
import { type Handheld, pinOf } from './floor/handheld.ts';
import { judgeOutbound } from './judge-outbound.ts';
import type { SimConsole } from './outside/sim-console.ts';
import type { SimErp } from './outside/sim-erp.ts';
import type { SimPlanner } from './outside/sim-planner.ts';
import { postingDelaySeconds } from './world/seeded-database.ts';
import type { SimServer } from './world/sim-server.ts';
import type { World } from './world/world.ts';

/** Everybody of a world who can tell what happened. */
export interface Witnesses {
  readonly floor: Floor;
  readonly erps: readonly SimErp[];
  readonly planner: SimPlanner;
  readonly consoles: readonly SimConsole[];
  readonly handhelds: readonly Handheld[];
}

export interface Judgement {
  readonly queues: readonly DeviceQueue[];
  readonly deeds: readonly Deed[];
}

const hourMs = 3_600_000;

/**
 * Looks at a world that has come to rest, from outside: queues, feeds, answers, copies; then with the verifier. What is
 * wrong is added to `violations`.
 */
export async function judge(
  world: World,
  { floor, erps, planner, consoles, handhelds }: Witnesses,
  violations: string[],
): Promise<Judgement> {
  const { server, log } = world;
  await readToTheEnd(world, erps, planner);
  const token = await signIn(server, 'S-2001');
  const fresh = await everythingOf(server, token, 'EAST');
  const toldTo = await toldToCounters(server, fresh);
  const queues: DeviceQueue[] = [];
  for (const handheld of handhelds) {
    const { name, badge, promised, unheard, doneAtMs, device } = handheld;
    queues.push({ name, promised, unheard, doneAtMs, queue: await handheld.queue() });
    const stored = (await device?.database.getAll('things')) ?? [];
    violations.push(...checkCopy(name, stored, toldTo.get(badge) ?? fresh, world.time.now()).slice(0, 3));
  }
  for (const reader of [...erps.flatMap((erp) => erp.feeds), ...planner.feeds, planner.liveDeltas]) {
    violations.push(...reader.violations);
  }
  const commands = consoles.flatMap((console) => console.commands);
  violations.push(...log.violations, ...checkQueues(queues), ...(await checkRepeats(server, token, queues, commands)));
  const deeds = deedsOf(queues, commands);
  const warehouse = planner.warehouseDeltas.rows;
  const location = planner.locationDeltas.rows;
  const books = erps.map(booksOf);
  const registrations = registrationsOf(
    deeds,
    location,
    books.flatMap(({ log }) => log),
  );
  const reported = new Map(books.flatMap(({ receipts }) => [...reportedAt(receipts)]));
  const betweenCommits = planner.snapshots.filter(({ asOfMs }) => asOfMs === null).map(({ position }) => position);
  const notices = erps.flatMap((erp) => erp.notices);
  const items = erps.flatMap((erp) => erp.items);
  const events = erps.flatMap((erp) => erp.events.rows);
  const perUnit = (sourceSystem: string, item: string, unit: string): number =>
    erps.find((erp) => erp.sourceSystem === sourceSystem)?.perUnit(item, unit) ?? Number.NaN;
  violations.push(
    ...planner.violations,
    ...checkEffects(deeds, location, perUnit, asAnnounced(notices, registrations)),
    ...checkMakers(books, deeds, location),
    ...checkCompletions(books, deeds, registrations),
    ...books.flatMap((each) => checkReceipts(each, registrations)),
    ...books.flatMap((each) => checkErpBooks(each, warehouse, registrations, betweenCommits)),
    ...books.flatMap((each) => checkReports(each, warehouse)),
    ...books.flatMap((each) => checkLog(each, location)),
    ...checkSnapshots(planner.snapshots, warehouse, location),
    ...checkRunningSums(warehouse, location),
    ...checkPlates(location),
    ...checkSerials(warehouse, location),
    ...checkThings(fresh, deeds, location, registrations, reported),
  );
  const stock = await stockOf(server, token, items);
  violations.push(
    ...checkOnHand(stock, location),
    ...(await checkLoads(server, token, registrations, allowedOn(deeds, notices))),
    ...(await checkDiscrepancies(server, token, deeds, events)),
    ...checkCounts(await countsShown(server, token), { deeds, deltas: location, perUnit, log }),
    ...(await checkBrought(server)),
    ...(await checkPhotos(server, token, new Map(handhelds.flatMap(({ photos }) => [...photos])))),
  );
  const messages = new Map<string, ReadonlyMap<string, string>>();
  for (const erp of erps) messages.set(erp.sourceSystem, await messagesOf(server, erp));
  for (const erp of erps) {
    const own = messages.get(erp.sourceSystem) ?? new Map();
    violations.push(...(await checkErp(server, erp, own, registrations, reported, world.time.now())));
  }
  const { papers } = floor;
  violations.push(
    ...(await judgeOutbound({ server, log, erps, papers, deeds, deltas: location, fresh, stock, messages })),
  );
  for (const finding of await verifyBooks(server.app.services.store.read)) {
    violations.push(...finding.faults.map(({ row, what }) => `verify, ${finding.check}: ${row}: ${what}`));
  }
  for (const { event } of events) if (event.type.endsWith('.posted.v1')) log.sometimes('document became final');
  return { queues, deeds };
}

/** Everything that is new, then once more from the beginning in pages of two sizes: it must be the same rows. */
async function readToTheEnd(world: World, erps: readonly SimErp[], planner: SimPlanner): Promise<void> {
  for (const erp of erps) await during(world, erp.report());
  await during(world, Promise.all([planner.takeSnapshot('warehouse', null), planner.takeSnapshot('location', null)]));
  for (const reader of [...erps.flatMap((erp) => erp.feeds), ...planner.feeds, planner.liveDeltas]) {
    await during(world, reader.readOn(1000));
    reader.goBackTo(0);
    await during(world, reader.readOn(37));
  }
  // What is as of reading is compared across feeds: it is read of all of them at one moment.
  for (const erp of erps) for (const reader of erp.feeds) await erp.readNow(world.server, reader);
  for (const reader of [...planner.feeds, planner.liveDeltas]) {
    reader.goBackTo(0);
    await during(world, reader.readOn(1000));
  }
}

function booksOf(erp: SimErp): ErpBooks {
  return {
    sourceSystem: erp.sourceSystem,
    receipts: erp.receipts.rows,
    journals: erp.journals.rows,
    slips: erp.slips.rows,
    log: erp.log.rows,
    reports: erp.reports,
    perUnit: (item, unit) => erp.perUnit(item, unit),
  };
}

/** The state of every message that the server has of an ERP. */
async function messagesOf(server: SimServer, erp: SimErp): Promise<Map<string, string>> {
  const messages = new Map<string, string>();
  for (let after = 0, hasMore = true; hasMore; ) {
    const page = await erp.askNow<{
      items: { messageId: string; status: string }[];
      next: number;
      hasMore: boolean;
    }>(server, `/api/erp/messages?limit=500&after=${after}`);
    for (const { messageId, status } of page.items) messages.set(messageId, status);
    after = page.next;
    hasMore = page.hasMore;
  }
  return messages;
}

/** Messages, events, and orders of one ERP. */
async function checkErp(
  server: SimServer,
  erp: SimErp,
  messages: ReadonlyMap<string, string>,
  registrations: readonly KnownRegistration[],
  reported: ReadonlyMap<string, unknown>,
  nowMs: number,
): Promise<string[]> {
  const { sourceSystem, events, documents, acknowledger, kept, words } = erp;
  const wrong = [...erp.violations, ...acknowledger.violations];
  wrong.push(...checkEvents({ events: events.rows, documents, acknowledged: acknowledger.said, messages, kept }));
  wrong.push(...checkVersions(documents, events.rows, (postingDelaySeconds[sourceSystem] ?? 0) * 1000, nowMs));
  const own = registrations.filter((each) => each.sourceSystem === sourceSystem);
  const accepted = words.filter(({ messageId, lines }) => lines !== null && messages.get(messageId) === 'accepted');
  // An order that was taken back before it came to be is not there; one that nobody ordered is.
  for (const orderNumber of new Set(
    [...accepted, ...own.map(({ order }) => ({ orderNumber: order }))].map((each) => each.orderNumber),
  )) {
    const order = await erp.askNow<OrderAnswer>(server, `/api/erp/orders/${orderNumber}`);
    wrong.push(...checkOrder(order, words, messages, own, reported));
  }
  return wrong.map((what) => `${sourceSystem}: ${what}`);
}

/** Lets time go on until this is done. */
async function during({ time }: World, work: Promise<unknown>): Promise<void> {
  let isDone = false;
  void work.then(() => {
    isDone = true;
  });
  await time.run(() => isDone, hourMs);
}

/** Who is counting something is not told how much of it there is: by badge, what they would be given. */
async function toldToCounters(server: SimServer, fresh: ReadonlyMap<string, FreshThing>) {
  const told = new Map<string, ReadonlyMap<string, FreshThing>>();
  for (const { kind, value } of fresh.values()) {
    const begun = kind === 'countWork' ? ((value as CountWorkThing).begunBy ?? []) : [];
    for (const { badge } of begun.filter((one) => !told.has(one.badge))) {
      told.set(badge, await everythingOf(server, await signIn(server, badge), 'EAST'));
    }
  }
  return told;
}

async function signIn(server: SimServer, badge: string): Promise<string> {
  const body = JSON.stringify({ badge, pin: pinOf(badge), device: 'checker' });
  const answer = await server.take({ method: 'POST', path: '/api/session', body });
  return JSON.parse(answer?.text ?? '{}').token;
}
