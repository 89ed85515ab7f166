import { accepted, faulty, type Message, type MessageVerdict } from '#shared/command/message-verdict.ts';
import type { FieldError } from '#shared/kernel/problem.ts';
import { toBase } from '#shared/kernel/quantity.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { type ItemUnit, isProblem, type StockItem, unitOf } from '#shared/ledger/stock-item.ts';
import type { ItemDocument } from './item-document.ts';
import { volumeMm3Of, weightMilligramsOf } from './item-measures.ts';

export interface PutItemFacts {
  /** The item as it is known; null when it is new. */
  readonly known: Pick<StockItem, 'baseUnit' | 'decimals' | 'isSerialTracked'> | null;
  /** Some of it is, was or was to be here: quantities of it are kept, and stay what they are. */
  readonly isInUse: boolean;
  /** There is stock of it with a serial number, and stock without one. */
  readonly hasStock: { readonly withSerials: boolean; readonly withoutSerials: boolean };
}

/** An item as it is to be written: everything that the document left open has its default. */
export interface PutItemPlan extends StockItem {
  readonly description: string;
  readonly shelfLifeDays: number | null;
  readonly unitCost: number | null;
  readonly abcClass: string | null;
  readonly status: 'active' | 'inactive';
  readonly barcodes: readonly { readonly code: string; readonly unit: string; readonly quantity: number }[];
  readonly document: ItemDocument;
}

/**
 * An item is described, for the first time or anew. Faults, all at once: `item.base_unit_in_use` and
 * `item.decimals_in_use` where either changes although stock, orders or the ledger know the item (they keep quantities in
 * steps of them, also of what has long gone); `item.stock_without_serials` and `item.stock_with_serials` where serial
 * tracking begins or ends while there is such stock, which nobody could take any more; for each barcode
 * `item.unit_unknown`, `quantity.too_precise`, `quantity.too_large`.
 */
export function decidePutItem(message: Message<ItemDocument>, facts: PutItemFacts): MessageVerdict<PutItemPlan> {
  const { document } = message;
  const item = itemOf(message.sourceSystem, document);
  const barcodes = (document.barcodes ?? []).map(({ code, unit, quantity }) => ({
    code,
    unit: unit ?? document.baseUnit,
    quantity: quantity ?? 1,
  }));
  const errors = [...faultsOfUse(item, facts), ...barcodes.flatMap((barcode, index) => faultsOf(item, barcode, index))];
  if (errors.length > 0) return faulty(errors);
  return accepted({
    ...item,
    description: document.description ?? document.number,
    shelfLifeDays: document.shelfLifeDays ?? null,
    unitCost: document.unitCost ?? null,
    abcClass: document.abcClass ?? null,
    status: document.status ?? 'active',
    barcodes,
    document,
  });
}

function itemOf(sourceSystem: string, document: ItemDocument): StockItem {
  return {
    key: itemKey(sourceSystem, document.number),
    number: document.number,
    sourceSystem,
    baseUnit: document.baseUnit,
    decimals: document.decimals ?? 0,
    isLotTracked: document.tracking?.lot ?? false,
    isSerialTracked: document.tracking?.serial ?? false,
    isExpiryTracked: document.tracking?.expiry ?? false,
    units: (document.units ?? []) satisfies readonly ItemUnit[],
    weightMilligrams: weightMilligramsOf(document),
    volumeMm3: volumeMm3Of(document),
    category: document.category ?? null,
  };
}

function faultsOfUse(item: StockItem, facts: PutItemFacts): FieldError[] {
  return [...(facts.isInUse ? faultsOfScale(item, facts) : []), ...faultsOfSerials(item, facts)];
}

function faultsOfSerials(item: StockItem, { known, hasStock }: PutItemFacts): FieldError[] {
  if (!known || known.isSerialTracked === item.isSerialTracked) return [];
  const isStuck = item.isSerialTracked ? hasStock.withoutSerials : hasStock.withSerials;
  const code = item.isSerialTracked ? 'item.stock_without_serials' : 'item.stock_with_serials';
  const fault = { pointer: '/item/tracking/serial', code, params: { item: item.number }, value: item.isSerialTracked };
  return isStuck ? [fault] : [];
}

function faultsOfScale(item: StockItem, { known }: PutItemFacts): FieldError[] {
  if (!known) return [];
  const errors: FieldError[] = [];
  if (known.baseUnit !== item.baseUnit) {
    const params = { item: item.number, baseUnit: known.baseUnit };
    errors.push({ pointer: '/item/baseUnit', code: 'item.base_unit_in_use', params, value: item.baseUnit });
  }
  if (known.decimals !== item.decimals) {
    const params = { item: item.number, decimals: known.decimals };
    errors.push({ pointer: '/item/decimals', code: 'item.decimals_in_use', params, value: item.decimals });
  }
  return errors;
}

function faultsOf(
  item: StockItem,
  barcode: { readonly unit: string; readonly quantity: number },
  index: number,
): FieldError[] {
  const pointer = `/item/barcodes/${index}`;
  const fraction = unitOf(item, barcode.unit);
  if (!fraction) {
    const units = [item.baseUnit, ...item.units.map(({ unit }) => unit)].join(', ');
    const params = { item: item.number, unit: barcode.unit, units };
    return [{ pointer: `${pointer}/unit`, code: 'item.unit_unknown', params, value: barcode.unit }];
  }
  const quantityBase = toBase(barcode.quantity, fraction, item.decimals);
  if (!isProblem(quantityBase)) return [];
  return [{ ...quantityBase, pointer: `${pointer}/quantity`, value: barcode.quantity }];
}
