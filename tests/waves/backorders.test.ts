import { beforeAll, expect, test } from 'vitest';
import { releaseDueOrders } from '../../api/waves/automatic.ts';
import { expectArrivals } from '../../api/waves/expect-arrivals.ts';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, orderMessage, shipMessage } from '../support/erp.ts';
import { decideFor } from '../support/settings.ts';

interface Released {
  readonly wave: string;
  readonly work: readonly [{ readonly work: string; readonly shipment: string }];
}

onBothDatabases(
  'orders that wait for goods',
  (app) => {
    let office: Device;
    const erp = () => new Erp(app());

    beforeAll(async () => {
      office = await Device.signIn(app(), 'S-2001');
    });

    async function applied(type: string, body: object) {
      const result = await office.do(type, body);
      expect([type, result.outcome, result.problem]).toEqual([type, 'applied', null]);
      return result.result;
    }

    const found = (item: string, quantity: number, location = 'A-01-02-1') =>
      applied('inventory.adjust', { location, item, quantity, unit: 'pcs', reason: 'found' });

    const releasedOf = async (order: string) => (await erp().order(order)).lines[0].releasedQuantity;

    test('get them by themselves when they come, the oldest promise first; what nobody released stays', async () => {
      await erp().sent(
        itemMessage('BO-1'),
        shipMessage('bo-1', 'BO-LATE', [[1, 'BO-1', 4]], { requestedShippingEnd: '2031-03-05T10:00:00Z' }),
        shipMessage('bo-2', 'BO-FIRST', [[1, 'BO-1', 6]], { requestedShippingEnd: '2031-03-03T10:00:00Z' }),
        shipMessage('bo-3', 'BO-NEVER', [[1, 'BO-1', 1]], { requestedShippingEnd: '2031-03-01T10:00:00Z' }),
      );
      const { shortages } = await applied('waves.release', { orders: ['BO-LATE', 'BO-FIRST'] });
      expect(shortages).toHaveLength(2);
      await found('BO-1', 7);
      await expect.poll(() => releasedOf('BO-FIRST')).toBe(6);
      expect(await releasedOf('BO-LATE')).toBe(1);
      expect(await releasedOf('BO-NEVER')).toBe(0);
    });

    test('are served in the order that their ERP handed them over, also one that waited for its item first', async () => {
      await erp().sent(itemMessage('BO-20'));
      await erp().sent(
        shipMessage('bo-20', 'BO-Z-SENT-FIRST', [
          [1, 'BO-20', 5],
          [2, 'BO-UNKNOWN', 1],
        ]),
      );
      await erp().sent(shipMessage('bo-21', 'BO-A-SENT-LATER', [[1, 'BO-20', 5]]));
      await erp().sent(itemMessage('BO-UNKNOWN'));
      await erp().settled('bo-20', (status) => status === 'accepted');
      const orders = ['BO-A-SENT-LATER', 'BO-Z-SENT-FIRST'];
      await found('BO-20', 6);
      await applied('waves.release', { orders });
      expect(await Promise.all(orders.map(releasedOf))).toEqual([1, 5]);
    });

    test('know when they can be expected, whoever waits longest first', async () => {
      await erp().sent(
        itemMessage('BO-2'),
        shipMessage('bo-4', 'BO-4', [[1, 'BO-2', 5]], { priority: 1 }),
        shipMessage('bo-5', 'BO-5', [[1, 'BO-2', 5]], { priority: 2 }),
        shipMessage('bo-6', 'BO-6', [[1, 'BO-2', 5]], { priority: 3 }),
        orderMessage('bo-7', 'PO-BO-1', [[1, 'BO-2', 6]], { plannedReceiptStart: '2031-05-02T06:00:00Z' }),
        orderMessage('bo-8', 'PO-BO-2', [[1, 'BO-2', 4]], { plannedReceiptStart: '2031-05-09T06:00:00Z' }),
      );
      await applied('waves.release', { orders: ['BO-4', 'BO-5', 'BO-6'] });
      await expectArrivals(app().services, 'EAST');
      const { k } = app().services.store.read;
      const expected = async () => {
        const rows = await k
          .selectFrom('outbound_order_line')
          .select('expected_on')
          .where('item_key', '=', 'DEMO:BO-2')
          .orderBy('order_key')
          .execute();
        return rows.map((row) => row.expected_on);
      };
      await expect.poll(expected).toEqual(['2031-05-02', '2031-05-09', null]);
    });

    test('8 of 10 are there; what was split off gets its work when goods come, and ships by its own slip', async () => {
      await erp().sent(itemMessage('BO-3'), shipMessage('bo-9', 'BO-9', [[1, 'BO-3', 10]]));
      await found('BO-3', 10, 'A-01-03-1');
      const [{ work, shipment }] = (await applied('waves.release', { orders: ['BO-9'] })).work;
      const pick = { work, line: 1, location: 'A-01-03-1', item: 'BO-3', unit: 'pcs' };
      await applied('picking.short_pick', { ...pick, quantity: 8, reason: 'not-there' });
      await applied('picking.put', { work, location: 'STAGE-01' });
      const { split } = await applied('shipping.confirm', { shipment, remainder: 'split' });
      const [rest] = split;
      await found('BO-3', 5, 'A-01-04-1');
      const worksOfRest = async () => {
        const { k } = app().services.store.read;
        return k.selectFrom('work').select(['id', 'quantity_base']).where('shipment', '=', rest.shipment).execute();
      };
      await expect.poll(async () => (await worksOfRest()).map((row) => row.quantity_base)).toEqual([2]);
      expect(await releasedOf('BO-9')).toBe(10);
      const again = await applied('waves.release', { orders: ['BO-9'] });
      expect(again.work).toHaveLength(1);
      const [second] = await worksOfRest();
      const more = { ...pick, work: second?.id, location: 'A-01-04-1', quantity: 2 };
      await applied('picking.pick', more);
      await applied('picking.put', { work: second?.id, location: 'STAGE-01' });
      await applied('shipping.confirm', { shipment: rest.shipment });
      expect(await erp().order('BO-9')).toMatchObject({ status: 'closed', shipmentStatus: 'shipped' });
    });

    test('what was backordered at the truck waits for goods to come, not for those that were left on the shelf', async () => {
      await erp().sent(itemMessage('BO-6'), shipMessage('bo-11', 'BO-11', [[1, 'BO-6', 10]]));
      await found('BO-6', 25, 'A-02-02-1');
      const [{ work, shipment }] = (await applied('waves.release', { orders: ['BO-11'] })).work;
      const pick = { work, line: 1, location: 'A-02-02-1', item: 'BO-6', unit: 'pcs' };
      await applied('picking.pick', { ...pick, quantity: 6 });
      await applied('picking.put', { work, location: 'STAGE-01' });
      await applied('shipping.confirm', { shipment, remainder: 'backorder', reason: 'truck full' });
      await releaseDueOrders(app().services, 'EAST');
      expect(await erp().order('BO-11')).toMatchObject({
        lines: [{ releasedQuantity: 6, backorderedQuantity: 4, reasons: [{ kind: 'backorder', code: 'truck full' }] }],
      });
      await found('BO-6', 1, 'A-02-02-1');
      await expect.poll(() => releasedOf('BO-11')).toBe(10);
      expect(await wrongIn(app())).toEqual([]);
    });

    test('of those that waited equally long for the same day the first that came is the first served', async () => {
      await erp().sent(itemMessage('BO-14'));
      for (const order of ['BO-14-Z', 'BO-14-M', 'BO-14-A']) {
        await erp().sent(shipMessage(order, order, [[1, 'BO-14', 4]]));
      }
      await applied('waves.release', { orders: ['BO-14-A', 'BO-14-M', 'BO-14-Z'] });
      await found('BO-14', 5, 'A-03-01-1');
      await expect.poll(() => releasedOf('BO-14-Z')).toBe(4);
      await expect.poll(() => releasedOf('BO-14-M')).toBe(1);
      expect(await releasedOf('BO-14-A')).toBe(0);
    });

    test.each([
      ['wave', 'waves.cancel', ({ wave }: Released) => ({ wave })],
      ['shipment', 'waves.cancel_shipment', ({ work: [{ shipment }] }: Released) => ({ shipment, reason: 'no truck' })],
      ['work', 'waves.cancel_work', ({ work: [{ work }] }: Released) => ({ work, reason: 'no truck' })],
    ])('a %s that a supervisor took back stays so until more comes', async (what, type, named) => {
      const [item, order] = [`BO-15-${what}`, `BO-SO-15-${what}`];
      const place = { wave: 'A-04-01-1', shipment: 'A-04-02-1', work: 'A-04-03-1' }[what];
      await erp().sent(itemMessage(item), shipMessage(order, order, [[1, item, 5]]));
      await found(item, 3, place);
      const released = await applied('waves.release', { orders: [order] });
      await applied(type, named(released));
      await releaseDueOrders(app().services, 'EAST');
      expect((await erp().order(order)).lines).toMatchObject([{ releasedQuantity: 0, backorderedQuantity: 5 }]);
      await found(item, 1, place);
      await expect.poll(() => releasedOf(order)).toBe(4);
      expect(await wrongIn(app())).toEqual([]);
    });

    test('a supervisor need not wait for that', async () => {
      await erp().sent(itemMessage('BO-7'), shipMessage('bo-12', 'BO-12', [[1, 'BO-7', 3]]));
      await found('BO-7', 9, 'A-02-03-1');
      const [{ work, shipment }] = (await applied('waves.release', { orders: ['BO-12'] })).work;
      const pick = { work, line: 1, location: 'A-02-03-1', item: 'BO-7', unit: 'pcs' };
      await applied('picking.pick', { ...pick, quantity: 1 });
      await applied('picking.put', { work, location: 'STAGE-01' });
      await applied('shipping.confirm', { shipment, remainder: 'backorder' });
      const again = await applied('waves.release', { orders: ['BO-12'] });
      expect(again.work).toMatchObject([{ lines: [{ quantity: 2 }] }]);
    });

    test('a customer who wants no more of what is there is not sent the rest by itself', async () => {
      await erp().sent(itemMessage('BO-8'), shipMessage('bo-13', 'BO-13', [[1, 'BO-8', 3]]));
      await found('BO-8', 9, 'A-02-04-1');
      const [{ work }] = (await applied('waves.release', { orders: ['BO-13'] })).work;
      const stop = { work, line: 1, location: 'A-02-04-1', item: 'BO-8', unit: 'pcs' };
      await applied('picking.short_pick', { ...stop, quantity: 0, reason: 'customer' });
      await releaseDueOrders(app().services, 'EAST');
      expect(await releasedOf('BO-13')).toBe(0);
    });

    test('a source system that releases by itself sends an order as soon as all of it is there, not before', async () => {
      await decideFor(app(), { releaseBy: 'automatic' });
      await erp().sent(itemMessage('BO-5'), shipMessage('bo-10', 'BO-10', [[1, 'BO-5', 3]]));
      await found('BO-5', 2, 'A-02-01-1');
      await releaseDueOrders(app().services, 'EAST');
      expect(await releasedOf('BO-10')).toBe(0);
      await found('BO-5', 1, 'A-02-01-1');
      await expect.poll(() => releasedOf('BO-10')).toBe(3);
      await decideFor(app(), {});
    });
  },
  { restMs: 50 },
);
