import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

onBothDatabases('moving goods that are promised', (app) => {
  let number = 0;

  /** Ten pieces on a plate, or loose, of which an order that was released gets some. */
  async function promised(quantity: number, options: { loose?: boolean } = {}) {
    number += 1;
    const item = `MP-${number}`;
    const order = `SO-MP-${number}`;
    const office = await Device.signIn(app(), 'S-2001');
    const floor = await Device.signIn(app(), 'W-1001');
    const from = `B-${String(number).padStart(2, '0')}-02-1`;
    const to = from.replace(/1$/, '2');
    const plate = options.loose ? {} : { licensePlate: `LP-MP-${number}` };
    const erp = new Erp(app());
    await erp.sent(itemMessage(item), shipMessage(`m-${item}`, order, [[1, item, quantity, {}]]));
    const found = { location: from, item, quantity: 10, unit: 'pcs', reason: 'found', ...plate };
    expect((await office.do('inventory.adjust', found)).problem).toBeNull();
    const { result, problem } = await office.do('waves.release', { orders: [order] });
    expect(problem).toBeNull();
    const [work] = result.work;
    return { office, floor, item, order, from, to, work, plate };
  }

  type Promised = Awaited<ReturnType<typeof promised>>;

  async function said(device: Device, type: string, body: object, more: object = {}) {
    const { outcome, problem } = await device.do(type, body, more);
    return problem ? `${outcome} ${problem.code}` : outcome;
  }

  async function stock(device: Device, item: string) {
    const { body } = await app().call('GET', `/api/device/stock?item=${item}`, { as: device.token });
    return body.items.map((row: { location: string; onHand: number; reserved: number }) => [
      row.location,
      row.onHand,
      row.reserved,
    ]);
  }

  const pickAt = ({ floor, work, item, plate }: Promised, location: string, quantity: number) =>
    said(floor, 'picking.pick', { work: work.work, line: 1, location, item, quantity, unit: 'pcs', ...plate });

  test('a plate that is promised takes its promise along: the picker is sent where it stands now', async () => {
    const here = await promised(6);
    const { floor, from, to, plate, item } = here;
    expect(await said(floor, 'inventory.move', { from, to, ...plate })).toBe('applied');
    expect(await stock(floor, item)).toEqual([[to, 10, 6]]);
    expect(await wrongIn(app())).toEqual([]);
    expect(await pickAt(here, from, 6)).toBe('refused picking.wrong_location');
    expect(await pickAt(here, to, 6)).toBe('applied');
  });

  test.each<[string, number, object, string, [string, number, number][]]>([
    [
      'what is free goes by itself',
      4,
      {},
      'applied',
      [
        ['from', 6, 6],
        ['to', 4, 0],
      ],
    ],
    ['all of it takes the promise along', 10, {}, 'applied', [['to', 10, 6]]],
    ['a stop of work is not divided', 7, {}, 'refused inventory.part_of_pick', [['from', 10, 6]]],
    ['nothing is promised where goods come in', 10, { to: 'DOCK-01' }, 'refused inventory.reserved', [['from', 10, 6]]],
    ['more than is there', 11, {}, 'refused stock.not_enough', [['from', 10, 6]]],
  ])('of ten loose pieces, six of them promised: %s', async (_, quantity, more, outcome, left) => {
    const { floor, from, to, item } = await promised(6, { loose: true });
    expect(await said(floor, 'inventory.move', { from, to, item, quantity, unit: 'pcs', ...more })).toBe(outcome);
    const places: Readonly<Record<string, string>> = { from, to };
    expect(await stock(floor, item)).toEqual(left.map(([place, ...rest]) => [places[place], ...rest]));
  });

  test('goods that somebody is on the way for stay; so do goods that are picked', async () => {
    const here = await promised(6);
    const { office, floor, from, to, plate, work } = here;
    await floor.do('picking.claim', { work: work.work });
    expect(await said(office, 'inventory.move', { from, to, ...plate })).toBe('refused inventory.being_picked');
    expect(await pickAt(here, from, 6)).toBe('applied');
    expect(await said(office, 'inventory.move', { from, to, ...plate })).toBe('applied');
    await floor.do('picking.put', { work: work.work, location: 'STAGE-01' });
    const back = { from: 'STAGE-01', to: from, item: here.item, quantity: 6, unit: 'pcs' };
    expect(await said(office, 'inventory.move', back)).toBe('refused inventory.picked_goods');
    expect(await wrongIn(app())).toEqual([]);
  });

  test('goods that were carried off before anybody could know that they are promised are kept for a decision', async () => {
    const knownAt = await published(app());
    const { floor, from, plate } = await promised(6);
    await published(app());
    const carried = { from, to: 'DOCK-01', ...plate };
    expect(await said(floor, 'inventory.move', carried, { knownAt })).toBe('held inventory.reserved');
  });
});
