import { fromBase, fromBaseIn } from '#shared/kernel/quantity.ts';
import type { PickLineThing, PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import { isLeft, leftBase } from '#shared/ledger/pick-work.ts';
import type { Need, Prompt, Row, World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, type KeyedWords, words } from '../ui/words.ts';
import type { AtLine, AtWork } from './pick.states.ts';
import { inHandFor } from './pick-facts.ts';

/** What the steps of a walk look at: the works in hand, and what of their shipments is picked. */
export function walkNeeds({ works }: AtWork): readonly Need[] {
  return works.map(({ work }) => ({ shipmentOf: work }));
}

/** The same with the item at a stop. */
export function lineNeeds(state: AtLine): readonly Need[] {
  return [...walkNeeds(state), { kind: 'item', key: state.item }];
}

export interface Stop {
  readonly work: PickWorkThing;
  readonly line: PickLineThing;
}

/** The works that are still this worker's to do. */
export function worksOf({ works }: AtWork, world: World): PickWorkThing[] {
  const known = works.flatMap(({ work }) => world.thing('pickWork', work) ?? []);
  return known.filter(({ status, claimedBy }) => status === 'open' && claimedBy === world.operator);
}

/** All that somebody has claimed here and not finished, the most urgent first. */
export function ownWorks(world: World): PickWorkThing[] {
  const works = foundOf(world.list(snapshotCode.pickWork), 'pickWork').map(({ value }) => value);
  return works
    .filter(({ status, claimedBy, type }) => status === 'open' && claimedBy === world.operator && type === 'pick')
    .sort((a, b) => b.priority - a.priority || (a.work < b.work ? -1 : 1));
}

/** The stops that are left, of all works together, in walking order; what was skipped, and what waits, comes last. */
export function stopsOf(works: readonly PickWorkThing[]): Stop[] {
  const stops = works.flatMap((work) => work.lines.filter(isLeft).map((line) => ({ work, line })));
  return stops.sort(byWalk);
}

function byWalk({ work: workA, line: a }: Stop, { work: workB, line: b }: Stop): number {
  return (
    turn(a) - turn(b) ||
    a.walkSequence - b.walkSequence ||
    compare(a.location, b.location) ||
    compare(workA.trolleyPosition ?? '', workB.trolleyPosition ?? '') ||
    a.line - b.line
  );
}

function turn({ status, blockedBy }: PickLineThing): number {
  if (blockedBy !== null) return 2;
  return status === 'skipped' ? 1 : 0;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The next place to go to; null: nothing is left, or what is left waits for goods. */
export function nextStop(works: readonly PickWorkThing[]): Stop | null {
  const [next] = stopsOf(works);
  return next && next.line.blockedBy === null ? next : null;
}

/** The stop that a step is about; null where it was cancelled, or is done, meanwhile. */
export function stopOf({ work, line: number }: AtLine, world: World): Stop | null {
  const thing = world.thing('pickWork', work);
  const line = thing?.lines.find((each) => each.line === number);
  return thing && line && isLeft(line) ? { work: thing, line } : null;
}

/** Works of which something is in the worker's hands. */
export function inHandOf(state: AtWork, world: World): PickWorkThing[] {
  return worksOf(state, world).filter(({ work, shipment }) => {
    const goods = shipment === null ? [] : (world.thing('shipment', shipment)?.goods ?? []);
    return inHandFor(work, goods).length > 0;
  });
}

/** How many lines are done, and of how many. */
export function progressOf(works: readonly PickWorkThing[]): Pick<Prompt, 'progress'> {
  const lines = works.flatMap((work) => work.lines).filter(({ status }) => status !== 'cancelled');
  const left = lines.filter(isLeft).length;
  return { progress: { done: lines.length - left, of: lines.length, unit: 'unit.lines' } };
}

/** What is left of a line, in its own unit where that is a whole number: nobody takes 0.75 of a case off a shelf. */
export function shownLeft(line: PickLineThing, what?: string): KeyedWords {
  return shownIn(line, leftBase(line), what);
}

export function shownIn(line: PickLineThing, quantityBase: number, what?: string): KeyedWords {
  const whole = wholeIn(line, quantityBase);
  if (whole !== null) return amount(whole, line.unit, what);
  return amount(fromBase(quantityBase, line.decimals), line.baseUnit, what);
}

function wholeIn({ unitFraction, decimals }: PickLineThing, quantityBase: number): number | null {
  const exact = fromBaseIn(quantityBase, unitFraction, decimals);
  return exact !== null && Number.isInteger(exact) ? exact : null;
}

/** The unit that `shownLeft` says it in. */
export function unitLeft(line: PickLineThing): string {
  return wholeIn(line, leftBase(line)) === null ? line.baseUnit : line.unit;
}

/** What is asked for at a stop, as details of a prompt. */
export function detailsOf({ work, line }: Stop): NonNullable<Prompt['details']> {
  const details: NonNullable<Prompt['details']>[number][] = [];
  if (work.trolleyPosition !== null) details.push({ label: 'pick.position', value: work.trolleyPosition });
  if (line.licensePlate !== '') details.push({ label: 'putAway.plate', value: grouped(line.licensePlate) });
  if (line.lot !== '') details.push({ label: 'receive.lot', value: line.lot });
  if (line.serial !== '') details.push({ label: 'receive.serial', value: line.serial });
  if (work.orderNumber !== null) details.push({ label: 'pick.order', value: orderOf(work) });
  return details;
}

export function orderOf({ orderNumber, customer, work }: PickWorkThing): string {
  return [orderNumber ?? work, customer].filter(Boolean).join(' · ');
}

/** What comes after the next stop, and what waits for goods. */
export function rowsOf(stops: readonly Stop[]): Row[] {
  return stops.slice(0, listed).map(({ line }) => ({
    title: line.location,
    detail: `${line.itemNumber} · ${line.description}`,
    ...(line.blockedBy === null ? { value: shownLeft(line) } : { value: words('pick.waits'), tone: 'warn' as const }),
  }));
}

/** More than a screen or two nobody reads. */
const listed = 30;
