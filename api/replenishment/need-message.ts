import { itemKey } from '#shared/ledger/item-key.ts';
import {
  decideCancelNeed,
  decideNeed,
  type NeedDocument,
  type NeedFacts,
  needCancellation,
  needDocument,
} from '#shared/replenishment/need.ts';
import { locationFacts, locationsWithCodes } from '../platform/facts/locations.queries.ts';
import { facesOfItem } from '../platform/facts/replenish-work.queries.ts';
import { reachOf } from '../platform/facts/source-systems.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { type MessageKind, messageOperation } from '../platform/message-kind.ts';
import type { AppTrx } from '../platform/store.ts';
import { needsOf } from './needs.queries.ts';
import { candidatesToBring } from './reserve.queries.ts';
import { sendForParts } from './send-for-parts.ts';
import { withdrawNeed } from './withdraw-need.ts';

/** Goods that an ERP wants to be where they are picked. Sent anew, or taken back, only what nobody has fetched changes. */
export const needMessages: MessageKind = {
  type: 'replenishment-request',
  member: 'request',
  laneOf: (document) => {
    const { requestNumber, warehouse, item, location } = document as Partial<NeedDocument>;
    return `need:${requestNumber ?? [warehouse, item, location].join(':')}`;
  },
  orderNumberOf: () => null,
  warehouseOf: (document) => (document as Partial<NeedDocument>).warehouse ?? null,
  upsert: messageOperation({
    document: needDocument,
    facts: (trx, { sourceSystem, document }) => needFacts(trx, sourceSystem, document),
    decide: decideNeed,
    apply: async (trx, { sourceSystem, messageId, document }, { item, face, parts, priority }, { commandId }) => {
      const { warehouse } = document;
      const number = document.requestNumber ?? messageId;
      await withdrawNeed(trx, sourceSystem, number);
      const by = { commandId, warehouse, sourceSystem, number };
      await sendForParts(trx, by, { item, face, parts, priority });
    },
  }),
  cancel: messageOperation({
    document: needCancellation,
    facts: async (trx, { sourceSystem, document: { requestNumber } }, { supersedesEarlier }) => {
      const needs = await trx.all(needsOf, { sourceSystem, number: requestNumber });
      return { isKnown: needs.length > 0, supersedesEarlier };
    },
    decide: decideCancelNeed,
    apply: async (trx, { sourceSystem, document: { requestNumber } }) => {
      await withdrawNeed(trx, sourceSystem, requestNumber);
    },
  }),
};

async function needFacts(
  trx: AppTrx,
  sourceSystem: string,
  { warehouse, item: number, location }: NeedDocument,
): Promise<NeedFacts> {
  const warehouses = (await reachOf(trx, sourceSystem))?.warehouses ?? [];
  const key = itemKey(sourceSystem, number);
  const [item = null] = warehouses.includes(warehouse) ? await itemsByKey(trx, [key]) : [];
  if (!item) return { warehouses, item, places: [], candidates: [] };
  const named = location ? await locationFacts(trx, warehouse, location) : null;
  const codes = location ? [] : (await trx.all(facesOfItem, { warehouse, itemKey: key })).map(({ code }) => code);
  const places = named ? [named] : await locationsWithCodes(trx, warehouse, codes);
  return { warehouses, item, places, candidates: await candidatesToBring(trx, warehouse, key) };
}
