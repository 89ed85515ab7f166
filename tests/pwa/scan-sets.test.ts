import { describe, expect, test } from 'vitest';
import type { ScanRules } from '#shared/ledger/scan-rules.ts';
import { defaultScanRules } from '#shared/ledger/scan-rules.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import { english, type TestDevice, testDevice } from './device.ts';
import { changes, flour, locationThing, salt, warehouse } from './things.ts';

const flourPiece = '4006381333931';
const itemAndCount = ']C102140063813339383724';
const dateAndLot = ']C117290630\u001d10L77';
const sscc = ssccOf(7);
const saltPiece = '4012345678901';

async function receiving(rules: Partial<ScanRules> = {}): Promise<TestDevice> {
  const device = await testDevice([
    ...warehouse,
    ...changes(
      ['item', salt.key, { ...salt, barcodes: [{ code: saltPiece, unit: 'pcs', quantity: 1 }] }],
      ['scanRules', 'EAST', { ...defaultScanRules, ...rules }],
    ),
  ]);
  await device.runner.open('receive');
  return device;
}

/** What the screen shows besides the question. */
async function shown(device: TestDevice) {
  const view = await device.runner.view();
  return { understood: view?.understood?.map(english), times: view?.times };
}

describe('one label after the other, in any order', () => {
  test.each([
    ['which goods, then lot and date', [itemAndCount, dateAndLot]],
    ['lot and date, then which goods', [dateAndLot, itemAndCount]],
    ['lot, date and goods, each on a label of its own', [']C110L77', ']C117290630', itemAndCount]],
    ['all of it in one', [']C102140063813339383724\u001d1729063010L77']],
  ])('%s', async (_, labels) => {
    const device = await receiving();
    await device.scan('PO-1001', ...labels);
    expect(await device.asks()).toBe('How many?');
    expect((await device.runner.view())?.entry).toMatchObject({ kind: 'number', suggested: 24 });
    // As many are more than was ordered: what is confirmed is what was suggested, and the rule says no.
    await device.scan('%CONFIRM');
    expect(device.told.at(-1)?.tone).toBe('bad');
    await device.runner.give({ kind: 'number', quantity: 1, unit: 'case' });
    await device.scan(`]C100${sscc}`);
    expect(await device.bodies()).toMatchObject([
      { item: 'A0001', lot: 'L77', expiryDate: '2029-06-30', licensePlate: sscc },
    ]);
  });

  test('what was understood stands on the screen until the goods are scanned, also after the app was killed', async () => {
    const device = await receiving();
    await device.scan('PO-1001', dateAndLot);
    expect(device.said.at(-1)).toBe(
      'Understood: lot L77 / good until 2029-06-30. Still needed: the barcode that says which item it is.',
    );
    await device.kill();
    expect((await shown(device)).understood).toEqual(['lot L77', 'good until 2029-06-30']);
    await device.scan(itemAndCount);
    expect((await shown(device)).understood).toBeUndefined();
    expect(device.said.at(-1)).toBe('A0001 · Rye flour 1 kg · lot L77 / good until 2029-06-30 / 24 on the label');
  });

  test('labels that contradict each other: the worker says which one is right', async () => {
    const device = await receiving();
    await device.scan('PO-1001', ']C110L77', ']C110L78');
    expect(await device.asks()).toBe(
      'Two labels say different things. Which one is right for the goods in your hands?',
    );
    const options = (await device.runner.view())?.options ?? [];
    expect(options.map(({ title }) => english(title))).toEqual(['lot L77', 'lot L78']);
    await device.runner.give({ kind: 'choice', key: '1' });
    expect((await shown(device)).understood).toEqual(['lot L78']);
  });

  test('the label of the goods may contradict what was scanned before, too', async () => {
    const device = await receiving();
    await device.scan('PO-1001', ']C110L77', ']d2011400638133393817290630\u001d10L78');
    const options = (await device.runner.view())?.options ?? [];
    expect(options.map(({ detail }) => english(detail ?? ''))).toEqual([
      'lot L77 / good until 2029-06-30',
      'lot L78 / good until 2029-06-30',
    ]);
    await device.runner.give({ kind: 'choice', key: '0' });
    await device.runner.give({ kind: 'number', quantity: 1, unit: 'case' });
    await device.scan(`]C100${sscc}`);
    expect(await device.bodies()).toMatchObject([{ lot: 'L77' }]);
  });

  test('a second label with another lot is asked about before it counts', async () => {
    const device = await receiving();
    await device.scan('PO-1001', flourPiece, ']C110L77', ']C110L78');
    expect(device.said.at(-1)).toBe('This label says lot L78, not L77. Scan it once more if L78 is right.');
    await device.scan(']C110L78', ']C117290630');
    await device.runner.give({ kind: 'number', quantity: 1, unit: 'pcs' });
    await device.scan(`]C100${sscc}`);
    expect(await device.bodies()).toMatchObject([{ lot: 'L78' }]);
  });

  test('a field that GS1 does not know is passed over and told of, where the warehouse says so', async () => {
    const label = ']d2011400638133393817290630\u001d0590\u001d10L77';
    const strict = await receiving();
    await strict.scan('PO-1001', label);
    expect(strict.said.at(-1)).toContain('“0590”');
    const lenient = await receiving({ unknownAi: 'warn' });
    await lenient.scan('PO-1001', label);
    expect(lenient.said.at(-1)).toBe(
      'A0001 · Rye flour 1 kg · lot L77 / good until 2029-06-30 / without field (0590), which GS1 does not know',
    );
  });
});

