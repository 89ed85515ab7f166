import { fromBase } from '#shared/kernel/quantity.ts';
import type { PickLineThing, PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import { isToDo, leftBase } from '#shared/ledger/pick-work.ts';
import type { Need, Prompt, World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, type KeyedWords, words } from '../ui/words.ts';
import type { AtFill } from './fill.states.ts';

/** Work for a pick face with its one line. */
export interface Fill {
  readonly work: PickWorkThing;
  readonly line: PickLineThing;
}

/** All that this worker has taken on and not brought, the most urgent first. */
export function ownFills(world: World): Fill[] {
  const works = foundOf(world.list(snapshotCode.pickWork), 'pickWork').flatMap(
    ({ value }) => ownFill(value, world) ?? [],
  );
  return works.sort((a, b) => a.work.priority - b.work.priority || (a.work.work < b.work.work ? -1 : 1));
}

/** The work of a step; null where it is done, was cancelled or is somebody else's by now. */
export function fillOf({ work }: { readonly work: string }, world: World): Fill | null {
  const thing = world.thing('pickWork', work);
  return thing ? ownFill(thing, world) : null;
}

/** Lines of this worker's own picks that wait for nothing. */
export function ownPicksLeft(world: World): number {
  const works = foundOf(world.list(snapshotCode.pickWork), 'pickWork').map(({ value }) => value);
  return works
    .filter(({ type, status, claimedBy }) => type === 'pick' && status === 'open' && claimedBy === world.operator)
    .flatMap(({ lines }) => lines)
    .filter((line) => isToDo(line) && line.blockedBy === null).length;
}

function ownFill(work: PickWorkThing, { operator }: World): Fill | null {
  const [line] = work.lines;
  const isOwn = work.type === 'replenish' && work.status === 'open' && work.claimedBy === operator;
  return isOwn && line ? { work, line } : null;
}

/** The goods are in the worker's hands. */
export function isInHand({ line }: Fill): boolean {
  return line.status !== 'open' && line.pickedBase > 0;
}

export function fillNeeds({ work, item }: AtFill): Need[] {
  return [
    { kind: 'pickWork', key: work },
    { kind: 'item', key: item },
  ];
}

/** So much of the goods, in their base unit. */
export function shownBase({ line }: Fill, quantityBase: number, what?: string): KeyedWords {
  return amount(fromBase(quantityBase, line.decimals), line.baseUnit, what);
}

export function shownLeft(fill: Fill): KeyedWords {
  return shownBase(fill, leftBase(fill.line));
}

/** What is the same in every prompt: what is brought, for how many who wait, on what it stands. */
export function fillPrompt(fill: Fill, prompt: Prompt): Prompt {
  const { work, line } = fill;
  const waiting = work.waitingLines ?? 0;
  const details = [
    ...(line.licensePlate === '' ? [] : [{ label: 'putAway.plate' as const, value: grouped(line.licensePlate) }]),
    ...(line.lot === '' ? [] : [{ label: 'receive.lot' as const, value: line.lot }]),
    ...(waiting === 0 ? [] : [{ label: 'fill.waiting' as const, value: String(waiting) }]),
  ];
  return { about: `${line.itemNumber} · ${line.description}`, details, ...prompt };
}

/** What a step shows whose work is not this worker's any more, or has not come yet. */
export const fillGone: Prompt = { ask: words('fill.coming'), about: words('fill.comingAbout') };
