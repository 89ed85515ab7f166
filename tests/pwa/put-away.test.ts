import { describe, expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { testDevice } from './device.ts';
import { changes, flour, locationThing, plateThing, salt, warehouse } from './things.ts';

const plate = ssccOf(90);
const scanPlate = `]C100${plate}`;

describe('putting a plate away', () => {
  test('the device says where to go, and scanning that location books it', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan(scanPlate);
    expect((await device.runner.view())?.prompt).toMatchObject({ large: 'A-01-02-1', about: '8 pcs Salt 500 g' });
    await device.scan('A-01-02-1');
    expect(await device.asks()).toBe('Scan the licence plate');
    expect(await device.bodies()).toEqual([{ licensePlate: plate, to: 'A-01-02-1', proposed: 'A-01-02-1' }]);
    expect(device.said.at(-1)).toBe('8 pcs Salt 500 g at A-01-02-1');
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
    expect((await device.runner.view())?.prompt).toMatchObject({ large: 'A-01-02-1', about: '4 pcs Salt 500 g' });
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

  test('goods without a plate: item, dock, how many, where to', async () => {
    const device = await testDevice();
    await device.runner.open('put-away');
    await device.scan('A0002', 'DOCK-01');
    await device.runner.give({ kind: 'number', quantity: 2, unit: 'pcs' });
    await device.scan('A-01-02-1');
    expect(await device.bodies()).toEqual([
      { item: 'A0002', sourceSystem: 'DEMO', from: 'DOCK-01', to: 'A-01-02-1', quantity: 2, unit: 'pcs' },
    ]);
  });
});

describe('looking something up', () => {
  test('a scan at the menu shows what it is', async () => {
    const device = await testDevice();
    await device.scan('A0001');
    expect((await device.runner.view())?.prompt).toMatchObject({ ask: 'Rye flour 1 kg', large: 'A0001' });
    await device.scan(scanPlate);
    expect((await device.runner.view())?.prompt).toMatchObject({ large: 'DOCK-01', about: plate });
    await device.scan('DOCK-01');
    expect((await device.runner.view())?.prompt.rows).toMatchObject([{ detail: plate, value: '8 pcs' }]);
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
