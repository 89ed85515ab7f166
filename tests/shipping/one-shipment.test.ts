import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { releaseDueOrders } from '../../api/waves/automatic.ts';
import * as closedWithShipment from '../../migrations/0037-closed-with-shipment.ts';
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

    async function isInFeed(number: string): Promise<boolean> {
      const { body } = await erp().get('/api/erp/packing-slips?limit=1000');
      return body.items.some((row: Line) => row.documentNumber === number);
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
      expect(await erp().slipLines(documentNumber, 1)).toEqual(slip);

      // Goods come, and nobody wants them.
      await did('inventory.adjust', found('ON-1', 20, 'A-01-04-1'));
      await did('inventory.adjust', found('ON-2', 20, 'A-02-04-1'));
      await releaseDueOrders(app().services, 'EAST');
      expect(await orderIs('ON-SO')).toEqual(['closed', ...closed]);

      await did('shipping.reverse_confirmation', { documentNumber, reason: 'still at the door' });
      const open = [
        ['open', 5, 3, 0, 'no_stock'],
        ['open', 0, 4, 0, 'no_stock'],
        ['cancelled', 0, 0, 6, 'customer'],
        ['open', 0, 0, 0, 'one_shipment'],
      ];
      expect(await orderIs('ON-SO')).toEqual(['open', ...open]);
      await expect
        .poll(() => feedSays('ON-SO'))
        .toEqual(['open', ['open', 3, 0], ['open', 4, 0], ['cancelled', 0, 6], ['open', 0, 0]]);
      // More comes behind the reversal: the shipment that stands there is still to go, and nothing is sent after it.
      await did('inventory.adjust', found('ON-2', 5, 'A-02-04-1'));
      expect(await wrongIn(app())).toEqual([]);
      await releaseDueOrders(app().services, 'EAST');
      expect(await orderIs('ON-SO')).toEqual(['open', ...open]);

      await did('shipping.confirm', { shipment });
      expect(await erp().slipLines(documentNumber, 2)).toEqual(slip);
      await expect
        .poll(() => feedSays('ON-SO'))
        .toEqual(['closed', ['closed', 0, 5], ['cancelled', 0, 4], ['cancelled', 0, 6], ['cancelled', 0, 2]]);
      expect(await wrongIn(app())).toEqual([]);
    });

    test('what was promised is promised again as far as the goods are free, whoever held the promise', async () => {
      await decideFor(app(), { shipmentOrderMatching: true, reservationAtImport: 'reserve' });
      const did = await supervisor();
      await erp().sent(itemMessage('OP-1'), itemMessage('OP-2'), itemMessage('OP-3'));
      for (const [index, item] of ['OP-1', 'OP-2', 'OP-3'].entries()) {
        await did('inventory.adjust', found(item, 10, `A-03-0${index + 2}-1`));
      }
      const first: LineOf = [1, 'OP-1', 10];
      await erp().sent(shipMessage('op-1', 'OP-SO', [first]));
      const [{ work, shipment }] = (await did('waves.release', { orders: ['OP-SO'] })).work;
      // The ERP thinks of more, and both are promised to the order itself.
      await erp().sent(shipMessage('op-2', 'OP-SO', [first, [2, 'OP-2', 4], [3, 'OP-3', 5], [4, 'OP-3', 9]]));
      const pick = { work, line: 1, location: 'A-03-02-1', item: 'OP-1', unit: 'pcs' };
      await did('picking.pick', { ...pick, quantity: 4 });
      await did('picking.put', { work, location: 'STAGE-01' });
      const promised = [
        ['OP-1', 6, 6],
        ['OP-2', 10, 4],
        ['OP-3', 10, 10],
      ];
      expect(await reserved()).toEqual(promised);
      const told = await did('shipping.confirm', { shipment, remainder: 'backorder' });
      const [{ documentNumber }] = told.documents;
      expect(await reserved()).toEqual([
        ['OP-1', 6, 0],
        ['OP-2', 10, 0],
        ['OP-3', 10, 0],
      ]);

      // Meanwhile somebody else gets some of it.
      await erp().sent(
        shipMessage('op-3', 'OP-SO-2', [
          [1, 'OP-1', 2],
          [2, 'OP-3', 7],
        ]),
      );
      await did('shipping.reverse_confirmation', { documentNumber, reason: 'still at the door' });
      expect(await orderIs('OP-SO')).toEqual([
        'open',
        ['open', 4, 2, 0, 'no_stock'],
        ['open', 0, 0, 0, 'one_shipment'],
        ['open', 0, 2, 0, 'no_stock'],
        ['open', 0, 9, 0, 'no_stock'],
      ]);
      expect(await reserved()).toEqual([
        ['OP-1', 6, 6],
        ['OP-2', 10, 4],
        ['OP-3', 10, 10],
      ]);
      expect(await wrongIn(app())).toEqual([]);

      async function reserved() {
        const shelves = ['A-03-02-1', 'A-03-03-1', 'A-03-04-1'];
        const rows = await app()
          .services.store.read.k.selectFrom('balance')
          .select(['item_key', 'quantity_base', 'reserved_base'])
          .where('location', 'in', shelves)
          .where('item_key', 'like', 'DEMO:OP-%')
          .orderBy('item_key')
          .execute();
        return rows.map((row) => [row.item_key.slice('DEMO:'.length), row.quantity_base, row.reserved_base]);
      }
    });

    test('a slip of before, which kept what it closed itself, stays as it is and is reversed like any other', async () => {
      await decideFor(app(), { shipmentOrderMatching: true });
      const did = await supervisor();
      const { work, shipment, pick } = await picked(did, 'OO-SO', [
        [1, 'OO-1', 10],
        [2, 'OO-2', 4],
      ]);
      await did('picking.pick', { ...pick, quantity: 7 });
      await did('picking.put', { work, location: 'STAGE-01' });
      const [{ documentNumber }] = (await did('shipping.confirm', { shipment })).documents;
      await expect.poll(() => isInFeed(documentNumber)).toBe(true);
      const old = await asOfBefore(documentNumber, { 1: 3, 2: 4 });
      await did('shipping.reverse_confirmation', { documentNumber, reason: 'still at the door' });
      expect(await orderIs('OO-SO')).toEqual(['open', ['open', 7, 3, 0, 'no_stock'], ['open', 0, 4, 0, 'no_stock']]);
      expect(await bodyOf(documentNumber, 1)).toBe(old);
      await did('shipping.confirm', { shipment });
      expect(await erp().slipLines(documentNumber, 2)).toEqual(await erp().slipLines(documentNumber, 1));
      expect(JSON.parse(await bodyOf(documentNumber, 2)).lines).not.toContainEqual(
        expect.objectContaining({ closed: expect.anything() }),
      );
      expect(await wrongIn(app())).toEqual([]);

      /** The database as a version of before leaves it, brought to this one; the text of the slip. */
      async function asOfBefore(number: string, closed: Record<number, number>): Promise<string> {
        const { lines, ...body } = JSON.parse(await bodyOf(number, 1));
        const kept = lines.map((line: { lineNumber: number }) => {
          return { ...line, closed: { quantity: closed[line.lineNumber], reasonBefore: null } };
        });
        const text = JSON.stringify({ ...body, lines: kept });
        await app().services.store.write(async ({ k }) => {
          await k.updateTable('document').set({ body: text }).where('number', '=', number).execute();
          await k.updateTable('feed_entry').set({ body: text }).where('subject', '=', number).execute();
          await k.schema.dropTable('closed_with_shipment').execute();
          await closedWithShipment.up(k as unknown as Kysely<unknown>);
        });
        return text;
      }

      async function bodyOf(number: string, version: number): Promise<string> {
        const row = await app()
          .services.store.read.k.selectFrom('document')
          .select('body')
          .where('number', '=', number)
          .where('version', '=', version)
          .executeTakeFirst();
        return row?.body ?? '';
      }
    });

    test('what is opened again can be released by hand and goes with the same shipment; what the ERP asks for otherwise since stays as it asks', async () => {
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
      expect(await erp().slipLines(documentNumber, 1)).toEqual([
        [1, 7, 0, 3, 'sold out'],
        [2, 0, 0, 4, 'sold out'],
      ]);
      await did('shipping.reverse_confirmation', { documentNumber, reason: 'still at the door' });
      await erp().sent(shipMessage('on-lower', 'ON-SO-2', [[1, 'ON-4', 9]]));
      await did('inventory.adjust', found('ON-4', 5, 'A-01-03-1'));
      const [more] = (await did('waves.release', { orders: ['ON-SO-2'] })).work;
      expect([more.shipment, (await erp().order('ON-SO-2')).lines]).toMatchObject([
        shipment,
        [{ lineNumber: 1, releasedQuantity: 9 }],
      ]);
      await did('picking.pick', { ...pick, work: more.work, quantity: 2 });
      await did('picking.put', { work: more.work, location: 'STAGE-01' });
      await did('shipping.confirm', { shipment });
      expect(await orderIs('ON-SO-2')).toEqual(['closed', ['closed', 9, 0, 0, '']]);
      expect(await erp().slipLines(documentNumber, 2)).toEqual([[1, 9, 0, 0, null]]);
      expect(await wrongIn(app())).toEqual([]);
    });
  },
  { restMs: 50 },
);
