import type {
  InboundLineThing,
  InboundOrderThing,
  ItemThing,
  LicensePlateThing,
  LocationThing,
} from '#shared/ledger/thing.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import type { Change } from '../../pwa/store/snapshot.ts';

/** A small warehouse as its devices know it. */
export const flour: ItemThing = itemThing('A0001', 'Rye flour 1 kg', {
  isLotTracked: true,
  isExpiryTracked: true,
  barcodes: [
    { code: '04006381333931', unit: 'pcs', quantity: 1 },
    { code: '4006381333931', unit: 'pcs', quantity: 1 },
    { code: '14006381333938', unit: 'case', quantity: 1 },
  ],
  units: [{ unit: 'case', numerator: 12, denominator: 1 }],
});
export const salt: ItemThing = itemThing('A0002', 'Salt 500 g', {});
export const scanner: ItemThing = itemThing('A0003', 'Hand scanner', { isSerialTracked: true });

export const warehouse: readonly Change[] = changes(
  ['item', flour.key, flour],
  ['item', salt.key, salt],
  ['item', scanner.key, scanner],
  ['location', 'DOCK-01', locationThing('DOCK-01', 'receiving', 1)],
  ['location', 'DOCK-02', locationThing('DOCK-02', 'receiving', 2)],
  ['location', 'A-01-02-1', locationThing('A-01-02-1', 'storage', 11)],
  ['location', 'A-01-03-1', locationThing('A-01-03-1', 'storage', 12)],
  ['location', 'A-01-04-1', locationThing('A-01-04-1', 'storage', 13)],
  ['inboundOrder', 'DEMO:PO-1001', order('PO-1001', [lineThing(1, flour, 20), lineThing(2, salt, 10)])],
  [
    'inboundOrder',
    'DEMO:PO-1002',
    order('PO-1002', [lineThing(1, salt, 5), lineThing(2, salt, 5), lineThing(3, scanner, 2)]),
  ],
  ['licensePlate', ssccOf(90), plateThing(ssccOf(90), 'DOCK-01', salt, 8)],
);

export function itemThing(number: string, description: string, more: Partial<ItemThing>): ItemThing {
  return {
    key: `DEMO:${number}`,
    number,
    sourceSystem: 'DEMO',
    description,
    baseUnit: 'pcs',
    decimals: 0,
    isLotTracked: false,
    isSerialTracked: false,
    isExpiryTracked: false,
    units: [],
    barcodes: [],
    shelfLifeDays: null,
    ...more,
  };
}

export function locationThing(code: string, type: string, walkSequence: number): LocationThing {
  return {
    code,
    type,
    zone: code.slice(0, 1),
    walkSequence,
    checkDigit: String(walkSequence * 3).padStart(2, '0'),
    capacityPlates: type === 'storage' ? 4 : null,
    mixedItems: type !== 'storage',
    mixedLots: true,
    fixedItem: null,
    isActive: true,
    plates: 0,
    hasLoose: false,
    contents: [],
  };
}

export function order(orderNumber: string, lines: readonly InboundLineThing[]): InboundOrderThing {
  return {
    key: `DEMO:${orderNumber}`,
    orderNumber,
    sourceSystem: 'DEMO',
    status: 'open',
    consigner: 'Northern Mills',
    openLoads: [],
    lines,
    registrations: [],
  };
}

export function lineThing(line: number, item: ItemThing, expectedBase: number): InboundLineThing {
  return {
    line,
    item: item.key,
    itemNumber: item.number,
    description: item.description,
    baseUnit: item.baseUnit,
    decimals: item.decimals,
    unit: item.baseUnit,
    unitFraction: { numerator: 1, denominator: 1 },
    expectedBase,
    overPercent: 0,
    underPercent: 0,
    inventoryStatus: 'available',
    owner: 'DEMO',
    lot: null,
    status: 'open',
    receivedBase: 0,
  };
}

export function plateThing(
  licensePlate: string,
  location: string,
  item: ItemThing,
  quantityBase: number,
): LicensePlateThing {
  const { key, description, baseUnit, decimals } = item;
  const content = { item: key, description, baseUnit, decimals, owner: 'DEMO', lot: '', serial: '', quantityBase };
  return { licensePlate, location, contents: [{ ...content, inventoryStatus: 'available' }] };
}

export function changes(...things: readonly (readonly [kind: string, key: string, value: unknown])[]): Change[] {
  return things.map(([kind, key, value], index) => ({ position: index + 1, kind, key, deleted: false, value }));
}
