import type { CountRow } from '#shared/counting/console.ts';
import type { CountedLine } from '#shared/counting/count.ts';
import type { DeltaRow } from '../outside/sim-planner.ts';
import type { EventLog } from '../world/event-log.ts';
import type { SimServer } from '../world/sim-server.ts';
import type { Deed } from './deeds.ts';
import { differencesOf, exactly, sumBy } from './exact.ts';
import type { Conversion } from './moved.ts';

/** What clocks of devices may be wrong by without anybody noticing. */
const doubtMs = 2500;
/** What comes no later than this after it was done was told at once, or nearly. */
const toldAtOnceMs = 500;
/** As many as the console shows at once. */
const shownAtMost = 200;

/** Everything that was found different is what the console shows of it. */
export async function countsShown(server: SimServer, token: string): Promise<CountRow[]> {
  const rows: CountRow[] = [];
  for (const status of ['recount', 'review', 'posted', 'rejected']) {
    const path = `/api/console/counts?warehouse=EAST&status=${status}&limit=${shownAtMost}`;
    const answer = await server.take({ method: 'GET', path, token });
    if (answer?.status !== 200) throw new Error(`${path} was answered ${answer?.status}`);
    rows.push(...(JSON.parse(answer.text) as { items: CountRow[] }).items);
  }
  return rows;
}

interface Scene {
  readonly deeds: readonly Deed[];
  /** Of locations. */
  readonly deltas: readonly DeltaRow[];
  readonly perUnit: Conversion;
  readonly log: EventLog;
}

/**
 * A difference is what somebody told less what lay there when they looked: whatever was carried away or brought before and
 * after, by whom and however late that was told, is no difference. Where it was accepted, and only there, the books were
 * changed by just as much, once.
 */
export function checkCounts(rows: readonly CountRow[], scene: Scene): string[] {
  return rows.flatMap((row) => {
    const counted = scene.deeds.filter(({ type, made }) => type === 'counting.count' && made?.count === row.count);
    return [...whyNotThere(row, counted, scene), ...whyNotBooked(row, counted, scene)].map(
      (what) => `${row.count} ${what}`,
    );
  });
}

function whyNotThere(row: CountRow, counted: readonly Deed[], scene: Scene): string[] {
  if (row.countedAt === null) return [];
  if (counted.length === 0) return ['was counted by nobody'];
  const found = counted.map((deed) => whyNotAsLooked(row, deed, scene));
  return found.some((each) => each.length === 0) ? [] : found.flat();
}

/** Differences that are not what this count found. Of one made by a clock that was wrong nobody can tell. */
function whyNotAsLooked(row: CountRow, deed: Deed, { deltas, deeds, perUnit, log }: Scene): string[] {
  const { doneAtMs, occurredAt = '', body } = deed;
  if (doneAtMs === undefined || Math.abs(Date.parse(occurredAt) - doneAtMs) > doubtMs) return [];
  const lines = body.lines as readonly CountedLine[];
  const told = new Map<string, number>();
  for (const line of lines) {
    const { item, sourceSystem = '', serials, location } = line;
    const each = serials?.length ? serials : [''];
    const steps = exactly(line.quantity * perUnit(sourceSystem, item, line.unit)) / each.length;
    for (const serial of each) {
      const key = [location, sourceSystem, item, line.lot ?? '', serial].join(' ');
      told.set(key, (told.get(key) ?? 0) + steps);
    }
  }
  const places = row.location === null ? new Set(lines.map(({ location }) => location)) : new Set([row.location]);
  // Of one item the console tells the number alone: whose it is, the lines say.
  const owners = new Set(lines.map(({ sourceSystem = '' }) => sourceSystem));
  if (places.size === 0 || (row.item !== null && owners.size === 0)) return [];
  const isMeant = ({ item, owner }: DeltaRow): boolean => row.item === null || (row.item === item && owners.has(owner));
  const at = deltas.filter((delta) => places.has(delta.location) && isMeant(delta));
  const decidedAt = Date.parse(row.countedAt ?? '');
  const byId = new Map(deeds.map((each) => [each.id, each]));
  const kinds = Map.groupBy(at, (delta) => keyOf(delta));
  const wrong: string[] = [];
  // The console does not say whose an item is: what has the same number is looked at together.
  const shown = sumBy(
    row.differences,
    (each) => [each.location, each.item, each.lot ?? '', each.serial ?? ''].join(' '),
    (each) => each.difference,
  );
  const found = new Map<string, Set<number>>();
  for (const key of new Set([...told.keys(), ...kinds.keys()])) {
    const [place = '', , item = ''] = key.split(' ');
    const look = { decidedAt, ...lookedAt(lines, place, item, deed), own: deed.id, byId };
    const lay = possibleSums(kinds.get(key) ?? [], look);
    if (!lay) return [];
    const [location, , ...rest] = key.split(' ');
    const shared = [location, ...rest].join(' ');
    const before = found.get(shared) ?? new Set([0]);
    const since = correctedSince(kinds.get(key) ?? [], row, look);
    // Nowhere lies less than nothing, unless the books owe the place something: else goods came after, and were corrected.
    const isOwed = booked(kinds.get(key) ?? [], decidedAt) < 0;
    const there = [...lay].map((sum) => (isOwed ? sum : Math.max(0, sum)));
    const own = there.flatMap((sum) => since.map((steps) => (told.get(key) ?? 0) - sum - steps));
    found.set(shared, new Set([...before].flatMap((sum) => own.map((more) => sum + more))));
  }
  for (const [key, possible] of found) {
    const said = shown.get(key) ?? 0;
    if (!possible.has(said)) {
      const due = [...possible].map((steps) => steps / 1000).join(' or ');
      wrong.push(`(${deed.id}) says ${said / 1000} of ${key}, it was ${due}`);
    }
  }
  log.sometimes('count compared with what lay there');
  const isMeanwhile = (told: number): boolean => told > doneAtMs + doubtMs && told < decidedAt;
  if (at.some((delta) => isMeanwhile(Date.parse(delta.at)))) log.sometimes('goods moved while a count was on its way');
  return wrong;
}

