import { sql } from 'kysely';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';

/**
 * What happened behind a device's back: after the position it had (`knownAt`) and not by itself. Asked only when a rule
 * has said no, to tell a fact that no longer fits (held) from what the device could know (refused). A device that does
 * not say what it knew is taken to have known everything.
 */
export interface Knowledge {
  readonly device: string;
  readonly knownAt: number | null;
}

/** The instant up to which a device had seen stock change: that of the last change at or below its position. */
const seenUntil = statement<{ position: number }>()((k, p) =>
  k
    .selectFrom('inventory_delta')
    .select('at')
    .where('position', '<=', p('position'))
    .orderBy('position', 'desc')
    .limit(1),
);

const tookFromPlate = statement<{ licensePlate: string; device: string; after: number }>()((k, p) =>
  k
    .selectFrom('ledger_entry')
    .select('id')
    .where('from_plate', '=', p('licensePlate'))
    .where('device', '<>', p('device'))
    .where('recorded_at', '>', p('after'))
    .limit(1),
);

/** Word for word the condition of the indexes `ledger_from` and `ledger_to`. */
const leavesAPlaceInside = sql<boolean>`substr(from_location, 1, 1) <> '@'`;

const tookFromPlace = statement<{
  warehouse: string;
  location: string;
  itemKey: string;
  device: string;
  after: number;
}>()((k, p) =>
  k
    .selectFrom('ledger_entry')
    .select('id')
    .where('from_location', '=', p('location'))
    .where(leavesAPlaceInside)
    .where('warehouse', '=', p('warehouse'))
    .where('item_key', '=', p('itemKey'))
    .where('device', '<>', p('device'))
    .where('recorded_at', '>', p('after'))
    .limit(1),
);

const broughtTo = statement<{ warehouse: string; location: string; device: string; after: number }>()((k, p) =>
  k
    .selectFrom('ledger_entry')
    .select('id')
    .where('to_location', '=', p('location'))
    .where(leavesAPlaceInside)
    .where('warehouse', '=', p('warehouse'))
    .where('device', '<>', p('device'))
    .where('recorded_at', '>', p('after'))
    .limit(1),
);

const changeOf = statement<{ kind: string; key: string; position: number }>()((k, p) =>
  k
    .selectFrom('thing_change')
    .select('position')
    .where('kind', '=', p('kind'))
    .where('thing_key', '=', p('key'))
    .where('position', '>', p('position'))
    .limit(1),
);

/** The instant after which stock changed without the device knowing; null when it knew, or is taken to have known. */
export async function unseenSince(trx: AppTrx, { knownAt }: Knowledge): Promise<number | null> {
  if (knownAt === null) return null;
  return (await trx.one(seenUntil, { position: knownAt }))?.at ?? 0;
}

/** Whether others took goods off a plate that the device did not see. */
export async function othersTookFromPlate(trx: AppTrx, licensePlate: string, by: Knowledge): Promise<boolean> {
  const after = await unseenSince(trx, by);
  if (after === null) return false;
  return (await trx.one(tookFromPlate, { licensePlate, device: by.device, after })) !== undefined;
}

/** Whether others took goods of an item from a place that the device did not see. */
export async function othersTookFromPlace(
  trx: AppTrx,
  place: { readonly warehouse: string; readonly location: string; readonly itemKeys: readonly string[] },
  by: Knowledge,
): Promise<boolean> {
  const after = await unseenSince(trx, by);
  if (after === null) return false;
  const { warehouse, location, itemKeys } = place;
  for (const itemKey of itemKeys) {
    const taken = await trx.one(tookFromPlace, { warehouse, location, itemKey, device: by.device, after });
    if (taken) return true;
  }
  return false;
}

/** Whether others brought goods to a place that the device did not see. */
export async function othersBroughtTo(
  trx: AppTrx,
  place: { readonly warehouse: string; readonly location: string },
  by: Knowledge,
): Promise<boolean> {
  const after = await unseenSince(trx, by);
  if (after === null) return false;
  return (await trx.one(broughtTo, { ...place, device: by.device, after })) !== undefined;
}

/** Whether a thing that devices keep a copy of changed after the device's position. */
export async function changedSince(trx: AppTrx, kind: string, key: string, by: Knowledge): Promise<boolean> {
  if (by.knownAt === null) return false;
  return (await trx.one(changeOf, { kind, key, position: by.knownAt })) !== undefined;
}
