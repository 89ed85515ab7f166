import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { WorkResult } from '#shared/ledger/work-result.ts';
import { launchBrowser } from '../support/browser.ts';
import { serverUrl } from '../support/demo-server.ts';
import { openDesk } from '../support/desk.ts';
import { itemMessage, shipMessage } from '../support/erp.ts';
import { type OutboundFloor, openOutboundFloor, stockOf } from '../support/floor-out.ts';
import { accepted, done } from '../support/goods-out.ts';
import { type Office, officeOf } from '../support/office.ts';

/** A pick face that is short of what an order wants: somebody with a forklift brings it, and the picker goes on. */
const networks = [
  { title: 'with a network', name: 'ON', reserve: 'B-10-04-1' },
  { title: 'with the network gone once the work is taken on', name: 'OFF', reserve: 'B-11-04-1' },
] as const;

const url = serverUrl().replace(/\/$/, '');
const patience = { timeout: 30_000 };
let browser: Browser;
let desk: Page;
let floor: OutboundFloor | undefined;
let office: Office;
let picker: Office;

beforeAll(async () => {
  office = await officeOf('S-2001', '2001', 'HH-FILL-OFFICE');
  picker = await officeOf('S-2001', '2001', 'HH-FILL-PICKER');
  browser = await launchBrowser();
  desk = await openDesk(browser, url);
});
afterAll(() => browser?.close());
afterEach(() => floor?.close());

describe.each(networks)('$title', ({ name, reserve }) => {
  const isOffline = name === 'OFF';

  test('goods are fetched from reserve and put down at the pick face, and whoever waits for them goes on', async () => {
    const { item, face, fill, pick, wave } = await waitedFor(name, 30, { face: 4, reserve: 40 }, reserve);
    await desk.goto(`${url}/console/waves/${wave}`);
    const row = desk.getByRole('row', { name: new RegExp(`^${fill} `) });
    await row.filter({ hasText: 'Pick face' }).waitFor();

    floor = await openOutboundFloor('W-1001', '1001');
    await floor.page.getByText(/^Picks wait for goods at \d+ pick faces?: replenish first\.$/).waitFor();
    expect(await floor.page.locator('nav.tiles button').first().textContent()).toBe('Replenish');
    await floor.open('Replenish');
    await floor.asks('Ask for the next replenishment');
    expect(await floor.faults()).toEqual([]);
    await floor.press('Next');
    await floor.asks('Go to reserve and scan the location');
    expect(await floor.large()).toBe(reserve);
    await floor.page.getByText(`26 pcs for ${face}`).waitFor();
    await row.filter({ hasText: 'W-1001' }).waitFor();
    if (isOffline) await floor.goOffline();

    await floor.scan(face);
    await floor.says(new RegExp(`Wrong location: ${reserve} is meant`));
    await floor.scan(reserve);
    await floor.asks('Scan the item');
    await floor.scan('A0001');
    await floor.says(/Wrong item/);
    await floor.scan(item);
    await floor.asks('Take 26 pcs. How many?');
    await floor.page.getByText('Up to 40 pcs may come along.').waitFor();
    expect(await floor.faults()).toEqual([]);
    if (isOffline) await floor.press('All that is free');
    else await floor.enter(26);
    await floor.asks('Bring it to the pick face and scan it');
    expect(await floor.large()).toBe(face);
    await floor.kill();
    await floor.asks('Bring it to the pick face and scan it');
    await floor.scan(face);
    await floor.says(new RegExp(`at ${face}`));
    await floor.asks('Ask for the next replenishment');
    await floor.comeBack();

    const brought = isOffline ? 40 : 26;
    const left = 40 - brought;
    const after = [...(left > 0 ? [[reserve, left, 0]] : []), [face, 4 + brought, 30]];
    await expect.poll(() => stockOf(office, item), patience).toEqual(expect.arrayContaining(after));
    await row.filter({ hasText: 'done' }).waitFor();
    for (const { line, location, quantity } of pick?.lines ?? []) {
      expect(location).toBe(face);
      await done(picker, 'picking.pick', { work: pick?.work, line, location, item, quantity, unit: 'pcs' });
    }
    await done(picker, 'picking.put', { work: pick?.work, location: 'STAGE-01' });
  });
});

