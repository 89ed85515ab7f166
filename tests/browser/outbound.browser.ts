import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { freshPlate } from '../support/floor-orders.ts';
import { type OutboundFloor, openOutboundFloor, slipTold, stockOf } from '../support/floor-out.ts';
import { releasedOrder } from '../support/goods-out.ts';
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
    const [first, second] = [`ONE-A-${name}`, `ONE-B-${name}`];
    const plate = freshPlate(isOffline ? 8001 : 8002);
    await releasedOrder(office, order, [
      { item: first, quantity: 4, stock: [{ location: 'A-01-02-1', quantity: 9 }] },
      { item: second, quantity: 6, stock: [{ location: 'A-02-02-1', quantity: 6, licensePlate: plate.digits }] },
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
    await floor.page.getByText('1 of 2 lines').waitFor();
    await floor.scan(plate.scan);
    await floor.put('STAGE-01');
    await floor.asks('Ask for the next work');
    await floor.leave();
    await shipped(order);
    await slipTold(order, [
      [first, 4],
      [second, 6],
    ]);
    expect([await stockOf(office, first), await stockOf(office, second)]).toEqual([[['A-01-02-1', 5, 0]], []]);
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

/** The number that the carton's label gets. */
async function cartonShown(): Promise<string> {
  const shown = floor.page.locator('dl div').filter({ hasText: 'Put this number on it' }).locator('dd');
  return (await shown.innerText()).replaceAll(/\s/g, '');
}
