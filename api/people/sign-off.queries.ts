import { claimLeaseMs } from '#shared/ledger/claim-lease.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { openStatus } from '../platform/facts/literals.ts';
import type { AppTrx } from '../platform/store.ts';

/** A plate that somebody carries. */
export interface GoodsInHand {
  readonly work: string;
  readonly warehouse: string;
  readonly licensePlate: string;
}

const claimedWork = lockingStatement<{ badge: string; since: number }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['id', 'warehouse', 'license_plate'])
    .where('claimed_by', '=', p('badge'))
    .where('status', '=', openStatus)
    .where('claimed_at', '>', p('since'))
    .orderBy('id'),
);

const runOut = lockingStatement<{ badge: string; since: number }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['id', 'warehouse', 'license_plate'])
    .where('claimed_by', '=', p('badge'))
    .where('status', '=', openStatus)
    .where('claimed_at', '<=', p('since'))
    .orderBy('id'),
);

const dropClaim = statement<{ id: string }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ claimed_by: null, claimed_at: null, planned_location: null, version: eb('version', '+', 1) }))
    .where('id', '=', p('id')),
);

/** What somebody has in their hands: the plates of open work that they have taken along, and not long ago. */
export const goodsInHand = {
  read: async (read: Runner, badge: string, nowMs: number) =>
    (await read.all(claimedWork.read, { badge, since: nowMs - claimLeaseMs })).map(goodsOf),
  lock: async (trx: AppTrx, badge: string) =>
    (await trx.all(claimedWork.lock[trx.dialect], { badge, since: trx.now - claimLeaseMs })).map(goodsOf),
};

/** Plates that they took along so long ago that anybody may have taken them since. */
export async function lockClaimsRunOut(trx: AppTrx, badge: string): Promise<GoodsInHand[]> {
  return (await trx.all(runOut.lock[trx.dialect], { badge, since: trx.now - claimLeaseMs })).map(goodsOf);
}

function goodsOf(row: { id: string; warehouse: string; license_plate: string | null }): GoodsInHand {
  return { work: row.id, warehouse: row.warehouse, licensePlate: row.license_plate ?? '' };
}

/** Nobody carries the goods any more; their work stays open for whoever takes them. */
export async function layDown(trx: AppTrx, goods: readonly GoodsInHand[]): Promise<void> {
  for (const { work, warehouse } of goods) {
    await trx.one(dropClaim, { id: work });
    trx.publish({ kind: 'thing', thing: 'work', key: work, warehouse, deleted: false });
  }
}
