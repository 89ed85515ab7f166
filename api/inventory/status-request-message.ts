import {
  decideCancelStatusRequest,
  decideStatusRequest,
  type StatusRequest,
  type StatusRequestFacts,
  statusRequest,
  statusRequestCancellation,
} from '#shared/inventory/status-request.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { server } from '../platform/auth.ts';
import { holdOnLot } from '../platform/facts/lot-holds.queries.ts';
import { familyOf } from '../platform/facts/plate-family.queries.ts';
import { takePlate } from '../platform/facts/plates.queries.ts';
import {
  lockHoldersOf,
  lockPromisedAt,
  lockStockOfItem,
  placesOfItem,
} from '../platform/facts/promised-goods.queries.ts';
import { reachOf } from '../platform/facts/source-systems.queries.ts';
import { itemsByKey, lockItem } from '../platform/facts/stock-items.queries.ts';
import { post } from '../platform/ledger.ts';
import { type MessageKind, messageOperation } from '../platform/message-kind.ts';
import type { AppTrx } from '../platform/store.ts';
import { settleStatus } from './change-status.ts';
import { findPlace } from './place.queries.ts';

/** Goods that an ERP blocks, or lets go: its laboratory, or its customers, know something. */
export const statusRequestMessages: MessageKind = {
  type: 'inventory-status-change-request',
  member: 'request',
  laneOf: (document) => {
    const { requestNumber, warehouse, item } = document as Partial<StatusRequest>;
    return `status:${requestNumber ?? `${warehouse}:${item}`}`;
  },
  orderNumberOf: () => null,
  warehouseOf: (document) => (document as Partial<StatusRequest>).warehouse ?? null,
  upsert: messageOperation({
    document: statusRequest,
    facts: (trx, { sourceSystem, document }) => requestFacts(trx, sourceSystem, document),
    decide: decideStatusRequest,
    apply: async (trx, { document }, plan, { commandId }) => {
      const { warehouse } = document;
      const cause = { commandId, warehouse, operator: server.operator, device: 'server', occurredAt: trx.now };
      await post(trx, cause, plan.entries);
      await settleStatus(trx, { commandId, warehouse }, plan);
    },
  }),
  cancel: messageOperation({
    document: statusRequestCancellation,
    facts: async (_trx, _message, { supersedesEarlier }) => ({ supersedesEarlier }),
    decide: decideCancelStatusRequest,
    apply: async () => undefined,
  }),
};

async function requestFacts(
  trx: AppTrx,
  sourceSystem: string,
  { warehouse, item: number, location, licensePlate }: StatusRequest,
): Promise<StatusRequestFacts> {
  const warehouses = (await reachOf(trx, sourceSystem))?.warehouses ?? [];
  const key = itemKey(sourceSystem, number);
  const [item = null] = warehouses.includes(warehouse) ? await itemsByKey(trx, [key]) : [];
  const isPlaceKnown = !location || (await findPlace(trx, warehouse, location)) !== null;
  if (!item) return { warehouses, item, isPlaceKnown, rows: [], promised: [], heldLots: [] };
  await lockHoldersOf(trx, await placesOfItem(trx, warehouse, key));
  await lockItem(trx, key);
  const plates = licensePlate ? await platesMeant(trx, licensePlate) : null;
  const all = await lockStockOfItem(trx, warehouse, key);
  const rows = plates === null ? all : all.filter((row) => plates.includes(row.licensePlate));
  const promised = await lockPromisedAt(
    trx,
    rows.map((row) => ({ warehouse, location: row.location, item: key })),
  );
  const heldLots: string[] = [];
  for (const lot of new Set(rows.map((row) => row.lot))) {
    if ((await holdOnLot(trx, key, lot)) !== undefined) heldLots.push(lot);
  }
  return { warehouses, item, isPlaceKnown, rows, promised, heldLots };
}

/** A plate and those that stand on it. */
async function platesMeant(trx: AppTrx, licensePlate: string): Promise<readonly string[]> {
  const plate = await takePlate(trx, licensePlate);
  return plate ? familyOf(trx, plate.number) : [licensePlate];
}
