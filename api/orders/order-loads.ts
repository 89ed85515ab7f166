import { invariant } from '#shared/kernel/invariant.ts';
import { expectOnLoad, makeLoad, publishLoad, putShipment } from '../platform/facts/loads.queries.ts';
import {
  copyOverPercent,
  dropLoad,
  dropLoadLines,
  dropShipment,
  moveLoad,
  openLoads,
} from '../platform/facts/own-loads.queries.ts';
import { lacking, refillOwnLoad } from '../platform/facts/own-loads.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import type { AppTrx } from '../platform/store.ts';

interface Order {
  readonly orderKey: string;
  readonly sourceSystem: string;
  readonly warehouse: string;
  readonly isNew: boolean;
}

/**
 * Makes the loads of an order what the order is now: those that plan it copy its over-delivery and forget lines that are
 * gone. Where the source system has loads made with the message, one is to bring all that no other does.
 */
export async function keepLoads(trx: AppTrx, order: Order): Promise<void> {
  const { orderKey, sourceSystem, isNew } = order;
  const { inboundLoadCreation } = await settingsOf(trx, sourceSystem);
  if (isNew && inboundLoadCreation !== 'at-message') return;
  const loads = isNew ? [] : await trx.all(openLoads, { orderKey });
  if (!isNew) {
    await trx.one(copyOverPercent, { orderKey });
    await trx.one(dropLoadLines, { orderKey });
  }
  const own = loads.find((load) => load.made_by === 'message');
  if (own) await moveOwn(trx, order, own);
  else if (inboundLoadCreation === 'at-message' && loads.length === 0) await makeOwn(trx, order);
  for (const { load_number: load, warehouse } of loads) publishLoad(trx, load, warehouse);
}

/** A cancelled order of which nothing came is on no load any more. */
export async function leaveLoads(trx: AppTrx, orderKey: string): Promise<void> {
  const loads = await trx.all(openLoads, { orderKey });
  if (loads.length === 0) return;
  await trx.one(dropLoadLines, { orderKey });
  for (const { load_number: load, warehouse } of loads) {
    const isOff = await trx.one(dropShipment, { orderKey, load });
    if (isOff) await trx.one(dropLoad, { load });
    publishLoad(trx, load, warehouse);
  }
}

async function makeOwn(trx: AppTrx, { orderKey, sourceSystem, warehouse }: Order): Promise<void> {
  const lines = await lacking(trx, orderKey, '');
  if (lines.length === 0) return;
  const made = await makeLoad(trx, { warehouse, sourceSystem, madeBy: 'message' });
  invariant(made, 'a load of the series has a number that is free');
  await putShipment(trx, { ...made, orderKey });
  for (const line of lines) await expectOnLoad(trx, { load: made.load, orderKey, ...line });
  publishLoad(trx, made.load, warehouse);
}

/** The order's own load goes where the order goes, and brings what it asks for now. */
async function moveOwn(
  trx: AppTrx,
  { orderKey, warehouse }: Order,
  own: { readonly load_number: string; readonly warehouse: string },
): Promise<void> {
  if (own.warehouse !== warehouse) await trx.one(moveLoad, { load: own.load_number, warehouse });
  await refillOwnLoad(trx, orderKey);
}
