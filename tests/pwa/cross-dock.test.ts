import { describe, expect, test } from 'vitest';
import type { CrossDockOffer, CrossDockWish } from '#shared/ledger/cross-dock.ts';
import type { WorkThing } from '#shared/ledger/thing.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import { testDevice } from './device.ts';
import { changes, lineThing, locationThing, order, salt, warehouse } from './things.ts';

const plate = ssccOf(90);
const scanPlate = `]C100${plate}`;

function offer(quantityBase: number, more: Partial<CrossDockOffer> = {}): CrossDockOffer {
  return {
    ...{ order: 'DEMO:SO-7', orderNumber: 'SO-7', line: 1, item: salt.key, owner: 'DEMO', lot: '', serial: '' },
    ...{ inventoryStatus: 'available', quantityBase, to: 'STAGE-01', isRequired: false, ...more },
  };
}

/** A plate with 8 pieces of salt at the dock, and what of it orders wait for. */
function dock(...crossDock: CrossDockOffer[]) {
  const of = { work: 'w', type: 'putaway', status: 'open', licensePlate: plate, item: null, command: 'c' };
  const work: WorkThing = { ...of, fromLocation: 'DOCK-01', toLocation: 'A-01-02-1', crossDock };
  return [...warehouse, ...stages, ...changes(['work', 'w', work])];
}

const stages = changes(
  ['location', 'STAGE-01', locationThing('STAGE-01', 'staging', 90)],
  ['location', 'PACK-01', locationThing('PACK-01', 'packing', 91)],
);

async function scanned(things: ReturnType<typeof dock>) {
  const device = await testDevice(things);
  await device.runner.open('put-away');
  await device.scan(scanPlate);
  return device;
}

describe('goods at the dock that an order waits for', () => {
  test('the device says which order and where to; bringing them there books it', async () => {
    const device = await scanned(dock(offer(8)));
    expect(await device.asks()).toBe('Order SO-7 waits for this: bring it there and scan the place');
    expect((await device.runner.view())?.prompt).toMatchObject({ large: 'STAGE-01' });
    await device.scan('STAGE-01');
    expect(await device.bodies()).toEqual([{ licensePlate: plate, to: 'STAGE-01', order: 'SO-7' }]);
    expect(await device.asks()).toBe('Scan the licence plate');
    expect(await device.things.thing('work', 'w')).toBeUndefined();
  });

  test('any other place where shipments are made up does as well, a shelf does not', async () => {
    const device = await scanned(dock(offer(8)));
    await device.scan('A-01-02-1');
    expect(device.said.at(-1)).toBe(
      'A-01-02-1 is no place for order SO-7. Bring the goods to STAGE-01, or press “Put away”.',
    );
    await device.scan('PACK-01');
    expect(await device.bodies()).toMatchObject([{ to: 'PACK-01' }]);
  });

  test('a part of a plate is taken off for the order, and the rest is put away as ever', async () => {
    const device = await scanned(dock(offer(3)));
    expect(await device.asks()).toBe('Take 3 pcs for order SO-7, bring them there and scan the place');
    await device.scan('STAGE-01', scanPlate, 'A-01-02-1');
    expect(await device.bodies()).toEqual([
      {
        licensePlate: plate,
        item: 'A0002',
        sourceSystem: 'DEMO',
        quantity: 3,
        unit: 'pcs',
        to: 'STAGE-01',
        order: 'SO-7',
      },
      { licensePlate: plate, to: 'A-01-02-1', proposed: 'A-01-02-1' },
    ]);
  });

  test('goods that are not on the plate any more are offered to nobody, though the work still tells of them', async () => {
    const device = await scanned(dock(offer(3), offer(2, { item: 'DEMO:GONE' })));
    expect(await device.asks()).toBe('Take 3 pcs for order SO-7, bring them there and scan the place');
    const other = await scanned(dock(offer(2, { item: 'DEMO:GONE' })));
    expect(await other.asks()).toBe('Go to the location and scan it');
  });

  test('who declines puts the goods away', async () => {
    const device = await scanned(dock(offer(8)));
    await device.runner.give({ kind: 'action', name: 'putAway' });
    await device.scan('A-01-02-1');
    expect(await device.bodies()).toEqual([{ licensePlate: plate, to: 'A-01-02-1', proposed: 'A-01-02-1' }]);
  });

  test('goods that must go to their order cannot be declined', async () => {
    const device = await scanned(dock(offer(8, { isRequired: true })));
    expect((await device.runner.view())?.actions.map(({ name }) => name)).not.toContain('putAway');
  });

  test('a plate that an order waits for comes along on a trip only when it is scanned twice', async () => {
    const device = await testDevice(dock(offer(8)));
    await device.runner.open('put-away-trip');
    await device.scan(scanPlate);
    expect(device.told.at(-1)?.tone).toBe('ask');
    expect(await device.queue()).toEqual([]);
    await device.scan(scanPlate);
    expect(await device.bodies()).toEqual([{ licensePlate: plate, to: 'A-01-02-1' }]);
  });

  test('goods that were brought to an order are not carried back with Undo', async () => {
    const device = await scanned(dock(offer(8)));
    await device.scan('STAGE-01', '%UNDO');
    expect(await device.queue()).toHaveLength(1);
    expect(device.told.at(-1)?.tone).toBe('bad');
  });

  test('goods that are registered without a network are offered too', async () => {
    const wish: CrossDockWish = {
      ...{ order: 'DEMO:SO-7', orderNumber: 'SO-7', line: 1, tag: 'T', item: salt.key, owner: 'DEMO' },
      ...{ inventoryStatus: 'available', lot: null, serial: null, goodUntil: null, quantityBase: 4, openBase: 4 },
      ...{ isShipComplete: false, openLines: 1, isRequired: false, to: 'STAGE-01' },
    };
    const inbound = order('PO-9', [{ ...lineThing(1, salt, 10), wishes: [wish] }]);
    const device = await testDevice([...warehouse, ...stages, ...changes(['inboundOrder', 'DEMO:PO-9', inbound])]);
    const fresh = `]C100${ssccOf(7)}`;
    await device.runner.open('receive');
    await device.scan('PO-9', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 4, unit: 'pcs' });
    await device.scan(fresh);
    await device.runner.open('put-away');
    await device.scan(fresh, 'STAGE-01');
    expect((await device.bodies()).at(-1)).toEqual({ licensePlate: ssccOf(7), to: 'STAGE-01', order: 'SO-7' });
  });
});
