import { faultsOfItem, type ItemDocument, itemCancellation, itemDocument } from '#shared/catalogue/item-document.ts';
import { decidePutItem, type PutItemFacts, type PutItemPlan } from '#shared/catalogue/put-item.ts';
import { accepted, faulty } from '#shared/command/message-verdict.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { canonicalJson } from '../platform/canonical-json.ts';
import { type MessageKind, messageOperation } from '../platform/message-kind.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  barcodeTable,
  deactivateItem,
  dropBarcodes,
  dropUnits,
  entryOfItem,
  itemTable,
  knownItem,
  orderLineOfItem,
  outboundLineOfItem,
  stockBySerials,
  unitTable,
} from './item.queries.ts';

interface StoredItem {
  readonly base_unit: string;
  readonly decimals: number;
  readonly serial_tracked: number;
  readonly document: string;
  readonly version: number;
}

type Facts = PutItemFacts & { readonly stored: StoredItem | undefined };

/** Items as ERPs describe them. */
export const itemMessages: MessageKind = {
  type: 'item',
  member: 'item',
  faults: faultsOfItem,
  laneOf: (document) => `item:${(document as ItemDocument).number}`,
  orderNumberOf: () => null,
  warehouseOf: () => null,
  upsert: messageOperation<ItemDocument, Facts, PutItemPlan>({
    document: itemDocument,
    facts: async (trx, { sourceSystem, document }) => {
      const key = itemKey(sourceSystem, document.number);
      const stored = await trx.one(knownItem.lock[trx.dialect], { itemKey: key });
      if (!stored) return { known: null, isInUse: false, hasStock: none, stored };
      const isSameScale = stored.base_unit === document.baseUnit && stored.decimals === (document.decimals ?? 0);
      const isSerialTracked = stored.serial_tracked === 1;
      const isSameTracking = isSerialTracked === (document.tracking?.serial ?? false);
      return {
        known: { baseUnit: stored.base_unit, decimals: stored.decimals, isSerialTracked },
        isInUse: !isSameScale && (await isInUse(trx, key)),
        hasStock: isSameTracking ? none : await stockOf(trx, key),
        stored,
      };
    },
    decide: decidePutItem,
    apply: (trx, _message, plan, _context, { stored }) => writeItem(trx, plan, stored),
  }),
  cancel: messageOperation({
    document: itemCancellation,
    facts: async (trx, { sourceSystem, document }) => {
      const key = itemKey(sourceSystem, document.number);
      return { key, stored: await trx.one(knownItem.lock[trx.dialect], { itemKey: key }) };
    },
    decide: ({ document }, { key, stored }) => {
      if (stored) return accepted({ key, document: stored.document });
      const params = { item: document.number };
      return faulty([{ pointer: '/item/number', code: 'item.not_found', params, value: document.number }]);
    },
    apply: async (trx, _message, { key, document }) => {
      const inactive = JSON.stringify({ ...JSON.parse(document), status: 'inactive' });
      await trx.one(deactivateItem, { itemKey: key, document: inactive, at: trx.now });
      publishItem(trx, key);
    },
  }),
};

const none = { withSerials: false, withoutSerials: false };

async function stockOf(trx: AppTrx, itemKey: string): Promise<PutItemFacts['hasStock']> {
  const found = (await trx.all(stockBySerials, { itemKey })).map((row) => row.has_serial);
  return { withSerials: found.includes(1), withoutSerials: found.includes(0) };
}

async function isInUse(trx: AppTrx, itemKey: string): Promise<boolean> {
  const found =
    (await trx.one(entryOfItem, { itemKey })) ??
    (await trx.one(orderLineOfItem, { itemKey })) ??
    (await trx.one(outboundLineOfItem, { itemKey }));
  return found !== undefined;
}

/** What is said again as it was changes nothing, so that copies of the item stay fresh. */
async function writeItem(trx: AppTrx, plan: PutItemPlan, stored: StoredItem | undefined): Promise<void> {
  const { key, units, barcodes } = plan;
  const isSame = stored && canonicalJson(JSON.parse(stored.document)) === canonicalJson(plan.document);
  if (isSame) return;
  trx.memory.clear();
  await itemTable.put(trx, [rowOf(plan, (stored?.version ?? 0) + 1, trx.now)]);
  const before = stored && (JSON.parse(stored.document) as ItemDocument);
  const isAsBefore = (members: readonly (keyof ItemDocument)[]) =>
    before && members.every((member) => canonicalJson(before[member]) === canonicalJson(plan.document[member]));
  if (!isAsBefore(['units'])) {
    if (stored) await trx.one(dropUnits, { itemKey: key });
    await unitTable.insert(
      trx,
      units.map((unit) => ({ item_key: key, ...unit })),
    );
  }
  if (!isAsBefore(['barcodes', 'baseUnit'])) {
    if (stored) await trx.one(dropBarcodes, { itemKey: key });
    const codes = barcodes.map(({ code, unit, quantity }) => {
      return { code, item_key: key, unit, quantity: String(quantity) };
    });
    // What people had bound the source system says itself by now.
    if (stored) await barcodeTable.remove(trx, codes);
    await barcodeTable.insert(trx, codes);
  }
  publishItem(trx, key);
}

function publishItem(trx: AppTrx, key: string): void {
  trx.publish({ kind: 'thing', thing: 'item', key, warehouse: '', deleted: false });
}

function rowOf(plan: PutItemPlan, version: number, now: number) {
  return {
    item_key: plan.key,
    source_system: plan.sourceSystem,
    number: plan.number,
    description: plan.description,
    base_unit: plan.baseUnit,
    decimals: plan.decimals,
    lot_tracked: plan.isLotTracked ? 1 : 0,
    serial_tracked: plan.isSerialTracked ? 1 : 0,
    expiry_tracked: plan.isExpiryTracked ? 1 : 0,
    shelf_life_days: plan.shelfLifeDays,
    unit_cost: plan.unitCost === null ? null : String(plan.unitCost),
    abc_class: plan.abcClass,
    status: plan.status,
    document: JSON.stringify(plan.document),
    version,
    changed_at: now,
    category: plan.category ?? null,
    weight_milligrams: plan.weightMilligrams ?? null,
    volume_mm3: plan.volumeMm3 ?? null,
  };
}
