import { describe, expect, test } from 'vitest';
import type { ShipmentThing, UnreleasedThing } from '#shared/ledger/outbound-thing.ts';
import { english, type TestDevice, testDevice } from './device.ts';
import { goods, shipment } from './outbound-things.ts';
import { changes, flour, locationThing, salt, warehouse } from './things.ts';

/** Ten of salt were ordered, of which five are picked and stand at staging; of flour, on no shipment, four. */
function going(more: Partial<ShipmentThing>, pickedBase = 5): ShipmentThing {
  const line = { order: 'DEMO:SO-1', line: 1, item: salt.key, itemNumber: salt.number, description: salt.description };
  return shipment('SH-1', [], {
    status: 'picked',
    lines: [{ ...line, baseUnit: 'pcs', decimals: 0, quantityBase: 5, pickedBase }],
    goods: [goods(salt, pickedBase, 'STAGE-01')],
    ...more,
  });
}

const unreleased: UnreleasedThing = {
  count: 1,
  lines: [
    {
      ...{ order: 'DEMO:SO-1', orderNumber: 'SO-1', line: 2, itemNumber: flour.number, description: flour.description },
      ...{ baseUnit: 'pcs', decimals: 0, restBase: 4 },
    },
  ],
};

/** A device without a network, at the question whether the goods leave. */
async function asked(thing: ShipmentThing, scanned = 'SH-1'): Promise<TestDevice> {
  const device = await testDevice([
    ...warehouse,
    ...changes(['location', 'STAGE-01', locationThing('STAGE-01', 'staging', 90)], ['shipment', 'SH-1', thing]),
  ]);
  await device.runner.open('ship');
  await device.scan(scanned);
  return device;
}

async function shown(device: TestDevice) {
  const view = await device.runner.view();
  return {
    notice: english(view?.prompt.notice ?? ''),
    rows: (view?.prompt.rows ?? []).map(({ title, value }) => [english(title), english(value ?? '')]),
    actions: (view?.actions ?? []).map(({ name }) => name).filter((name) => name !== 'other'),
  };
}

const press = (name: string) => ({ kind: 'action', name }) as const;
const choose = (key: string) => ({ kind: 'choice', key }) as const;
const saltRow = (picked: number) => ['Salt 500 g', `${picked} of 5 pcs`];
const notDelivered = (quantity: number, of: string) => [of, `${quantity} pcs not delivered`];
const closes = (count: number) => `One shipment for one order. Lines closed with it: ${count}.`;
const theSalt = 'Salt 500 g';
const theFlour = 'Rye flour 1 kg';

describe('before goods leave, a handheld without a network shows what will not be delivered', () => {
  interface Shown {
    readonly scanned?: string;
    readonly notice?: string;
    readonly rows: readonly (readonly string[])[];
    readonly actions: readonly string[];
  }

  test.each<[name: string, thing: ShipmentThing, shown: Shown]>([
    ['all goes', going({}), { rows: [saltRow(5)], actions: ['confirm'] }],
    ['others may follow', going({ unreleased }), { rows: [saltRow(5)], actions: ['confirm'] }],
    [
      'some is not picked',
      going({ unreleased }, 3),
      { notice: 'Lines not complete: 1.', rows: [saltRow(3)], actions: ['rest'] },
    ],
    [
      'one shipment for one order, and all goes',
      going({ isOnlyOne: true }),
      { rows: [saltRow(5)], actions: ['confirm'] },
    ],
    [
      'one shipment for one order, and something was never released',
      going({ isOnlyOne: true, unreleased }),
      { notice: closes(1), rows: [notDelivered(4, theFlour), saltRow(5)], actions: ['close'] },
    ],
    [
      'one shipment for one order, of which something is not picked either, and more lines than can be shown',
      going({ isOnlyOne: true, unreleased: { ...unreleased, count: 40 } }, 3),
      { scanned: 'SO-1', notice: closes(41), rows: [notDelivered(4, theFlour), saltRow(3)], actions: ['close'] },
    ],
  ])('%s', async (_, thing, { scanned = 'SH-1', notice = '', rows, actions }) => {
    expect(await shown(await asked(thing, scanned))).toEqual({ notice, rows, actions });
  });

  test.each<[name: string, thing: ShipmentThing, scanned: string, steps: readonly string[], lines: number]>([
    ['the rest of a shipment', going({ unreleased }, 3), 'SH-1', ['rest', 'cancel'], 1],
    ['the rest of an order', going({ unreleased }, 3), 'SO-1', ['rest', 'cancel'], 2],
    ['an order that has one shipment only', going({ isOnlyOne: true, unreleased }, 3), 'SH-1', ['close'], 2],
  ])('and again line by line where it is asked why: %s', async (_, thing, scanned, steps, lines) => {
    const device = await asked(thing, scanned);
    for (const step of steps) await device.runner.give(step === 'cancel' ? choose(step) : press(step));
    expect((await shown(device)).rows).toEqual([notDelivered(2, theSalt), notDelivered(4, theFlour)].slice(0, lines));
    await device.runner.give(choose('not-there'));
    const [sent] = await device.queue();
    expect([sent?.command.type, sent?.command.body]).toEqual([
      'shipping.confirm',
      { [scanned === 'SO-1' ? 'order' : 'shipment']: scanned, remainder: 'cancel', reason: 'not-there' },
    ]);
    expect(await device.things.thing('shipment', 'SH-1')).toBeUndefined();
  });
});
