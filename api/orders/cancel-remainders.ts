import { outboundLineStatusOf } from '#shared/ledger/outbound-status.ts';
import type { KnownOutboundLine } from '#shared/orders/known-outbound-order.ts';
import { cancelReleased } from '../platform/facts/cancel-released.ts';
import { giveUpPromises } from '../platform/facts/give-up-promises.ts';
import { changeOrderToReceive } from '../platform/facts/order-to-receive.ts';
import type { AppTrx } from '../platform/store.ts';
import { cancelLine } from './outbound-order.queries.ts';

/**
 * What is not picked of lines is no longer wanted: work for it is taken back, goods promised to it are free again. What is
 * picked is still to be shipped, and its line stays open until it is. Answers the status that each line has now.
 */
export async function cancelRemainders(
  trx: AppTrx,
  { orderKey, commandId }: { readonly orderKey: string; readonly commandId: string },
  lines: readonly KnownOutboundLine[],
  reason: string | null,
): Promise<Map<number, string>> {
  const statuses = new Map<number, string>();
  for (const known of lines) {
    const { lineNumber: line, quantityBase, pickedBase, shippedBase, reservedBase } = known;
    if (known.status !== 'open') continue;
    if (known.releasedBase > pickedBase) {
      await cancelReleased(trx, { orderKey, line, promises: 'give-up', commandId });
    }
    await giveUpPromises(trx, { orderKey, line, quantityBase: reservedBase });
    const cancelledBase = Math.max(0, quantityBase - pickedBase);
    const status = outboundLineStatusOf({ quantityBase, shippedBase, cancelledBase });
    await trx.one(cancelLine, { orderKey, line, status, cancelledBase, reason });
    statuses.set(line, status);
  }
  await changeOrderToReceive(trx, orderKey);
  return statuses;
}
