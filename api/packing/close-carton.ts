import { type CloseCartonBody, closeCarton, decideCloseCarton } from '#shared/packing/close-carton.ts';
import { handler } from '../platform/handler.ts';
import { cartonFacts, dropCarton, endCarton } from './carton.queries.ts';

export const closeCartonHandler = handler({
  operation: closeCarton,
  facts: (trx, { body }: { readonly body: CloseCartonBody }) => cartonFacts(trx, body.carton),
  decide: decideCloseCarton,
  apply: async (trx, { warehouse }, { plan }) => {
    const { carton, shipment, weightGrams, trackingNumber, isDiscarded } = plan;
    if (isDiscarded) await trx.one(dropCarton, { carton });
    else await trx.one(endCarton, { carton, weightGrams, trackingNumber, at: trx.now });
    trx.publish({ kind: 'thing', thing: 'shipment', key: shipment, warehouse, deleted: false });
    return undefined;
  },
});
