import type { Command } from '#shared/command/envelope.ts';
import type { MeantOrder } from '#shared/orders/order-meant.ts';
import type { AppTrx } from '../platform/store.ts';
import { knownOutboundOrder } from './known-outbound-order.ts';
import { outboundNamed } from './outbound-order.queries.ts';

interface Named {
  readonly order: string;
  readonly sourceSystem?: string | undefined;
}

/** The orders of the command's warehouse that go by the number it names, locked in the order of their keys. */
export async function meantOrders(trx: AppTrx, { body, warehouse }: Command<Named>): Promise<MeantOrder[]> {
  const meant: MeantOrder[] = [];
  for (const row of await trx.all(outboundNamed, { order: body.order, warehouse })) {
    if (body.sourceSystem !== undefined && body.sourceSystem !== row.source_system) continue;
    const known = await knownOutboundOrder(trx, row.order_key);
    if (known) meant.push({ ...known, key: row.order_key, sourceSystem: row.source_system });
  }
  return meant;
}