describe('the plate first, then what is on it: a label of two barcodes, from the bottom up', () => {
  async function asked(device: TestDevice): Promise<string[]> {
    const { actions = [] } = (await device.runner.view()) ?? {};
    return actions.map(
      ({ label, params = {}, emphasis }) => `${english({ key: label, params })}${emphasis === 'primary' ? '!' : ''}`,
    );
  }

  test.each<[string, string[]]>([
    ['plate, goods, lot and date', [`]C100${sscc}`, itemAndCount, dateAndLot]],
    ['plate, lot and date, goods', [`]C100${sscc}`, dateAndLot, itemAndCount]],
    ['goods, plate, lot and date', [itemAndCount, `]C100${sscc}`, dateAndLot]],
    ['the plate and its lot in one, date, goods', [`]C100${sscc}10L77`, ']C117290630', itemAndCount]],
    ['everything in one', [`]C100${sscc}02140063813339383724\u001d1729063010L77`]],
    ['the plate last, but before it is asked for', [itemAndCount, dateAndLot, `]C100${sscc}`]],
    ['another plate by mistake, then the right one', [`]C100${ssccOf(8)}`, `]C100${sscc}`, itemAndCount, dateAndLot]],
  ])('%s', async (_, labels) => {
    const device = await receiving();
    await device.scan('PO-1001', ...labels);
    expect(await device.asks()).toBe('How many?');
    expect(await shown(device)).toMatchObject({ understood: [expect.stringMatching(/^on plate /)] });
    await device.runner.give({ kind: 'number', quantity: 1, unit: 'case' });
    expect(await device.asks()).toBe('Scan the licence plate');
    expect((await asked(device))[0]).toMatch(/^Onto plate [\d ]+!$/);
    expect((await asked(device)).filter((label) => label.endsWith('!'))).toHaveLength(1);
    await device.runner.give({ kind: 'action', name: 'plate' });
    expect(await device.bodies()).toMatchObject([
      { item: 'A0001', lot: 'L77', expiryDate: '2029-06-30', licensePlate: sscc },
    ]);
    // The next goods go onto whatever plate they come on.
    expect((await shown(device)).understood).toBeUndefined();
  });

  test('it is said, stands on the screen, and is there after the app was killed', async () => {
    const device = await receiving();
    await device.scan('PO-1001', `]C100${sscc}`);
    expect(device.told.at(-1)?.tone).toBe('ask');
    expect(device.said.at(-1)).toMatch(/^The goods go onto plate [\d ]+\. First answer the question on the screen\.$/);
    await device.kill();
    expect((await shown(device)).understood).toEqual([expect.stringMatching(/^on plate /)]);
  });

  test.each([
    ['a command barcode confirms it', '%CONFIRM', sscc],
    ['so does the plate once more', `]C100${sscc}`, sscc],
    ['another plate that is scanned then counts instead', `]C100${ssccOf(9)}`, ssccOf(9)],
  ])('%s', async (_, code, licensePlate) => {
    const device = await receiving();
    await device.scan('PO-1001', `]C100${sscc}`, itemAndCount, dateAndLot);
    await device.runner.give({ kind: 'number', quantity: 1, unit: 'case' });
    await device.scan(code);
    expect(await device.bodies()).toMatchObject([{ licensePlate }]);
  });

  test('the label of other goods names no plate for these', async () => {
    const device = await receiving();
    await device.scan('PO-1001', itemAndCount, dateAndLot, `]C100${ssccOf(8)}02040123456789013724`);
    expect(device.told.at(-1)?.tone).toBe('bad');
    expect((await shown(device)).understood).toBeUndefined();
  });

  test('a plate of the house has no such label: it is scanned where it is asked for', async () => {
    const device = await receiving();
    await device.scan('PO-1001', 'LP-0001');
    expect(device.told.at(-1)?.tone).toBe('bad');
    expect((await shown(device)).understood).toBeUndefined();
  });

  test('where goods have no plate to go onto, a plate is no goods', async () => {
    const device = await testDevice(warehouse);
    await device.runner.open('count');
    await device.scan(`]C100${sscc}`);
    expect(device.told.at(-1)?.tone).toBe('bad');
  });
});

