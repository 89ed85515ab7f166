import { describe, expect, test } from 'vitest';
import type { PickLineThing } from '#shared/ledger/outbound-thing.ts';
import { withAmount } from '../../pwa/ui/words.ts';
import { answered, english, testDevice } from './device.ts';
import { floor, large, line, plate, prompt, types, walking, work } from './outbound-things.ts';
import { flour, salt, scanner } from './things.ts';

const saltThenFlour = work('WK-1', [
  line(1, flour, 'A-01-02-1', { quantityBase: 12, lot: 'L1' }),
  line(2, salt, 'A-01-03-1', { licensePlate: plate }),
]);

describe('picking one order, with work claimed before and no network', () => {
  test('place, goods, lot, quantity; a full plate in one scan; then all of it is put down', async () => {
    const device = await walking(saltThenFlour);
    expect(await large(device)).toBe('A-01-02-1');
    expect((await prompt(device))?.progress).toMatchObject({ done: 0, of: 2 });
    await device.scan('A-01-02-1', '4006381333931', 'L1');
    expect(await device.asks()).toBe('Take 12 pcs. How many?');
    expect(device.said.at(-1)).toBe('1 of 12 pcs counted · Rye flour 1 kg');
    await device.scan('14006381333938');
    expect(device.said.at(-1)).toMatch(/13 pcs are more than the 12 pcs/);
    await device.runner.give({ kind: 'number', quantity: 12, unit: 'pcs' });
    expect(await large(device)).toBe('A-01-03-1');
    expect((await prompt(device))?.progress).toMatchObject({ done: 1, of: 2 });
    await device.scan(`]C100${plate}`);
    expect(await device.asks()).toBe('Bring it here and scan the place');
    expect(await large(device)).toBe('STAGE-01');
    await device.scan('STAGE-01');
    expect(await device.asks()).toBe('Ask for the next work');
    const [first, second, last] = await device.bodies();
    expect(first).toMatchObject({ work: 'WK-1', line: 1, location: 'A-01-02-1', quantity: 12, lot: 'L1' });
    expect(second).toMatchObject({ work: 'WK-1', line: 2, licensePlate: plate, quantity: 5 });
    expect(last).toEqual({ work: 'WK-1', location: 'STAGE-01' });
    expect(await types(device)).toEqual(['picking.pick', 'picking.pick', 'picking.put']);
    expect(await device.things.thing('pickWork', 'WK-1')).toBeUndefined();
    const after = await device.things.thing('shipment', 'SH-1');
    expect(after).toMatchObject({ openWork: 0, goods: [{ location: 'STAGE-01' }, { location: 'STAGE-01' }] });
    expect((await device.things.thing('licensePlate', plate))?.location).toBe('STAGE-01');
  });

  test.each([
    ['another place', ['A-01-04-1'], /Wrong location: A-01-02-1 is meant, this is A-01-04-1/],
    ['another item', ['A-01-02-1', 'A0002'], /Wrong item: A0001 is meant, this is A0002/],
    ['another lot', ['A-01-02-1', '4006381333931', 'L9'], /Wrong lot: L1 is meant, this is L9/],
    ['an item before its place', ['4006381333931'], /Scan the location A-01-02-1 first/],
  ])('%s is refused with what was expected and what it was', async (_, scans, said) => {
    const device = await walking(saltThenFlour);
    await device.scan(...scans);
    expect(device.said.at(-1)).toMatch(said);
    expect(await device.queue()).toEqual([]);
  });

  test('check digits stand for the label of a place', async () => {
    const device = await walking(saltThenFlour);
    await device.runner.give({ kind: 'text', text: '33' });
    expect(await device.asks()).toBe('Scan the item');
  });

  test('check digits are scanned where a label has a barcode of them', async () => {
    const device = await walking(saltThenFlour);
    await device.scan('33');
    expect(await device.asks()).toBe('Scan the item');
  });

  test('a case counts as what is in it, and completes the line by itself', async () => {
    const device = await walking(saltThenFlour);
    await device.scan('A-01-02-1', '14006381333938', 'L1');
    expect(await device.bodies()).toMatchObject([{ quantity: 12, unit: 'pcs' }]);
  });

  test.each([
    ['whole cases are asked for and counted as such', 24, 'Take 2 case. How many?', ['case', 'pcs']],
    ['what is no whole case is counted in pieces', 9, 'Take 9 pcs. How many?', ['pcs', 'case']],
  ])('%s', async (_, quantityBase, asked, units) => {
    const inCases = { unit: 'case', unitFraction: { numerator: 12, denominator: 1 } };
    const device = await walking(work('WK-1', [line(1, flour, 'A-01-02-1', { quantityBase, lot: 'L1', ...inCases })]));
    await device.scan('A-01-02-1', 'A0001', 'L1');
    expect(await device.asks()).toBe(asked);
    expect((await device.runner.view())?.entry).toMatchObject({ units });
  });

  test('nothing is there: the reason is asked, and the way leads to where else such goods are', async () => {
    const elsewhere = { location: 'A-01-04-1', licensePlate: '', lot: '', serial: '', availableBase: 20 };
    const device = await walking(work('WK-1', [line(1, salt, 'A-01-02-1', { alternatives: [elsewhere] })]));
    await device.scan('A-01-02-1');
    await device.runner.give({ kind: 'action', name: 'less' });
    expect((await prompt(device))?.details).toEqual([
      { label: 'pick.elsewhere', value: withAmount('A-01-04-1', 20, 'pcs') },
    ]);
    await device.runner.give({ kind: 'choice', key: 'not-there' });
    expect(await large(device)).toBe('A-01-04-1');
    await device.scan('A-01-04-1', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 5, unit: 'pcs' });
    expect(await device.bodies()).toMatchObject([
      { line: 1, quantity: 0, reason: 'not-there' },
      { line: 2, location: 'A-01-04-1', quantity: 5 },
    ]);
    expect(await device.asks()).toBe('Bring it here and scan the place');
  });

  test('the tote is full: what is in hand is put down, and the rest of the line is picked after that', async () => {
    const device = await walking(work('WK-1', [line(1, salt, 'A-01-02-1')]));
    await device.scan('A-01-02-1', 'A0002');
    await device.runner.give({ kind: 'number', quantity: 3, unit: 'pcs' });
    await device.runner.give({ kind: 'choice', key: 'rest-later' });
    expect(await device.asks()).toBe('Scan the tote you pick into');
    await device.runner.give({ kind: 'action', name: 'put' });
    await device.scan('STAGE-01');
    expect(await large(device)).toBe('A-01-02-1');
    expect(english((await prompt(device))?.about ?? '')).toMatch(/^2 pcs/);
    expect(await types(device)).toEqual(['picking.pick', 'picking.put']);
    await device.runner.give({ kind: 'action', name: 'giveBack' });
    expect((await types(device)).at(-1)).toBe('picking.release_claim');
    expect(await device.asks()).toBe('Ask for the next work');
  });

  test('a line that is skipped comes last, and one that waits for goods is not walked to', async () => {
    const lines = [
      line(1, salt, 'A-01-02-1'),
      line(2, salt, 'A-01-03-1'),
      line(3, salt, 'A-01-04-1', { blockedBy: 'WK-9' }),
    ];
    const device = await walking(work('WK-1', lines));
    await device.runner.give({ kind: 'action', name: 'skip' });
    expect(await large(device)).toBe('A-01-03-1');
    const rows = (await prompt(device))?.rows ?? [];
    expect(rows.map(({ title, tone }) => [title, tone])).toEqual([
      ['A-01-02-1', undefined],
      ['A-01-04-1', 'warn'],
    ]);
  });

  test('a pick is taken back while the goods are in hand', async () => {
    const device = await walking(saltThenFlour);
    await device.scan('A-01-02-1', '14006381333938', 'L1', '%UNDO');
    expect(device.said.at(-1)).toMatch(/^Taken back/);
    expect(await large(device)).toBe('A-01-02-1');
    const [pick, undo] = await device.queue();
    expect(undo?.command).toMatchObject({ type: 'picking.undo', body: { pick: `command:${pick?.id}` } });
    expect((await device.things.thing('shipment', 'SH-1'))?.goods).toEqual([]);
  });

  test('each piece with a serial number is told by it, in any order', async () => {
    const of = (number: number, serial: string) => line(number, scanner, 'A-01-02-1', { serial, quantityBase: 1 });
    const device = await walking(work('WK-1', [of(1, 'S-1'), of(2, 'S-2')]));
    await device.scan('A-01-02-1', 'A0003', 'S-9');
    expect(device.said.at(-1)).toMatch(/asks for serial number S-1, this is S-9/);
    await device.scan('S-2', 'A-01-02-1', 'A0003', 'S-1');
    expect(await device.bodies()).toMatchObject([
      { line: 2, serials: ['S-2'] },
      { line: 1, serials: ['S-1'] },
    ]);
  });

  test('of pieces that the order did not name any will do, each once', async () => {
    const ofTwo = [
      line(1, scanner, 'A-01-02-1', { quantityBase: 2 }),
      line(2, scanner, 'A-01-03-1', { quantityBase: 1 }),
    ];
    const device = await walking(work('WK-1', ofTwo));
    await device.scan('A-01-02-1', 'A0003', 'S-7', 'S-8');
    expect(await device.bodies()).toMatchObject([{ line: 1, quantity: 2, serials: ['S-7', 'S-8'] }]);
    const goods = (await device.things.thing('shipment', 'SH-1'))?.goods ?? [];
    expect(goods.map(({ serial, quantityBase }) => [serial, quantityBase])).toEqual([
      ['S-7', 1],
      ['S-8', 1],
    ]);
    await device.scan('A-01-03-1', 'A0003', 'S-7');
    expect(device.said.at(-1)).toMatch(/Serial number S-7 is not free at A-01-03-1/);
    await device.scan('S-9');
    expect(await device.asks()).toBe('Bring it here and scan the place');
  });

  test('what the order takes instead is scanned twice', async () => {
    const device = await walking(work('WK-1', [line(1, flour, 'A-01-02-1', { substitutes: [salt.key] })]));
    await device.scan('A-01-02-1', 'A0002');
    expect(device.said.at(-1)).toMatch(/A0002 instead of A0001/);
    await device.scan('A0002');
    await device.runner.give({ kind: 'number', quantity: 5, unit: 'pcs' });
    expect((await device.queue()).map(({ command }) => [command.type, command.body.item])).toEqual([
      ['picking.substitute', 'A0002'],
    ]);
  });

  test('a killed app goes on at the same question, and nothing is picked twice', async () => {
    const device = await walking(saltThenFlour);
    await device.scan('A-01-02-1', '14006381333938', 'L1');
    await device.kill();
    expect(await large(device)).toBe('A-01-03-1');
    expect(await device.queue()).toHaveLength(1);
  });
});

