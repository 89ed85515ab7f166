import { openHandheld, signIn } from '../../support/handheld.ts';
import { startServerProcess } from '../../support/server.ts';
import type { BenchCase } from '../case.ts';
import { benchItems, Erp, Handheld } from '../floor.ts';
import { median, summarise } from '../load.ts';
import { listenForScans } from '../screen-times.ts';
import { slowDown, slowedDown } from '../slow-device.ts';

const stops = 100;
const tapsPerRound = 20;
const boundMs = 100;
const order = 'SO-BENCH-STOPS';
/** The demo's first warehouse, in which the handheld is. */
const warehouse = 'EAST';

/**
 * A picker has work of 100 lines in hand and taps on it: until the next stop and the list of what comes after it are on
 * the screen, in a real browser that is slowed down four times.
 */
export const workList: BenchCase = {
  name: 'work-list',
  run: async ({ folder, rounds, say }) => {
    const server = await startServerProcess({ databaseUrl: `sqlite:${folder}/work.db` });
    const p95: number[] = [];
    const p50: number[] = [];
    try {
      await releaseOrder(Number(new URL(server.url).port));
      const handheld = await openHandheld('about:blank');
      const { page } = handheld;
      try {
        await page.addInitScript(listenForScans);
        await slowDown(handheld);
        await page.goto(server.url);
        await signIn(handheld, 'S-2001', '2001');
        const leave = async () => {
          await handheld.scan('%CANCEL');
          await page.getByText('scan anything to look it up').waitFor();
        };
        await handheld.press('Pick');
        await handheld.asks('Ask for the next work');
        await handheld.scan(order);
        await handheld.asks('Go to the location and scan it');
        await page.getByText(`0 of ${stops} lines`).waitFor();
        await leave();
        for (let round = 0; round < rounds; round += 1) {
          const times: number[] = [];
          for (let tap = 0; tap < tapsPerRound; tap += 1) {
            await handheld.press('Pick');
            await page.locator('.choices button').first().click();
            const drawn = await page.waitForFunction(() => window.listMs);
            times.push((await drawn.jsonValue()) ?? Number.NaN);
            await leave();
          }
          const { p50Ms, p95Ms } = summarise(times, 1);
          p50.push(p50Ms);
          p95.push(p95Ms);
          say(`work of ${stops} lines shown in p50 ${p50Ms.toFixed(1)} p95 ${p95Ms.toFixed(1)} ms`);
        }
      } finally {
        await handheld.close();
      }
    } finally {
      await server.stop();
    }
    return [
      {
        what: `work list of ${stops} lines shown, ${slowedDown}x slower, p50`,
        measured: median(p50),
        unit: 'ms',
        rounds: p50,
        bound: { kind: 'at most', value: boundMs },
      },
      { what: '  p95', measured: median(p95), unit: 'ms', rounds: p95 },
    ];
  },
};

/** An order of as many items, each somewhere else on the way, released as one piece of work. */
async function releaseOrder(port: number): Promise<void> {
  const erp = await Erp.connect(port);
  const office = await Handheld.signIn(port, { badge: 'S-2001', pin: '2001', warehouse });
  await erp.postItems();
  const items = benchItems.slice(0, stops);
  const found = items.map((item, index) => {
    const location = `A-${String(1 + (index % 12)).padStart(2, '0')}-01-${1 + (index % 2)}`;
    return office.command('inventory.adjust', { location, item, quantity: 10, unit: 'pcs', reason: 'found' });
  });
  await office.do(found);
  const lines = items.map((item, index) => ({ lineNumber: index + 1, item, quantity: 2, unit: 'pcs' }));
  const consignee = { account: 'C-9', name: 'Corner Bakery', address: { city: 'Berlin', country: 'DE' } };
  const ordered = { orderNumber: order, warehouse, consignee, lines };
  await erp.call('POST', '/api/erp/messages', {
    messageId: `m-${order}`,
    ...{ type: 'outbound-shipment-order', operation: 'upsert', order: ordered },
  });
  await erp.accepted(`m-${order}`);
  await office.do([office.command('waves.release', { orders: [order] })]);
  erp.connection.close();
  office.connection.close();
}
