import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serverUrl } from '../support/demo-server.ts';
import { cancelShipMessage } from '../support/erp.ts';
import { freshPlate } from '../support/floor-orders.ts';
import { type OutboundFloor, openOutboundFloor, slipTold, stockOf } from '../support/floor-out.ts';
import { accepted, done, releasedOrder } from '../support/goods-out.ts';
import { askedByErp, type Office, officeOf } from '../support/office.ts';

/**
 * Goods that go out, from the shelf to the packing slip, on one handheld. Each way is gone with a network, and with the
 * network gone from the first place to the last; when it is back the server agrees to the unit.
 */
const networks = [
  ['with a network', 'ON'],
  ['with the network gone before the work begins', 'OFF'],
] as const;

let floor: OutboundFloor;
let office: Office;

beforeAll(async () => {
  office = await officeOf('S-2001', '2001', 'HH-OUT-OFFICE');
  floor = await openOutboundFloor('S-2001', '2001');
});
afterAll(() => floor?.close());

afterEach(async () => {
  await floor.comeBack();
  await floor.leave();
});

test('every task is in sight and in reach of a gloved thumb', async () => {
  const menu = floor.page.locator('nav.tiles');
  const tiles = await menu.getByRole('button').all();
  expect(tiles.length).toBeGreaterThanOrEqual(10);
  const edge = await menu.boundingBox();
  for (const tile of tiles) {
    const box = await tile.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(56);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((edge?.y ?? 0) + (edge?.height ?? 0));
  }
});

