import { claimRenewalMs, isClaimed } from '#shared/ledger/claim-lease.ts';
import type { ClaimFacts, ClaimPlan } from '#shared/putaway/claim.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { openStatus } from '../platform/facts/literals.ts';
import { findPlate, takePlate, workOfPlate } from '../platform/facts/plates.queries.ts';
import type { AppTrx } from '../platform/store.ts';

const openWork = lockingStatement<{ licensePlate: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['id', 'claimed_by', 'claimed_at'])
    .where('license_plate', '=', p('licensePlate'))
    .where('status', '=', openStatus)
    .limit(1),
);

const setClaim = statement<{ id: string; by: string | null; at: number | null; to: string | null }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({
      claimed_by: p('by'),
      claimed_at: p('at'),
      planned_location: p('to'),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', p('id')),
);

const lengthen = statement<{ badge: string; at: number; before: number }>()((k, p) =>
  k
    .updateTable('work')
    .set({ claimed_at: p('at') })
    .where('claimed_by', '=', p('badge'))
    .where('type', '=', 'putaway')
    .where('status', '=', openStatus)
    .where('claimed_at', '<', p('before'))
    .returning(['id', 'warehouse']),
);

/** A plate with its open put-away, locked. */
export async function claimFacts(trx: AppTrx, licensePlate: string): Promise<ClaimFacts> {
  const plate = await takePlate(trx, licensePlate);
  const work = plate && (await trx.one(openWork.lock[trx.dialect], { licensePlate: plate.number }));
  if (work) {
    const { id, claimed_by: claimedBy, claimed_at: claimedAt } = work;
    return { plate, work: { id, claimedBy, isExpired: !isClaimed(claimedBy, claimedAt, trx.now) }, carrier: null };
  }
  return { plate, work: null, carrier: await carrierOf(trx, plate?.parent ?? null) };
}

/** The first plate from this one downwards that waits to be put away. */
async function carrierOf(trx: AppTrx, plate: string | null): Promise<string | null> {
  if (plate === null || (await workOfPlate(trx, plate)) !== null) return plate;
  return carrierOf(trx, (await findPlate(trx, plate))?.parent ?? null);
}

/** Writes who carries the plate, or that nobody does. */
export async function keepClaim(trx: AppTrx, { work: id, by, to }: ClaimPlan, warehouse: string): Promise<void> {
  await trx.one(setClaim, { id, by, to, at: by === null ? null : trx.now });
  trx.publish({ kind: 'thing', thing: 'work', key: id, warehouse, deleted: false });
}

/** Somebody who carries plates was heard of: all of them are theirs for longer. */
export async function renewClaims(trx: AppTrx, badge: string): Promise<void> {
  const renewed = await trx.all(lengthen, { badge, at: trx.now, before: trx.now - claimRenewalMs });
  for (const { id: key, warehouse } of renewed) {
    trx.publish({ kind: 'thing', thing: 'work', key, warehouse, deleted: false });
  }
}