test('the dock may be scanned between two labels of the goods', async () => {
  const device = await receiving();
  await device.scan('PO-1001', ']C110L77', 'DOCK-02');
  expect((await shown(device)).understood).toEqual(['lot L77']);
});

test('a lot into which a date may have run is told of, and not guessed', async () => {
  const device = await receiving();
  await device.scan('PO-1001', ']C1011400638133393810AB12317261231');
  expect(device.said.at(-1)).toContain('look: (10) may hold another field, as if a separator was lost');
});

describe('how many the next scan stands for', () => {
  test('it is shown, counts once, and is gone', async () => {
    const device = await receiving();
    await device.scan('PO-1001', '%TIMES3');
    expect(device.said.at(-1)).toBe('The next scan of an item counts 3 times.');
    expect((await shown(device)).times).toBe(3);
    await device.scan(saltPiece);
    expect((await device.runner.view())?.entry).toMatchObject({ suggested: 3 });
    expect((await shown(device)).times).toBeUndefined();
    await device.scan(saltPiece);
    expect((await device.runner.view())?.entry).toMatchObject({ suggested: 4 });
    await device.scan('%TIMES5', saltPiece);
    expect((await device.runner.view())?.entry).toMatchObject({ suggested: 9 });
  });

  test.each([
    ['%TIMES1', 'Each scan counts once again.'],
    ['%TIMES1000', 'One scan stands for 999 at most. Type the quantity instead.'],
  ])('%s takes nothing further', async (code, said) => {
    const device = await receiving();
    await device.scan('PO-1001', code);
    expect(device.said.at(-1)).toBe(said);
    expect((await shown(device)).times).toBeUndefined();
  });

  test.each([
    ['the number of an item, which says no quantity', 'A0002', 'The number A0002 says no quantity'],
    ['one piece with its serial number', ']d2010401234567890121S1', 'S1 is one piece and cannot be multiplied'],
  ])('%s is not multiplied', async (_, code, said) => {
    const device = await receiving();
    await device.scan('PO-1001', '%TIMES3', code);
    expect(device.said.at(-1)).toContain(said);
    expect((await shown(device)).times).toBe(3);
  });

  test('where nothing is counted it does nothing, and says so', async () => {
    const device = await receiving();
    await device.scan('%TIMES3');
    expect(device.said.at(-1)).toBe('%TIMES3 does nothing here.');
  });
});

describe('command barcodes', () => {
  test('help tells what can be scanned and which commands work', async () => {
    const device = await receiving();
    await device.scan('PO-1001', '%HELP');
    expect(device.said.at(-1)).toBe(
      'Scan here: an item / a location. Command barcodes that work: confirm / undo / back / cancel / done / other user / times.',
    );
    expect(device.told.at(-1)?.tone).toBe('ask');
    expect(await device.asks()).toBe('Scan the next item');
  });

  test('another user is asked for once, and not looked up', async () => {
    const device = await receiving();
    let asked = 0;
    const runner = await device.another({ onOtherUser: () => (asked += 1) });
    await runner.scan({ text: '%USER', source: 'wedge' });
    expect(asked).toBe(1);
  });

  test('confirming is no second scan: that has to be of the code itself', async () => {
    const device = await receiving();
    await device.scan('PO-1001', flourPiece, ']C110L77', ']C110L78', '%CONFIRM');
    expect(device.said.at(-1)).toBe('%CONFIRM does nothing here.');
  });
});

