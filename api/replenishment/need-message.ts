import { itemKey } from '#shared/ledger/item-key.ts';
import {
  decideCancelNeed,
  decideNeed,
  type NeedDocument,
  type NeedFacts,
  needCancellation,
  needDocument,
} from '#shared/replenishment/need.ts';
import type { NeedKey } from '../platform/facts/fill-requests.queries.ts';
import { locationFacts, locationsWithCodes } from '../platform/facts/locations.queries.ts';
import { facesOfItem } from '../platform/facts/replenish-work.queries.ts';
import { reachOf } from '../platform/facts/source-systems.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { type MessageKind, messageOperation } from '../platform/message-kind.ts';
import type { AppTrx } from '../platform/store.ts';
import { meet } from './meet-need.ts';
import { needsOf } from './needs.queries.ts';
import { candidatesToBring } from './reserve.queries.ts';
import { underWayTo } from './waiting.queries.ts';
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
    facts: (trx, { sourceSystem, messageId, document }) => {
      return needFacts(trx, { sourceSystem, number: document.requestNumber ?? messageId }, document);
    },
    decide: decideNeed,
    apply: async (trx, { sourceSystem, messageId, document }, { item, face, meeting, priority }, { commandId }) => {
      const { warehouse } = document;
      const need = { sourceSystem, number: document.requestNumber ?? messageId };
      await withdrawNeed(trx, need, commandId);
      await meet(trx, { ...need, commandId, warehouse }, { item, face, priority }, meeting);
    },
  }),
  cancel: messageOperation({
    document: needCancellation,
    facts: async (trx, { sourceSystem, document: { requestNumber } }, { supersedesEarlier }) => {
      const needs = await trx.all(needsOf, { sourceSystem, number: requestNumber });
      return { isKnown: needs.length > 0, supersedesEarlier };
    },
    decide: decideCancelNeed,
    apply: async (trx, { sourceSystem, document: { requestNumber: number } }, _plan, { commandId }) => {
      await withdrawNeed(trx, { sourceSystem, number }, commandId);
    },
  }),
};

async function needFacts(
  trx: AppTrx,
  need: NeedKey,
  { warehouse, item: number, location }: NeedDocument,
): Promise<NeedFacts> {
  const { sourceSystem } = need;
  const warehouses = (await reachOf(trx, sourceSystem))?.warehouses ?? [];
  const key = itemKey(sourceSystem, number);
  const [item = null] = warehouses.includes(warehouse) ? await itemsByKey(trx, [key]) : [];
  if (!item) return { warehouses, item, places: [], candidates: [] };
  const named = location ? await locationFacts(trx, warehouse, location) : null;
  const codes = location ? [] : (await trx.all(facesOfItem, { warehouse, itemKey: key })).map(({ code }) => code);
  const known = named ? [named] : await locationsWithCodes(trx, warehouse, codes);
  const own = new Set((await trx.all(needsOf, need)).map(({ work }) => work));
  const places = [];
  for (const place of known) {
    const underWay = await underWayTo(trx, { warehouse, face: place.code, itemKey: key });
    places.push({ ...place, underWay: underWay.filter(({ work }) => !own.has(work)) });
  }
  return { warehouses, item, places, candidates: await candidatesToBring(trx, warehouse, key, need) };
}
