import { expect, test } from 'vitest';
import type { ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';
import { decideFor } from '../support/settings.ts';

onBothDatabases('what of its orders is not on a shipment', (app) => {
  const erp = () => new Erp(app());

  async function office() {
    const device = await Device.signIn(app(), 'S-2001');
    const did = async (type: string, body: object) => {
      const { outcome, problem, result } = await device.do(type, body);
      expect([type, outcome, problem]).toEqual([type, 'applied', null]);
      return result;
    };
    return { device, did };
  }

  const found = (item: string, quantity: number, location: string) => {
    return { location, item, quantity, unit: 'pcs', reason: 'found' };
  };

  /** What a device is told of a shipment since it asked last: how many lines, and how much of each. */
  function listenFor(device: Device, shipment: string) {
    let after = 0;
    return async () => {
      await published(app());
      let told: unknown = 'nothing new';
      for (let hasMore = true; hasMore; ) {
        const path = `/api/device/changes?warehouse=EAST&limit=1000&after=${after}`;
        const { body } = await app().call('GET', path, { as: device.token });
        for (const { key, value } of body.items) if (key === shipment) told = linesOf(value);
        ({ next: after, hasMore } = body);
      }
      return told;
    };
  }

  test('is known to whoever confirms it with a handheld, and told anew whatever becomes of it', async () => {
    await decideFor(app(), { fulfilment: 'warn' });
    const { device, did } = await office();
    const lines = [
      [1, 'WC-1', 6],
      [2, 'WC-2', 4],
      [3, 'WC-3', 2],
    ] as const;
    await erp().sent(
      itemMessage('WC-1'),
      itemMessage('WC-2'),
      itemMessage('WC-3'),
      shipMessage('wc-1', 'WC-SO', lines),
    );
    await did('inventory.adjust', found('WC-1', 5, 'A-01-02-1'));
    const [{ shipment }] = (await did('waves.release', { orders: ['WC-SO'] })).work;
    const heard = listenFor(device, shipment);
    expect(await heard()).toEqual([
      3,
      [
        ['WC-SO', 1, 1],
        ['WC-SO', 2, 4],
        ['WC-SO', 3, 2],
      ],
    ]);
    await did('orders.close_remainder', { order: 'WC-SO', line: 2, reason: 'sold out' });
    expect(await heard()).toEqual([
      2,
      [
        ['WC-SO', 1, 1],
        ['WC-SO', 3, 2],
      ],
    ]);
    await erp().sent(shipMessage('wc-2', 'WC-SO', [...lines.slice(0, 2), [3, 'WC-3', 5]]));
    expect(await heard()).toEqual([
      2,
      [
        ['WC-SO', 1, 1],
        ['WC-SO', 3, 5],
      ],
    ]);
    // Others of the order are on a shipment of their own from now on, and taken off it again.
    await did('inventory.adjust', found('WC-3', 5, 'A-01-03-1'));
    const [other] = (await did('waves.release', { orders: ['WC-SO'] })).shipments;
    expect([other.shipment === shipment, await heard()]).toEqual([false, [1, [['WC-SO', 1, 1]]]]);
    await did('waves.cancel_shipment', { shipment: other.shipment, reason: 'no truck', putBack: true });
    expect(await heard()).toEqual([
      2,
      [
        ['WC-SO', 1, 1],
        ['WC-SO', 3, 5],
      ],
    ]);
  });

  test('is told anew where the ERP asks for no more than is on it', async () => {
    const { device, did } = await office();
    await erp().sent(
      itemMessage('WC-6'),
      shipMessage('wc-6', 'WC-SO-6', [
        [1, 'WC-6', 5],
        [2, 'WC-6', 4],
      ]),
    );
    await did('inventory.adjust', found('WC-6', 5, 'A-03-02-1'));
    const [{ shipment }] = (await did('waves.release', { orders: ['WC-SO-6'] })).work;
    const heard = listenFor(device, shipment);
    expect(await heard()).toEqual([1, [['WC-SO-6', 2, 4]]]);
    await erp().sent(shipMessage('wc-7', 'WC-SO-6', [[1, 'WC-6', 5]]));
    expect(await heard()).toEqual([undefined, undefined]);
  });

  function linesOf({ unreleased }: ShipmentThing) {
    return [
      unreleased?.count,
      unreleased?.lines.map(({ orderNumber, line, restBase }) => [orderNumber, line, restBase]),
    ];
  }

  test('is shown in the office before it is closed, with what is not picked', async () => {
    await decideFor(app(), { shipmentOrderMatching: true });
    const { device, did } = await office();
    await erp().sent(
      itemMessage('WC-4'),
      itemMessage('WC-5'),
      shipMessage('wc-4', 'WC-SO-4', [
        [1, 'WC-4', 6],
        [2, 'WC-5', 4],
      ]),
    );
    await did('inventory.adjust', found('WC-4', 5, 'A-02-02-1'));
    const [{ work, shipment }] = (await did('waves.release', { orders: ['WC-SO-4'] })).work;
    await did('picking.pick', { work, line: 1, location: 'A-02-02-1', item: 'WC-4', quantity: 3, unit: 'pcs' });
    const closes = async () => {
      const path = `/api/device/shipments?warehouse=EAST&search=${shipment}`;
      const [row] = (await app().call('GET', path, { as: device.token })).body.items;
      return row.closes;
    };
    const named = { order: 'WC-SO-4', unit: 'pcs' };
    expect(await closes()).toEqual([
      { ...named, line: 1, item: 'WC-4', quantity: 3 },
      { ...named, line: 2, item: 'WC-5', quantity: 4 },
    ]);
    await decideFor(app(), { shipmentOrderMatching: false });
    expect(await closes()).toEqual([]);
  });
});
