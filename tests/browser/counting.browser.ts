import { afterEach, expect, test } from 'vitest';
import { faultsOf } from '../support/axe.ts';
import { serverUrl } from '../support/demo-server.ts';
import { emptyPlaces } from '../support/empty-places.ts';
import { type OutboundFloor, openOutboundFloor, stockOf } from '../support/floor-out.ts';
import { releasedOrder } from '../support/goods-out.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';
import { askedByErp, officeOf } from '../support/office.ts';

let floor: Handheld | undefined;
let picker: OutboundFloor | undefined;

afterEach(async () => {
  await floor?.close();
  await picker?.close();
  picker = undefined;
});

const item = 'A0004';

/** Tells that so many are at the place. */
async function tells(handheld: Handheld, what: string, quantity: number): Promise<void> {
  await handheld.scan(what);
  await handheld.asks('How many are there?');
  await handheld.type(String(quantity));
  await handheld.press('Enter');
  await handheld.asks('Scan each item that is here');
}

async function counts(handheld: Handheld, quantity: number): Promise<void> {
  await tells(handheld, item, quantity);
  await handheld.press('All told');
  await handheld.asks('Scan a place or an item to count');
}

test('a place is counted without a network, once more, and a supervisor accepts the difference and calls back another count', async () => {
  const office = await officeOf('S-2001', '2001', 'DESK-COUNT');
  const worker = await officeOf('W-1001', '1001', 'HH-COUNT-BESIDE');
  const [place = '', other = ''] = await emptyPlaces(office, 2);
  const found = { location: place, item, quantity: 10, unit: 'pcs', reason: 'found' };
  expect((await office.do('inventory.adjust', found)).outcome).toBe('applied');

  floor = await openHandheld(serverUrl());
  await signIn(floor, 'W-1001', '1001');
  await floor.context.setOffline(true);
  await floor.press('Count');
  await floor.asks('Scan a place or an item to count');
  await floor.scan(place);
  await floor.asks('Scan each item that is here');
  expect(await floor.page.getByText('10 pcs').count()).toBe(0);
  expect(await faultsOf(floor.page, 'handheld')).toEqual([]);
  await counts(floor, 9);
  // What another takes after the count is no difference, though the count comes later.
  const taken = { from: place, to: 'STAGE-02', item, quantity: 2, unit: 'pcs' };
  expect((await worker.do('inventory.move', taken)).outcome).toBe('applied');
  await floor.context.setOffline(false);

  await floor.page.getByRole('button', { name: /once more/ }).click();
  await counts(floor, 7);
  const waiting = async () => {
    const { items } = await office.get('/api/console/counts?warehouse=EAST');
    return items.filter((one: { location: string }) => one.location === place);
  };
  await expect.poll(async () => (await waiting()).length).toBe(1);
  const [count] = await waiting();
  expect(count).toMatchObject({ attempts: 2, differences: [{ item, expected: 8, counted: 7, difference: -1 }] });

  const page = await floor.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(new URL('/console/counts', serverUrl()).href);
  await page.getByLabel('User').fill('A-3001');
  await page.getByLabel('Password').fill('3001');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Accept' }).first().waitFor();
  expect(await faultsOf(page, 'desk')).toEqual([]);
  await page.getByRole('button', { name: 'Accept' }).first().click();
  await page.getByLabel('Reason').fill('Counted with Wanda');
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await expect.poll(async () => (await waiting()).length).toBe(0);
  expect((await office.do('counting.request', { locations: [other] })).outcome).toBe('applied');
  await page.getByRole('link', { name: 'To be counted' }).click();
  const asked = page.getByRole('row').filter({ hasText: other });
  await asked.getByRole('button', { name: /^Call back/ }).waitFor();
  expect(await faultsOf(page, 'desk')).toEqual([]);
  await asked.getByRole('button', { name: /^Call back/ }).click();
  await page.getByLabel('Reason').fill('Counted yesterday');
  await page.getByRole('dialog').getByRole('button', { name: 'Call back' }).click();
  await asked.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Count plans' }).click();
  await page.getByRole('heading', { name: 'Count plans' }).waitFor();
  expect(await faultsOf(page, 'desk')).toEqual([]);
  const told = async () => {
    const { items } = await askedByErp('/api/erp/counting-journals?limit=1000');
    const lines = items.flatMap((journal: { lines: object[] }) => journal.lines);
    return lines
      .filter((line: { location: string }) => line.location === place)
      .map((line: { difference: number }) => line.difference);
  };
  await expect.poll(told).toEqual([10, -1]);
});

test('golden scenario 9: what another device picks while a place is being counted is no difference', async () => {
  const office = await officeOf('S-2001', '2001', 'DESK-RACE');
  const place = (await emptyPlaces(office, 1))[0] ?? '';
  const [race, still] = ['RACE-1', 'RACE-2'];
  await releasedOrder(office, 'SO-RACE', [
    { item: race, quantity: 2, stock: [{ location: place, quantity: 10 }] },
    { item: still, quantity: 1, stock: [{ location: place, quantity: 5 }] },
  ]);
  floor = await openHandheld(serverUrl());
  await signIn(floor, 'W-1001', '1001');
  await floor.press('Count');
  await floor.asks('Scan a place or an item to count');
  await floor.scan(place);
  await floor.asks('Scan each item that is here');
  await tells(floor, race, 10);

  picker = await openOutboundFloor('S-2001', '2001');
  await picker.claim('SO-RACE');
  await picker.pickAt(place, race, 2);
  const there = async () => (await stockOf(office, race)).find(([location]) => location === place);
  await expect.poll(there, { timeout: 30_000 }).toEqual([place, 8, 0]);

  await tells(floor, still, 5);
  await floor.press('All told');
  await floor.asks('Scan a place or an item to count');
  const posted = async () => {
    const { items } = await office.get('/api/console/counts?warehouse=EAST&status=posted');
    return items.filter((one: { location: string }) => one.location === place);
  };
  await expect.poll(async () => (await posted()).length, { timeout: 30_000 }).toBe(1);
  expect(await posted()).toMatchObject([{ attempts: 1, differences: [], journal: null }]);
  expect(await there()).toEqual([place, 8, 0]);
});
