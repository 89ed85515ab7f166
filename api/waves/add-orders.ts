import type { Command } from '#shared/command/envelope.ts';
import { type AddOrdersBody, type AddOrdersFacts, addOrders, decideAddOrders } from '#shared/waves/add-orders.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { otherWavesOf } from './create.ts';
import { headsMeant } from './order-heads.ts';
import { waveMeant } from './release-facts.ts';
import { gatherOrder } from './write-release.queries.ts';

export const addOrdersHandler = handler({
  operation: addOrders,
  facts,
  decide: decideAddOrders,
  apply: async (trx, _command, { plan: { wave, orders } }) => {
    for (const orderKey of orders) await trx.one(gatherOrder, { wave, orderKey, part: null });
    return undefined;
  },
});

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<AddOrdersBody>): Promise<AddOrdersFacts> {
  const wave = await waveMeant(trx, warehouse, asked.wave);
  const { heads, unknown } = await headsMeant(trx, warehouse, asked.orders, asked.sourceSystem);
  return { wave, heads, unknown, inOtherWave: await otherWavesOf(trx, heads, wave?.wave ?? '') };
}
