import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { gs1CheckDigit } from '#shared/scan/check-digits.ts';
import { grouped } from '../../pwa/ui/grouped.ts';
import { type FilmedCode, writeBarcodeFilm } from '../support/barcode-film.ts';
import { cameraFrom } from '../support/browser.ts';
import { serverUrl } from '../support/demo-server.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';

const flour = '4099999000012';
let handheld: Handheld | undefined;

afterEach(() => handheld?.close());

/** A licence plate label that nobody has used yet. */
function plate(number: number): { digits: string; scan: string; label: FilmedCode } {
  const digits = `3409999900${String(number).padStart(7, '0')}`;
  const sscc = digits + gs1CheckDigit(digits);
  return { digits: sscc, scan: `]C100${sscc}`, label: { symbology: 'gs1-128', text: `(00)${sscc}` } };
}

interface Delta {
  readonly item: string;
  readonly quantity: number;
  readonly coveredBy: unknown;
}

interface ReceiptLine {
  readonly item: string;
  readonly receivedQuantity: number;
  readonly remainingQuantity: number;
  readonly details: readonly { readonly licensePlate: string; readonly quantity: number }[];
}

function told({ item, receivedQuantity, remainingQuantity, details }: ReceiptLine) {
  return [item, receivedQuantity, remainingQuantity, details.map((row) => [row.licensePlate, row.quantity])];
}

async function read(path: string, key: string) {
  const response = await fetch(new URL(path, serverUrl()), { headers: { authorization: `Bearer ${key}` } });
  expect(response.status).toBe(200);
  return response.json();
}

async function postOrder(orderNumber: string): Promise<void> {
  const response = await fetch(new URL('/api/erp/messages', serverUrl()), {
    method: 'POST',
    headers: { authorization: 'Bearer demo-erp-key', 'content-type': 'application/json' },
    body: JSON.stringify({
      messageId: `m-${orderNumber}`,
      type: 'inbound-shipment-order',
      operation: 'upsert',
      order: {
        orderNumber,
        warehouse: 'EAST',
        orderType: 'Purchase order',
        lines: [{ lineNumber: 1, item: 'A0001', quantity: 30, unit: 'pcs' }],
      },
    }),
  });
  expect(response.status).toBe(202);
}

/** The receipt of an order, once the ERP can poll it. */
async function receiptOf(orderNumber: string) {
  for (let after = 0; ; ) {
    const page = await read(`/api/erp/shipment-receipts?after=${after}&wait=2`, 'demo-erp-key');
    const found = page.items.find((receipt: { lines: { orderNumber: string }[] }) =>
      receipt.lines.some((line) => line.orderNumber === orderNumber),
    );
    if (found || page.items.length === 0) return found;
    after = page.next;
  }
}

/** From the order to the shelf: what a worker does with a scanner that types. */
async function receiveAndPutAway(floor: Handheld, orderNumber: string, label: string): Promise<void> {
  await floor.press('Receive');
  await floor.asks('Scan order, load or plate');
  await floor.scan(orderNumber);
  await floor.asks('Scan the next item');
  await floor.scan(flour);
  await floor.asks('How many?');
  await floor.type('30');
  await floor.press('Enter');
  await floor.asks('Scan the licence plate');
  await floor.scan(label);
  await floor.asks('Scan the next item');
  await floor.page.locator('header button').first().click();
  await floor.press('Put away');
  await floor.asks('Scan the licence plate');
  await floor.scan(label);
  await floor.asks('Go to the location and scan it');
  await floor.scan(await floor.page.locator('.prompt .large').innerText());
  await floor.asks('Scan the licence plate');
}

/** Everything of the order is here: the receipt is to be made. */
async function completeReceiving(floor: Handheld, orderNumber: string): Promise<void> {
  await floor.page.locator('header button').first().click();
  await floor.press('Go on: Receive');
  await floor.page.locator('.prompt .about').filter({ hasText: orderNumber }).waitFor();
  await floor.press('All in');
  await floor.asks('Is that all?');
  await floor.press('Yes, all in');
  await floor.press('No packing slip');
}

