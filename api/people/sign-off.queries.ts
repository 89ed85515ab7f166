import { sql } from 'kysely';
import { claimLeaseMs } from '#shared/ledger/claim-lease.ts';
import { handsOf } from '#shared/ledger/location-type.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { publishCountWork } from '../platform/facts/count-work.queries.ts';
import { openStatus } from '../platform/facts/literals.ts';
import type { AppTrx } from '../platform/store.ts';

/** A plate that somebody carries. */
export interface PlateInHand {
  readonly work: string;
  readonly warehouse: string;
  readonly licensePlate: string;
}

/** What somebody carries: plates of put-away, and goods that they have picked and not put down. */
export interface GoodsInHand {
  readonly plates: readonly PlateInHand[];
  readonly picked: readonly { readonly warehouse: string; readonly item: string }[];
}

/** Who takes a put-away takes its plate along. Whoever takes other work has nothing in hand until they pick. */
const plateWork = sql.lit('putaway');

const claimedPlates = lockingStatement<{ badge: string; since: number }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['id', 'warehouse', 'license_plate'])
    .where('claimed_by', '=', p('badge'))
    .where('status', '=', openStatus)
    .where('type', '=', plateWork)
    .where('claimed_at', '>', p('since'))
    .orderBy('id'),
);

const inHands = statement<{ location: string }>()((k, p) =>
  k
    .selectFrom('warehouse as w')
    .innerJoin('reservation as r', 'r.warehouse', 'w.code')
    .innerJoin('item as i', 'i.item_key', 'r.item_key')
    .select(['r.warehouse', 'i.number'])
    .distinct()
    .where('r.location', '=', p('location'))
    // In the words of the partial index, or it would not serve.
    .where('r.state', '<>', sql.lit('shipped'))
    .orderBy('i.number'),
);

const runOut = lockingStatement<{ badge: string; since: number }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['id', 'warehouse', 'license_plate'])
    .where('claimed_by', '=', p('badge'))
    .where('status', '=', openStatus)
    .where('type', '=', plateWork)
    .where('claimed_at', '<=', p('since'))
    .orderBy('id'),
);

const otherWork = lockingStatement<{ badge: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['id', 'warehouse', 'type'])
    .where('claimed_by', '=', p('badge'))
    .where('status', '=', openStatus)
    .where('type', '<>', plateWork)
    .orderBy('id'),
);

const otherSession = statement<{ badge: string; session: string; at: number }>()((k, p) =>
  k
    .selectFrom('session')
    .select('id')
    .where('badge', '=', p('badge'))
    .where('id', '<>', p('session'))
    .where('ended_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', p('at'))
    .limit(1),
);

const dropClaim = statement<{ id: string }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ claimed_by: null, claimed_at: null, planned_location: null, version: eb('version', '+', 1) }))
    .where('id', '=', p('id')),
);

/**
 * What somebody has in their hands: the plates of open work that they have taken along, and not long ago, and what they
 * have picked.
 */
export const goodsInHand = {
  read: async (read: Runner, badge: string, nowMs: number): Promise<GoodsInHand> => ({
    plates: (await read.all(claimedPlates.read, { badge, since: nowMs - claimLeaseMs })).map(plateOf),
    picked: await pickedBy(read, badge),
  }),
  lock: async (trx: AppTrx, badge: string): Promise<GoodsInHand> => ({
    plates: (await trx.all(claimedPlates.lock[trx.dialect], { badge, since: trx.now - claimLeaseMs })).map(plateOf),
    picked: await pickedBy(trx, badge),
  }),
};

async function pickedBy(read: Runner, badge: string): Promise<GoodsInHand['picked']> {
  const rows = await read.all(inHands, { location: handsOf(badge) });
  return rows.map(({ warehouse, number }) => ({ warehouse, item: number }));
}

/** Plates that they took along so long ago that anybody may have taken them since. */
export async function lockClaimsRunOut(trx: AppTrx, badge: string): Promise<PlateInHand[]> {
  return (await trx.all(runOut.lock[trx.dialect], { badge, since: trx.now - claimLeaseMs })).map(plateOf);
}

function plateOf(row: { id: string; warehouse: string; license_plate: string | null }): PlateInHand {
  return { work: row.id, warehouse: row.warehouse, licensePlate: row.license_plate ?? '' };
}

/** Nobody carries the plates any more; their work stays open for whoever takes them. */
export async function layDown(trx: AppTrx, plates: readonly PlateInHand[]): Promise<void> {
  for (const { work, warehouse } of plates) {
    await trx.one(dropClaim, { id: work });
    trx.publish({ kind: 'thing', thing: 'work', key: work, warehouse, deleted: false });
  }
}

/** Gives back what somebody has taken and picked nothing of, unless they are signed in on another device too. */
export async function giveBackWork(trx: AppTrx, badge: string, session: string): Promise<void> {
  if (await trx.one(otherSession, { badge, session, at: trx.now })) return;
  for (const { id, warehouse, type } of await trx.all(otherWork.lock[trx.dialect], { badge })) {
    await trx.one(dropClaim, { id });
    // Places to be counted are in sight of everybody; what is to be picked only of whoever has it.
    if (type === 'count') publishCountWork(trx, warehouse, id, false);
    else trx.publish({ kind: 'thing', thing: 'pickWork', key: id, warehouse, deleted: true });
  }
}
