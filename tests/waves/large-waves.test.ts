import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';

const count = 45;

onBothDatabases('waves of many orders', (app) => {
  let office: Device;

  beforeAll(async () => {
    office = await Device.signIn(app(), 'S-2001');
    await new Erp(app()).sent(itemMessage('LW-1'));
    const found = { location: 'A-01-02-1', item: 'LW-1', quantity: 1000, unit: 'pcs', reason: 'found' };
    expect((await office.do('inventory.adjust', found)).outcome).toBe('applied');
  });

  /** Posts so many orders; answers their numbers. */
  async function ordered(prefix: string, more: (index: number) => object = () => ({})): Promise<string[]> {
    const numbers = Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
    const messages = numbers.map((order, index) => shipMessage(`m-${order}`, order, [[1, 'LW-1', 2]], more(index)));
    await new Erp(app()).sent(...messages);
    return numbers;
  }

  const waveRow = (wave: string) =>
    app().services.store.read.k.selectFrom('wave').selectAll().where('wave', '=', wave).executeTakeFirst();

  async function worksOf(wave: string) {
    const { k } = app().services.store.read;
    return k.selectFrom('work').select(['status', 'shipment']).where('wave', '=', wave).execute();
  }

  /** How much of orders is released and reserved by their lines, and is promised to work. */
  async function promisedTo(prefix: string) {
    const { k } = app().services.store.read;
    const lines = await k
      .selectFrom('outbound_order_line')
      .select(['released_base', 'reserved_base'])
      .where('order_key', 'like', `%${prefix}-%`)
      .execute();
    const promises = await k
      .selectFrom('reservation')
      .select('quantity_base')
      .where('order_key', 'like', `%${prefix}-%`)
      .where('state', '=', 'work')
      .execute();
    const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
    return {
      released: sum(lines.map((line) => line.released_base)),
      reserved: sum(lines.map((line) => line.reserved_base)),
      atWork: sum(promises.map((promise) => promise.quantity_base)),
    };
  }

  const filled = (wave: string, status: string) => expect.poll(async () => (await waveRow(wave))?.status).toBe(status);

  test('are released part by part, on one load, and whoever releases again changes nothing', async () => {
    const orders = await ordered('LW-R', (index) => ({ carrier: 'DHL', priority: index % 10 }));
    const { result } = await office.do('waves.release', { orders });
    expect(result).toMatchObject({ work: [], shortages: [], inProgress: true });
    const again = await office.do('waves.release', { orders });
    expect(again.outcome).toBe('applied');
    await filled(result.wave, 'released');
    const works = await worksOf(result.wave);
    expect([works.length, works.every(({ status }) => status === 'open')]).toEqual([count, true]);
    expect(JSON.parse((await waveRow(result.wave))?.document ?? '{}')).toMatchObject({ done: count, of: count });
    const { k } = app().services.store.read;
    const loads = await k
      .selectFrom('outbound_shipment')
      .select('load_number')
      .distinct()
      .where('wave', '=', result.wave)
      .execute();
    expect(loads).toHaveLength(1);
    expect((await office.do('waves.release', { orders })).result).toEqual({
      wave: '',
      work: [],
      shortages: [],
      shipments: [],
    });
    expect(await worksOf(result.wave)).toHaveLength(count);
  });

  test.each([
    ['goods are free for others', {}, 0],
    ['the orders keep their goods', { keepReservations: true }, 2 * count],
  ])('are cancelled at once and given back part by part: %s', async (name, more, keptBase) => {
    const prefix = `LW-C${name.length}`;
    const orders = await ordered(prefix);
    const { wave } = (await office.do('waves.release', { orders })).result;
    await filled(wave, 'released');
    const [claimed] = (await office.do('picking.claim', { order: orders[3] })).result.work;
    const cancelled = await office.do('waves.cancel', { wave, ...more });
    expect(cancelled.result).toMatchObject({ wave, work: [], inProgress: true });
    expect((await worksOf(wave)).map(({ status }) => status)).toEqual(orders.map(() => 'cancelled'));
    const [line] = claimed.lines;
    const { location, item, quantity, unit } = line;
    const pick = await office.do('picking.pick', {
      work: claimed.work,
      line: line.line,
      location,
      item,
      quantity,
      unit,
    });
    expect([pick.outcome, pick.problem.code]).toEqual(['held', 'picking.work_cancelled']);
    expect((await office.do('waves.cancel', { wave })).problem.code).toBe('waves.cancelled');
    await expect.poll(() => promisedTo(prefix)).toEqual({ released: 0, reserved: keptBase, atWork: 0 });
    const anew = await office.do('waves.release', { orders });
    await filled(anew.result.wave, 'released');
    expect(await promisedTo(prefix)).toEqual({ released: 2 * count, reserved: 0, atWork: 2 * count });
    await office.do('waves.cancel', { wave: anew.result.wave });
    await expect.poll(() => promisedTo(prefix)).toMatchObject({ released: 0, atWork: 0 });
  });

  test('are cancelled with what was picked, which goes back to its shelf', async () => {
    const orders = await ordered('LW-BACK');
    const { wave } = (await office.do('waves.release', { orders })).result;
    await filled(wave, 'released');
    const [{ work, lines }] = (await office.do('picking.claim', { order: orders[3] })).result.work;
    const [{ line, location, item, quantity, unit }] = lines;
    expect((await office.do('picking.pick', { work, line, location, item, quantity, unit })).problem).toBeNull();
    expect((await office.do('waves.cancel', { wave })).problem.code).toBe('waves.begun');
    const cancelled = await office.do('waves.cancel', { wave, putBack: true });
    expect(cancelled.result).toMatchObject({ wave, inProgress: true });
    const back = async () => (await office.do('picking.claim', { type: 'put_back' })).result?.work;
    await expect.poll(back).toMatchObject([{ lines: [{ location, item, quantity }] }]);
    const [taken] = await back();
    expect((await office.do('picking.put_back', { work: taken.work, line: 1, location })).problem).toBeNull();
    await expect.poll(() => promisedTo('LW-BACK')).toEqual({ released: 0, reserved: 0, atWork: 0 });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('are processed out of sight, held again and released', async () => {
    const orders = await ordered('LW-P');
    const { wave } = (await office.do('waves.create', { orders })).result;
    expect((await office.do('waves.process', { wave })).result).toMatchObject({ wave, inProgress: true });
    await filled(wave, 'held');
    expect((await worksOf(wave)).every(({ status }) => status === 'held')).toBe(true);
    await office.do('waves.release', { wave });
    expect((await worksOf(wave)).every(({ status }) => status === 'open')).toBe(true);
    const [first] = (await office.do('picking.claim', { order: 'LW-P-3' })).result.work;
    expect((await office.do('waves.hold', { wave })).outcome).toBe('applied');
    const works = await worksOf(wave);
    expect(works.filter(({ status }) => status === 'open').map(({ shipment }) => shipment)).toEqual([first.shipment]);
  });

  test('orders are added as long as nothing was promised, and an order is in one of them only', async () => {
    await new Erp(app()).sent(
      shipMessage('la-1', 'LA-1', [[1, 'LW-1', 1]]),
      shipMessage('la-2', 'LA-2', [[1, 'LW-1', 1]]),
    );
    const { wave } = (await office.do('waves.create', { orders: ['LA-1'] })).result;
    expect((await office.do('waves.add_orders', { wave, orders: ['LA-2'] })).outcome).toBe('applied');
    const elsewhere = await office.do('waves.create', { orders: ['LA-2'] });
    expect(elsewhere.problem.code).toBe('waves.order_in_wave');
    expect((await office.do('waves.release', { wave })).result.work).toHaveLength(2);
    const late = await office.do('waves.add_orders', { wave, orders: ['LA-2'] });
    expect(late.problem.code).toBe('waves.not_created');
  });
});
