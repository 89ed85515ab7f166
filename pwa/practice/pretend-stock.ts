import type { PickLineThing, PickWorkThing, ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import type {
  InboundLineThing,
  InboundOrderThing,
  ItemThing,
  LicensePlateThing,
  LocationThing,
} from '#shared/ledger/thing.ts';
import { gs1CheckDigit } from '#shared/scan/check-digits.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import type { Change } from '../store/snapshot.ts';

/** What everything pretended is called in the language that is spoken. */
export interface PretendNames {
  readonly coffee: string;
  readonly tea: string;
  readonly supplier: string;
  readonly customer: string;
}

export const pretendWarehouse = 'PRACTICE';
const source = 'PRACTICE';

/** GS1 keeps what begins with 952 for examples: no goods that anybody can buy carry these. */
const companyPrefix = '9529999';
export const plates = {
  prefix: companyPrefix,
  /** On the roll of labels: nothing stands on them. */
  free: [ssccOf(1, companyPrefix), ssccOf(2, companyPrefix)],
  /** At the dock, with goods. */
  waiting: [ssccOf(11, companyPrefix), ssccOf(12, companyPrefix)],
  firstOwn: 901,
  lastOwn: 999,
} as const;

const gtinOf = (number: number) => {
  const digits = companyPrefix + String(number).padStart(5, '0');
  return digits + gs1CheckDigit(digits);
};

export const items = {
  coffee: { number: 'T-100', barcode: gtinOf(100) },
  tea: { number: 'T-200', barcode: gtinOf(200) },
} as const;

export const places = {
  dock: 'T-DOCK',
  shelves: ['T-01-01', 'T-01-02', 'T-02-01', 'T-02-02'],
  staging: 'T-STAGE',
} as const;

export const papers = { inbound: 'PO-T1', outbound: 'SO-T1', work: 'WK-T1', shipment: 'SH-T1' } as const;

/** So many come in, and so many are picked. */
export const quantities = { coffeeIn: 6, teaIn: 4, coffeeOut: 3, teaOut: 2 } as const;

/** A few shelves, two items, an order in and an order out: all that the exercises need. The order is claimed by `badge`. */
export function pretendStock(names: PretendNames, badge: string): Change[] {
  const coffee = itemThing(items.coffee, names.coffee);
  const tea = itemThing(items.tea, names.tea);
  const [first = '', second = '', third = ''] = places.shelves;
  const [plateOfCoffee = '', plateOfTea = ''] = plates.waiting;
  return changesOf([
    ['item', coffee.key, coffee],
    ['item', tea.key, tea],
    ['location', places.dock, locationThing(places.dock, 'receiving', 1)],
    ...places.shelves.map((code, index) => ['location', code, locationThing(code, 'storage', 10 + index)] as const),
    ['location', places.staging, locationThing(places.staging, 'staging', 90)],
    ['inboundOrder', `${source}:${papers.inbound}`, inboundOrder(names, coffee, tea)],
    ['licensePlate', plateOfCoffee, plateThing(plateOfCoffee, coffee, 8)],
    ['licensePlate', plateOfTea, plateThing(plateOfTea, tea, 5)],
    ['work', 'PUT-1', putWork('PUT-1', plateOfCoffee, second)],
    ['work', 'PUT-2', putWork('PUT-2', plateOfTea, third)],
    [
      'pickWork',
      papers.work,
      pickWork(names, badge, [
        pickLine(1, coffee, first, quantities.coffeeOut),
        pickLine(2, tea, third, quantities.teaOut),
      ]),
    ],
    ['shipment', papers.shipment, shipment(names)],
  ]);
}

function itemThing(
  { number, barcode }: { readonly number: string; readonly barcode: string },
  description: string,
): ItemThing {
  return {
    ...{ key: `${source}:${number}`, number, sourceSystem: source, description, baseUnit: 'pcs', decimals: 0 },
    ...{ isLotTracked: false, isSerialTracked: false, isExpiryTracked: false, units: [], shelfLifeDays: null },
    barcodes: [barcode, `0${barcode}`].map((code) => ({ code, unit: 'pcs', quantity: 1 })),
  };
}

function locationThing(code: string, type: string, walkSequence: number): LocationThing {
  return {
    ...{ code, type, walkSequence, zone: 'T', checkDigit: String((walkSequence * 37) % 100).padStart(2, '0') },
    ...{ capacityPlates: null, mixedItems: true, mixedLots: true, fixedItem: null, isActive: true },
    ...{ plates: 0, hasLoose: false, contents: [] },
  };
}

function inboundOrder({ supplier }: PretendNames, coffee: ItemThing, tea: ItemThing): InboundOrderThing {
  return {
    ...{ key: `${source}:${papers.inbound}`, orderNumber: papers.inbound, sourceSystem: source, status: 'open' },
    ...{ consigner: supplier, openLoads: [], registrations: [] },
    lines: [inboundLine(1, coffee, quantities.coffeeIn), inboundLine(2, tea, quantities.teaIn)],
  };
}

function inboundLine(line: number, item: ItemThing, expectedBase: number): InboundLineThing {
  const { key, number: itemNumber, description, baseUnit, decimals } = item;
  return {
    ...{ line, item: key, itemNumber, description, baseUnit, decimals, unit: baseUnit, expectedBase },
    ...{ unitFraction: { numerator: 1, denominator: 1 }, overPercent: 0, underPercent: 0, receivedBase: 0 },
    ...{ inventoryStatus: 'available', owner: source, lot: null, status: 'open' },
  };
}

function plateThing(licensePlate: string, item: ItemThing, quantityBase: number): LicensePlateThing {
  const { key, description, baseUnit, decimals } = item;
  const content = { item: key, description, baseUnit, decimals, owner: source, lot: '', serial: '', quantityBase };
  return { licensePlate, location: places.dock, contents: [{ ...content, inventoryStatus: 'available' }] };
}

function putWork(work: string, licensePlate: string, toLocation: string) {
  const open = { work, type: 'putaway', status: 'open', licensePlate, item: null, command: 'pretended' };
  return { ...open, fromLocation: places.dock, toLocation };
}

function pickLine(line: number, item: ItemThing, location: string, quantityBase: number): PickLineThing {
  const { key, number: itemNumber, description, baseUnit, decimals } = item;
  return {
    ...{ line, status: 'open', location, walkSequence: line, licensePlate: '', item: key, itemNumber, description },
    ...{ owner: source, lot: '', serial: '', expiryDate: null, inventoryStatus: 'available', quantityBase },
    ...{ pickedBase: 0, unit: baseUnit, baseUnit, decimals, unitFraction: { numerator: 1, denominator: 1 } },
    ...{ orderLine: line, isLotFixed: false, alternatives: [], substitutes: [], blockedBy: null },
  };
}

function pickWork({ customer }: PretendNames, badge: string, lines: readonly PickLineThing[]): PickWorkThing {
  return {
    ...{ work: papers.work, type: 'pick', status: 'open', order: `${source}:${papers.outbound}` },
    ...{ orderNumber: papers.outbound, shipment: papers.shipment, load: null, wave: null, priority: 0, zone: 'T' },
    ...{ customer, claimedBy: badge, claimedUntil: Number.MAX_SAFE_INTEGER, trolleyPosition: null },
    ...{ targetPlate: null, putTo: places.staging, lines },
  };
}

function shipment({ customer }: PretendNames): ShipmentThing {
  return {
    ...{ shipment: papers.shipment, load: '', status: 'waved', sourceSystem: source, orders: [papers.outbound] },
    ...{ customer, carrier: null, staging: places.staging, openWork: 1, works: [papers.work] },
    ...{ lines: [], goods: [], cartons: [] },
  };
}

function changesOf(things: readonly (readonly [kind: string, key: string, value: unknown])[]): Change[] {
  return things.map(([kind, key, value], index) => ({ position: index + 1, kind, key, deleted: false, value }));
}
