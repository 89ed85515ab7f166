import { describe, expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { readStrip } from '../../pwa/engine/strip.ts';
import { deviceOperations } from '../../pwa/flows.ts';
import { settleBefore, storeResults } from '../../pwa/store/queue.ts';
import { applyPage, cursorFor } from '../../pwa/store/snapshot.ts';
import { grouped } from '../../pwa/ui/grouped.ts';
import { amount } from '../../pwa/ui/words.ts';
import { english, testDevice } from './device.ts';
import { changes, flour, locationThing, plateThing, salt, warehouse } from './things.ts';

const plate = ssccOf(90);
const scanPlate = `]C100${plate}`;

describe('putting a plate away', () => {
  test('the device says where to go, and scanning that location books it', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate);
    expect((await device.runner.view())?.prompt).toMatchObject({
      large: 'A-01-02-1',
      about: amount(8, 'pcs', 'Salt 500 g'),
    });
    await device.scan('A-01-02-1');
    expect(await device.asks()).toBe('Scan the licence plate');
    expect(await device.bodies()).toEqual([{ licensePlate: plate, to: 'A-01-02-1', proposed: 'A-01-02-1' }]);
    expect(device.said.at(-1)).toBe('8 pcs Salt 500 g at A-01-02-1');
  });

  test('only the scan that ends it is told as the end', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate, 'A-01-02-1');
    expect(device.told.map(({ tone, isDone = false }) => [tone, isDone])).toEqual([
      ['good', false],
      ['good', true],
    ]);
  });

  test('the check digits on the label of the location do as well', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate, '34');
    expect(device.told.at(-1)?.tone).toBe('bad');
    await device.scan('33');
    expect(await device.bodies()).toMatchObject([{ to: 'A-01-02-1' }]);
  });

  test('another location asks for a second scan of the same, then for the reason', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate, 'A-01-03-1');
    expect(device.said.at(-1)).toMatch(/^A-01-03-1 is not A-01-02-1\. Scan it once more/);
    await device.scan('A-01-03-1');
    expect(await device.asks()).toBe('Why not A-01-02-1?');
    await device.runner.give({ kind: 'choice', key: 'full' });
    expect(await device.bodies()).toEqual([
      { licensePlate: plate, to: 'A-01-03-1', proposed: 'A-01-02-1', overrideReason: 'full' },
    ]);
  });

  test('a third location does not confirm the second', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate, 'A-01-03-1', 'A-01-04-1');
    expect(device.told.at(-1)?.tone).toBe('ask');
    expect(await device.asks()).toBe('Go to the location and scan it');
    await device.scan('A-01-04-1');
    expect(await device.asks()).toBe('Why not A-01-02-1?');
  });

  test('a scan of something else in between confirms nothing', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate, 'A-01-03-1', 'A0002', 'A-01-03-1');
    expect(device.told.map(({ tone }) => tone)).toEqual(['good', 'ask', 'bad', 'ask']);
    expect(await device.queue()).toEqual([]);
  });

  test('the confirmation is still waited for after the app was killed', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate, 'A-01-03-1');
    await device.kill();
    await device.scan('A-01-03-1');
    expect(await device.asks()).toBe('Why not A-01-02-1?');
  });

  test('the reason can come first, where the place is full', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate);
    await device.runner.give({ kind: 'action', name: 'elsewhere' });
    await device.runner.give({ kind: 'choice', key: 'full' });
    await device.scan('A-01-03-1');
    expect(await device.bodies()).toMatchObject([{ to: 'A-01-03-1', overrideReason: 'full' }]);
  });

  test('a dock is no place to put goods away, and the shared rule says so', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate, 'DOCK-02', 'DOCK-02');
    await device.runner.give({ kind: 'choice', key: 'other' });
    expect(device.told.at(-1)?.tone).toBe('bad');
    expect(await device.queue()).toEqual([]);
  });

  test('a plate that was put away without a network is known to be away', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate, 'A-01-02-1', scanPlate);
    expect(device.told.at(-1)?.tone).toBe('bad');
    expect(await device.queue()).toHaveLength(1);
    expect((await device.things.thing('licensePlate', plate))?.location).toBe('A-01-02-1');
  });

  test('a plate that was registered without a network is put away without a network, as its consequence', async () => {
    const device = await testDevice();
    const fresh = `]C100${ssccOf(7)}`;
    await device.runner.open('receive');
    await device.scan('PO-1001', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 4, unit: 'pcs' });
    await device.scan(fresh);
    await device.runner.open('put-away');
    await device.scan(fresh);
    expect((await device.runner.view())?.prompt).toMatchObject({
      large: 'A-01-02-1',
      about: amount(4, 'pcs', 'Salt 500 g'),
    });
    await device.scan('A-01-02-1');
    const [registered, put] = await device.queue();
    expect(put?.command).toMatchObject({ type: 'putaway.put', causedBy: registered?.id });
  });

  test('the place that the server worked out comes before the rules of the device', async () => {
    const work = {
      ...{ work: 'W1', type: 'put-away', status: 'open', licensePlate: plate, item: null, fromLocation: 'DOCK-01' },
      ...{ toLocation: 'A-01-03-1', command: 'c' },
    };
    const device = await testDevice([...warehouse, ...changes(['work', 'W1', work])]);
    await device.runner.open('put-away');
    await device.scan(scanPlate);
    expect((await device.runner.view())?.prompt.large).toBe('A-01-03-1');
    await device.scan('A-01-03-1');
    expect(await device.things.thing('work', 'W1')).toBeUndefined();
  });

  test('beside the same item is better than an empty place', async () => {
    const there = { ...locationThing('A-01-03-1', 'storage', 12), plates: 1, contents: [{ item: salt.key, lot: '' }] };
    const device = await testDevice([...warehouse, ...changes(['location', 'A-01-03-1', there])]);
    await device.runner.open('put-away');
    await device.scan(scanPlate);
    expect((await device.runner.view())?.prompt.large).toBe('A-01-03-1');
  });
});