describe.each(networks)('%s', (_, name) => {
  const isOffline = name === 'OFF';

  async function claimed(order: string): Promise<void> {
    await floor.claim(order);
    if (isOffline) await floor.goOffline();
  }

  async function shipped(order: string): Promise<void> {
    await floor.open('Confirm shipping');
    await floor.asks(/What leaves/);
    await floor.scan(order);
    await floor.asks('Does this leave now?');
    await floor.press('Yes, it leaves');
    await floor.says(/has left/);
    await floor.comeBack();
  }

  test('an order is picked along the way and put down, and its slip reaches the ERP once', async () => {
    const order = `SO-ONE-${name}`;
    const [first, second, third] = [`ONE-A-${name}`, `ONE-B-${name}`, `ONE-C-${name}`];
    const serials = [1, 2, 3].map((piece) => `${name}-${piece}`);
    const plate = freshPlate(isOffline ? 8001 : 8002);
    await releasedOrder(office, order, [
      { item: first, quantity: 4, stock: [{ location: 'A-01-02-1', quantity: 9 }] },
      { item: second, quantity: 6, stock: [{ location: 'A-02-02-1', quantity: 6, licensePlate: plate.digits }] },
      {
        ...{ item: third, quantity: 2, of: { tracking: { lot: false, serial: true, expiry: false } } },
        stock: [{ location: 'B-01-02-1', quantity: 3, serials }],
      },
    ]);
    await claimed(order);
    expect(await floor.large()).toBe('A-01-02-1');
    await floor.scan('A-09-03-1');
    await floor.says(/Wrong location: A-01-02-1 is meant, this is A-09-03-1/);
    await floor.scan('A-01-02-1');
    await floor.asks('Scan the item');
    await floor.scan('A0001');
    await floor.says(/Wrong item/);
    await floor.scan(first);
    await floor.asks(/How many\?/);
    await floor.enter(4);
    await floor.asks('Go to the location and scan it');
    await floor.page.getByText('1 of 3 lines').waitFor();
    await floor.scan(plate.scan);
    await expect.poll(() => floor.large()).toBe('B-01-02-1');
    await floor.scan('B-01-02-1');
    await floor.asks('Scan the item');
    await floor.scan(third);
    // Any two of the three will do, whichever the server had thought of.
    for (const serial of serials.slice(1)) {
      await floor.asks('Scan each serial number');
      await floor.scan(serial);
    }
    await floor.put('STAGE-01');
    await floor.asks('Ask for the next work');
    await floor.leave();
    await shipped(order);
    await slipTold(order, [
      [first, 4],
      [second, 6],
      [third, 2],
    ]);
    expect([await stockOf(office, first), await stockOf(office, second)]).toEqual([[['A-01-02-1', 5, 0]], []]);
    expect(await stockOf(office, third)).toEqual([['B-01-02-1', 1, 0]]);
  });

  test('several orders go into places of a trolley, each pick into its own', async () => {
    const item = `CL-${name}`;
    const numbers = [0, 1];
    for (const index of numbers) {
      await releasedOrder(office, `SO-CL${index}-${name}`, [
        { item: `${item}-${index}`, quantity: 2, stock: [{ location: `A-0${index + 3}-02-1`, quantity: 2 }] },
      ]);
    }
    await floor.open('Pick several orders');
    await floor.asks('How many places has your trolley?');
    await floor.enter(2);
    await floor.asks('Go to the location and scan it');
    if (isOffline) await floor.goOffline();
    for (const index of numbers) {
      await floor.pickAt(`A-0${index + 3}-02-1`, `${item}-${index}`, 2);
      await floor.asks('Put it into the position and scan it');
      const position = await floor.large();
      await floor.scan(position === '1' ? 'T7-2' : 'T7-1');
      await floor.says(/This belongs into position/);
      await floor.scan(`T7-${position}`);
    }
    await floor.put('STAGE-02');
    await floor.asks('How many places has your trolley?');
    await floor.comeBack();
    for (const index of numbers) expect(await stockOf(office, `${item}-${index}`)).toEqual([['STAGE-02', 2, 2]]);
  });

  test('what is not there is said with a reason, and the rest is taken elsewhere at once', async () => {
    const order = `SO-SHORT-${name}`;
    const item = `SHORT-${name}`;
    const stock = [5, 9];
    const places = ['A-05-02-1', 'A-06-02-1'];
    const there = places.map((location, index) => ({ location, quantity: stock[index] ?? 0 }));
    await releasedOrder(office, order, [{ item, quantity: 5, stock: there }]);
    await claimed(order);
    const meant = places.indexOf(await floor.large());
    const [first = '', other = ''] = meant === 0 ? places : places.toReversed();
    await floor.pickAt(first, item, 2);
    await floor.asks('Why less?');
    await floor.page.getByText(other).waitFor();
    await floor.press(/It is not there/);
    await floor.pickAt(other, item, 3);
    await floor.put('STAGE-01');
    await floor.asks('Ask for the next work');
    await floor.leave();
    await shipped(order);
    await slipTold(order, [[item, 5]]);
    const left = (stock[1 - meant] ?? 0) - 3;
    const counted = (stock[meant] ?? 0) - 5;
    const expected = [...(counted > 0 ? [[first, counted, 0]] : []), [other, left, 0]];
    expect(await stockOf(office, item)).toEqual(expected);
  });

  test('goods are packed into a carton that is weighed, loaded with its truck, and leave', async () => {
    const order = `SO-PACK-${name}`;
    const item = `PACK-${name}`;
    const [work] = await releasedOrder(office, order, [
      { item, quantity: 3, stock: [{ location: 'A-07-02-1', quantity: 3 }] },
    ]);
    await claimed(order);
    await floor.pickAt('A-07-02-1', item, 3);
    await floor.put('PACK-01');
    await floor.asks('Ask for the next work');
    await floor.leave();

    await floor.open('Pack');
    await floor.asks('Scan shipment, order or plate');
    await floor.scan(order);
    await floor.asks('Which carton do you take?');
    await floor.press('BOX-M');
    await floor.asks('Scan what goes into the carton');
    const carton = await cartonShown();
    await floor.scan('A0001');
    await floor.says(/Nothing of item A0001 is left to pack/);
    await floor.scan(item);
    await floor.asks(/How many\?/);
    await floor.enter(3);
    await floor.asks('All is packed');
    await floor.press('Close the carton');
    await floor.asks('Weigh the carton');
    await floor.enter(2);
    await floor.asks('Scan the tracking number');
    await floor.scan('TRACK-77');
    await floor.asks('Scan shipment, order or plate');
    await floor.leave();

    await floor.open('Load');
    await floor.asks(/Which truck/);
    await floor.scan(`]C100${carton}`);
    await floor.asks('Scan the door of the truck');
    await floor.scan('DOOR-01');
    await floor.asks('Scan what goes on the truck');
    await floor.page.getByText('0 of 1 units').waitFor();
    await floor.scan(`]C100${carton}`);
    await floor.asks('All is on the truck');
    await floor.scan(`]C100${carton}`);
    await floor.says(/is on the truck already/);
    await floor.leave();

    await shipped(order);
    const told = await askedByErp(`/api/erp/packing-slips/${await slipTold(order, [[item, 3]])}`);
    expect(told.shipment).toBe(work?.shipment);
    expect(told.containers).toMatchObject([{ sscc: carton, type: 'BOX-M', weight: 2, trackingNumber: 'TRACK-77' }]);
    expect(await stockOf(office, item)).toEqual([]);
  });
});

