import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serverUrl } from '../support/demo-server.ts';
import { openDesk } from '../support/desk.ts';
import { type OutboundFloor, openOutboundFloor } from '../support/floor-out.ts';
import { done, releasedOrder } from '../support/goods-out.ts';
import { type Office, officeOf } from '../support/office.ts';

/** Somebody has a carton or a piece in the hand and wants to know whose it is: at a handheld, and at a desk. */
let floor: OutboundFloor;
let office: Office;
let browser: Browser;

const order = 'SO-LOOK';
const serial = 'LOOK-SER-1';
let carton = '';
let shipment = '';
let slip = '';

const texts = { item: 'LOOK-A', scanner: 'LOOK-B' };

beforeAll(async () => {
  office = await officeOf('S-2001', '2001', 'HH-LOOK-OFFICE');
  floor = await openOutboundFloor('W-1001', '1001');
  browser = await launchBrowser();
});

afterAll(async () => {
  await floor?.close();
  await browser?.close();
});

afterEach(async () => {
  await floor.context.setOffline(false);
  await floor.leave();
});

/** An order of four pieces and a scanner, picked and packed into one carton. */
async function packed(): Promise<void> {
  const tracking = { tracking: { lot: false, serial: true, expiry: false } };
  const at = { location: 'A-01-04-1' };
  const [released] = await releasedOrder(office, order, [
    { item: texts.item, quantity: 4, stock: [{ ...at, quantity: 9 }] },
    { item: texts.scanner, quantity: 1, of: tracking, stock: [{ ...at, quantity: 1, serials: [serial] }] },
  ]);
  if (!released) throw new Error('there is no work');
  const { work } = released;
  shipment = released.shipment ?? '';
  const pick = { ...at, work, unit: 'pcs' };
  await done(office, 'picking.pick', { ...pick, line: 1, item: texts.item, quantity: 4 });
  await done(office, 'picking.pick', { ...pick, line: 2, item: texts.scanner, quantity: 1, serials: [serial] });
  await done(office, 'picking.put', { work, location: 'PACK-01' });
  ({ carton } = await done(office, 'packing.open_carton', { shipment, cartonType: 'BOX-M' }));
  await done(office, 'packing.pack', { carton, item: texts.item, quantity: 4, unit: 'pcs' });
  await done(office, 'packing.pack', { carton, item: texts.scanner, quantity: 1, unit: 'pcs', serials: [serial] });
  await done(office, 'packing.close_carton', { carton, weight: 3.2, trackingNumber: 'TRACK-LOOK' });
}

/** Rows as they are read, one string each. */
async function rows(): Promise<string[]> {
  const all = await floor.page.locator('.rows li').allInnerTexts();
  return all.map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

const patience = { timeout: 30_000 };

test('the label of a packed carton: what is in it, for whom, on which truck', async () => {
  await packed();
  await floor.open('Look up');
  await floor.asks('Scan anything');
  await floor.scan(`00${carton}`);
  await floor.asks('Carton');
  await expect.poll(() => floor.large(), patience).toBe('PACK-01');
  await floor.page.getByText('by the server').waitFor();
  expect((await rows()).join(' ')).toMatch(new RegExp(`${texts.item}.*4 pcs`));
  expect(await floor.page.locator('dl').innerText()).toMatch(/TRACK-LOOK/);
  await floor.press('For whom');
  await expect.poll(async () => (await rows()).join(' '), patience).toMatch(/SO-LOOK, line 1 4 pcs.*Corner Bakery/);
  expect(await floor.faults()).toEqual([]);
});

test('without a network the device tells of a shipment what it has itself', async () => {
  await floor.knows(`document:${shipment}`);
  await floor.context.setOffline(true);
  await floor.open('Look up');
  await floor.scan(shipment);
  await floor.asks('Shipment');
  await floor.page.getByText('as this device knows it').waitFor();
  expect((await rows()).join(' ')).toMatch(/4 \/ 4 pcs/);
});

test('an order that is on its way: each line, the first in sight, and why nobody can pick it', async () => {
  await floor.open('Look up');
  await floor.scan(order);
  await floor.page.getByText('by the server').waitFor();
  expect((await rows()).join(' ')).toMatch(/0 \/ 4 pcs.*4 picked/);
  const footer = await floor.page.locator('footer').boundingBox();
  const first = await floor.page.locator('.rows li').first().boundingBox();
  expect((first?.y ?? 0) + (first?.height ?? 0)).toBeLessThanOrEqual(footer?.y ?? 0);
  await floor.press('Why not?');
  await floor.asks('Can it be picked?');
  await expect.poll(async () => (await rows()).length, patience).toBe(2);
  expect(await floor.faults()).toEqual([]);
});

test('a serial number that was shipped: who received it, by which slip', async () => {
  const { documents } = await done(office, 'shipping.confirm', { shipment });
  slip = documents[0].documentNumber;
  await floor.open('Look up');
  await floor.scan(serial);
  await floor.asks('Serial number');
  await floor.press('For whom');
  await floor.asks('Who received it');
  await expect.poll(async () => (await rows()).join(' '), patience).toMatch(new RegExp(`Corner Bakery 1 pcs.*${slip}`));
  await floor.press('Back');
  await floor.press('History');
  await expect.poll(async () => (await rows())[0], patience).toMatch(/shipped.*→ customer/);
});

test('at a desk the same codes are searched with the stock', async () => {
  const page = await openDesk(browser, serverUrl());
  await page.goto(`${serverUrl()}console/stock?search=${serial}`);
  const received = page.getByRole('table', { name: `Who received it ${serial}` });
  await received.waitFor();
  expect(await received.innerText()).toMatch(/SO-LOOK \/ 2[\s\S]*Corner Bakery/);
  expect(await received.innerText()).toContain(slip);
  await page.goto(`${serverUrl()}console/stock?search=${order}`);
  await page.getByRole('link', { name: order }).first().waitFor();
  expect(await page.getByRole('table', { name: `Lines of ${order}` }).innerText()).toContain(texts.item);
});