/** Loose goods of an item at a dock, as the server tells of them. */
function looseWork(id: string, dock: string, goods: readonly (readonly [lot: string, quantityBase: number])[]) {
  const [content] = plateThing('', dock, salt, 0).contents;
  const loose = goods.map(([lot, quantityBase]) => ({ ...content, lot, quantityBase }));
  const work = { work: id, type: 'putaway', status: 'open', licensePlate: null, item: salt.key, loose };
  return ['work', id, { ...work, fromLocation: dock, toLocation: 'A-01-04-1', command: 'c' }] as const;
}

describe('putting goods without a plate away', () => {
  test('the item is enough where it waits at one dock: how many are offered, and where they go', async () => {
    const device = await testDevice([...warehouse, ...changes(looseWork('W1', 'DOCK-01', [['', 6]]))]);
    await device.runner.open('put-away');
    await device.scan('A0002');
    expect((await device.runner.view())?.entry).toEqual({
      kind: 'number',
      units: ['pcs'],
      whole: ['pcs'],
      suggested: 6,
    });
    await device.runner.give({ kind: 'number', quantity: 6, unit: 'pcs' });
    expect((await device.runner.view())?.prompt).toMatchObject({
      large: 'A-01-04-1',
      about: amount(6, 'pcs', 'A0002 · Salt 500 g'),
    });
    await device.scan('A-01-04-1');
    expect(await device.bodies()).toEqual([
      {
        ...{ item: 'A0002', sourceSystem: 'DEMO', from: 'DOCK-01', quantity: 6, unit: 'pcs' },
        ...{ to: 'A-01-04-1', proposed: 'A-01-04-1' },
      },
    ]);
    expect(await device.things.thing('work', 'W1')).toBeUndefined();
  });

  test('a part of them leaves the rest waiting', async () => {
    const device = await testDevice([...warehouse, ...changes(looseWork('W1', 'DOCK-01', [['', 6]]))]);
    await device.runner.open('put-away');
    await device.scan('A0002');
    await device.runner.give({ kind: 'number', quantity: 2, unit: 'pcs' });
    await device.scan('A-01-04-1', 'A0002');
    expect((await device.runner.view())?.entry).toMatchObject({ suggested: 4 });
  });

  test('more than waits there is refused on the spot', async () => {
    const device = await testDevice([...warehouse, ...changes(looseWork('W1', 'DOCK-01', [['', 6]]))]);
    await device.runner.open('put-away');
    await device.scan('A0002');
    await device.runner.give({ kind: 'number', quantity: 7, unit: 'pcs' });
    await device.scan('A-01-04-1');
    expect(device.told.at(-1)?.tone).toBe('bad');
    expect(device.said.at(-1)).toMatch(/6 pcs/);
    expect(await device.queue()).toEqual([]);
  });

  test('goods of several lots ask which', async () => {
    const lots = [
      ['L1', 6],
      ['L2', 3],
    ] as const;
    const device = await testDevice([...warehouse, ...changes(looseWork('W1', 'DOCK-01', lots))]);
    await device.runner.open('put-away');
    await device.scan('A0002');
    expect(await device.asks()).toBe('Which lot?');
    await device.runner.give({ kind: 'choice', key: 'L2' });
    expect((await device.runner.view())?.entry).toMatchObject({ suggested: 3 });
  });

  test('at several docks the worker says which', async () => {
    const both = changes(looseWork('W1', 'DOCK-01', [['', 6]]), looseWork('W2', 'DOCK-02', [['', 2]]));
    const device = await testDevice([...warehouse, ...both]);
    await device.runner.open('put-away');
    await device.scan('A0002');
    expect((await device.runner.view())?.options).toMatchObject([
      { title: 'DOCK-01', value: amount(6, 'pcs') },
      { title: 'DOCK-02', value: amount(2, 'pcs') },
    ]);
    await device.scan('DOCK-02');
    expect((await device.runner.view())?.entry).toMatchObject({ suggested: 2 });
  });

  test('goods of which the device knows nothing are put away when their dock is scanned twice', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan('A0002', 'DOCK-01');
    expect(device.said.at(-1)).toMatch(/knows of no A0002 · Salt 500 g without a plate at DOCK-01/);
    await device.scan('DOCK-01');
    await device.runner.give({ kind: 'number', quantity: 2, unit: 'pcs' });
    expect((await device.runner.view())?.prompt.large).toBe('A-01-02-1');
    await device.scan('A-01-02-1');
    expect(await device.bodies()).toMatchObject([{ from: 'DOCK-01', to: 'A-01-02-1', quantity: 2 }]);
  });

  test('what was registered loose without a network is put away without a network, as its consequence', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 4, unit: 'pcs' });
    await device.runner.give({ kind: 'action', name: 'noPlate' });
    await device.runner.open('put-away');
    await device.scan('A0002');
    await device.runner.give({ kind: 'number', quantity: 4, unit: 'pcs' });
    await device.scan('A-01-02-1');
    const [registered, put] = await device.queue();
    expect(put?.command).toMatchObject({ type: 'putaway.put', causedBy: registered?.id });
  });
});

