import { badgeOfHands } from '#shared/ledger/location-type.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { remembered } from '../db/remember.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { lockReservationsBroughtBy, lockReservationsOfWork } from './reservations.queries.ts';

/** A place in somebody's hands, made when it is first needed. */
const ensureHands = statement<{ warehouse: string; code: string }>()((k, p) =>
  k
    .insertInto('location')
    .values({
      warehouse: p('warehouse'),
      code: p('code'),
      type: 'hands',
      zone: '',
      walk_sequence: 0,
      check_digit: '',
      capacity_plates: null,
      mixed_items: 1,
      mixed_lots: 1,
      fixed_item: null,
      active: 1,
      version: 1,
    })
    .onConflict((conflict) => conflict.doNothing()),
);

/** Asked once in a transaction for all of its picks. */
export async function ensureHandsOnce(trx: AppTrx, warehouse: string, code: string): Promise<void> {
  await remembered(trx, `hands ${warehouse} ${code}`, async () => {
    await trx.one(ensureHands, { warehouse, code });
    return 'there';
  });
}

/** What is in somebody's hands for work: picked for its orders, or on its way to a pick face; locked. */
export async function lockInHandFor(
  trx: AppTrx,
  work: { readonly id: string; readonly type: string } | undefined,
): Promise<Reservation[]> {
  if (!work) return [];
  const isBrought = work.type === 'replenish';
  const goods = isBrought ? await lockReservationsBroughtBy(trx, work.id) : await lockReservationsOfWork(trx, work.id);
  return goods.filter(({ state, location }) => (isBrought || state === 'picked') && badgeOfHands(location) !== null);
}
