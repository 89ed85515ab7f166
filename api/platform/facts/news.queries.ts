import { type RawBuilder, sql } from 'kysely';
import { type ParameterOf, statement } from '../db/statement.ts';
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
export const seenUntil = statement<{ position: number }>()((k, p) =>
  k
    .selectFrom('inventory_delta')
    .select('at')
    .where('position', '<=', p('position'))
    .orderBy('position', 'desc')
    .limit(1),
);

/** What a device had seen of stock, in the parameters of a statement. */
export interface Seen {
  /** The instant of the newest change up to its position: what was recorded later, it had not seen. */
  readonly after: number;
  /** What was recorded before this instant, it had seen. */
  readonly from: number;
  /** What was recorded between, it had seen where that has a position above `above` and up to `known`, its own. */
  readonly known: number;
  readonly above: number;
}

/** Longer than a transaction waits: an entry is published no later than that after the instant it notes. */
const publishedWithinMs = 15_000;
/** Where more is published in that time, goods are rather kept for a person than refused. */
const positionsLookedAt = 5000;

/**
 * Whether an entry became known only after the device's position. Mostly its instant tells; one of the same moment, or of
 * a transaction that took its time, is looked up where positions are kept. One without a position is not published yet.
 */
export function isUnseen(id: string, recordedAt: string, p: ParameterOf<Seen>): RawBuilder<boolean> {
  const at = sql.ref(recordedAt);
  return sql<boolean>`${at} >= ${p('from')} and (${at} > ${p('after')} or not exists (select 1 from chain
    where position > ${p('above')} and position <= ${p('known')} and kind = 'ledger' and subject = ${sql.ref(id)}))`;
}

const tookFromPlate = statement<Seen & { licensePlate: string; device: string }>()((k, p) =>
  k
    .selectFrom('ledger_entry')
    .select('id')
    .where('from_plate', '=', p('licensePlate'))
    .where('device', '<>', p('device'))
    .where(isUnseen('ledger_entry.id', 'ledger_entry.recorded_at', p))
    .limit(1),
);

/** Word for word the conditions of the indexes `ledger_from_at` and `ledger_to_at`. */
const leavesAPlaceInside = sql<boolean>`substr(from_location, 1, 1) <> '@'`;
const isNoReceipt = sql<boolean>`from_location <> '@supplier'`;

const tookFromPlace = statement<Seen & { warehouse: string; location: string; itemKey: string; device: string }>()(
  (k, p) =>
    k
      .selectFrom('ledger_entry')
      .select('id')
      .where('from_location', '=', p('location'))
      .where(leavesAPlaceInside)
      .where('warehouse', '=', p('warehouse'))
      .where('item_key', '=', p('itemKey'))
      .where('device', '<>', p('device'))
      .where(isUnseen('ledger_entry.id', 'ledger_entry.recorded_at', p))
      .limit(1),
);

const broughtTo = statement<Seen & { warehouse: string; location: string; device: string }>()((k, p) =>
  k
    .selectFrom('ledger_entry')
    .select('id')
    .where('to_location', '=', p('location'))
    .where(isNoReceipt)
    .where(leavesAPlaceInside)
    .where('warehouse', '=', p('warehouse'))
    .where('device', '<>', p('device'))
    .where(isUnseen('ledger_entry.id', 'ledger_entry.recorded_at', p))
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

/** What a device had seen of stock; null when it knew all, or is taken to have known. */
export async function seenBy(trx: AppTrx, { knownAt }: Knowledge): Promise<Seen | null> {
  if (knownAt === null) return null;
  const after = (await trx.one(seenUntil, { position: knownAt }))?.at ?? 0;
  return { after, from: after - publishedWithinMs, known: knownAt, above: knownAt - positionsLookedAt };
}

/** Whether others took goods off a plate that the device did not see. */
export async function othersTookFromPlate(trx: AppTrx, licensePlate: string, by: Knowledge): Promise<boolean> {
  const seen = await seenBy(trx, by);
  if (seen === null) return false;
  return (await trx.one(tookFromPlate, { ...seen, licensePlate, device: by.device })) !== undefined;
}

/** Whether others took goods of an item from a place that the device did not see. */
export async function othersTookFromPlace(
  trx: AppTrx,
  place: { readonly warehouse: string; readonly location: string; readonly itemKeys: readonly string[] },
  by: Knowledge,
): Promise<boolean> {
  const seen = await seenBy(trx, by);
  if (seen === null) return false;
  const { warehouse, location, itemKeys } = place;
  for (const itemKey of itemKeys) {
    const taken = await trx.one(tookFromPlace, { ...seen, warehouse, location, itemKey, device: by.device });
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
  const seen = await seenBy(trx, by);
  if (seen === null) return false;
  return (await trx.one(broughtTo, { ...seen, ...place, device: by.device })) !== undefined;
}

/** Whether a thing that devices keep a copy of changed after the device's position. */
export async function changedSince(trx: AppTrx, kind: string, key: string, by: Knowledge): Promise<boolean> {
  if (by.knownAt === null) return false;
  return (await trx.one(changeOf, { kind, key, position: by.knownAt })) !== undefined;
}