describe('taking a put-away back', () => {
  test('the plate goes back to its dock with a command of its own, and waits there again', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate, 'A-01-02-1', '%UNDO');
    const [made, undone] = await device.queue();
    expect(undone?.command).toMatchObject({
      type: 'inventory.move',
      causedBy: made?.id,
      body: { licensePlate: plate, from: 'A-01-02-1', to: 'DOCK-01' },
    });
    expect(device.said.at(-1)).toBe('Taken back: 8 pcs Salt 500 g at A-01-02-1');
    expect((await device.runner.view())?.prompt.rows).toEqual([{ title: 'DOCK-01', value: '1' }]);
    await device.scan(scanPlate);
    expect((await device.runner.view())?.prompt.large).toBe('A-01-02-1');
  });

  test('is offered for the put, not for the registration before it, and not twice', async () => {
    const device = await testDevice();
    const fresh = `]C100${ssccOf(7)}`;
    await device.runner.open('receive');
    await device.scan('PO-1001', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 4, unit: 'pcs' });
    await device.scan(fresh);
    await device.runner.open('put-away');
    await device.scan(fresh, 'A-01-02-1');
    const types = async () => {
      const lines = await readStrip(device.database, device.things, 'W-1001', deviceOperations);
      const commands = await device.queue();
      return lines.flatMap(({ undo }) => commands.find(({ id }) => id === undo)?.command.type ?? []);
    };
    expect(await types()).toEqual(['putaway.put']);
    await device.scan('%UNDO');
    expect(await types()).toEqual(['receiving.register']);
    await device.scan('%UNDO');
    expect(await types()).toEqual([]);
    expect((await device.queue()).map(({ command }) => command.type)).toEqual([
      'receiving.register',
      'putaway.put',
      'inventory.move',
      'receiving.undo_registration',
    ]);
  });

  test('is not offered any more when the plate has gone elsewhere', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate, 'A-01-02-1');
    const [put] = await device.queue();
    await storeResults(device.database, [{ id: put?.id ?? '', outcome: 'applied', result: null, problem: null }], 0);
    await settleBefore(device.database, 10_000);
    const moved = { items: changes(['licensePlate', plate, plateThing(plate, 'A-01-04-1', salt, 8)]), next: 99 };
    const page = { ...moved, hasMore: false, reset: false };
    await applyPage(device.database, await cursorFor(device.database, 'EAST'), page);
    await device.things.refresh();
    await device.scan('%UNDO');
    expect(device.said.at(-1)).toBe('There is nothing to take back.');
  });

  test('loose goods wait at the dock again, beside those that were left there', async () => {
    const device = await testDevice([...warehouse, ...changes(looseWork('W1', 'DOCK-01', [['', 6]]))]);
    await device.runner.open('put-away');
    await device.scan('A0002');
    await device.runner.give({ kind: 'number', quantity: 2, unit: 'pcs' });
    await device.scan('A-01-04-1', '%UNDO');
    expect((await device.bodies())[1]).toEqual({
      ...{ item: 'A0002', sourceSystem: 'DEMO', from: 'A-01-04-1', to: 'DOCK-01', quantity: 2, unit: 'pcs' },
    });
    await device.scan('A0002');
    expect((await device.runner.view())?.entry).toMatchObject({ suggested: 6 });
  });
});

