import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedDemo } from '../../api/demo/seed.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';

let app: TestApp;
let device: Device;

beforeAll(async () => {
  app = await openTestApp('sqlite', { bare: true });
  await seedDemo(app.http, app.services);
  device = await Device.signIn(app, 'S-2001');
});
afterAll(() => app.close());

const order = async (number: string) =>
  (await app.call('GET', `/api/erp/orders/${number}`, { as: 'demo-erp-key' })).body;

test('the demo has twenty-five orders to ship, in three languages, one of them on hold', async () => {
  const numbers = Array.from({ length: 25 }, (_, index) => `SO-${5001 + index}`);
  const orders = await Promise.all(numbers.map(order));
  expect(new Set(orders.map((each) => each.header.language))).toEqual(new Set(['de', 'en', 'es']));
  expect(orders.filter((each) => each.holdCodes.length > 0).map((each) => each.orderNumber)).toEqual(['SO-5013']);
  expect(orders.every((each) => each.releaseStatus === 'open' && each.reservedPercent === 0)).toBe(true);
});

test.each([
  ['an ordinary order is released whole', 'SO-5001', 'released'],
  ['goods with lots that are good for long enough', 'SO-5009', 'released'],
  ['one lot and no other', 'SO-5011', 'released'],
  ['less is there than is wanted', 'SO-5014', 'partially_released'],
  ['all of it or nothing', 'SO-5015', 'open'],
  ['all of it, and all of it is there', 'SO-5016', 'released'],
  ['no butter is good for a year', 'SO-5019', 'open'],
  ['nothing of it is there', 'SO-5025', 'open'],
])('%s', async (_story, number, releaseStatus) => {
  const { outcome, problem } = await device.do('waves.release', { orders: [number] });
  expect(outcome, JSON.stringify(problem)).toBe('applied');
  expect((await order(number)).releaseStatus).toBe(releaseStatus);
});

test('what is on hold is not released', async () => {
  const { outcome, problem } = await device.do('waves.release', { orders: ['SO-5013'] });
  expect([outcome, problem?.code]).toEqual(['refused', 'waves.order_held']);
});

test('a carton is on the page of barcodes until it leaves, so that a click loads it', async () => {
  const page = async () => (await app.http.request('/demo')).text();
  const { result: released } = await device.do('waves.release', { orders: ['SO-5002'] });
  const [{ shipment }] = released.work;
  const before = await page();
  expect(before).not.toContain('Cartons to load');
  for (const section of ['Licence plates on their way here', 'Return numbers of what has left'])
    expect(before).toContain(section);
  const { result } = await device.do('packing.open_carton', { shipment, cartonType: 'BOX-M' });
  expect(await page()).toContain(`data-scan="]C100${result.carton}"`);
});
