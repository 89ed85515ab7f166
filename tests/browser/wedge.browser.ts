import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { calibrationCodes } from '#shared/scan/calibration-codes.ts';
import { faultsInEveryLight } from '../support/axe.ts';
import { serverUrl } from '../support/demo-server.ts';
import { beginReceiving, freshPlate, postItem, postOrder } from '../support/floor-orders.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';
import { keptOnDevice } from '../support/kept-on-device.ts';
import { typeScans } from '../support/type-scans.ts';

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

const tagged = { item: 'WEDGE-SERIALS', barcode: '4099999999995' };

/** The serial numbers of the registration that was made last on this device, as it keeps them for the server. */
async function registeredSerials(): Promise<readonly string[]> {
  const queued = await keptOnDevice(floor.page, 'queue');
  const commands = queued.map(({ value }) => value as { command: { type: string; body: { serials?: string[] } } });
  return commands.findLast(({ command }) => command.type === 'receiving.register')?.command.body.serials ?? [];
}

async function toldOf(order: string): Promise<string> {
  await floor.scan(order);
  await floor.page.locator('.banner').waitFor();
  return (await floor.page.locator('h1, h2, .banner').allInnerTexts()).join(' | ');
}

test.each<[string, number, 'enter' | 'none']>([
  ['2 ms between keys and Enter behind each', 2, 'enter'],
  ['2 ms between keys and nothing behind each', 2, 'none'],
  ['30 ms between keys and Enter behind each', 30, 'enter'],
  ['30 ms between keys and nothing behind each', 30, 'none'],
])('a hundred scans of 20 characters arrive once each and in order: %s', async (_name, gapMs, suffix) => {
  await floor.scan('%CANCEL');
  await floor.page.getByText('scan anything to look it up').waitFor();
  await postItem(tagged.item, tagged.barcode, { lot: false, serial: true, expiry: false });
  const order = `PO-HUNDRED-${number}`;
  await postOrder(order, [{ lineNumber: 1, item: tagged.item, quantity: 100, unit: 'pcs' }]);
  await floor.press('Receive');
  await floor.asks('Scan order, load or plate');
  await expect.poll(() => toldOf(order)).toMatch('Scan the next item');
  await floor.scan(tagged.barcode);
  await floor.asks('How many?');
  await floor.type('100');
  await floor.press('Enter');
  await floor.asks(/serial/i);
  const serials = Array.from({ length: 100 }, (_, index) => `SERIAL-${number}-${index}`.padEnd(20, 'X'));
  const scanner = await typeScans(floor, { gapMs, suffix, pauseMs: 120 });
  const news: Promise<void>[] = [];
  for (const [index, serial] of serials.entries()) {
    // A sheet is opened over the task, its field takes the focus, and it is closed; news of orders come from the server.
    if (index % 20 === 5) await floor.press('Type it');
    if (index % 20 === 12) await floor.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    if (index % 25 === 10) news.push(postOrder(`PO-NEWS-${number}-${index}`));
    await scanner.scan(serial);
  }
  await scanner.end();
  await Promise.all(news);
  await floor.asks('Scan the licence plate');
  // The scanner's clock ran ahead of this one, by which the next scan is pressed.
  await floor.page.reload();
  await floor.asks('Scan the licence plate');
  await floor.scan(freshPlate(7000 + number).scan);
  await floor.asks('Scan the next item');
  expect(await registeredSerials()).toEqual(serials);
});

test('where keys go to another window it is said, and no longer once the screen was touched', async () => {
  const focused = (has: boolean) =>
    floor.page.evaluate((hasFocus) => {
      document.hasFocus = () => hasFocus;
      window.dispatchEvent(new Event(hasFocus ? 'focus' : 'blur'));
    }, has);
  const told = floor.page.getByText('Scans do not arrive here now');
  await focused(false);
  await told.waitFor();
  expect(await faultsInEveryLight(floor.page, 'handheld')).toEqual([]);
  await focused(true);
  await told.waitFor({ state: 'detached' });
});

test('text that a soft keyboard puts in is heard, also after a finger pressed a button', async () => {
  const keyboard = await floor.context.newCDPSession(floor.page);
  const touch = (name: string) =>
    floor.page.getByRole('button', { name, exact: true }).first().dispatchEvent('click', { pointerType: 'touch' });
  await touch('Type it');
  await floor.page.getByRole('dialog').waitFor();
  await touch('Close');
  const listening = () => floor.page.locator('input[aria-label][inputmode=none]:focus').waitFor({ state: 'attached' });
  await listening();
  await keyboard.send('Input.insertText', { text: flour });
  await floor.asks('How many?');
  await listening();
  // One right behind the other, as a scanner's service does it: what comes slowly is typed by somebody.
  await Promise.all([
    keyboard.send('Input.imeSetComposition', { text: 'NOPE-7', selectionStart: 6, selectionEnd: 6 }),
    keyboard.send('Input.insertText', { text: 'NOPE-7' }),
  ]);
  await floor.says('NOPE-7');
  await keyboard.detach();
});

test('five codes set the scanner up, without a task, and the server is told what was learnt', async () => {
  const faults = () => faultsInEveryLight(floor.page, 'handheld');
  await floor.page.goto(new URL('/scanner', serverUrl()).href);
  await floor.page.getByRole('button', { name: /Begin|again/ }).waitFor();
  expect(await faults()).toEqual([]);
  await floor.press(/Begin|again/);
  await floor.asks('Code 1 of 5');
  await floor.scan('4099999000012');
  await floor.says('4099999000012');
  expect(await faults()).toEqual([]);
  const told = floor.page.waitForResponse('**/api/device/scanner');
  for (const [index, { identifier, sends }] of calibrationCodes.entries()) {
    await floor.asks(`Code ${index + 1} of 5`);
    await floor.page.locator('figure img').waitFor();
    // It loses the separators, as one that is set to leave out what cannot be printed.
    await floor.scan(identifier + sends.replaceAll('\u001d', ''));
  }
  await floor.says('Codes would be lost or wrong');
  await floor.press('Honeywell');
  await floor.page.getByText('Edit Data Plugin: replace 0x1D').waitFor();
  expect(await faults()).toEqual([]);
  expect((await told).status()).toBe(204);
  await floor.press('Done');
  await floor.page.goto(serverUrl());
  await floor.asks('Scan the next item');
});
