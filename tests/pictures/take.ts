import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';
import { startServerProcess } from '../support/server.ts';

/**
 * `npm run pictures`: takes the handheld's pictures in the README anew, from a demo of its own. Put-away as it looks when a
 * scan was right, when it was wrong, and when what was done waits for a network.
 */
const folder = fileURLToPath(new URL('../../pwa/pictures/', import.meta.url));
const order = 'PO-PICTURES';
const flour = '4099999000012';
const plate = ']C100340999999000000078';

const server = await startServerProcess();
try {
  await postOrder(server.url);
  const floor = await openHandheld('about:blank');
  try {
    await floor.page.goto(server.url);
    await signIn(floor, 'W-1001', '1001');
    await receive(floor);
    await floor.page.locator('header').filter({ hasText: 'All sent' }).waitFor();
    await floor.press('Put away');
    await floor.asks('Scan the licence plate');
    await floor.scan(plate);
    await floor.asks('Go to the location and scan it');
    await take(floor, 'right');
    await floor.scan(flour);
    await floor.says(/That is an item/);
    await take(floor, 'wrong');
    const place = await floor.page.locator('.prompt .large').innerText();
    await floor.context.setOffline(true);
    await floor.page.locator('header').filter({ hasText: 'Offline' }).waitFor();
    await floor.scan(place);
    await floor.page.locator('header').filter({ hasText: '1 waiting' }).waitFor();
    await take(floor, 'waiting');
  } finally {
    await floor.close();
  }
} finally {
  await server.stop();
}

async function receive(floor: Handheld): Promise<void> {
  await floor.press('Receive');
  await floor.asks('Scan order, load or plate');
  await floor.scan(order);
  await floor.asks('Scan the next item');
  await floor.scan(flour);
  await floor.asks('How many?');
  await floor.type('30');
  await floor.press('Enter');
  await floor.asks('Scan the licence plate');
  await floor.scan(plate);
  await floor.asks('Scan the next item');
  await floor.page.locator('header button').first().click();
}

/** One and a half dots a pixel are sharp enough beside text; few colours make it small. */
async function take({ page }: Handheld, state: string): Promise<void> {
  // The frame is there for less than a second; here it stays.
  await page.addStyleTag({ content: '.flash { opacity: 1 !important; }' });
  const browser = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, width: 360, height: 740, scale: 1.5 };
  const { data } = await browser.send('Page.captureScreenshot', { clip });
  const picture = Buffer.from(data, 'base64');
  await writeFile(`${folder}flow-${state}.png`, await sharp(picture).png({ palette: true, colours: 64 }).toBuffer());
}

async function postOrder(url: string): Promise<void> {
  const response = await fetch(new URL('/api/erp/messages', url), {
    method: 'POST',
    headers: { authorization: 'Bearer demo-erp-key', 'content-type': 'application/json' },
    body: JSON.stringify({
      messageId: order,
      type: 'inbound-shipment-order',
      operation: 'upsert',
      order: {
        ...{ orderNumber: order, warehouse: 'EAST', orderType: 'Purchase order' },
        lines: [{ lineNumber: 1, item: 'A0001', quantity: 30, unit: 'pcs' }],
      },
    }),
  });
  if (response.status !== 202) throw new Error(`the order was answered ${response.status}`);
}
