import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serverUrl } from '../support/demo-server.ts';
import { book, freshPlate, postOrder } from '../support/floor-orders.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';
import { askedByErp, type Office, officeOf } from '../support/office.ts';

/**
 * The flows of the dock that are long: one handheld for all of them, as on a shift. Each is gone through with a network
 * and without one; what was done without one is looked at when it is back.
 */
const networks = [
  ['with a network', false],
  ['without a network', true],
] as const;

const mixer = 'A0370';
let floor: Handheld;
let office: Office;

beforeAll(async () => {
  office = await officeOf('S-2001', '2001', 'HH-OFFICE');
  floor = await openHandheld(serverUrl());
  await signIn(floor, 'S-2001', '2001');
});
afterAll(() => floor?.close());

beforeEach(async () => {
  await floor.context.setOffline(false);
});
afterEach(async () => {
  await floor.scan('%CANCEL');
  await floor.page.getByText('scan anything to look it up').waitFor();
});

const header = (text: string) => floor.page.locator('header').filter({ hasText: text }).waitFor();
const strip = (text: RegExp) => floor.page.locator('.strip').filter({ hasText: text }).waitFor();

async function open(flow: string, question: string): Promise<void> {
  await floor.press(flow);
  await floor.asks(question);
}

/** Everything the handheld has to know is on it, and then, where asked for, the network is gone. */
async function atTheDock(isOffline: boolean, order: string): Promise<void> {
  await expect.poll(() => isKnown(order)).toBe(true);
  await floor.context.setOffline(isOffline);
}

function isKnown(key: string): Promise<boolean> {
  return floor.page.evaluate(
    (code) =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('tallyman');
        opening.onsuccess = () => {
          const index = opening.result.transaction('things').objectStore('things').index('codes');
          const found = index.count(code);
          found.onsuccess = () => {
            opening.result.close();
            resolve(found.result > 0);
          };
        };
      }),
    key,
  );
}

async function backOnline(): Promise<void> {
  await floor.context.setOffline(false);
  await header('All sent');
}

async function onPlate(licensePlate: string): Promise<unknown[]> {
  const { items } = await office.get(`/api/device/stock?licensePlate=${licensePlate}`);
  return items.map((row: { item: string; onHand: number; location: string }) => [row.item, row.onHand, row.location]);
}

async function receivedOf(...orders: string[]): Promise<Record<string, number>> {
  const { items } = await askedByErp('/api/erp/shipment-receipts?limit=1000');
  const sums: Record<string, number> = {};
  for (const { lines } of items) {
    for (const { orderNumber, receivedQuantity } of lines) {
      if (orders.includes(orderNumber)) sums[orderNumber] = (sums[orderNumber] ?? 0) + receivedQuantity;
    }
  }
  return sums;
}

test.each(networks)('a load of several orders is received by its items and closed, %s', async (name, isOffline) => {
  const run = isOffline ? 'OFF' : 'ON';
  const [one, two, load] = [`PO-L1-${run}`, `PO-L2-${run}`, `TRUCK-${run}`];
  const line = (lineNumber: number, item: string, quantity: number) => ({ lineNumber, item, quantity, unit: 'pcs' });
  await postOrder(one, [line(1, 'A0001', 10), line(2, 'A0002', 4)]);
  await postOrder(two, [line(1, 'A0001', 5)]);
  expect(await office.do('receiving.create_load', { load, orders: [one, two] })).toMatchObject({ outcome: 'applied' });
  await atTheDock(isOffline, `load:${load}`);
  const [first, second] = [freshPlate(isOffline ? 301 : 311), freshPlate(isOffline ? 302 : 312)];

  await open('Receive', 'Scan order, load or plate');
  await floor.scan(load);
  await floor.asks('Scan the next item');
  for (const [order, quantity] of [
    [one, 10],
    [two, 5],
  ] as const) {
    await floor.scan('A0001');
    if (order === one) {
      await floor.asks('For which order?');
      await floor.press(new RegExp(order));
    }
    await floor.asks('How many?');
    await floor.type(String(quantity));
    await floor.press('Enter');
    await floor.asks('Scan the licence plate');
    await floor.scan(first.scan);
    await floor.asks('Scan the next item');
  }
  await book(floor, 'A0002', 3, second.scan);
  await floor.press('All in');
  await floor.press('No packing slip');
  await floor.asks('Accept the differences?');
  await floor.page.getByText('3 of 4 pcs: 1 missing').waitFor();
  await floor.press('Close the load');
  await floor.asks('Scan order, load or plate');
  if (isOffline) {
    await header('4 waiting');
    expect([name, await receivedOf(one, two)]).toEqual([name, {}]);
  }
  await backOnline();
  await expect.poll(() => receivedOf(one, two)).toEqual({ [one]: 13, [two]: 5 });
});

