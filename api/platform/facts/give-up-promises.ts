import { invariant } from '#shared/kernel/invariant.ts';
import type { AppTrx } from '../store.ts';
import { giveUpLine } from './outbound-orders.queries.ts';
import { lockReservationsOfOrder, unreserve } from './reservations.queries.ts';

/** Gives so much back of what is promised to the order itself for a line. */
export async function giveUpPromises(
  trx: AppTrx,
  { orderKey, line, quantityBase }: { readonly orderKey: string; readonly line: number; readonly quantityBase: number },
): Promise<void> {
  if (quantityBase === 0) return;
  let leftBase = quantityBase;
  for (const reservation of await lockReservationsOfOrder(trx, orderKey)) {
    if (reservation.line !== line || reservation.state !== 'order') continue;
    const partBase = Math.min(leftBase, reservation.quantityBase);
    if (partBase === 0) break;
    await unreserve(trx, reservation, partBase);
    leftBase -= partBase;
  }
  invariant(leftBase === 0, `line ${line} of ${orderKey} is promised what it counts`);
  await trx.one(giveUpLine, { orderKey, line, quantityBase });
}