describe('looking something up', () => {
  test('a scan at the menu shows what it is', async () => {
    const device = await testDevice();
    await device.scan('A0001');
    expect((await device.runner.view())?.prompt).toMatchObject({ ask: 'Rye flour 1 kg', large: 'A0001' });
    await device.scan(scanPlate);
    expect((await device.runner.view())?.prompt).toMatchObject({ large: 'DOCK-01', about: grouped(plate) });
    await device.scan('DOCK-01');
    const [row] = (await device.runner.view())?.prompt.rows ?? [];
    expect([row?.detail, english(row?.value ?? '')]).toEqual([grouped(plate), '8 pcs']);
    await device.runner.leave();
    expect(await device.asks()).toBe('menu');
  });

  test('in the middle of a task it comes back to the task', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate);
    await device.runner.open('look-up');
    await device.scan('PO-1001', '%CANCEL');
    expect((await device.runner.view())?.prompt.large).toBe('A-01-02-1');
  });

  test('a code that two things have is asked once, and the choice is taken as the scan', async () => {
    const twin = { ...plateThing('A0002', 'DOCK-01', flour, 1) };
    const device = await testDevice([...warehouse, ...changes(['licensePlate', 'A0002', twin])]);
    await device.scan('A0002');
    expect(await device.asks()).toBe('A0002: which one is it?');
    const options = (await device.runner.view())?.options ?? [];
    expect(options).toHaveLength(2);
    await device.runner.give({ kind: 'choice', key: '1' });
    expect((await device.runner.view())?.prompt).toMatchObject({ ask: 'Salt 500 g' });
  });
});