/** When the counter looked at an item: from the first of its lines to the last. What no line tells of, with the count. */
function lookedAt(
  lines: readonly CountedLine[],
  place: string,
  item: string,
  { doneAtMs = 0, occurredAt = '' }: Deed,
): Pick<Look, 'lookedFrom' | 'lookedTo'> {
  const times = lines
    .filter((line) => line.location === place && line.item === item && line.countedAt !== undefined)
    .map(({ countedAt = '' }) => doneAtMs - Math.max(0, Date.parse(occurredAt) - Date.parse(countedAt)));
  if (times.length === 0) return { lookedFrom: doneAtMs, lookedTo: doneAtMs };
  return { lookedFrom: Math.min(...times), lookedTo: Math.max(...times) };
}

interface Look {
  /** When the server took the count, and between which moments the counter looked. */
  readonly decidedAt: number;
  readonly lookedFrom: number;
  readonly lookedTo: number;
  /** The count. */
  readonly own: string;
  readonly byId: ReadonlyMap<string, Deed>;
}

/** Who gave such a reason said that the books were wrong, and carried nothing. */
const correcting: readonly string[] = ['not-there', 'correction', 'found'];

/** What may have lain there, as far as anybody can tell; undefined: far too much is uncertain. */
function possibleSums(deltas: readonly DeltaRow[], look: Look): Set<number> | undefined {
  let sums = new Set([0]);
  for (const delta of deltas) {
    const there = wasThere(delta, look);
    const steps = exactly(delta.quantity);
    if (there === true) sums = new Set([...sums].map((sum) => sum + steps));
    else if (there === undefined) sums = new Set([...sums].flatMap((sum) => [sum, sum + steps]));
    if (sums.size > 500) return undefined;
  }
  return sums;
}

/** What the books had at a moment. */
function booked(deltas: readonly DeltaRow[], untilMs: number): number {
  return deltas.reduce((sum, { at, quantity }) => (Date.parse(at) <= untilMs ? sum + exactly(quantity) : sum), 0);
}

/**
 * What others put right between a count and the moment somebody accepted it, of which what is accepted is less: each may
 * have been known as it was found, or not.
 */
function correctedSince(deltas: readonly DeltaRow[], row: CountRow, { decidedAt, own, byId }: Look): number[] {
  const reviewedAt = row.status === 'posted' && row.reviewedAt !== null ? Date.parse(row.reviewedAt) : decidedAt;
  let sums = new Set([0]);
  for (const { at, commandId, reason, quantity } of deltas) {
    const recordedAt = Date.parse(at);
    if (commandId === own || recordedAt <= decidedAt || recordedAt > reviewedAt) continue;
    const doneAtMs = byId.get(commandId)?.doneAtMs ?? recordedAt;
    if (reason !== 'adjust' && recordedAt - doneAtMs < toldAtOnceMs) continue;
    sums = new Set([...sums].flatMap((sum) => [sum, sum + exactly(quantity)]));
  }
  return [...sums];
}

/** Whether what a delta tells had happened when somebody looked; undefined: who knows. */
function wasThere(
  { at, commandId, reason }: DeltaRow,
  { decidedAt, lookedFrom, lookedTo, own, byId }: Look,
): boolean | undefined {
  const recordedAt = Date.parse(at);
  if (commandId === own || recordedAt > decidedAt) return false;
  if (recordedAt < lookedFrom - doubtMs) return true;
  if (recordedAt === decidedAt) return undefined;
  const deed = byId.get(commandId);
  if (reason === 'count') return true;
  if (reason === 'adjust') return correcting.includes(String(deed?.body.reason)) ? true : undefined;
  const doneAtMs = deed?.doneAtMs;
  const isSound = doneAtMs !== undefined && Math.abs(Date.parse(deed?.occurredAt ?? '') - doneAtMs) <= doubtMs;
  if (!isSound || deed?.isCase) return undefined;
  if (doneAtMs < lookedFrom - doubtMs * 2) return true;
  return doneAtMs > lookedTo + doubtMs * 2 ? false : undefined;
}

/** What was accepted changed the books by what it showed, and nothing else did. */
function whyNotBooked(row: CountRow, counted: readonly Deed[], { deeds, deltas }: Scene): string[] {
  const about = deeds.filter(({ type, body, made }) => {
    const count = String(body.count);
    const isIt = count === row.count || counted.some(({ id }) => count === `command:${id}`);
    return type === 'counting.review' && made !== undefined && isIt;
  });
  const ids = new Set([...counted, ...about].map(({ id }) => id));
  const bookedBy = deltas.filter(({ commandId }) => ids.has(commandId));
  const accepted = row.status === 'posted' ? row.differences : [];
  return differencesOf(
    sumBy(
      accepted,
      (each) => [each.location, each.item, each.lot ?? '', each.serial ?? ''].join(' '),
      (each) => each.difference,
    ),
    sumBy(
      bookedBy,
      ({ location, item, lot, serial }) => [location, item, lot ?? '', serial ?? ''].join(' '),
      ({ quantity }) => quantity,
    ),
    (key, shown, made) => `is ${row.status} and shows ${shown} of ${key}, the books were changed by ${made}`,
  );
}

function keyOf({ location, owner, item, lot, serial }: DeltaRow): string {
  return [location, owner, item, lot ?? '', serial ?? ''].join(' ');
}
