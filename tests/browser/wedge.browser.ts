import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serverUrl } from '../support/demo-server.ts';
import { beginReceiving, postOrder } from '../support/floor-orders.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';

/** One handheld for all of them, as on a shift; each begins where it asks for an item of an order. */
let floor: Handheld;
let number = 0;

beforeAll(async () => {
  floor = await openHandheld(serverUrl());
  await signIn(floor, 'W-1001', '1001');
});
afterAll(() => floor?.close());

beforeEach(async () => {
  number += 1;
  await postOrder(`PO-WEDGE-${number}`);
  await beginReceiving(floor, `PO-WEDGE-${number}`);
});
afterEach(async () => {
  await floor.scan('%CANCEL');
  await floor.page.getByText('scan anything to look it up').waitFor();
});

const flour = '4099999000012';
const secondsBetweenFingers = 0.25;

/** Keys as fingers press them. When, is said with each: a busy machine would bring them as close together as a scanner's. */
async function typed(keys: string): Promise<void> {
  const keyboard = await floor.context.newCDPSession(floor.page);
  const start = Date.now() / 1000 - keys.length * secondsBetweenFingers;
  for (const [index, key] of [...keys].entries()) {
    const timestamp = start + index * secondsBetweenFingers;
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, timestamp });
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp });
  }
  await keyboard.detach();
}

test('a scan counts while a text field has the focus, and leaves nothing in the field', async () => {
  await floor.press('Type it');
  const field = floor.page.getByRole('textbox', { name: 'Code as printed' });
  await field.focus();
  await typed('A00');
  await floor.scan(flour);
  await floor.asks('How many?');
  expect(await field.inputValue()).toBe('A00');
});

test('a scan that ends without Enter is a scan', async () => {
  await floor.scan(flour, 'none');
  await floor.asks('How many?');
});

test('a scan that ends without Enter counts while a text field has the focus', async () => {
  await floor.press('Type it');
  await floor.scan(flour, 'none');
  await floor.asks('How many?');
  expect(await floor.page.getByRole('textbox', { name: 'Code as printed' }).inputValue()).toBe('');
});

test('the Enter of a scan presses no button that has the focus', async () => {
  await floor.page.getByRole('button', { name: 'All in' }).focus();
  await floor.scan(flour);
  await floor.asks('How many?');
});

test('scans count while a sheet is open over the task', async () => {
  for (const wrong of ['LP-00001', 'LP-00002']) {
    await floor.scan(wrong);
    await floor.says(wrong);
  }
  await floor.press(/more$/);
  await floor.page.locator('.strip.open').waitFor();
  await floor.scan(flour);
  await floor.asks('How many?');
});

test('scans in a row are all counted, and none twice', async () => {
  await floor.scan(flour);
  await floor.asks('How many?');
  for (let count = 1; count < 20; count += 1) await floor.scan(flour);
  await floor.scan('NOPE-1');
  await floor.says('NOPE-1');
  expect(await floor.page.locator('.entry .value').innerText()).toBe('20');
});

test('no scan is lost while a request is on its way', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await floor.context.route('**/api/device/**', async (route) => {
    await held;
    await route.continue();
  });
  const asked = floor.page.waitForRequest('**/api/device/**');
  await floor.press('Look up');
  await floor.asks('Scan anything');
  await floor.scan('A0050');
  await asked;
  await floor.asks('Butter 500 g');
  await floor.scan('A0001');
  await floor.asks('Rye flour 1 kg');
  release();
  await floor.scan('%CANCEL');
  await floor.asks('Scan the next item');
});
