import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { BookingErp } from '../support/booking-erp.ts';
import { Device } from '../support/device.ts';
import { Erp } from '../support/erp.ts';
import { type NoticePlate, noticeMessage, shipmentOf } from '../support/notices.ts';
import { cancelOrder, haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';

onBothDatabases('receipts of a load, one for each shipment', (app) => {
  let number = 0;

  /** Two orders of an item on one truck, with plates by shipment: `[shipment, [order, quantity] of each plate]`. */
  async function arrived(shipments: readonly (readonly [string, readonly (readonly ['A' | 'B', number])[]])[]) {
    number += 1;
    const item = `SHIP-${number}`;
    const orderOf = (order: 'A' | 'B') => `PO-${item}${order}`;
    const load = `TRUCK-${item}`;
    await haveItems(app(), [{ number: item }]);
    await haveOrders(
      app(),
      (['A', 'B'] as const).map((order) => ({
        orderNumber: orderOf(order),
        lines: [{ lineNumber: 1, item, quantity: 10 }],
      })),
    );
    const plates: string[] = [];
    const announced = shipments.map(([shipment, goods]) => {
      const ofShipment = goods.map(([order, quantity], index): NoticePlate => {
        const licensePlate = `LP-${item}-${shipment}-${index}`;
        plates.push(licensePlate);
        return { licensePlate, lines: [[orderOf(order), 1, item, quantity]] };
      });
      return shipmentOf(shipment, ofShipment);
    });
    await new Erp(app()).sent(noticeMessage(load, [], { shipments: announced }));
    const worker = await Device.signIn(app(), 'W-1001');
    const supervisor = await Device.signIn(app(), 'S-2001');
    const complete = async () => {
      const { result } = await worker.do('receiving.complete', { load, acceptDifferences: true });
      const receipts = [];
      for (const { documentNumber } of result.documents) {
        const path = `/api/erp/shipment-receipts/${documentNumber}`;
        const { body } = await app().call('GET', path, { as: 'demo-erp-key' });
        receipts.push(body);
      }
      return receipts;
    };
    return { item, load, orderOf, plates, worker, supervisor, complete };
  }

  interface Line {
    readonly orderNumber: string;
    readonly receivedQuantity: number;
    readonly remainingQuantity: number;
  }
  const told = (receipts: readonly { shipment: string; version: number; lines: readonly Line[] }[]) =>
    receipts.map(({ shipment, version, lines }) => [
      shipment,
      version,
      ...lines.map((line) => [line.orderNumber.at(-1), line.receivedQuantity, line.remainingQuantity]),
    ]);

  test('an order that comes with two shipments is on the receipt of each', async () => {
    const { item, plates, worker, supervisor, complete } = await arrived([
      ['S-1', [['A', 6]]],
      ['S-2', [['A', 4]]],
    ]);
    const erp = new BookingErp(app());
    const booked = async () => {
      await erp.poll();
      return erp.bookedOf(item);
    };
    for (const licensePlate of plates) await worker.do('receiving.register', { licensePlate });
    const receipts = await complete();
    expect(told(receipts)).toEqual([
      ['S-1', 1, ['A', 6, 0]],
      ['S-2', 1, ['A', 4, 0]],
    ]);
    await expect.poll(booked).toBe(10);
    const reversed = await supervisor.do('receiving.reverse_completion', {
      ...{ documentNumber: receipts[0].documentNumber, reason: 'counted wrong' },
    });
    expect(reversed.result.documents).toHaveLength(2);
    const again = await complete();
    expect(told(again)).toEqual([
      ['S-1', 2, ['A', 6, 0]],
      ['S-2', 2, ['A', 4, 0]],
    ]);
    expect(again.map(({ documentNumber }) => documentNumber)).toEqual(
      receipts.map(({ documentNumber }) => documentNumber),
    );
    await expect.poll(booked).toBe(10);
  });

  test('a shipment for two orders has one receipt with the lines of both', async () => {
    const { plates, worker, complete } = await arrived([
      [
        'S-1',
        [
          ['A', 6],
          ['B', 10],
        ],
      ],
    ]);
    for (const licensePlate of plates) await worker.do('receiving.register', { licensePlate });
    expect(told(await complete())).toEqual([['S-1', 1, ['A', 6, 4], ['B', 10, 0]]]);
  });

  test('what a supervisor takes of a cancelled order is on the receipt of its shipment', async () => {
    const { orderOf, plates, worker, supervisor, complete } = await arrived([
      [
        'S-1',
        [
          ['A', 6],
          ['B', 1],
        ],
      ],
    ]);
    const knownAt = await published(app());
    await cancelOrder(app(), orderOf('A'));
    await published(app());
    const kept = await worker.do('receiving.register', { licensePlate: plates[0] }, { knownAt });
    expect(kept).toMatchObject({ outcome: 'held' });
    await supervisor.do('exceptions.resolve', { exception: `command:${kept.id}`, action: 'apply', reason: 'here' });
    await worker.do('receiving.register', { licensePlate: plates[1] });
    expect(told(await complete())).toEqual([['S-1', 1, ['A', 6, 0], ['B', 1, 9]]]);
  });

  test('goods that came on no announced plate go with the shipment of their order', async () => {
    const { item, load, orderOf, plates, worker, complete } = await arrived([
      ['S-1', [['A', 6]]],
      ['S-2', [['B', 2]]],
    ]);
    await worker.do('receiving.register', { licensePlate: plates[0] });
    const loose = { load, order: orderOf('B'), item, quantity: 2, unit: 'pcs', licensePlate: null };
    await worker.do('receiving.register', loose);
    expect(told(await complete())).toEqual([
      ['S-1', 1, ['A', 6, 4]],
      ['S-2', 1, ['B', 2, 8]],
    ]);
  });
});
