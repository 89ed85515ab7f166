import { describe, expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { writeMeta } from '../../pwa/store/database.ts';
import { grouped } from '../../pwa/ui/grouped.ts';
import { answeredCase } from './answered-case.ts';
import { english, testDevice } from './device.ts';
import { changes, plateThing, salt, warehouse } from './things.ts';

const flourPiece = '4006381333931';
const flourCase = ']C101140063813339381729063010L77';
const sscc = ssccOf(7);
const plate = `00${sscc}`;

describe('receiving by order', () => {
  test('a label that says lot, expiry and unit leaves only the quantity to be asked', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    expect(await device.asks()).toBe('Scan order, load or plate');
    await device.scan('PO-1001');
    expect(await device.asks()).toBe('Scan the next item');
    await device.scan(']d201140063813339381729063010L77');
    expect(await device.asks()).toBe('How many?');
    await device.runner.give({ kind: 'number', quantity: 1, unit: 'case' });
    expect(await device.asks()).toBe('Scan the licence plate');
    await device.scan(`]C1${plate}`);
    expect(await device.asks()).toBe('Scan the next item');
    expect(device.said.at(-1)).toBe(`1 case A0001 · Rye flour 1 kg on ${grouped(sscc)}`);
    expect(await device.bodies()).toEqual([
      {
        order: 'PO-1001',
        sourceSystem: 'DEMO',
        item: 'A0001',
        line: 1,
        quantity: 1,
        unit: 'case',
        baseQuantity: 12,
        lot: 'L77',
        expiryDate: '2029-06-30',
        licensePlate: sscc,
      },
    ]);
  });

  test('what no label says is asked: lot, expiry, quantity, plate', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001', flourPiece);
    expect(await device.asks()).toBe('Scan the lot');
    await device.scan('L-78');
    expect(await device.asks()).toBe('Enter the expiry date');
    await device.runner.give({ kind: 'date', date: '2026-12-31' });
    await device.runner.give({ kind: 'number', quantity: 3, unit: 'pcs' });
    await device.scan(`]C1${plate}`);
    expect(await device.bodies()).toMatchObject([{ lot: 'L-78', expiryDate: '2026-12-31', quantity: 3 }]);
  });

  test('goods past their date are asked about: the date is wrong, or they are booked as expired', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001', flourPiece, 'L-79');
    await device.runner.give({ kind: 'date', date: '2026-03-01' });
    expect(await device.asks()).toBe('Is that date right?');
    await device.runner.give({ kind: 'action', name: 'otherDate' });
    expect(await device.asks()).toBe('Enter the expiry date');
    await device.runner.give({ kind: 'date', date: '2026-03-01' });
    await device.scan('%CONFIRM');
    await device.runner.give({ kind: 'number', quantity: 3, unit: 'pcs' });
    await device.runner.give({ kind: 'action', name: 'exception' });
    await device.runner.give({ kind: 'action', name: 'nothing' });
    expect(await device.asks()).toBe('Is that date right?');
    await device.scan('%CONFIRM', `]C1${plate}`);
    expect(await device.bodies()).toMatchObject([
      { lot: 'L-79', expiryDate: '2026-03-01', condition: 'expiry', inventoryStatus: 'quality' },
    ]);
  });

  test('a date on a label that has passed is asked about as well; the last day is a good one', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001', ']d201140063813339381726030110L77');
    expect(await device.asks()).toBe('Is that date right?');
    await device.scan('%CANCEL');
    await device.runner.open('receive');
    await device.scan('PO-1001', ']d201140063813339381726030210L77');
    expect(await device.asks()).toBe('How many?');
  });

  test('the label with the right date is scanned where an old date is asked about, and takes its place', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001', ']d201140063813339381726030110L77');
    expect(await device.asks()).toBe('Is that date right?');
    await device.scan(']d201140063813339381726030110L77');
    expect(device.said.at(-1)).toMatch(/says 2026-03-01 too/);
    await device.scan('A0002');
    expect(device.said.at(-1)).toMatch(/That is item A0002; this is about A0001/);
    expect(await device.asks()).toBe('Is that date right?');
    await device.scan(']d201140063813339381729063010L78');
    expect(await device.asks()).toBe('How many?');
    await device.runner.give({ kind: 'number', quantity: 3, unit: 'pcs' });
    await device.scan(`]C1${plate}`);
    const [body] = await device.bodies();
    expect(body).toMatchObject({ lot: 'L78', expiryDate: '2029-06-30', quantity: 3 });
    expect(body).not.toHaveProperty('condition');
  });

  test('goods whose lot is too old by what the server knows are booked as expired from the tray', async () => {
    const device = await testDevice();
    const problem = { code: 'receiving.shelf_life_short', params: { item: 'A0001', expiry: '2026-03-20' } };
    const { sequence } = await answeredCase(device, `]C1${plate}`, 'refused', problem);
    await device.runner.mend(sequence);
    expect(await device.asks()).toBe('Is that date right?');
    expect((await device.runner.view())?.prompt.large).toBe('2026-03-20');
    await device.scan('%CONFIRM');
    await device.runner.give({ kind: 'action', name: 'samePlate' });
    expect((await device.bodies()).at(-1)).toMatchObject({
      ...{ lot: 'L77', quantity: 1, unit: 'case', condition: 'expiry', inventoryStatus: 'quality', licensePlate: sscc },
    });
  });

  test('scanning the item again at the quantity counts one more', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1002', 'A0002');
    await device.runner.give({ kind: 'choice', key: '1' });
    expect(await device.asks()).toBe('How many?');
    await device.scan('A0002', 'A0002', 'A0002');
    const view = await device.runner.view();
    expect(view?.entry).toEqual({ kind: 'number', units: ['pcs'], whole: ['pcs'], suggested: 3 });
    expect(device.said.at(-1)).toBe('3 pcs counted');
  });

  test('an item on several lines asks which, and the oldest first is one of the answers', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1002', 'A0002');
    expect(await device.asks()).toBe('Which line?');
    const options = (await device.runner.view())?.options.map(({ title, value }) =>
      [title, value].map((each) => english(each ?? '')),
    );
    expect(options).toEqual([
      ['Oldest line first', ''],
      ['Salt 500 g', '0 of 5 pcs'],
      ['Salt 500 g', '0 of 5 pcs'],
    ]);
    await device.runner.give({ kind: 'choice', key: 'oldest' });
    await device.runner.give({ kind: 'number', quantity: 7, unit: 'pcs' });
    await device.scan(`]C1${plate}`);
    const [queued] = await device.queue();
    expect(queued?.command.body).not.toHaveProperty('line');
    expect(queued?.effects).toMatchObject([
      { does: 'move-stock' },
      {
        does: 'register',
        registrations: [
          { line: 1, quantityBase: 5 },
          { line: 2, quantityBase: 2 },
        ],
      },
      { does: 'open-work', work: { licensePlate: sscc, fromLocation: 'DOCK-01' } },
    ]);
  });

  test('a new plate comes from the range of the device, and the next goods get the next number', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    for (const quantity of [2, 3]) {
      await device.scan('PO-1001', 'A0002');
      if ((await device.asks()) === 'Scan the next item') await device.scan('A0002');
      await device.runner.give({ kind: 'number', quantity, unit: 'pcs' });
      await device.runner.give({ kind: 'action', name: 'newPlate' });
      expect(await device.asks()).toBe('Put this number on the goods');
      await device.scan('%CONFIRM');
    }
    expect(await device.bodies()).toMatchObject([{ licensePlate: ssccOf(500) }, { licensePlate: ssccOf(501) }]);
  });

  test('with no new numbers left it says so, and a printed plate does', async () => {
    const device = await testDevice();
    await writeMeta(device.database, 'plates', { next: 600, to: 599 });
    await device.runner.open('receive');
    await device.scan('PO-1001', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 2, unit: 'pcs' });
    const view = await device.runner.view();
    expect(english(view?.prompt.notice ?? '')).toMatch(/no new numbers left. Take a printed label and scan it/);
    expect(view?.actions.map(({ name }) => name)).toEqual(['noPlate', 'exception']);
    await device.scan(`]C1${plate}`);
    expect(await device.bodies()).toMatchObject([{ licensePlate: sscc }]);
  });

  test('a number that another person has used on this device meanwhile is not used twice', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 2, unit: 'pcs' });
    await device.runner.give({ kind: 'action', name: 'newPlate' });
    await writeMeta(device.database, 'plates', { next: 501, to: 599 });
    await device.scan('%CONFIRM');
    expect(await device.asks()).toBe('Scan the licence plate');
    expect(device.said.at(-1)).toMatch(/was given out meanwhile/);
    expect(await device.queue()).toEqual([]);
  });

  test('goods without a plate are booked loose, and wait to be put away', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 4, unit: 'pcs' });
    await device.runner.give({ kind: 'action', name: 'noPlate' });
    expect(device.said.at(-1)).toBe('4 pcs A0002 · Salt 500 g without a plate');
    expect(await device.bodies()).toMatchObject([{ item: 'A0002', licensePlate: null, quantity: 4 }]);
    await device.runner.open('put-away');
    expect((await device.runner.view())?.prompt.rows).toEqual([{ title: 'DOCK-01', value: '1' }]);
  });

  test('more goods for a plate at another dock join it there', async () => {
    const atOther = plateThing(sscc, 'DOCK-02', salt, 1);
    const device = await testDevice([...warehouse, ...changes(['licensePlate', sscc, atOther])]);
    await device.runner.open('receive');
    await device.scan('PO-1001', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 4, unit: 'pcs' });
    await device.scan(`]C1${plate}`);
    expect(device.said.at(-1)).toBe(`4 pcs A0002 · Salt 500 g on ${grouped(sscc)}`);
    expect(await device.bodies()).toMatchObject([{ item: 'A0002', licensePlate: sscc, quantity: 4 }]);
  });

  test('more than was ordered is refused on the spot, and nothing is queued', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 11, unit: 'pcs' });
    expect(device.told.at(-1)?.tone).toBe('bad');
    expect(device.said.at(-1)).toMatch(/at most 10 pcs of A0002/);
    expect(await device.queue()).toEqual([]);
    expect(await device.asks()).toBe('How many?');
  });

  test('what was registered without a network counts against the order at once', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 10, unit: 'pcs' });
    await device.scan(`]C1${plate}`);
    expect((await device.runner.view())?.prompt.progress).toEqual({ done: 1, of: 2, unit: 'unit.lines' });
    await device.scan('A0002');
    await device.runner.give({ kind: 'number', quantity: 1, unit: 'pcs' });
    expect(device.told.at(-1)?.tone).toBe('bad');
    await device.scan(`]C1${plate}`);
    expect(await device.asks()).toBe('How many?');
    expect(await device.queue()).toHaveLength(1);
  });

  test('an undo takes the registration back with a command of its own', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 10, unit: 'pcs' });
    await device.scan(`]C1${plate}`, '%UNDO');
    const [made, undone] = await device.queue();
    expect(undone?.command).toMatchObject({
      type: 'receiving.undo_registration',
      causedBy: made?.id,
      body: { registration: `command:${made?.id}` },
    });
    expect((await device.runner.view())?.prompt.progress).toEqual({ done: 0, of: 2, unit: 'unit.lines' });
    await device.scan('%UNDO');
    expect(device.told.at(-1)?.tone).toBe('bad');
    expect(await device.queue()).toHaveLength(2);
  });

  test('completing shows what is missing and asks to accept it', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 9, unit: 'pcs' });
    await device.scan(`]C1${plate}`, '%DONE');
    expect(await device.asks()).toBe('Is that all?');
    const rows = (await device.runner.view())?.prompt.rows?.map(({ value }) => english(value ?? ''));
    expect(rows).toEqual(['0 of 20 pcs: 20 missing', '9 of 10 pcs: 1 missing']);
    await device.scan('%CONFIRM', 'PS-5521');
    expect(await device.asks()).toBe('Accept the differences?');
    await device.scan('%CONFIRM');
    expect(await device.asks()).toBe('Scan order, load or plate');
    expect((await device.queue())[1]?.command).toMatchObject({
      type: 'receiving.complete',
      body: { order: 'PO-1001', supplierPackingSlip: 'PS-5521', acceptDifferences: true },
    });
    expect((await device.runner.view())?.options.map(({ title }) => title)).toEqual(['PO-1002']);
  });

  test.each<[name: string, script: readonly string[], said: RegExp]>([
    [
      'a location where an order is asked',
      ['A-01-02-1'],
      /^That is a location: A-01-02-1\. Scan an order \/ a licence plate\.$/,
    ],
    ['a code that nothing has', ['NOPE-1'], /NOPE-1/],
    ['an item that is not on the order', ['PO-1001', 'A0003'], /A0003/],
    ['a storage place as dock', ['PO-1001', 'A-01-02-1'], /A-01-02-1/],
    ['a plate of the house where an item is asked', ['PO-1001', 'LP-0001'], /^That is a licence plate/],
    ['a label with a wrong check digit', ['PO-1001', ']C10114006381333930'], /check/i],
    ['a command that means nothing here', ['PO-1001', '%SKIP'], /does nothing here/],
    ['an emoji', ['PO-1001', '🙂🙂🙂'], /./],
    ['eight kilobytes', ['PO-1001', 'x'.repeat(8192)], /./],
  ])('%s is refused in words and the step stays', async (_name, script, said) => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan(...script.slice(0, -1));
    const before = await device.asks();
    await device.scan(...script.slice(-1));
    expect(device.told.at(-1)?.tone).toBe('bad');
    expect(device.said.at(-1)).toMatch(said);
    expect(await device.asks()).toBe(before);
  });

  test('a killed app goes on at the step where it was', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001', flourCase);
    await device.kill();
    expect(await device.asks()).toBe('How many?');
    await device.runner.give({ kind: 'number', quantity: 1, unit: 'case' });
    await device.kill();
    await device.scan(`]C1${plate}`);
    await device.kill();
    expect(await device.asks()).toBe('Scan the next item');
    expect(await device.queue()).toHaveLength(1);
  });

  test('a screen that is drawn while the worker goes on shows one step or the other, never both', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001');
    const shown = device.runner.view();
    const left = device.runner.leave();
    expect((await shown)?.step).toBe('item');
    await left;
    expect(await device.runner.view()).toBeNull();
  });

  test('back leads through the steps of the same goods, and not behind what is booked', async () => {
    const device = await testDevice();
    await device.runner.open('receive');
    await device.scan('PO-1001', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 2, unit: 'pcs' });
    await device.scan('%BACK');
    expect(await device.asks()).toBe('How many?');
    await device.runner.give({ kind: 'number', quantity: 3, unit: 'pcs' });
    await device.scan(`]C1${plate}`, '%BACK');
    expect(device.told.at(-1)?.tone).toBe('bad');
    expect(await device.asks()).toBe('Scan the next item');
  });
});
