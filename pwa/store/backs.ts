import type { PickLineThing, PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import { isLeft } from '#shared/ledger/pick-work.ts';
import { type FoundThing, foundOf } from './read-things.ts';

/** Goods that were picked for something that was cancelled, and where they go back to. */
export interface Back {
  readonly work: PickWorkThing;
  readonly line: PickLineThing;
}

/** All that somebody is to bring back, in walking order. */
export function backsAmong(found: readonly FoundThing[], badge: string): Back[] {
  return foundOf(found, 'pickWork')
    .map(({ value }) => value)
    .filter(({ type, status, claimedBy }) => type === 'put_back' && status === 'open' && claimedBy === badge)
    .flatMap((work) => work.lines.filter(isLeft).map((line) => ({ work, line })))
    .sort((a, b) => a.line.walkSequence - b.line.walkSequence || (a.line.location < b.line.location ? -1 : 1));
}
