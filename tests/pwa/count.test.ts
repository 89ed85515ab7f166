import { describe, expect, test } from 'vitest';
import type { CountWorkThing, LicensePlateThing } from '#shared/ledger/thing.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import { writeMeta } from '../../pwa/store/database.ts';
import { applyPage, cursorFor } from '../../pwa/store/snapshot.ts';
import { amount } from '../../pwa/ui/words.ts';
import { type TestDevice, testDevice } from './device.ts';
import { changes, locationThing, plateThing, salt, warehouse } from './things.ts';

const plate = ssccOf(90);
const away = ssccOf(91);

function toCount(work: string, more: Partial<CountWorkThing> = {}): CountWorkThing {
  const nobody = { item: null, itemNumber: null, description: null, isAgain: false, notBy: null };
  return { work, location: 'A-01-02-1', ...nobody, ...more };
}

async function counting(...works: readonly CountWorkThing[]): Promise<TestDevice> {
  const things = changes(
    ['licensePlate', plate, plateThing(plate, 'A-01-02-1', salt, 8)],
    ['licensePlate', away, plateThing(away, 'DOCK-01', salt, 2)],
    ['location', 'PACK-01', locationThing('PACK-01', 'packing', 90)],
    ...works.map((work) => ['countWork', work.work, work] as const),
  );
  const device = await testDevice([...warehouse, ...things]);
  await device.runner.open('count');
  return device;
}

/** The next page of what the server tells. */
async function news(
  device: TestDevice,
  ...things: (readonly [kind: string, key: string, value: unknown])[]
): Promise<void> {
  const page = { items: changes(...things), next: 900, hasMore: false, reset: false };
  await applyPage(device.database, await cursorFor(device.database, 'EAST'), page);
}

const says = (quantity: number) => ({ kind: 'number', quantity, unit: 'pcs' }) as const;
const press = (name: string) => ({ kind: 'action', name }) as const;

