import { expect, test } from 'vitest';
import type { PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import { applyPage, cursorFor } from '../../pwa/store/snapshot.ts';
import { english, type TestDevice } from './device.ts';
import { large, line, plate, prompt, types, walking, work } from './outbound-things.ts';
import { changes, flour, salt } from './things.ts';

const hands = 'HANDS-W-1001';

/** A supervisor has cancelled the work of whoever is on the way with it: the device hears of it. */
async function cancelled(device: TestDevice, ...backs: readonly PickWorkThing[]): Promise<void> {
  const gone = { position: 1000, kind: 'pickWork' as const, key: 'WK-1', deleted: true, value: null };
  const items = [gone, ...changes(...backs.map((each) => ['pickWork', each.work, each] as const))];
  const page = { items: items.map((each, index) => ({ ...each, position: 1000 + index })), next: 1100 };
  await applyPage(device.database, await cursorFor(device.database, 'EAST'), { ...page, hasMore: false, reset: false });
  await device.things.refresh();
}

const back = (lines: PickWorkThing['lines'], more: Partial<PickWorkThing> = {}) =>
  work('WK-8', lines, {
    ...{ type: 'put_back', order: null, orderNumber: null, shipment: null, load: null, customer: null, putTo: null },
    ...{ goodsAt: hands, ...more },
  });

const saltOf = (quantityBase: number) => line(1, salt, 'A-01-02-1', { quantityBase, goodsOn: '' });

async function pickedSome(): Promise<TestDevice> {
  const device = await walking(work('WK-1', [line(1, salt, 'A-01-02-1'), line(2, salt, 'A-01-04-1')]));
  await device.scan('A-01-02-1', 'A0002');
  await device.runner.give({ kind: 'number', quantity: 5, unit: 'pcs' });
  return device;
}

const notice = async (device: TestDevice) => english((await prompt(device))?.notice ?? '');
const press = (name: string) => ({ kind: 'action' as const, name });

test('who has goods of cancelled work in hand is told where they go, and led there without a network', async () => {
  const device = await pickedSome();
  await cancelled(device, back([saltOf(5)]));
  expect(await device.asks()).toBe('This work is over');
  expect(await notice(device)).toMatch(/^Cancelled: bring 5 pcs · .+ back to A-01-02-1\.$/);
  await device.runner.give(press('back'));
  expect(await device.asks()).toBe('Cancelled: bring it back here and scan the place');
  expect(await large(device)).toBe('A-01-02-1');
  await device.scan('A-01-02-1');
  expect((await types(device)).at(-1)).toBe('picking.put_back');
  expect((await device.bodies()).at(-1)).toEqual({ work: 'WK-8', line: 1, location: 'A-01-02-1' });
  expect(await device.things.thing('pickWork', 'WK-8')).toBeUndefined();
  expect(await device.asks()).toBe('Ask for the next work');
  expect(await notice(device)).toBe('');
});

test('whoever is not picking any more finds it where work is asked for', async () => {
  const device = await pickedSome();
  await cancelled(device, back([saltOf(5)]));
  await device.scan('%CANCEL');
  await device.runner.open('pick');
  expect(await notice(device)).toMatch(/^Cancelled: bring 5 pcs/);
  await device.runner.give(press('back'));
  await device.scan('A-01-02-1');
  expect(await device.asks()).toBe('Ask for the next work');
});

test('another place is scanned twice and takes a reason; one where nothing is kept is refused at once', async () => {
  const device = await pickedSome();
  await cancelled(device, back([saltOf(5)]));
  await device.runner.give(press('back'));
  await device.scan('STAGE-01');
  expect(device.said.at(-1)).toMatch(/STAGE-01/);
  expect(await large(device)).toBe('A-01-02-1');
  await device.scan('A-01-04-1');
  expect(device.said.at(-1)).toMatch(/A-01-02-1/);
  await device.scan('A-01-04-1');
  await device.runner.give({ kind: 'choice', key: 'full' });
  expect((await device.bodies()).at(-1)).toEqual({
    ...{ work: 'WK-8', line: 1, location: 'A-01-04-1', overrideReason: 'full' },
  });
});

test('several stops come in walking order; scanning goods, or choosing them, takes those first', async () => {
  const device = await pickedSome();
  const lines = [saltOf(5), line(2, flour, 'A-01-03-1', { lot: 'L1', goodsOn: '' })];
  await cancelled(device, back(lines));
  await device.runner.give(press('back'));
  expect((await prompt(device))?.rows).toMatchObject([{ title: 'A-01-03-1' }]);
  await device.scan('A0001');
  expect(await large(device)).toBe('A-01-03-1');
  await device.scan('A-01-03-1');
  expect(await large(device)).toBe('A-01-02-1');
  await device.scan('A0001');
  expect(device.said.at(-1)).toMatch(/A0002 is meant, this is/);
  await device.scan('A-01-02-1');
  expect((await device.bodies()).slice(-2)).toMatchObject([{ line: 2 }, { line: 1 }]);
});

test('goods that stand elsewhere are fetched there; where no place is known any that fits will do', async () => {
  const device = await pickedSome();
  const lines = [line(1, salt, '', { licensePlate: plate, goodsOn: plate })];
  await cancelled(device, back(lines, { goodsAt: 'STAGE-01' }));
  await device.runner.give(press('back'));
  expect(await device.asks()).toBe('Cancelled: put it away and scan the place');
  expect((await prompt(device))?.details?.[0]).toMatchObject({ label: 'putAway.from', value: 'STAGE-01' });
  await device.scan('A-01-04-1');
  expect((await device.bodies()).at(-1)).toEqual({ work: 'WK-8', line: 1, location: 'A-01-04-1' });
});
