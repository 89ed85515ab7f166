import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';

onBothDatabases('from the dock to the receipt', (app) => {
  test('a delivery is registered, put away and completed, and the ERP reads its receipt', async () => {
    await haveItems(app(), [{ number: 'J0001', units: [{ unit: 'case', numerator: 12, denominator: 1 }] }]);
    await haveOrders(app(), [
      { orderNumber: 'PO-J1', lines: [{ lineNumber: 1, item: 'J0001', quantity: 2, unit: 'case', over: 10 }] },
    ]);
    const device = await Device.signIn(app(), 'W-1001');
    const registered = await device.do('receiving.register', {
      order: 'PO-J1',
      line: 1,
      item: 'J0001',
      quantity: 2,
      unit: 'case',
    });
    expect(registered).toMatchObject({ outcome: 'applied' });
    const { licensePlate, registrations, work } = registered.result;
    expect(registrations).toEqual([
      { registration: `${registered.id}.1`, order: 'PO-J1', line: 1, quantity: 2, unit: 'case' },
    ]);
    const stock = async () =>
      (await app().call('GET', `/api/device/stock?licensePlate=${licensePlate}`, { as: device.token })).body.items;
    expect(await stock()).toMatchObject([{ location: 'DOCK-01', onHand: 24, available: 0, unit: 'pcs' }]);

    const put = await device.do('putaway.put', { licensePlate: `command:${registered.id}`, to: 'A-01-02-1' });
    expect(put).toMatchObject({ outcome: 'applied', result: { work } });
    expect(await stock()).toMatchObject([{ location: 'A-01-02-1', onHand: 24, available: 24 }]);

    const completed = await device.do('receiving.complete', { order: 'PO-J1', supplierPackingSlip: 'PS-1' });
    expect(completed).toMatchObject({ outcome: 'applied', problem: null });
    const [document] = completed.result.documents;
    const href = `/api/erp/shipment-receipts/${document.documentNumber}`;
    const receipt = await app().call('GET', href, { as: 'demo-erp-key' });
    expect(receipt.body).toMatchObject({
      documentNumber: document.documentNumber,
      version: 1,
      active: true,
      supersedes: null,
      postingStatus: 'ready',
      warehouse: 'EAST',
      load: 'LD-1',
      receivedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      supplierPackingSlip: 'PS-1',
      quantityChannel: true,
      lines: [
        {
          orderNumber: 'PO-J1',
          lineNumber: 1,
          item: 'J0001',
          unit: 'pcs',
          orderedQuantity: 24,
          receivedQuantity: 24,
          remainingQuantity: 0,
          orderedUnit: 'case',
          orderedUnitQuantity: 2,
          details: [
            {
              id: `${registered.id}.1`,
              licensePlate,
              lot: null,
              serial: null,
              inventoryStatus: 'available',
              owner: 'DEMO',
              quantity: 24,
              unit: 'pcs',
            },
          ],
        },
      ],
    });
    const feed = await app().call('GET', '/api/erp/shipment-receipts?wait=2', { as: 'demo-erp-key' });
    expect(feed.body.items).toMatchObject([
      { documentNumber: document.documentNumber, lines: [{ receivedQuantity: 24 }] },
    ]);
  });
});