test.each(networks)('goods that nobody ordered are received by who may, %s', async (_, isOffline) => {
  const plate = freshPlate(isOffline ? 321 : 322);
  await floor.context.setOffline(isOffline);
  await open('Receive without order', 'Scan the item that came');
  await floor.scan('A0003');
  await floor.asks('How many?');
  await floor.type('6');
  await floor.press('Enter');
  await floor.asks('Scan the licence plate');
  await floor.scan(plate.scan);
  await floor.asks('Scan the item that came');
  if (isOffline) await header('1 waiting');
  await backOnline();
  await expect.poll(() => onPlate(plate.digits)).toEqual([['A0003', 6, 'DOCK-01']]);
});

test.each(networks)(
  'more than an order allows is refused where it is entered, and the most fits, %s',
  async (_, isOffline) => {
    const order = `PO-CAP-${isOffline ? 'OFF' : 'ON'}`;
    const plate = freshPlate(isOffline ? 331 : 332);
    await postOrder(order, [{ lineNumber: 1, item: 'A0001', quantity: 10, unit: 'pcs', overDeliveryPercent: 10 }]);
    await atTheDock(isOffline, `document:${order}`);
    await open('Receive', 'Scan order, load or plate');
    await floor.scan(order);
    await floor.asks('Scan the next item');
    await floor.scan('A0001');
    await floor.asks('How many?');
    await floor.type('12');
    await floor.press('Enter');
    await floor.says(/at most 11 pcs of A0001/);
    await floor.asks('How many?');
    for (const _digit of '12') await floor.press('Erase');
    await floor.type('11');
    await floor.press('Enter');
    await floor.asks('Scan the licence plate');
    await floor.scan(plate.scan);
    await floor.asks('Scan the next item');
    await backOnline();
    await expect.poll(() => onPlate(plate.digits)).toEqual([['A0001', 11, 'DOCK-01']]);
  },
);

test.each([
  ['500 without a network', true, 500],
  ['12 with a network', false, 12],
])(
  'serial numbers on one plate, %s: one that is here already is put right, the others stay',
  async (_, isOffline, count) => {
    const run = isOffline ? 'OFF' : 'ON';
    const order = `PO-SN-${run}`;
    const plate = freshPlate(isOffline ? 341 : 342);
    const serials = Array.from({ length: count }, (__, index) => `SN-${run}-${String(index + 1).padStart(4, '0')}`);
    const seventh = serials[6] ?? '';
    const known = { location: 'DOCK-02', item: mixer, serials: [seventh], quantity: 1, unit: 'pcs', reason: 'found' };
    expect(await office.do('inventory.adjust', known)).toMatchObject({ outcome: 'applied' });
    await postOrder(order, [{ lineNumber: 1, item: mixer, quantity: count, unit: 'pcs' }]);
    await atTheDock(isOffline, `document:${order}`);

    await open('Receive', 'Scan order, load or plate');
    await floor.scan(order);
    await floor.asks('Scan the next item');
    await floor.scan(mixer);
    await floor.asks('How many?');
    await floor.type(String(count));
    await floor.press('Enter');
    await floor.asks('Scan each serial number');
    await scanned(serials);
    // Hundreds of scans are more than a busy machine gets through in the time that one screen is waited for.
    await floor.page.getByRole('heading', { name: 'Scan the licence plate' }).waitFor({ timeout: 120_000 });
    await floor.scan(plate.scan);
    // The device is free at once.
    await floor.asks('Scan the next item');
    if (isOffline) {
      await strip(/Processing/);
      await floor.scan(plate.scan);
      await floor.says(/goods go onto plate/);
      await looked(plate.scan, 'Processing');
    }
    await floor.context.setOffline(false);
    await floor.says(/Not booked as it was/);
    await looked(plate.scan, 'To be put right');

    await floor.press(/1 to look at/);
    await floor.page.locator('.trouble').filter({ hasText: seventh }).waitFor();
    await floor.press('Put it right');
    await floor.asks('Scan each serial number');
    await floor.page.getByText(`${count - 1} of ${count} serial numbers`).waitFor();
    await floor.context.setOffline(isOffline);
    await floor.scan(`SN-${run}-NEW`);
    await floor.asks('Scan the licence plate');
    await floor.press('Same plate as before');
    await floor.asks('Scan the next item');
    if (isOffline) await strip(/Processing/);
    await backOnline();
    await strip(/Received/);
    const { items } = await office.get(`/api/device/stock?licensePlate=${plate.digits}`);
    expect(items).toHaveLength(count);
    expect(items.map(({ serial }: { serial: string }) => serial)).not.toContain(seventh);
  },
);

/** As fast as anybody could: none may be lost. */
function scanned(codes: readonly string[]): Promise<void> {
  return floor.page.evaluate((texts) => {
    const channel = new BroadcastChannel('tallyman-demo-scan');
    for (const text of texts) channel.postMessage({ text });
    channel.close();
  }, codes);
}

/** What is said of a plate by the device, looked up in the middle of the task. */
async function looked(plate: string, state: string): Promise<void> {
  await floor.page.locator('header button').first().click();
  await floor.press('Look up');
  await floor.scan(plate);
  await floor.asks('Licence plate');
  await floor.page.getByText(state, { exact: true }).first().waitFor();
  await floor.press('Back');
  await floor.press('Close');
  await floor.asks('Scan the next item');
}
