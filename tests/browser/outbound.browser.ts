import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { freshPlate } from '../support/floor-orders.ts';
import { releasedOrder, slipsOf } from '../support/goods-out.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';
import { type Office, officeOf } from '../support/office.ts';

/** Goods that go out, from the shelf to the packing slip, on one handheld. */
let floor: Handheld;
let office: Office;

beforeAll(async () => {
  office = await officeOf('S-2001', '2001', 'HH-OUT-OFFICE');
  floor = await openHandheld(inject('serverUrl'));
  await signIn(floor, 'S-2001', '2001');
});
afterAll(() => floor?.close());

afterEach(async () => {
  await floor.scan('%CANCEL');
  await floor.page.getByText('scan anything to look it up').waitFor();
});

const large = async () => (await floor.page.locator('.large').first().textContent())?.trim() ?? '';
const allSent = () => floor.page.locator('header').filter({ hasText: 'All sent' }).waitFor();

async function enter(quantity: number): Promise<void> {
  await floor.type(String(quantity));
  await floor.press('Enter');
}

/** From the menu, whether it was begun before or not. */
async function open(flow: string): Promise<void> {
  const menu = floor.page.getByRole('button', { name: 'Menu', exact: true });
  if (await menu.isVisible()) await menu.click();
  await floor.press(new RegExp(`^(Go on: )?${flow}$`));
}

/** Work is asked for by the order's number, and the device waits until it has it. */
async function claimed(order: string): Promise<void> {
  await open('Pick');
  await floor.asks(/Ask for the next work|Go on, or ask for more/);
  await floor.scan(order);
  await floor.asks('Go to the location and scan it');
}

/** One stop where the item's number is scanned and the quantity typed. */
async function pickAt(location: string, item: string, quantity: number): Promise<void> {
  await floor.asks('Go to the location and scan it');
  await expect.poll(large).toBe(location);
  await floor.scan(location);
  await floor.asks('Scan the item');
  await floor.scan(item);
  await floor.asks(/How many\?/);
  await enter(quantity);
}

async function put(place: string): Promise<void> {
  await floor.asks('Bring it here and scan the place');
  await floor.scan(place);
}

/** What has left is told to the ERP once. */
async function confirmed(order: string, lines: [string, number][]): Promise<void> {
  await open('Confirm shipping');
  await floor.asks(/What leaves/);
  await floor.scan(order);
  await floor.asks('Does this leave now?');
  await floor.press('Yes, it leaves');
  await floor.says(/has left/);
  await allSent();
  await expect.poll(async () => (await slipsOf(order)).map((slip) => slip.lines), { timeout: 10_000 }).toEqual([lines]);
}

