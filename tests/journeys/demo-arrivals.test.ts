import { beforeAll, expect, test } from 'vitest';
import { seedDemo } from '../../api/demo/seed.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';

onBothDatabases(
  'what arrives in the demo',
  (app) => {
    beforeAll(() => seedDemo(app().http, app().services));

    test('an announced load with a pallet that carries two plates, and a truck with two orders', async () => {
      const device = await Device.signIn(app(), 'W-1001');
      const loads = await app().call('GET', '/api/device/loads?warehouse=EAST', { as: device.token });
      expect(loads.body.items).toMatchObject([
        { load: 'ASN-7001', status: 'shipped', plates: { announced: 4, received: 0 } },
        { load: 'TRUCK-7002', status: 'open', orders: [{ order: 'PO-5102' }, { order: 'PO-5103' }] },
        { load: expect.stringMatching(/^TR-/), orders: [{ order: 'TO-6001' }] },
      ]);
      const expected = await app().call('GET', '/api/device/expected?load=ASN-7001', { as: device.token });
      for (const { licensePlate, parent } of expected.body.items) {
        if (parent !== null) continue;
        expect(await device.do('receiving.register', { licensePlate })).toMatchObject({ outcome: 'applied' });
      }
      expect(await device.do('receiving.complete', { load: 'ASN-7001' })).toMatchObject({ outcome: 'applied' });
    });

    test('a transfer from the other warehouse and two returns can be tried', async () => {
      const device = await Device.signIn(app(), 'W-1001');
      const loads = await app().call('GET', '/api/device/loads?warehouse=EAST', { as: device.token });
      const { load } = loads.body.items.find((each: { load: string }) => each.load.startsWith('TR-'));
      const expected = await app().call('GET', `/api/device/expected?load=${load}`, { as: device.token });
      const [{ licensePlate }] = expected.body.items;
      expect(await device.do('receiving.register', { licensePlate })).toMatchObject({ outcome: 'applied' });
      const slips = await app().call('GET', '/api/erp/packing-slips', { as: 'demo-erp-key' });
      const { returnId } = slips.body.items.at(-1);
      const goods = { unit: 'pcs', disposition: 'restock' };
      const sold = await device.do('returns.register', { ...goods, returnId, item: 'A0264', quantity: 1 });
      expect([sold.outcome, sold.problem]).toEqual(['applied', null]);
      const announced = { ...goods, order: 'RMA-6003', item: 'A0266', quantity: 4 };
      expect(await device.do('returns.register', announced)).toMatchObject({ result: { order: 'RMA-6003', line: 1 } });
    });
  },
  { bare: true },
);