test('work is scanned by its number; what is not there is said with a reason, and nothing more is brought', async () => {
  const { fill } = await waitedFor('NONE', 5, { face: 0, reserve: 8 }, 'B-10-04-2');
  floor = await openOutboundFloor('W-1001', '1001');
  await floor.open('Replenish');
  await floor.asks('Ask for the next replenishment');
  await floor.scan('SO-FILL-NONE');
  await floor.says(/That is no work/);
  await floor.scan(fill);
  await floor.asks('Go to reserve and scan the location');
  await floor.scan('B-10-04-2');
  await floor.asks('Scan the item');
  await floor.press('Not there');
  await floor.asks('Why less?');
  expect(await floor.faults()).toEqual([]);
  await floor.press('It is not there');
  await floor.says(/missing/);
  await floor.asks('Ask for the next replenishment');
  await floor.comeBack();
  const waiting = async () => {
    const { items } = await office.get('/api/device/work?warehouse=EAST');
    return items.filter((one: { readonly work: string }) => one.work === fill);
  };
  await expect.poll(waiting, patience).toEqual([]);
});

test('a pick face below its minimum is filled; what more is asked for on the floor is urgent', async () => {
  const [item, face, reserve] = ['FILL-MIN', 'FF-MIN', 'B-12-04-1'];
  await accepted({ ...itemMessage(item), messageId: `i-${item}` });
  await makeFace(face, item);
  const found = { item, unit: 'pcs', reason: 'found', location: reserve, quantity: 30 };
  await done(office, 'inventory.adjust', found);
  await desk.goto(`${url}/console/pick-faces?show=unset&search=${face}`);
  await desk
    .getByRole('row', { name: new RegExp(face) })
    .getByRole('button', { name: 'Change' })
    .click();
  await desk.getByRole('spinbutton', { name: 'Minimum' }).fill('9');
  await desk.getByRole('spinbutton', { name: 'Maximum' }).fill('6');
  await desk.getByRole('button', { name: 'Set', exact: true }).click();
  await desk.getByText('The minimum, 9, is above the maximum, 6.').waitFor();
  await desk.getByRole('spinbutton', { name: 'Maximum' }).fill('12');
  await desk.getByRole('button', { name: 'Set', exact: true }).click();
  await desk.goto(`${url}/console/pick-faces?search=${face}`);
  const row = desk.getByRole('row', { name: new RegExp(face) });
  await row
    .filter({ hasText: 'On its way' })
    .filter({ hasText: /WK-\d+ 12 pcs/ })
    .waitFor();

  floor = await openOutboundFloor('W-1001', '1001');
  await floor.open('Replenish');
  await floor.scan('STAGE-01');
  await floor.says(/Orders are not picked from STAGE-01/);
  await floor.scan(face);
  await floor.asks('How much to bring?');
  expect(await floor.faults()).toEqual([]);
  await floor.enter(6);
  await floor.asks('How soon?');
  await floor.press(/Urgent/);
  await floor.says(`Goods are asked for at ${face}.`);
  await row.filter({ hasText: /WK-\d+ 18 pcs/ }).waitFor();
  await floor.press('Next');
  await floor.asks('Go to reserve and scan the location');
  expect(await floor.large()).toBe(reserve);
  await floor.page.getByText(`18 pcs for ${face}`).waitFor();
  await floor.comeBack();
});

/** An item with a face of its own, and a released order for more than stands there. */
async function waitedFor(name: string, wanted: number, there: { face: number; reserve: number }, reserve: string) {
  const [item, face, order] = [`FILL-${name}`, `FF-${name}`, `SO-FILL-${name}`];
  await accepted({ ...itemMessage(item), messageId: `i-${item}` });
  await makeFace(face, item);
  const found = { item, unit: 'pcs', reason: 'found' };
  if (there.face > 0) await done(office, 'inventory.adjust', { ...found, location: face, quantity: there.face });
  await done(office, 'inventory.adjust', { ...found, location: reserve, quantity: there.reserve });
  await accepted(shipMessage(`m-${order}`, order, [[1, item, wanted]]));
  const { work, wave } = await done(office, 'waves.release', { orders: [order] });
  const ofType = (type: string) => (work as readonly WorkResult[]).find((each) => each.type === type);
  return { item, face, wave, fill: ofType('replenish')?.work ?? '', pick: ofType('pick') };
}

/** A place for picking that belongs to an item, as an administrator makes it. */
async function makeFace(code: string, fixedItem: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const session = await fetch(`${url}/api/session`, {
    ...{ method: 'POST', headers, body: JSON.stringify({ user: 'A-3001', password: '3001' }) },
  });
  const { token } = (await session.json()) as { readonly token: string };
  const made = await fetch(`${url}/api/admin/warehouses/EAST/locations/${code}`, {
    method: 'PUT',
    headers: { ...headers, authorization: `Bearer ${token}`, 'if-none-match': '*' },
    body: JSON.stringify({ code, type: 'pick', zone: 'FF', sequence: 900, fixedItem }),
  });
  expect(made.status).toBe(201);
}