describe('what goes otherwise, with the network gone', () => {
  test('work that somebody began is taken over where both agree, and its rest joins what stands there', async () => {
    const order = 'SO-JOIN';
    const [first, second] = ['JOIN-A', 'JOIN-B'];
    const [work] = await releasedOrder(office, order, [
      { item: first, quantity: 2, stock: [{ location: 'A-01-03-1', quantity: 2 }] },
      { item: second, quantity: 5, stock: [{ location: 'A-02-03-1', quantity: 5 }] },
    ]);
    const other = await officeOf('W-1001', '1001', 'HH-OUT-OTHER');
    await done(other, 'picking.claim', { work: work?.work });
    const stop = { work: work?.work, line: 1, location: 'A-01-03-1', item: first, quantity: 2, unit: 'pcs' };
    await done(other, 'picking.pick', stop);
    await done(other, 'picking.put', { work: work?.work, location: 'STAGE-02' });

    await floor.open('Pick');
    await floor.asks('Ask for the next work');
    await floor.scan(order);
    await floor.asks('W-1001 has it. Have you both agreed?');
    expect(await floor.faults()).toEqual([]);
    await floor.press('Yes, take it over');
    await floor.asks('Go to the location and scan it');
    await floor.goOffline();
    await floor.press('Tote');
    await floor.asks('Scan the tote you pick into');
    expect(await floor.faults()).toEqual([]);
    await floor.scan('TOTE-77');
    await floor.pickAt('A-02-03-1', second, 3);
    await floor.asks('Why less?');
    await floor.press(/It is not there/);
    await floor.asks('Bring it here and scan the place');
    // It is there after all.
    await floor.press('Undo');
    await floor.says(/Taken back/);
    await floor.press('Go on picking');
    await floor.pickAt('A-02-03-1', second, 5);
    await floor.asks('Bring it here and scan the place');
    await expect.poll(() => floor.large()).toBe('STAGE-02');
    await floor.put('STAGE-02');
    await floor.asks('Ask for the next work');
    await floor.comeBack();
    const { items } = await office.get('/api/device/stock?licensePlate=TOTE-77');
    expect(items).toMatchObject([{ location: 'STAGE-02', item: second, onHand: 5, reserved: 5 }]);
    expect(await stockOf(office, first)).toEqual([['STAGE-02', 2, 2]]);
  });

  test('an order that is cancelled meanwhile ends with where its goods go back', async () => {
    const [order, item] = ['SO-GONE', 'GONE-1'];
    await releasedOrder(office, order, [{ item, quantity: 2, stock: [{ location: 'A-08-02-1', quantity: 2 }] }]);
    await floor.claim(order);
    await floor.goOffline();
    await accepted(cancelShipMessage('c-SO-GONE', order));
    await floor.pickAt('A-08-02-1', item, 2);
    await floor.asks('Bring it here and scan the place');
    await floor.comeBack();
    await floor.press(/to look at/i);
    await floor.page.getByText(/Put the goods back: A-08-02-1/).waitFor();
    expect(await floor.faults()).toEqual([]);
    await floor.press('Understood');
    await floor.press('Back');
    await floor.press('Go on: Pick');
    await floor.asks('Nothing is in hand. Pick first.');
    expect(await stockOf(office, item)).toEqual([['A-08-02-1', 2, 0]]);
  });

  test('a plate for another truck is refused at the door, and what is on by mistake comes off again', async () => {
    const plates = [freshPlate(8101), freshPlate(8102)] as const;
    for (const [index, { digits }] of plates.entries()) {
      const item = `TR-${index}`;
      const [work] = await releasedOrder(office, `SO-TRUCK-${index}`, [
        { item, quantity: 5, stock: [{ location: 'A-09-02-2', quantity: 5, licensePlate: digits }] },
      ]);
      const goods = { line: 1, location: 'A-09-02-2', item, quantity: 5, unit: 'pcs', licensePlate: digits };
      await done(office, 'picking.pick', { work: work?.work, ...goods });
      await done(office, 'picking.put', { work: work?.work, location: 'STAGE-01' });
    }
    const [own, other] = plates;
    await floor.knows(`shipment-goods:${own.digits}`);
    await floor.knows(`shipment-goods:${other.digits}`);
    await floor.goOffline();
    await floor.open('Load');
    await floor.asks(/Which truck/);
    await floor.scan(own.scan);
    await floor.asks('Scan the door of the truck');
    await floor.scan('STAGE-01');
    await floor.says(/is no door/);
    await floor.scan('DOOR-02');
    await floor.asks('Scan what goes on the truck');
    await floor.scan(other.scan);
    await floor.says(/belongs on load/);
    await floor.scan(own.scan);
    await floor.asks('All is on the truck');
    await floor.press('Undo');
    await floor.asks('Scan what goes on the truck');
    await floor.scan(own.scan);
    await floor.asks('All is on the truck');
    await floor.press('Take off');
    await floor.asks('Scan what comes off the truck');
    await floor.scan(own.scan);
    await floor.asks(/Scan the lane/);
    await floor.scan('STAGE-02');
    await floor.asks('Scan what goes on the truck');
    await floor.comeBack();
    const { items } = await office.get(`/api/device/stock?licensePlate=${own.digits}`);
    expect(items[0]?.location).toBe('STAGE-02');
  });
});

