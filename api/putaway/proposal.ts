import { withComing } from '#shared/ledger/after-put.ts';
import type { Goods, LocationState } from '#shared/ledger/fits.ts';
import type { PutawayOrigin, PutawayRule } from '#shared/ledger/putaway-rule.ts';
import { pickIn, type Stage, stagesFor } from '#shared/putaway/propose.ts';
import type { Runner } from '../platform/db/connection.ts';
import { candidatesOf } from './candidates.queries.ts';
import { plannedAt } from './planned.queries.ts';
import { originAt, rulesFor } from './rules.queries.ts';

/** Goods that are to be put away, and where they stand. */
export interface ToPut {
  readonly warehouse: string;
  readonly goods: Goods;
  /** Code of the location where they stand. */
  readonly from: string;
  /** The work that they wait for: what it has planned itself is not in its way. */
  readonly work: string | null;
  /** When the question is asked: claims that have run out by then keep no room. */
  readonly nowMs: number;
}

/** What is known of a warehouse for the proposals of one moment: read once for many. */
export interface PutawayGround {
  readonly rules: readonly PutawayRule[];
  readonly coming: ReadonlyMap<string, readonly Goods[]>;
  readonly from: PutawayOrigin | null;
}

export interface Proposal extends Stage {
  readonly location: LocationState;
}

/**
 * The place that the rules of the warehouse give these goods, or null. The same answer as the shared rule's on all
 * locations, from the few that have to be read; what others carry to a place takes its room already.
 */
export async function proposalFor(read: Runner, toPut: ToPut): Promise<Proposal | null> {
  const ground = await groundFor(read, toPut);
  for (const stage of stagesFor(toPut.goods, ground.rules, ground.from)) {
    const location = await placeIn(read, toPut, stage, ground);
    if (location) return { ...stage, location };
  }
  return null;
}

export async function groundFor(read: Runner, { warehouse, from, work, nowMs }: ToPut): Promise<PutawayGround> {
  return {
    rules: await rulesFor(read, warehouse),
    coming: await plannedAt(read, { warehouse, work, nowMs }),
    from: await originAt(read, warehouse, from),
  };
}

async function placeIn(
  read: Runner,
  { warehouse, goods }: ToPut,
  stage: Stage,
  { coming, from }: PutawayGround,
): Promise<LocationState | null> {
  for await (const locations of candidatesOf(read, warehouse, stage, goods, from)) {
    const found = pickIn(stage, goods, withComing(locations, coming), from);
    if (found) return found;
  }
  return null;
}
