import type { PickLineThing, PickWorkThing, ShipmentGoods, ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import type { ItemThing } from '#shared/ledger/thing.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import type { TestDevice } from './device.ts';
import { english, testDevice } from './device.ts';
import { changes, locationThing, plateThing, salt, warehouse } from './things.ts';

/** A plate with five salts, on which nothing else is. */
export const plate = ssccOf(101);

export function line(
  number: number,
  item: ItemThing,
  location: string,
  more: Partial<PickLineThing> = {},
): PickLineThing {
  return {
    ...{ line: number, status: 'open', location, walkSequence: number, licensePlate: '', item: item.key },
    ...{ itemNumber: item.number, description: item.description, owner: 'OWN', lot: '', serial: '', expiryDate: null },
    ...{ inventoryStatus: 'available', quantityBase: 5, pickedBase: 0, unit: 'pcs', baseUnit: 'pcs', decimals: 0 },
    ...{ unitFraction: { numerator: 1, denominator: 1 }, orderLine: number, isLotFixed: false, alternatives: [] },
    ...{ substitutes: [], blockedBy: null },
    ...more,
  };
}

export function work(name: string, lines: readonly PickLineThing[], more: Partial<PickWorkThing> = {}): PickWorkThing {
  return {
    ...{ work: name, type: 'pick', status: 'open', order: 'DEMO:SO-1', orderNumber: 'SO-1', shipment: 'SH-1' },
    ...{ load: 'LD-1', wave: null, priority: 0, zone: 'A', customer: 'Corner Bakery', claimedBy: 'W-1001' },
    ...{ claimedUntil: Date.parse('2026-03-02T23:00:00Z'), trolleyPosition: null, targetPlate: null },
    ...{ putTo: 'STAGE-01', lines },
    ...more,
  };
}

export function shipment(name: string, works: readonly string[], more: Partial<ShipmentThing> = {}): ShipmentThing {
  return {
    ...{ shipment: name, load: 'LD-1', status: 'waved', sourceSystem: 'DEMO', orders: ['SO-1'], customer: null },
    ...{ carrier: null, staging: 'STAGE-01', openWork: works.length, works, lines: [], goods: [], cartons: [] },
    ...more,
  };
}

/** So much of an item that was picked for the first line of order SO-1. */
export function goods(
  item: ItemThing,
  quantityBase: number,
  location: string,
  more: Partial<ShipmentGoods> = {},
): ShipmentGoods {
  return {
    ...{ reservation: `R-${item.number}-${location}`, order: 'DEMO:SO-1', line: 1, item: item.key, owner: 'OWN' },
    ...{ lot: '', serial: '', inventoryStatus: 'available', location, licensePlate: '', quantityBase },
    ...more,
  };
}

export function floor(...works: readonly PickWorkThing[]) {
  const shipments = [...new Set(works.map((each) => each.shipment ?? ''))];
  return [
    ...warehouse,
    ...changes(
      ['location', 'STAGE-01', locationThing('STAGE-01', 'staging', 90)],
      ['licensePlate', plate, plateThing(plate, 'A-01-03-1', salt, 5)],
      ...works.map((each) => ['pickWork', each.work, each] as const),
      ...shipments.map((name) => {
        const own = works.filter((each) => each.shipment === name).map((each) => each.work);
        return ['shipment', name, shipment(name, own)] as const;
      }),
    ),
  ];
}

/** A worker on the way with work that was claimed before, and no network. */
export async function walking(...works: readonly PickWorkThing[]): Promise<TestDevice> {
  const device = await testDevice(floor(...works));
  await device.runner.open('pick');
  await device.runner.give({ kind: 'choice', key: works[0]?.work ?? '' });
  return device;
}

export const prompt = async (device: TestDevice) => (await device.runner.view())?.prompt;
export const large = async (device: TestDevice) => english((await prompt(device))?.large ?? '');
export const types = async (device: TestDevice) => (await device.queue()).map(({ command }) => command.type);
