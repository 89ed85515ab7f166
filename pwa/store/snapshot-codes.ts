import type { PickWorkThing, ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import type {
  ExpectedPlateThing,
  InboundOrderThing,
  ItemThing,
  LicensePlateThing,
  LocationThing,
  PlateContent,
  ThingKind,
  Things,
  WorkThing,
} from '#shared/ledger/thing.ts';

/**
 * The codes by which a thing of the snapshot is found, each with a word in front that says what kind of code it is:
 * what a barcode says, and the lists that screens show. One index serves them all.
 */
export function codesOf(kind: ThingKind, key: string, value: unknown): readonly string[] {
  return coders[kind](value as never, key);
}

export const snapshotCode = {
  barcode: (code: string) => `barcode:${code}`,
  itemNumber: (number: string) => `item:${number.toUpperCase()}`,
  location: (code: string) => `location:${code.toUpperCase()}`,
  licensePlate: (number: string) => `plate:${number.toUpperCase()}`,
  document: (number: string) => `document:${number.toUpperCase()}`,
  workOfPlate: (plate: string) => `work-of:${plate}`,
  workOfLoose: (item: string) => `work-loose:${item}`,
  openOrders: 'list:open-orders',
  locations: 'list:locations',
  docks: 'list:docks',
  doors: 'list:doors',
  platesAt: (location: string) => `plates-at:${location}`,
  platesHolding: (item: string) => `plates-holding:${item}`,
  lot: (lot: string) => `lot:${lot.toUpperCase()}`,
  serial: (serial: string) => `serial:${serial.toUpperCase()}`,
  openWork: 'list:open-work',
  exceptions: 'list:exceptions',
  putawayRules: 'list:putaway-rules',
  load: (number: string) => `load:${number.toUpperCase()}`,
  openLoads: 'list:open-loads',
  expectedPlate: (number: string) => `expected-plate:${number.toUpperCase()}`,
  expectedOn: (load: string) => `expected-on:${load}`,
  pickWork: 'list:pick-work',
  shipments: 'list:shipments',
  shipmentGoods: (unit: string) => `shipment-goods:${unit.toUpperCase()}`,
  shipmentsOn: (load: string) => `shipments-on:${load}`,
  outboundLoads: 'list:outbound-loads',
  countWork: 'list:count-work',
  scanRules: 'list:scan-rules',
} as const;

const coders: { readonly [Kind in ThingKind]: (value: Things[Kind], key: string) => readonly string[] } = {
  item: (item: ItemThing) => [
    snapshotCode.itemNumber(item.number),
    ...item.barcodes.map((barcode) => snapshotCode.barcode(barcode.code)),
  ],
  location: (location: LocationThing | undefined, code) => [
    snapshotCode.location(code),
    snapshotCode.locations,
    ...(location?.type === 'receiving' ? [snapshotCode.docks] : []),
    ...(location?.type === 'door' ? [snapshotCode.doors] : []),
  ],
  inboundOrder: (order: InboundOrderThing) => [
    snapshotCode.document(order.orderNumber),
    ...(isOpenOrder(order) ? [snapshotCode.openOrders] : []),
  ],
  licensePlate: (plate: LicensePlateThing | undefined, number) => [
    snapshotCode.licensePlate(number),
    ...(plate?.location ? [snapshotCode.platesAt(plate.location)] : []),
    ...contentCodes(plate?.contents ?? []),
    ...(plate?.withheld ?? []).map(snapshotCode.platesHolding),
  ],
  work: (work: WorkThing, id) => [
    snapshotCode.document(id),
    ...(isOpenWork(work) ? [snapshotCode.openWork] : []),
    ...(isOpenWork(work) ? goodsCodes(work) : []),
  ],
  exception: () => [snapshotCode.exceptions],
  putawayRules: () => [snapshotCode.putawayRules],
  inboundLoad: (_load, number) => [snapshotCode.load(number), snapshotCode.openLoads],
  expectedPlate: (plate: ExpectedPlateThing, number) => [
    snapshotCode.expectedPlate(number),
    snapshotCode.expectedOn(plate.load),
  ],
  pickWork: (work: PickWorkThing, id) => [
    snapshotCode.document(id),
    ...(work.orderNumber === null ? [] : [snapshotCode.document(work.orderNumber)]),
    snapshotCode.pickWork,
  ],
  shipment: (shipment: ShipmentThing, number) => [
    snapshotCode.document(number),
    ...shipment.orders.map((order) => snapshotCode.document(order)),
    snapshotCode.shipments,
    snapshotCode.shipmentsOn(shipment.load),
    ...unitsOf(shipment).map((unit) => snapshotCode.shipmentGoods(unit)),
  ],
  outboundLoad: (_load, number) => [snapshotCode.load(number), snapshotCode.outboundLoads],
  scanRules: () => [snapshotCode.scanRules],
  countWork: (_work, id) => [snapshotCode.document(id), snapshotCode.countWork],
};

/** The plates and cartons that goods of a shipment are on. */
function unitsOf({ goods, cartons }: ShipmentThing): string[] {
  const plates = goods.flatMap(({ licensePlate }) => (licensePlate === '' ? [] : [licensePlate]));
  return [...new Set([...plates, ...cartons.map(({ carton }) => carton)])];
}

export function isOpenOrder(order: Pick<InboundOrderThing, 'status'>): boolean {
  return order.status === 'open' || order.status === 'partially_received';
}

function goodsCodes({ licensePlate, item }: WorkThing): string[] {
  if (licensePlate !== null) return [snapshotCode.workOfPlate(licensePlate)];
  return item === null ? [] : [snapshotCode.workOfLoose(item)];
}

/** What goods are found by that stand somewhere: their item, and lot and serial where they have any. */
function contentCodes(contents: readonly PlateContent[]): Set<string> {
  return new Set(
    contents.flatMap(({ item, lot, serial }) => [
      snapshotCode.platesHolding(item),
      ...(lot === '' ? [] : [snapshotCode.lot(lot)]),
      ...(serial === '' ? [] : [snapshotCode.serial(serial)]),
    ]),
  );
}

function isOpenWork(work: Pick<WorkThing, 'status'>): boolean {
  return work.status !== 'closed' && work.status !== 'cancelled';
}