test('what a departure closes of an order is shown before, also with the network gone', async () => {
  await oneShipmentForOneOrder();
  const order = 'SO-ONLY';
  const [{ work, shipment } = { work: '', shipment: '' }] = await releasedOrder(office, order, [
    { item: 'ONLY-A', quantity: 5, stock: [{ location: 'A-10-02-2', quantity: 5 }] },
    { item: 'ONLY-B', quantity: 4, stock: [] },
  ]);
  await done(office, 'picking.pick', {
    work,
    line: 1,
    location: 'A-10-02-2',
    item: 'ONLY-A',
    quantity: 5,
    unit: 'pcs',
  });
  await done(office, 'picking.put', { work, location: 'STAGE-01' });
  await floor.open('Confirm shipping');
  await floor.scan(shipment ?? '');
  await floor.asks('Does this leave now?');
  await floor.goOffline();
  await floor.page.getByText('One shipment for one order. Lines closed with it: 1.').waitFor();
  await floor.page.getByText('4 pcs not delivered').waitFor();
  expect(await floor.faults()).toEqual([]);
  await floor.press('Leaves; the rest is cancelled');
  await floor.asks('Why is it not delivered?');
  await floor.page.getByText('4 pcs not delivered').waitFor();
  await floor.press('It is not there');
  await floor.says(/has left/);
  await floor.comeBack();
  const { status, lines } = await askedByErp(`/api/erp/orders/${order}`);
  expect([status, lines[1].cancelledQuantity]).toEqual(['closed', 4]);
});

/** What the demo's ERP wants from now on. */
async function oneShipmentForOneOrder(): Promise<void> {
  const { token } = await (
    await fetch(new URL('/api/session', serverUrl()), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ badge: 'A-3001', pin: '3001', device: 'HH-OUT-ADMIN' }),
    })
  ).json();
  const at = new URL('/api/admin/source-systems/DEMO', serverUrl());
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const known = await fetch(at, { headers });
  const body = JSON.stringify({ ...(await known.json()), shipmentOrderMatching: true });
  const changed = await fetch(at, {
    method: 'PUT',
    headers: { ...headers, 'if-match': known.headers.get('etag') ?? '' },
    body,
  });
  expect([changed.status, changed.ok ? '' : await changed.text()]).toEqual([200, '']);
}

/** The number that the carton's label gets. */
async function cartonShown(): Promise<string> {
  const shown = floor.page.locator('dl div').filter({ hasText: 'Put this number on it' }).locator('dd');
  return (await shown.innerText()).replaceAll(/\s/g, '');
}