describe('picking several orders with a trolley', () => {
  const at = (position: string, name: string, lines: readonly PickLineThing[]) =>
    work(name, lines, { trolleyPosition: position, shipment: `SH-${position}`, orderNumber: `SO-${position}` });

  test('the lines of all are one walk, each pick is confirmed by its place on the trolley', async () => {
    const device = await walking(
      at('1', 'WK-1', [
        line(1, salt, 'A-01-02-1', { walkSequence: 11 }),
        line(2, salt, 'A-01-04-1', { walkSequence: 13 }),
      ]),
      at('2', 'WK-2', [line(1, salt, 'A-01-03-1', { walkSequence: 12, quantityBase: 2 })]),
    );
    expect((await prompt(device))?.progress).toMatchObject({ done: 0, of: 3 });
    for (const [place, quantity, position] of [
      ['A-01-02-1', 5, '1'],
      ['A-01-03-1', 2, 'T7-2'],
      ['A-01-04-1', 5, '1'],
    ] as const) {
      expect(await large(device)).toBe(place);
      await device.scan(place, 'A0002');
      await device.runner.give({ kind: 'number', quantity, unit: 'pcs' });
      expect(await device.asks()).toBe('Put it into the position and scan it');
      await device.scan('9');
      expect(device.said.at(-1)).toMatch(/This belongs into position/);
      await device.scan(position);
    }
    await device.scan('STAGE-01');
    expect(await types(device)).toEqual([...Array(3).fill('picking.pick'), 'picking.put', 'picking.put']);
    expect(await device.asks()).toBe('Ask for the next work');
  });

  test('orders are put down one by one where the worker chooses one', async () => {
    const device = await walking(
      at('1', 'WK-1', [line(1, salt, 'A-01-02-1')]),
      at('2', 'WK-2', [line(1, salt, 'A-01-02-1')]),
    );
    for (const position of ['1', '2']) {
      await device.scan('A-01-02-1', 'A0002');
      await device.runner.give({ kind: 'number', quantity: 5, unit: 'pcs' });
      await device.scan(position);
    }
    await device.runner.give({ kind: 'choice', key: 'WK-2' });
    await device.scan('STAGE-01');
    expect((await device.bodies()).at(-1)).toEqual({ work: 'WK-2', location: 'STAGE-01' });
    await device.scan('STAGE-01');
    expect((await device.bodies()).at(-1)).toEqual({ work: 'WK-1', location: 'STAGE-01' });
  });
});

describe('asking for work', () => {
  test('the server gives it out, and the device waits for what it needs of it', async () => {
    const device = await testDevice(floor());
    device.environment.answer(async () =>
      answered(200, { results: [{ outcome: 'applied', result: { work: [{ work: 'WK-7', shipment: 'SH-7' }] } }] }),
    );
    await device.runner.open('pick');
    await device.runner.give({ kind: 'action', name: 'next' });
    expect(await device.asks()).toBe('The work is on its way');
    expect(await device.queue()).toEqual([]);
  });

  test('without a network nothing is asked for, and that is said', async () => {
    const device = await testDevice(floor());
    await device.runner.open('pick');
    await device.runner.give({ kind: 'action', name: 'next' });
    expect(device.said.at(-1)).toMatch(/New work needs a network/);
    expect(await device.asks()).toBe('Ask for the next work');
  });
});