test('an order received and put away without a network reaches the ERP and planning when it is back', async () => {
  await postOrder('PO-OFFLINE');
  const { position } = await read('/api/planning/inventory-snapshots?limit=1', 'demo-planning-key');
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');

  await floor.context.setOffline(true);
  const label = plate(1);
  await receiveAndPutAway(floor, 'PO-OFFLINE', label.scan);
  await completeReceiving(floor, 'PO-OFFLINE');
  await floor.page.locator('header').filter({ hasText: '3 waiting' }).waitFor();
  expect(await receiptOf('PO-OFFLINE')).toBeUndefined();

  await floor.context.setOffline(false);
  await floor.page.locator('header').filter({ hasText: 'All sent' }).waitFor();
  const receipt = await receiptOf('PO-OFFLINE');
  expect(receipt.lines.map(told)).toEqual([['A0001', 30, 0, [[label.digits, 30]]]]);
  const deltas = await read(`/api/planning/inventory-deltas?after=${position}&warehouse=EAST`, 'demo-planning-key');
  const ours = deltas.items.filter((delta: { licensePlate: string }) => delta.licensePlate === label.digits);
  expect(ours.map((delta: Delta) => [delta.item, delta.quantity, delta.coveredBy])).toEqual([
    ['A0001', 30, { kind: 'shipment-receipt', documentNumber: receipt.documentNumber, state: 'reported' }],
  ]);
});

test('a killed app comes back at the same question, with what was scanned still to be sent', async () => {
  await postOrder('PO-KILLED');
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');
  await floor.context.setOffline(true);
  await floor.press('Receive');
  await floor.asks('Scan order, load or plate');
  await floor.scan('PO-KILLED');
  await floor.asks('Scan the next item');
  await floor.scan(flour);
  await floor.asks('How many?');

  await floor.kill();
  await floor.asks('How many?');
  await floor.type('7');
  await floor.press('Enter');
  await floor.asks('Scan the licence plate');
});

test('a wrong scan says what it was and what was expected, and changes nothing', async () => {
  await postOrder('PO-WRONG');
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');
  await floor.press('Receive');
  await floor.asks('Scan order, load or plate');
  await floor.scan('A-01-01-1');
  await floor.says(/a location: A-01-01-1/);
  await floor.scan('NONSENSE-42');
  await floor.says(/not known/);
  await floor.scan(`]C1${'00'}${'340999990000000010'}`);
  await floor.says(/check digit/);
  await floor.asks('Scan order, load or plate');
});

test('the language changes in the middle of a task, and the task goes on', async () => {
  await postOrder('PO-LANGUAGE');
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');
  await floor.press('Receive');
  await floor.asks('Scan order, load or plate');
  await floor.scan('PO-LANGUAGE');
  await floor.asks('Scan the next item');
  await floor.page.locator('header button').first().click();
  await floor.press('Deutsch');
  await floor.press(/Weiter/);
  await floor.page
    .locator('h2')
    .filter({ hasText: /Artikel/ })
    .waitFor();
});

test('orders, items and licence plates are read by the camera, from a film of barcodes', async () => {
  await postOrder('PO-FILM');
  const folder = mkdtempSync(join(tmpdir(), 'tallyman-film-'));
  try {
    const film = join(folder, 'dock.y4m');
    const label = plate(2);
    writeBarcodeFilm(film, [
      { symbology: 'code128', text: 'PO-FILM' },
      { symbology: 'ean13', text: flour },
      label.label,
    ]);
    handheld = await openHandheld(serverUrl(), { browserArgs: cameraFrom(film) });
    const floor = handheld;
    await signIn(floor, 'W-1001', '1001');
    await floor.press('Receive');
    await floor.asks('Scan order, load or plate');
    await floor.press('Camera');
    await floor.asks('How many?');
    await floor.type('30');
    await floor.press('Enter');
    // The camera takes the room of the last scans while it is open.
    await floor.page
      .locator('.strip')
      .filter({ hasText: grouped(label.digits) })
      .waitFor({ state: 'attached' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
