import { describe, expect, test } from 'vitest';
import type { PickLineThing, PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import { readTray } from '../../pwa/engine/tray.ts';
import { flows } from '../../pwa/flows.ts';
import { markSeen } from '../../pwa/store/queue.ts';
import { answered, english, type TestDevice, testDevice } from './device.ts';
import { floor, line, work } from './outbound-things.ts';
import { changes, locationThing, plateThing, salt, scanner, warehouse } from './things.ts';

const plate = ssccOf(110);
const reserve = 'A-01-03-1';
const face = 'F-01';

function fill(more: Partial<PickLineThing> = {}, of: Partial<PickWorkThing> = {}): PickWorkThing {
  const own = { order: null, orderNumber: null, shipment: null, load: null, customer: null, putTo: face };
  const goods = { owner: 'DEMO', licensePlate: plate, orderLine: null, moreBase: 43, ...more };
  return work('WK-9', [line(1, salt, reserve, goods)], { type: 'replenish', waitingLines: 2, ...own, ...of });
}

async function filling(thing = fill()): Promise<TestDevice> {
  const device = await testDevice([
    ...warehouse,
    ...changes(
      ['location', face, { ...locationThing(face, 'pick', 80), fixedItem: salt.key }],
      ['location', 'STAGE-01', locationThing('STAGE-01', 'staging', 90)],
      ['licensePlate', plate, plateThing(plate, reserve, salt, 48)],
      ['pickWork', thing.work, thing],
    ),
  ]);
  await device.runner.open('fill');
  return device;
}

async function fetching(thing = fill()): Promise<TestDevice> {
  const device = await filling(thing);
  await device.runner.give({ kind: 'choice', key: 'WK-9' });
  return device;
}

const prompt = async (device: TestDevice) => (await device.runner.view())?.prompt;
const large = async (device: TestDevice) => english((await prompt(device))?.large ?? '');
const notice = async (device: TestDevice) => english((await prompt(device))?.notice ?? '');
const take = (device: TestDevice, quantity: number) => device.runner.give({ kind: 'number', quantity, unit: 'pcs' });
const choose = (device: TestDevice, key: string) => device.runner.give({ kind: 'choice', key });
const last = async (device: TestDevice) => {
  const queued = (await device.queue()).at(-1);
  return queued && [queued.command.type, queued.command.body];
};

describe('bringing goods to a pick face, with work taken on before and no network', () => {
  test('whoever brings goods for a line of their own goes on with it at once', async () => {
    const waiting = line(1, salt, face, { blockedBy: 'WK-9', quantityBase: 5 });
    const device = await testDevice([
      ...floor(work('WK-1', [waiting])),
      ...changes(
        ['location', face, { ...locationThing(face, 'pick', 80), fixedItem: salt.key }],
        ['pickWork', 'WK-9', fill()],
      ),
    ]);
    await device.runner.open('pick');
    await device.runner.give({ kind: 'choice', key: 'WK-1' });
    expect(await device.asks()).toBe('The rest waits for goods');
    await device.scan('%CANCEL');
    await device.runner.open('fill');
    await choose(device, 'WK-9');
    await device.scan(reserve, 'A0002');
    await take(device, 5);
    await device.scan(face);
    expect(await notice(device)).toBe('Your own picks can go on (lines: 1). Open “Pick”.');
    await device.scan('%CANCEL');
    await device.runner.open('pick');
    await device.runner.give({ kind: 'choice', key: 'WK-1' });
    expect(await large(device)).toBe(face);
    await device.scan(face, 'A0002');
    await take(device, 5);
    expect(await device.asks()).toBe('Bring it here and scan the place');
  });

  test('the place in reserve, the goods, how many, and the face', async () => {
    const device = await fetching();
    expect(await large(device)).toBe(reserve);
    expect(await notice(device)).toBe(`5 pcs for ${face}`);
    expect((await prompt(device))?.details).toContainEqual({ label: 'fill.waiting', value: '2' });
    await device.scan(reserve, 'A0002');
    expect(await notice(device)).toBe('Up to 48 pcs may come along.');
    await take(device, 5);
    expect(await large(device)).toBe(face);
    expect((await device.things.thing('licensePlate', plate))?.contents).toMatchObject([{ quantityBase: 43 }]);
    await device.scan(face);
    expect(await device.asks()).toBe('Ask for the next replenishment');
    const [pick, put] = await device.queue();
    expect(pick?.command).toMatchObject({
      type: 'replenishment.pick',
      body: { work: 'WK-9', location: reserve, item: 'A0002', quantity: 5, unit: 'pcs' },
    });
    expect(put?.command).toMatchObject({ type: 'replenishment.put', body: { work: 'WK-9', location: face } });
    expect(await device.things.thing('pickWork', 'WK-9')).toBeUndefined();
  });

  test('the plate stands for place and goods; all that is free comes along', async () => {
    const device = await fetching();
    await device.scan(`]C100${plate}`);
    await device.runner.give({ kind: 'action', name: 'whole' });
    expect(await last(device)).toMatchObject(['replenishment.pick', { quantity: 48, licensePlate: plate }]);
    await device.scan(face);
    expect((await device.things.thing('licensePlate', plate))?.location).toBe(face);
  });

  test.each([
    ['another place', ['A-01-02-1'], /Wrong location: A-01-03-1 is meant, this is A-01-02-1/],
    ['another item', [reserve, 'A0001'], /Wrong item: A0002 is meant, this is A0001/],
    ['another plate', [reserve, `]C100${ssccOf(90)}`], /Wrong licence plate/],
  ])('%s is refused with what was expected and what it was', async (_, scans, said) => {
    const device = await fetching();
    await device.scan(...scans);
    expect(device.said.at(-1)).toMatch(said);
    expect(await device.queue()).toEqual([]);
  });

  test('more than is free is refused, less asks why', async () => {
    const device = await fetching();
    await device.scan(reserve, 'A0002');
    await take(device, 49);
    expect(device.said.at(-1)).toMatch(/49 pcs are more than the 48 pcs/);
    await take(device, 3);
    expect(await device.asks()).toBe('Why less?');
    await choose(device, 'damaged');
    expect(await last(device)).toMatchObject(['replenishment.pick', { quantity: 3, reason: 'damaged' }]);
    expect(await notice(device)).toBe('In hand: 3 pcs');
  });

  test('nothing is there: nothing is to be brought', async () => {
    const device = await fetching();
    await device.scan(reserve);
    await device.runner.give({ kind: 'action', name: 'less' });
    await choose(device, 'not-there');
    expect(await last(device)).toMatchObject(['replenishment.pick', { quantity: 0, reason: 'not-there' }]);
    expect(await device.asks()).toBe('Ask for the next replenishment');
    expect(await device.things.thing('pickWork', 'WK-9')).toBeUndefined();
  });

  test('another place is scanned twice and asks why; one that orders are not picked from is none', async () => {
    const device = await fetching();
    await device.scan(reserve, 'A0002');
    await take(device, 5);
    await device.scan('STAGE-01');
    expect(device.said.at(-1)).toMatch(/Orders are not picked from STAGE-01/);
    await device.scan('A-01-04-1');
    expect(device.said.at(-1)).toMatch(/A-01-04-1 is not F-01\. Scan it once more/);
    await device.scan('A-01-04-1');
    await choose(device, 'full');
    expect(await last(device)).toEqual([
      'replenishment.put',
      { work: 'WK-9', location: 'A-01-04-1', overrideReason: 'full' },
    ]);
  });

  test('a killed app goes on at the same question, and what is in hand is brought by whoever comes back to it', async () => {
    const device = await fetching();
    await device.scan(reserve, 'A0002');
    await take(device, 5);
    await device.kill();
    expect(await large(device)).toBe(face);
    await device.runner.give({ kind: 'back' });
    await device.runner.open('fill');
    await choose(device, 'WK-9');
    expect(await large(device)).toBe(face);
    await device.scan(face);
    expect((await device.queue()).map(({ command }) => command.type)).toEqual([
      'replenishment.pick',
      'replenishment.put',
    ]);
  });

  test('it is given back, and somebody else brings it', async () => {
    const device = await fetching();
    await device.runner.give({ kind: 'action', name: 'giveBack' });
    expect(await last(device)).toEqual(['picking.release_claim', { work: 'WK-9' }]);
  });
});

describe('asking for a replenishment', () => {
  test('the server gives it out', async () => {
    const device = await filling();
    device.environment.answer(async () =>
      answered(200, { results: [{ outcome: 'applied', result: { work: [{ work: 'WK-9', shipment: null }] } }] }),
    );
    await device.runner.give({ kind: 'action', name: 'next' });
    expect(await large(device)).toBe(reserve);
  });

  test('where there is none in reserve, whoever asked is told that it waits, and until when', async () => {
    const device = await filling();
    await device.scan(face);
    await device.runner.give({ kind: 'action', name: 'plate' });
    await choose(device, 'urgent');
    const [queued] = await device.queue();
    expect(queued?.command.body).toMatchObject({ location: face, urgent: true });
    const waitsUntil = '2026-03-03T07:00:00.000Z';
    const answer = { result: { work: 'WK-7', isWaiting: true, waitsUntil }, problem: null, atMs: 0 };
    if (queued) await device.database.put('queue', { ...queued, state: 'applied', answer });
    const tray = () => readTray(device.database, device.things, flows);
    expect(await tray()).toMatchObject([{ waitsUntil, isForApproval: false, problem: null }]);
    await markSeen(device.database, queued?.sequence ?? 0);
    expect(await tray()).toEqual([]);
  });

  test('without a network nothing is asked for, and that is said', async () => {
    const device = await filling();
    await device.runner.give({ kind: 'action', name: 'next' });
    expect(device.said.at(-1)).toMatch(/New work needs a network/);
  });
});

describe('pieces with serial numbers', () => {
  const carried = (moreBase: number) =>
    work(
      'WK-9',
      [line(1, scanner, reserve, { owner: 'DEMO', licensePlate: plate, orderLine: null, quantityBase: 2, moreBase })],
      {
        ...{ type: 'replenish', waitingLines: 2, putTo: face },
        ...{ order: null, orderNumber: null, shipment: null, load: null, customer: null },
      },
    );
  const pieces = (...serials: string[]) => ({
    ...plateThing(plate, reserve, scanner, 1),
    contents: serials.map((serial) => ({ ...plateThing(plate, reserve, scanner, 1).contents[0], serial })),
  });

  async function fetchingPieces(moreBase: number, ...serials: string[]): Promise<TestDevice> {
    const device = await testDevice([
      ...warehouse,
      ...changes(
        ['location', face, { ...locationThing(face, 'pick', 80), fixedItem: scanner.key }],
        ['licensePlate', plate, pieces(...serials)],
        ['pickWork', 'WK-9', carried(moreBase)],
      ),
    ]);
    await device.runner.open('fill');
    await device.runner.give({ kind: 'choice', key: 'WK-9' });
    return device;
  }

  test('are scanned one by one, each once; as many as are waited for are taken', async () => {
    const device = await fetchingPieces(2, 'S-1', 'S-2', 'S-3', 'S-4');
    await device.scan(reserve, 'A0003', 'S-4');
    await device.scan('S-4');
    expect(device.said.at(-1)).toMatch(/S-4 is scanned already/);
    await device.scan('S-9');
    expect(device.said.at(-1)).toMatch(/S-9/);
    expect(await device.queue()).toEqual([]);
    await device.scan('S-2');
    expect(await last(device)).toMatchObject(['replenishment.pick', { quantity: 2, serials: ['S-4', 'S-2'] }]);
    expect(await large(device)).toBe(face);
    await device.scan(face);
    expect(await device.asks()).toBe('Ask for the next replenishment');
  });

  test('a plate of which all are waited for goes in one scan', async () => {
    const device = await fetchingPieces(0, 'S-1', 'S-2');
    await device.scan(`]C100${plate}`);
    const taken = { quantity: 2, licensePlate: plate, serials: ['S-1', 'S-2'] };
    expect(await last(device)).toMatchObject(['replenishment.pick', taken]);
    await device.scan(face);
    expect((await device.things.thing('licensePlate', plate))?.location).toBe(face);
  });

  test('what else is free on the plate comes along without a scan of each', async () => {
    const device = await fetchingPieces(2, 'S-1', 'S-2', 'S-3', 'S-4');
    await device.scan(`]C100${plate}`);
    await device.runner.give({ kind: 'action', name: 'whole' });
    expect(await last(device)).toMatchObject(['replenishment.pick', { quantity: 4, licensePlate: plate }]);
  });

  test('not enough of them asks why', async () => {
    const device = await fetchingPieces(2, 'S-1', 'S-2', 'S-3', 'S-4');
    await device.scan(reserve, 'A0003', 'S-1');
    await device.runner.give({ kind: 'action', name: 'less' });
    await choose(device, 'damaged');
    expect(await last(device)).toMatchObject([
      'replenishment.pick',
      { quantity: 1, serials: ['S-1'], reason: 'damaged' },
    ]);
  });
});
