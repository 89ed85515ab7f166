import { expect, test } from 'vitest';
import { releaseDueOrders } from '../../api/waves/automatic.ts';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, type LineOf, shipMessage } from '../support/erp.ts';
import { decideFor } from '../support/settings.ts';

interface Line {
  readonly [member: string]: unknown;
}

onBothDatabases(
  'a source system that wants one shipment for one order',
  (app) => {
    const erp = () => new Erp(app());

    /** A supervisor who does what is asked and is not refused. */
    async function supervisor() {
      const office = await Device.signIn(app(), 'S-2001');
      return async (type: string, body: object) => {
        const [{ outcome, problem, result }] = await office.send(office.unordered(type, body));
        expect([type, outcome, problem]).toEqual([type, 'applied', null]);
        return result;
      };
    }

    const found = (item: string, quantity: number, location: string) => {
      return { location, item, quantity, unit: 'pcs', reason: 'found' };
    };

    /** The order released, of line 1 so much picked of what was there, which stands at staging. */
    async function picked(did: Awaited<ReturnType<typeof supervisor>>, order: string, lines: readonly LineOf[]) {
      const [, item] = lines[0] ?? [];
      const items = [...new Set(lines.map(([, each]) => each))].map((each) => itemMessage(each));
      await erp().sent(...items, shipMessage(`m-${order}`, order, lines));
      await did('inventory.adjust', found(String(item), 7, 'A-01-03-1'));
      if (items.some(({ item: { number } }) => number === 'ON-6')) {
        await did('inventory.adjust', found('ON-6', 2, 'A-01-03-2'));
      }
      const [{ work, shipment }] = (await did('waves.release', { orders: [order] })).work;
      return { work, shipment, pick: { work, line: 1, location: 'A-01-03-1', item, unit: 'pcs' } };
    }

    async function orderIs(order: string) {
      const { status, lines } = await erp().order(order);
      const told = lines.map((line: Line) => [
        line.status,
        line.releasedQuantity,
        line.backorderedQuantity,
        line.cancelledQuantity,
        (line.reasons as { code: string }[]).map(({ code }) => code).join(),
      ]);
      return [status, ...told];
    }

    async function slipSays(documentNumber: string, version: number) {
      const { body } = await erp().get(`/api/erp/packing-slips/${documentNumber}/versions/${version}`);
      return body.lines.map((line: Line) => [
        line.lineNumber,
        line.shippedQuantity,
        line.remainingQuantity,
        line.cancelledQuantity,
        line.cancelReason,
      ]);
    }

    async function feedSays(order: string) {
      const { body } = await erp().get('/api/erp/order-status?limit=1000');
      const { status, lines } = body.items.findLast((row: { orderNumber: string }) => row.orderNumber === order);
      return [status, ...lines.map((line: Line) => [line.status, line.backorderedQuantity, line.cancelledQuantity])];
    }

    const lines: readonly LineOf[] = [
      [1, 'ON-1', 10],
      [2, 'ON-2', 4],
      [3, 'ON-3', 6],
      [4, 'ON-6', 2],
    ];
    const closed = [
      ['closed', 5, 0, 5, 'one_shipment'],
      ['cancelled', 0, 0, 4, 'one_shipment'],
      ['cancelled', 0, 0, 6, 'customer'],
      ['cancelled', 0, 0, 2, 'one_shipment'],
    ];
    const slip = [
      [1, 5, 0, 5, 'one_shipment'],
      [2, 0, 0, 4, 'one_shipment'],
      [4, 0, 0, 2, 'one_shipment'],
    ];

    test('all that does not go is closed with it, also what was never released; a reversal opens just that again', async () => {
      await decideFor(app(), { shipmentOrderMatching: true, releaseBy: 'automatic' });
      const did = await supervisor();
      const { work, shipment, pick } = await picked(did, 'ON-SO', lines);
      await did('orders.close_remainder', { order: 'ON-SO', line: 3, reason: 'customer' });
      await did('picking.pick', { ...pick, quantity: 5 });
      await did('picking.put', { work, location: 'STAGE-01' });
      const told = await did('shipping.confirm', { shipment, remainder: 'backorder' });
      const [{ documentNumber }] = told.documents;
      expect(await orderIs('ON-SO')).toEqual(['closed', ...closed]);
      expect(await slipSays(documentNumber, 1)).toEqual(slip);

      // Goods come, and nobody wants them.
      await did('inventory.adjust', found('ON-1', 20, 'A-01-04-1'));
      await did('inventory.adjust', found('ON-2', 20, 'A-02-04-1'));
      await releaseDueOrders(app().services, 'EAST');
      expect(await orderIs('ON-SO')).toEqual(['closed', ...closed]);

      await did('shipping.reverse_confirmation', { documentNumber, reason: 'still at the door' });
      const open = [
        ['open', 5, 5, 0, 'no_stock'],
        ['open', 0, 4, 0, 'no_stock'],
        ['cancelled', 0, 0, 6, 'customer'],
        ['open', 0, 2, 0, 'one_shipment'],
      ];
      expect(await orderIs('ON-SO')).toEqual(['open', ...open]);
      await expect
        .poll(() => feedSays('ON-SO'))
        .toEqual(['open', ['open', 5, 0], ['open', 4, 0], ['cancelled', 0, 6], ['open', 2, 0]]);
      // More comes behind the reversal: the shipment that stands there is still to go, and nothing is sent after it.
      await did('inventory.adjust', found('ON-2', 5, 'A-02-04-1'));
      expect(await wrongIn(app())).toEqual([]);
      await releaseDueOrders(app().services, 'EAST');
      expect(await orderIs('ON-SO')).toEqual(['open', ...open]);

      await did('shipping.confirm', { shipment });
      expect(await slipSays(documentNumber, 2)).toEqual(slip);
      await expect
        .poll(() => feedSays('ON-SO'))
        .toEqual(['closed', ['closed', 0, 5], ['cancelled', 0, 4], ['cancelled', 0, 6], ['cancelled', 0, 2]]);
      expect(await wrongIn(app())).toEqual([]);
    });

    test('what is opened again can be released by hand, and what the ERP asks for otherwise since stays as it asks', async () => {
      await decideFor(app(), { shipmentOrderMatching: true });
      const did = await supervisor();
      const { work, shipment, pick } = await picked(did, 'ON-SO-2', [
        [1, 'ON-4', 10],
        [2, 'ON-5', 4],
      ]);
      await did('picking.pick', { ...pick, quantity: 7 });
      await did('picking.put', { work, location: 'STAGE-01' });
      const told = await did('shipping.confirm', { shipment, reason: 'sold out' });
      const [{ documentNumber }] = told.documents;
      expect(await slipSays(documentNumber, 1)).toEqual([
        [1, 7, 0, 3, 'sold out'],
        [2, 0, 0, 4, 'sold out'],
      ]);
      await did('shipping.reverse_confirmation', { documentNumber, reason: 'still at the door' });
      await erp().sent(shipMessage('on-lower', 'ON-SO-2', [[1, 'ON-4', 9]]));
      await did('inventory.adjust', found('ON-4', 5, 'A-01-03-1'));
      await did('waves.release', { orders: ['ON-SO-2'] });
      expect((await erp().order('ON-SO-2')).lines).toMatchObject([{ lineNumber: 1, releasedQuantity: 9 }]);
      // What is on another shipment by now goes with that.
      await did('shipping.confirm', { shipment });
      expect(await orderIs('ON-SO-2')).toEqual(['open', ['open', 9, 0, 0, '']]);
      expect(await slipSays(documentNumber, 2)).toEqual([[1, 7, 2, 0, null]]);
      await did('shipping.reverse_confirmation', { documentNumber, reason: 'still at the door' });
      expect(await orderIs('ON-SO-2')).toEqual(['open', ['open', 9, 0, 0, '']]);
      expect(await wrongIn(app())).toEqual([]);
    });
  },
  { restMs: 50 },
);