describe('with a network', () => {
  const name = 'ON';

  test('an order is picked along the way and put down, and its slip reaches the ERP once', async () => {
    const order = `SO-ONE-${name}`;
    const [first, second] = [`ONE-A-${name}`, `ONE-B-${name}`];
    const plate = freshPlate(8002);
    await releasedOrder(office, order, [
      { item: first, quantity: 4, stock: [{ location: 'A-01-02-1', quantity: 9 }] },
      { item: second, quantity: 6, stock: [{ location: 'A-02-02-1', quantity: 6, licensePlate: plate.digits }] },
    ]);
    await claimed(order);
    const [there, notThere] = [await large(), 'A-09-03-1'];
    expect(there).toBe('A-01-02-1');
    await floor.scan(notThere);
    await floor.says(/Wrong location: A-01-02-1 is meant, this is A-09-03-1/);
    await floor.scan(there);
    await floor.asks('Scan the item');
    await floor.scan('A0001');
    await floor.says(/Wrong item/);
    await floor.scan(first);
    await floor.asks(/How many\?/);
    await enter(4);
    await floor.asks('Go to the location and scan it');
    await floor.page.getByText('1 of 2 lines').waitFor();
    await floor.scan(plate.scan);
    await put('STAGE-01');
    await floor.asks('Ask for the next work');
    await confirmed(order, [
      [first, 4],
      [second, 6],
    ]);
  });

  test('several orders go into places of a trolley, each pick into its own', async () => {
    const orders = [`SO-CL1-${name}`, `SO-CL2-${name}`];
    const item = `CL-${name}`;
    for (const [index, order] of orders.entries()) {
      await releasedOrder(office, order, [
        { item: `${item}-${index}`, quantity: 2, stock: [{ location: `A-0${index + 3}-02-1`, quantity: 2 }] },
      ]);
    }
    await open('Pick several orders');
    await floor.asks('How many places has your trolley?');
    await enter(2);
    await floor.asks('Go to the location and scan it');
    for (const [index] of orders.entries()) {
      await pickAt(`A-0${index + 3}-02-1`, `${item}-${index}`, 2);
      await floor.asks('Put it into the position and scan it');
      const position = await large();
      await floor.scan(position === '1' ? 'T7-2' : 'T7-1');
      await floor.says(/This belongs into position/);
      await floor.scan(`T7-${position}`);
    }
    await put('STAGE-02');
    await floor.asks('How many places has your trolley?');
    await allSent();
    for (const [index] of orders.entries()) {
      const { items } = await office.get(`/api/device/stock?item=${item}-${index}`);
      expect(items.map(({ location, onHand }: Row) => [location, onHand])).toEqual([['STAGE-02', 2]]);
    }
  });

  test('what is not there is said with a reason, and the rest is taken elsewhere at once', async () => {
    const order = `SO-SHORT-${name}`;
    const item = `SHORT-${name}`;
    await releasedOrder(office, order, [
      {
        ...{ item, quantity: 5 },
        stock: [
          { location: 'A-05-02-1', quantity: 5 },
          { location: 'A-06-02-1', quantity: 9 },
        ],
      },
    ]);
    await claimed(order);
    const first = await large();
    const other = first === 'A-05-02-1' ? 'A-06-02-1' : 'A-05-02-1';
    await pickAt(first, item, 2);
    await floor.asks('Why less?');
    await floor.page.getByText(other).waitFor();
    await floor.press(/It is not there/);
    await pickAt(other, item, 3);
    await put('STAGE-01');
    await floor.asks('Ask for the next work');
    await confirmed(order, [[item, 5]]);
    const { items } = await office.get(`/api/device/stock?item=${item}`);
    expect(items.map(({ location, onHand }: Row) => [location, onHand])).toEqual([
      [other, (other === 'A-06-02-1' ? 9 : 5) - 3],
    ]);
  });

  test('goods are packed into a carton that is weighed, loaded with its truck, and leave', async () => {
    const order = `SO-PACK-${name}`;
    const item = `PACK-${name}`;
    const [work] = await releasedOrder(office, order, [
      { item, quantity: 3, stock: [{ location: 'A-07-02-1', quantity: 3 }] },
    ]);
    await claimed(order);
    await pickAt('A-07-02-1', item, 3);
    await put('PACK-01');
    await floor.asks('Ask for the next work');

    await open('Pack');
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
    await enter(3);
    await floor.asks('All is packed');
    await floor.press('Close the carton');
    await floor.asks('Weigh the carton');
    await floor.type('2');
    await floor.press('Enter');
    await floor.asks('Scan the tracking number');
    await floor.scan('TRACK-77');
    await floor.asks('Scan shipment, order or plate');

    await open('Load');
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

    await confirmed(order, [[item, 3]]);
    const [slip] = await slipsOf(order);
    const told = await erpSlip(slip?.documentNumber ?? '');
    expect(told.shipment).toBe(work?.shipment);
    expect(told.containers).toMatchObject([{ sscc: carton, type: 'BOX-M', weight: 2, trackingNumber: 'TRACK-77' }]);
  });
});

interface Row {
  readonly location: string;
  readonly onHand: number;
}

/** The number that the carton's label gets. */
async function cartonShown(): Promise<string> {
  const shown = await floor.page
    .locator('dl div')
    .filter({ hasText: 'Put this number on it' })
    .locator('dd')
    .innerText();
  return shown.replaceAll(/\s/g, '');
}

async function erpSlip(number: string) {
  const path = new URL(`/api/erp/packing-slips/${number}`, inject('serverUrl'));
  const answer = await fetch(path, { headers: { authorization: 'Bearer demo-erp-key' } });
  return answer.json();
}
