import { afterEach, expect, test } from 'vitest';
import { serverUrl } from '../support/demo-server.ts';
import { type OutboundFloor, openOutboundFloor } from '../support/floor-out.ts';
import { done, releasedOrder } from '../support/goods-out.ts';
import { askedByErp, type Office, officeOf } from '../support/office.ts';

let floor: OutboundFloor | undefined;

afterEach(() => floor?.close());

const item = 'BACK-1';
const order = 'SO-BACK-1';
const location = 'B-11-04-2';
const strange = 'SHELF-LABEL-BACK';

/** Goods of an order that left; answers the number on their label. */
async function shipped(office: Office): Promise<string> {
  const [work] = await releasedOrder(office, order, [{ item, quantity: 3, stock: [{ location, quantity: 3 }] }]);
  const pick = { work: work?.work, line: 1, location, item, quantity: 3, unit: 'pcs' };
  await done(office, 'picking.pick', pick);
  await done(office, 'picking.put', { work: work?.work, location: 'STAGE-01' });
  const [document] = (await done(office, 'shipping.confirm', { order })).documents;
  return (await askedByErp(`/api/erp/packing-slips/${document.documentNumber}`)).returnId;
}

test('goods come back without a network, a code that nothing has is set aside, and the desk says what it is', async () => {
  const office = await officeOf('S-2001', '2001', 'DESK-RETURNS');
  const returnId = await shipped(office);
  floor = await openOutboundFloor('W-1001', '1001');
  await floor.knows(`item:${item}`);
  await floor.goOffline();
  await floor.open('Returns');
  await floor.asks('Scan the return number');
  await floor.scan(returnId);
  await floor.asks('Scan the item that came back');
  await floor.scan(strange);
  await floor.press('Set aside');
  await floor.says(`${strange} is set aside`);
  await floor.scan(item);
  await floor.asks('How many?');
  await floor.enter(2);
  await floor.asks('What becomes of it?');
  await floor.page.getByText('Quarantine').click();
  await floor.asks('Take photos of it');
  await floor.press('Without a photo');
  await floor.asks('Scan the licence plate');
  await floor.press('New plate');
  await floor.asks('Scan the item that came back');
  await floor.comeBack();

  const receipts = async () => {
    const { items } = await askedByErp('/api/erp/shipment-receipts?limit=1000');
    const own = items.filter((receipt: { returnId?: string }) => receipt.returnId === returnId);
    return own.map(({ lines }: { lines: { details: object[] }[] }) => lines[0]?.details[0]);
  };
  await expect.poll(receipts).toMatchObject([{ quantity: 2, dispositionCode: 'quarantine' }]);

  const desk = await floor.context.newPage();
  await desk.setViewportSize({ width: 1280, height: 800 });
  await desk.goto(new URL('/console/unknown-codes', serverUrl()).href);
  await desk.getByLabel('User').fill('A-3001');
  await desk.getByLabel('Password').fill('3001');
  await desk.getByRole('button', { name: 'Sign in' }).click();
  const card = desk.getByRole('article').filter({ hasText: strange });
  await expect.poll(() => card.innerText()).toContain(item);
  await card.getByRole('button', { name: 'Bind' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Item').fill(item);
  await dialog.getByRole('button', { name: 'Bind' }).click();
  await card.waitFor({ state: 'detached' });
  await desk.goto(new URL('/console/returns', serverUrl()).href);
  await desk.getByText(returnId).waitFor();
  await desk.close();

  // The device knows it from its next sync on.
  await expect
    .poll(async () => {
      await floor?.scan(strange);
      return floor?.page.locator('h2').first().innerText();
    })
    .toContain('How many?');
});