describe('the check digits of a place', () => {
  const dock = { ...locationThing('DOCK-02', 'receiving', 2), zone: 'D', checkDigit: '47' };
  const required = { required: true, otherZones: [] };

  test.each<[string, ScanRules['checkDigits'], string[], string]>([
    [
      'the label is enough where nothing else is said',
      { required: false, otherZones: [] },
      ['DOCK-02'],
      'Goods arrive at DOCK-02.',
    ],
    [
      'the label alone is not, where digits are required',
      required,
      ['DOCK-02'],
      'DOCK-02: now the check digits on its label.',
    ],
    ['nor is the label once more', required, ['DOCK-02', 'DOCK-02'], 'DOCK-02: now the check digits on its label.'],
    ['label and digits are', required, ['DOCK-02', '47'], 'Goods arrive at DOCK-02.'],
    [
      'in another zone they may be required',
      { required: false, otherZones: ['D'] },
      ['DOCK-02'],
      'DOCK-02: now the check digits on its label.',
    ],
    ['or not', { required: true, otherZones: ['D'] }, ['DOCK-02'], 'Goods arrive at DOCK-02.'],
    [
      'wrong digits block',
      required,
      ['DOCK-02', '74'],
      '74 are not the check digits of DOCK-02. Look at the label of the place where you stand.',
    ],
    ['right ones after wrong ones do not', required, ['DOCK-02', '74', '47'], 'Goods arrive at DOCK-02.'],
  ])('%s', async (_, rule, scans, said) => {
    const device = await testDevice([
      ...warehouse,
      ...changes(['location', 'DOCK-02', dock], ['scanRules', 'EAST', { ...defaultScanRules, checkDigits: rule }]),
    ]);
    await device.runner.open('receive');
    await device.scan('PO-1001', ...scans);
    expect(device.said.at(-1)).toBe(said);
  });

  test('they can be typed, and goods that are scanned instead are goods', async () => {
    const device = await receiving({ checkDigits: required });
    await device.scan('PO-1001', 'DOCK-02');
    const { entry, prompt } = (await device.runner.view()) ?? {};
    expect([entry?.kind, prompt?.large]).toEqual(['text', 'DOCK-02']);
    await device.scan(saltPiece);
    expect(await device.asks()).toBe('How many?');
  });
});

describe('a code that nothing has', () => {
  test.each([
    [
      'NOWHERE-7',
      '“NOWHERE-7” is not known here. Check that this is the right label, or ask your supervisor. Expected here: an item / a location.',
    ],
    ['https://example.com/x', 'It looks like a web address. Expected here: an item / a location.'],
    ['450001234', 'It looks like a number. Expected here: an item / a location.'],
    ['4099999999995', 'Expected here: an item / a location.'],
    ['LOC:A-99', '“A-99” looks like Rack label, but nothing here is called that.'],
  ])('%s', async (code, said) => {
    const device = await receiving({ codes: [{ name: 'Rack label', kind: 'location', pattern: 'LOC:[{*:1-32}]' }] });
    await device.scan('PO-1001', code);
    expect(device.said.at(-1)).toContain(said);
  });

  test('a code of the house finds what its pattern says, by the part that counts', async () => {
    const device = await receiving({ codes: [{ name: 'Rack label', kind: 'location', pattern: 'LOC:[{*:1-32}]' }] });
    await device.scan('PO-1001', 'loc:dock-02');
    expect(device.said.at(-1)).toBe('Goods arrive at DOCK-02.');
  });

  test('one code of two items is asked about, with whose they are', async () => {
    const twin = {
      ...flour,
      key: 'SHOP:B9',
      number: 'B9',
      sourceSystem: 'SHOP',
      barcodes: [{ code: 'TWIN', unit: 'pcs', quantity: 1 }],
    };
    const own = { ...salt, barcodes: [{ code: 'TWIN', unit: 'pcs', quantity: 1 }] };
    const device = await testDevice([...warehouse, ...changes(['item', 'SHOP:B9', twin], ['item', salt.key, own])]);
    await device.runner.open('receive');
    await device.scan('PO-1001', 'TWIN');
    const options = (await device.runner.view())?.options ?? [];
    expect(options.map(({ title, value }) => `${english(title)} ${english(value ?? '')}`).sort()).toEqual([
      'A0002 · 1 pcs DEMO',
      'B9 · 1 pcs SHOP',
    ]);
  });
});
