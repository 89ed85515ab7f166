import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';

interface Work {
  readonly work: string;
  readonly order: string;
  readonly shipment: string;
  readonly load: string;
  readonly lines: readonly { readonly quantity: number }[];
}

onBothDatabases('shipments that leave together', (app) => {
  async function did(office: Device, type: string, body: object) {
    const { outcome, problem, result } = await office.do(type, body);
    expect([type, body, outcome, problem]).toEqual([type, body, 'applied', null]);
    return result;
  }

  /** Orders on one truck, all picked and put down but those named. */
  async function onOneTruck(office: Device, item: string, orders: readonly string[], at: string): Promise<Work[]> {
    await new Erp(app()).sent(itemMessage(item), ...orders.map((order) => shipMessage(order, order, [[1, item, 2]])));
    const found = { location: at, item, quantity: 2 * orders.length, unit: 'pcs', reason: 'found' };
    await did(office, 'inventory.adjust', found);
    return (await did(office, 'waves.release', { orders })).work;
  }

  async function picked(office: Device, { work }: Work, item: string, at: string, quantity = 2): Promise<void> {
    await did(office, 'picking.pick', { work, line: 1, location: at, item, quantity, unit: 'pcs' });
  }

  test('one that cannot go does not keep the others: they leave, and each that stays says why', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const at = 'A-01-02-1';
    const orders = ['CM-GOES', 'CM-HELD', 'CM-OPEN-BOX', 'CM-IN-HAND', 'CM-NOT-LOADED', 'CM-SHORT'];
    const works = new Map((await onOneTruck(office, 'CM-1', orders, at)).map((work) => [work.order, work]));
    const of = (order: string) => works.get(order) as Work;
    const { load } = of('CM-GOES');
    for (const order of orders) await picked(office, of(order), 'CM-1', at, order === 'CM-SHORT' ? 1 : 2);
    for (const order of orders.filter((one) => one !== 'CM-IN-HAND')) {
      await did(office, 'picking.put', { work: of(order).work, location: 'PACK-01' });
    }
    const opened = { shipment: of('CM-OPEN-BOX').shipment, cartonType: 'BOX-S' };
    const { carton } = await did(office, 'packing.open_carton', opened);
    await did(office, 'packing.pack', { carton, item: 'CM-1', quantity: 2, unit: 'pcs' });
    for (const order of ['CM-GOES', 'CM-HELD', 'CM-SHORT']) {
      await did(office, 'shipping.load', { load, shipment: of(order).shipment });
    }
    await did(office, 'orders.set_hold', { order: 'CM-HELD', code: 'credit', reason: 'asked' });

    const { documents, refused } = await did(office, 'shipping.confirm', { load });
    expect(documents).toHaveLength(1);
    const why = refused.map(({ shipment, problem }: { shipment: string; problem: { code: string } }) => {
      const order = orders.find((one) => of(one).shipment === shipment);
      return [order, problem.code];
    });
    expect(new Map(why)).toEqual(
      new Map([
        ['CM-HELD', 'shipping.order_held'],
        ['CM-OPEN-BOX', 'shipping.carton_open'],
        ['CM-IN-HAND', 'shipping.goods_in_hand'],
        ['CM-NOT-LOADED', 'shipping.not_loaded'],
        ['CM-SHORT', 'shipping.work_open'],
      ]),
    );
    const worded = refused.find(
      ({ problem }: { problem: { code: string } }) => problem.code === 'shipping.carton_open',
    );
    expect(worded.problem).toMatchObject({
      detail: `Carton ${carton} of shipment ${of('CM-OPEN-BOX').shipment} is open. Close it first.`,
      status: 422,
    });
    const erp = new Erp(app());
    expect(await erp.order('CM-GOES')).toMatchObject({ status: 'closed', shipmentStatus: 'shipped' });
    expect(await erp.order('CM-HELD')).toMatchObject({ status: 'open', shipmentStatus: 'open' });
    expect(await wrongIn(app())).toEqual([]);

    await did(office, 'orders.release_hold', { order: 'CM-HELD', code: 'credit', reason: 'paid' });
    const rest = await did(office, 'shipping.confirm', { load, remainder: 'backorder' });
    expect(rest.documents).toHaveLength(2);
    expect(await wrongIn(app())).toEqual([]);
  });

  test('where none can go, the first one’s reason is the answer and nothing leaves', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const [work] = await onOneTruck(office, 'CM-2', ['CM-NONE'], 'A-01-03-1');
    const answer = await office.do('shipping.confirm', { load: work?.load });
    expect([answer.outcome, answer.problem.code]).toEqual(['refused', 'shipping.work_open']);
  });
});