describe('counting on a handheld, without a network', () => {
  test('a place that nobody asked for: each item is scanned and told, and the count goes with what began it', async () => {
    const device = await counting();
    await device.scan('A-01-02-1', 'A0002');
    expect(device.said.at(-1)).toBe('Salt 500 g');
    await device.runner.give(says(7));
    await device.scan('4006381333931', 'L1');
    expect(await device.asks()).toBe('Enter the expiry date');
    await device.runner.give(press('skip'));
    await device.scan('4006381333931', '14006381333938');
    expect(device.said.at(-1)).toMatch(/^\d+ pcs · Rye flour 1 kg$/);
    await device.runner.give(press('done'));
    expect(await device.asks()).toBe('Scan each item that is here');
    await device.runner.give(press('done'));
    expect([await device.asks(), device.said.at(-1)]).toEqual([
      'Scan a place or an item to count',
      'A-01-02-1 counted: 2',
    ]);
    const [begun, counted] = await device.queue();
    expect(begun?.command.body).toEqual({ location: 'A-01-02-1' });
    expect(counted).toMatchObject({ command: { type: 'counting.count', causedBy: begun?.id } });
    expect(counted?.command.body).toMatchObject({
      work: `command:${begun?.id}`,
      lines: [
        { location: 'A-01-02-1', item: 'A0002', quantity: 7, unit: 'pcs' },
        { location: 'A-01-02-1', item: 'A0001', lot: 'L1', quantity: 14, unit: 'pcs' },
      ],
    });
  });

  test('what somebody is asked to count is chosen or scanned, and done when it is told', async () => {
    const device = await counting(toCount('WK-7'));
    await device.scan('A-01-02-1', `]C100${plate}`, 'A0002');
    await device.runner.give(says(8));
    await device.runner.give(press('done'));
    const [begun, counted, ...others] = await device.queue();
    expect([begun?.command.type, begun?.command.body, others]).toEqual(['counting.start', { work: 'WK-7' }, []]);
    expect(counted?.command.body).toMatchObject({
      work: 'WK-7',
      lines: [{ item: 'A0002', licensePlate: plate, quantity: 8 }],
    });
    expect(await device.things.thing('countWork', 'WK-7')).toBeUndefined();
  });

  test('goods on a plate that the warehouse has not seen are told with its number', async () => {
    const device = await counting(toCount('WK-7'));
    await device.scan('A-01-02-1', `]C100${ssccOf(92)}`, 'A0002');
    await device.runner.give(says(3));
    await device.runner.give(press('done'));
    expect((await device.bodies()).at(-1)).toMatchObject({
      work: 'WK-7',
      lines: [{ item: 'A0002', licensePlate: ssccOf(92), quantity: 3 }],
    });
  });

  test('an empty place is said to be empty', async () => {
    const device = await counting(toCount('WK-7'));
    await device.runner.give({ kind: 'choice', key: 'WK-7' });
    await device.runner.give(press('empty'));
    expect((await device.bodies()).at(-1)).toEqual({ work: 'WK-7', lines: [], empty: true });
  });

  test('what was told wrong is taken back before it is sent', async () => {
    const device = await counting(toCount('WK-7'));
    await device.scan('A-01-02-1', 'A0002');
    await device.runner.give(says(80));
    await device.runner.give(press('last'));
    await device.scan('A0002');
    await device.runner.give(says(8));
    await device.runner.give(press('done'));
    expect((await device.bodies()).at(-1)).toMatchObject({ lines: [{ quantity: 8 }] });
  });

  test('an item that is counted everywhere is told place by place', async () => {
    const { key: item, number: itemNumber, description } = salt;
    const device = await counting(toCount('WK-8', { location: null, item, itemNumber, description }));
    await device.runner.give({ kind: 'choice', key: 'WK-8' });
    await device.scan('A-01-02-1', 'A0002');
    await device.runner.give(says(3));
    await device.runner.give(press('done'));
    await device.scan('A-01-03-1');
    await device.runner.give(press('empty'));
    await device.runner.give(press('done'));
    expect((await device.bodies()).at(-1)).toMatchObject({
      work: 'WK-8',
      lines: [
        { location: 'A-01-02-1', quantity: 3 },
        { location: 'A-01-03-1', quantity: 0 },
      ],
    });
  });

  test('an item that nobody asked for is counted wherever it is, without a network', async () => {
    const device = await counting();
    await device.scan('A0002', 'A-01-02-1', 'A0002');
    await device.runner.give(says(3));
    await device.runner.give(press('done'));
    expect(await device.asks()).toBe('Scan the next place it is at');
    await device.runner.give(press('done'));
    const [begun, counted] = await device.queue();
    expect(begun?.command.body).toEqual({ item: 'A0002', sourceSystem: 'DEMO' });
    expect(counted).toMatchObject({ command: { causedBy: begun?.id } });
    expect(counted?.command.body).toMatchObject({
      work: `command:${begun?.id}`,
      lines: [{ location: 'A-01-02-1', item: 'A0002', quantity: 3 }],
    });
  });

  test('places where the item may be are shown until they are told, and never how much is there', async () => {
    const { key: item, number: itemNumber, description } = salt;
    const places = ['A-01-02-1', 'A-01-03-1'];
    const device = await counting(toCount('WK-8', { location: null, item, itemNumber, description, places }));
    await device.scan('A0002', 'A-01-02-1', 'A0002');
    await device.runner.give(says(3));
    await device.runner.give(press('done'));
    const { rows } = (await device.runner.view())?.prompt ?? {};
    expect(rows).toEqual([
      { title: 'A0002', detail: 'A-01-02-1', value: amount(3, 'pcs') },
      { title: 'A-01-03-1', tone: 'open' },
    ]);
  });

  test('each line says when its goods were counted', async () => {
    const device = await counting(toCount('WK-7'));
    await device.scan('A-01-02-1', 'A0002');
    await device.runner.give(says(8));
    const countedAt = new Date(device.environment.clock.now()).toISOString();
    await device.environment.pass(60_000);
    await device.runner.give(press('done'));
    expect((await device.bodies()).at(-1)).toMatchObject({ lines: [{ quantity: 8, countedAt }] });
  });

  test('what others are at is not offered, and whoever stood at another shelf before is asked, and told no number', async () => {
    const others = { claimedBy: 'W-1002', claimedUntil: '2036-01-01T00:00:00Z', location: 'A-01-03-1' };
    const doubt = { by: 'W-1001', place: 'A-01-03-1', scans: 2 };
    const device = await counting(toCount('WK-7', { isAgain: true, doubt }), toCount('WK-8', others));
    const offered = async () => (await device.runner.view())?.options.map(({ key }) => key);
    expect(await offered()).toEqual(['WK-7']);
    await device.runner.give({ kind: 'choice', key: 'WK-7' });
    expect((await device.runner.view())?.prompt.notice).toEqual({
      key: 'count.doubt',
      params: { place: 'A-01-03-1', count: 2 },
    });
  });

  test.each([
    ['that nobody asked for', []],
    ['that somebody is asked to count', [toCount('WK-7')]],
    ['that another began and left', [toCount('WK-7', { claimedBy: 'W-1002', claimedUntil: '2026-03-02T06:00:00Z' })]],
  ])('a place %s is not looked up from the device’s own copy while it is counted', async (_what, works) => {
    const device = await counting(...works);
    await device.scan('A-01-02-1');
    await device.runner.open('look-up');
    for (const code of ['A-01-02-1', `]C100${plate}`, 'A0002']) {
      await device.scan(code);
      expect(device.said.at(-1)).toMatch(/You are counting A-01-02-1/);
    }
    await device.scan('A-01-03-1');
    expect(device.said.at(-1)).toBe('A-01-03-1');
  });

  test.each([
    ['began what another took over', '2026-03-02T19:00:00Z', /You are counting A-01-02-1/],
    ['began it more than a shift ago', '2026-03-02T06:59:59Z', /^A-01-02-1$/],
  ])('whoever %s is told by the device’s own copy accordingly', async (_who, until, said) => {
    const device = await counting();
    const begunBy = [{ badge: 'W-1001', until }];
    await news(device, ['countWork', 'WK-7', toCount('WK-7', { claimedBy: 'W-1002', claimedUntil: until, begunBy })]);
    await device.runner.open('look-up');
    await device.scan('A-01-02-1');
    expect(device.said.at(-1)).toMatch(said);
  });

  test('of a plate whose goods are not told of, flows that ask for them say why, and the count goes on', async () => {
    const { contents: _, ...known } = plateThing(plate, 'A-01-02-1', salt, 8);
    const blind: LicensePlateThing = { ...known, contents: [], withheld: [salt.key] };
    const device = await counting(toCount('WK-7'));
    await news(device, ['licensePlate', plate, blind]);
    device.said.splice(0);
    for (const task of ['move', 'plates', 'status', 'look-up']) {
      await device.runner.open(task);
      await device.scan(`]C100${plate}`);
      expect([task, device.said.splice(0)]).toEqual([task, [expect.stringMatching(/You are counting A-01-02-1/)]]);
    }
    await device.runner.open('count');
    await device.scan('A-01-02-1', `]C100${plate}`, 'A0002');
    await device.runner.give(says(8));
    await device.runner.give(press('done'));
    expect((await device.bodies()).at(-1)).toMatchObject({
      work: 'WK-7',
      lines: [{ licensePlate: plate, quantity: 8 }],
    });
  });

  test.each([
    ['whoever counts signs on where somebody else did', 'W-1003', 'W-1001', 0],
    ['somebody else signs on where one counts', 'W-1001', 'W-1003', 0],
    ['somebody else signs on where one began what another counts', 'W-1002', 'W-1003', 0],
    ['neither of them counts', 'W-1004', 'W-1003', 900],
  ])('the copy is filled anew when %s, and else read on', async (_who, before, after, position) => {
    const device = await counting();
    await writeMeta(device.database, 'cookieBadge', before);
    const taken = { claimedBy: 'W-1001', begunBy: [{ badge: 'W-1002', until: '2026-03-02T19:00:00Z' }] };
    await news(device, ['countWork', 'WK-7', toCount('WK-7', taken)]);
    await writeMeta(device.database, 'cookieBadge', after);
    expect((await cursorFor(device.database, 'EAST')).after).toBe(position);
  });

  test('the zones in which something is to be counted are offered, with how many places', async () => {
    const zone = { zone: 'A' };
    const device = await counting(toCount('WK-7', zone), toCount('WK-8', { ...zone, location: 'A-01-03-1' }));
    await device.runner.give(press('zone'));
    expect((await device.runner.view())?.options).toMatchObject([{ key: 'A', value: { params: { count: 2 } } }]);
  });

  test.each([
    ['a packing place', [], ['PACK-01'], /Goods only pass through PACK-01/],
    ['a plate that stands elsewhere', [toCount('WK-7')], ['A-01-02-1', `]C100${away}`], /is at DOCK-01 on the books/],
    ['another place in the middle of a count', [toCount('WK-7')], ['A-01-02-1', 'A-01-03-1'], /Finish A-01-02-1 first/],
    [
      'another item than the one that is counted',
      [toCount('WK-7', { item: salt.key, itemNumber: 'A0002' })],
      [],
      /A0002/,
    ],
  ])('%s is refused with what to do', async (_, works, scans, said) => {
    const device = await counting(...works);
    if (scans.length === 0) {
      await device.runner.give({ kind: 'choice', key: 'WK-7' });
      await device.scan('4006381333931');
    } else await device.scan(...scans);
    expect(device.said.at(-1)).toMatch(said);
    expect((await device.queue()).filter(({ command }) => command.type === 'counting.count')).toEqual([]);
  });
});
