import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { serverUrl } from '../support/demo-server.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';

const flour = '4099999000012';
let handheld: Handheld | undefined;

afterEach(async () => {
  await handheld?.close();
  handheld = undefined;
});

async function call(method: string, path: string, key: string, body?: unknown) {
  const response = await fetch(new URL(path, serverUrl()), {
    method,
    headers: { 'content-type': 'application/json', ...(key !== '' && { authorization: `Bearer ${key}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

async function sent(type: string, member: 'order' | 'notice', document: object): Promise<void> {
  const messageId = randomUUID();
  const message = { messageId, type, operation: 'upsert', [member]: document };
  expect((await call('POST', '/api/erp/messages', 'demo-erp-key', message)).status).toBe(202);
  await expect
    .poll(async () => (await call('GET', `/api/erp/messages/${messageId}`, 'demo-erp-key')).body.status)
    .toBe('accepted');
}

async function order(orderNumber: string): Promise<void> {
  const lines = [{ lineNumber: 1, item: 'A0001', quantity: 30, unit: 'pcs' }];
  await sent('inbound-shipment-order', 'order', { orderNumber, warehouse: 'EAST', orderType: 'Purchase order', lines });
}

async function receiptsOf(orderNumber: string): Promise<number[]> {
  const { body } = await call('GET', '/api/erp/shipment-receipts?limit=1000', 'demo-erp-key');
  const lines = body.items.flatMap(
    (receipt: { lines: { orderNumber: string; receivedQuantity: number }[] }) => receipt.lines,
  );
  return lines
    .filter((line: { orderNumber: string }) => line.orderNumber === orderNumber)
    .map((line: { receivedQuantity: number }) => line.receivedQuantity);
}

test('an announced pallet is received by two scans without a network, and its load is closed', async () => {
  const [pallet, first, second] = [ssccOf(88_001), ssccOf(88_002), ssccOf(88_003)];
  await order('PO-PALLET');
  const goods = { orderNumber: 'PO-PALLET', lineNumber: 1, item: 'A0001', quantity: 15, unit: 'pcs' };
  await sent('advance-shipping-notice', 'notice', {
    load: 'ASN-PALLET',
    warehouse: 'EAST',
    shipments: [
      {
        shipment: 'S-PALLET',
        licensePlates: [
          { licensePlate: pallet, parent: null, lines: [] },
          { licensePlate: first, parent: pallet, lines: [goods] },
          { licensePlate: second, parent: pallet, lines: [goods] },
        ],
      },
    ],
  });
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');
  await floor.context.setOffline(true);
  await floor.press('Receive');
  await floor.asks('Scan order, load or plate');
  await floor.scan(`]C100${pallet}`);
  await floor.asks('Is all of this on it?');
  await floor.scan(`]C100${pallet}`);
  await floor.says(/of load ASN-PALLET is in/);
  await floor.scan('ASN-PALLET');
  await floor.asks('Scan the next item');
  await floor.press('All in');
  await floor.press('No packing slip');
  await floor.press('Close the load');
  await floor.page.locator('header').filter({ hasText: '2 waiting' }).waitFor();
  expect(await receiptsOf('PO-PALLET')).toEqual([]);
  await floor.context.setOffline(false);
  await floor.page.locator('header').filter({ hasText: 'All sent' }).waitFor();
  await expect.poll(() => receiptsOf('PO-PALLET')).toEqual([30]);
});

test('a photo of damage is taken without a network, and reaches the desk when it is back', async () => {
  await order('PO-DAMAGED');
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');
  await floor.context.setOffline(true);
  await floor.press('Receive');
  await floor.asks('Scan order, load or plate');
  await floor.scan('PO-DAMAGED');
  await floor.asks('Scan the next item');
  await floor.scan(flour);
  await floor.asks('How many?');
  await floor.type('30');
  await floor.press('Enter');
  await floor.asks('Scan the licence plate');
  await floor.press('Something is wrong');
  await floor.asks('What is wrong?');
  await floor.press(/^Damaged/);
  await floor.asks('Take photos of it');
  const picture = await floor.page.screenshot();
  await floor.page
    .locator('input[data-photo]')
    .setInputFiles({ name: 'damage.png', mimeType: 'image/png', buffer: picture });
  await floor.says('Photo 1');
  await floor.press('Go on');
  await floor.asks('Scan the licence plate');
  await floor.scan(`]C100${ssccOf(88_010)}`);
  await floor.asks('Scan the next item');
  await floor.context.setOffline(false);
  await floor.page.locator('header').filter({ hasText: 'All sent' }).waitFor();

  const { body: session } = await call('POST', '/api/session', '', {
    badge: 'S-2001',
    pin: '2001',
    device: 'DESK-PHOTO',
  });
  const found = async () => {
    const { body } = await call('GET', '/api/console/decisions?warehouse=EAST', session.token);
    const rows: { class: string; details: { order: string; photos: string[] } }[] = body.items;
    return rows.find(({ details }) => details?.order === 'PO-DAMAGED');
  };
  expect(await found()).toMatchObject({ class: 'damage' });
  const [photo] = (await found())?.details.photos ?? [];
  const picked = async () => {
    const response = await fetch(new URL(`/api/device/photos/${photo}`, serverUrl()), {
      headers: { authorization: `Bearer ${session.token}` },
    });
    return [response.status, response.headers.get('content-type')];
  };
  await expect.poll(picked).toEqual([200, 'image/jpeg']);

  // At a desk of its own: nothing of the handheld's browser helps it.
  const desk = await floor.page.context().browser()?.newContext({ locale: 'en-GB' });
  const page = await desk?.newPage();
  if (!page) throw new Error('the desk has no page');
  await page.goto(new URL('/console/decisions?kind=discrepancy', serverUrl()).href);
  await page.locator('input[name="user"]').fill('S-2001');
  await page.locator('input[type="password"]').fill('2001');
  await page.locator('form button[type="submit"]').click();
  const shown = page.locator('.desk-card', { hasText: 'PO-DAMAGED' }).locator('.desk-photos img');
  await shown.waitFor();
  await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
});
