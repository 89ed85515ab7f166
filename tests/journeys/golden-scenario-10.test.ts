import { expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { readTray } from '../../pwa/engine/tray.ts';
import { flows } from '../../pwa/flows.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { handheldOn } from '../support/handheld-on-app.ts';
import { haveItems, haveOrders } from '../support/orders.ts';

const plate = ssccOf(910);
const serials = Array.from({ length: 500 }, (_, index) => `G10-${String(index + 1).padStart(3, '0')}`);

onBothDatabases('golden scenario 10: five hundred serial numbers on one plate', (app) => {
  test('the worker is free at once; the seventh, which is here already, is put right alone; then all are received', async () => {
    await haveItems(app(), [{ number: 'G10', serial: true }]);
    await haveOrders(app(), [{ orderNumber: 'PO-G10', lines: [{ lineNumber: 1, item: 'G10', quantity: 500 }] }]);
    const supervisor = await Device.signIn(app(), 'S-2001');
    const known = { location: 'DOCK-02', item: 'G10', serials: ['G10-007'], quantity: 1, unit: 'pcs', reason: 'found' };
    expect(await supervisor.do('inventory.adjust', known)).toMatchObject({ outcome: 'applied' });

    const floor = await handheldOn(app(), 'W-1001', '1001');
    const { device } = floor;
    const orders = () => device.things.thing('inboundOrder', 'DEMO:PO-G10');
    const settles = (what: () => Promise<unknown>) =>
      expect.poll(() => {
        floor.hint();
        return what();
      });
    const states = async () => [await floor.lastState(), device.things.plateState(plate)];
    await settles(async () => (await orders())?.orderNumber).toBe('PO-G10');

    floor.setOffline(true);
    await floor.open('receive');
    await floor.scan('PO-G10', 'G10');
    await floor.give({ kind: 'number', quantity: 500, unit: 'pcs' });
    expect(await floor.asks()).toBe('Scan each serial number');
    await floor.scan(...serials, `]C100${plate}`);
    expect(await floor.asks()).toBe('Scan the next item');
    expect(await states()).toEqual(['Processing', 'processing']);

    floor.setOffline(false);
    await settles(states).toEqual(['To be put right', 'to-mend']);
    const [entry, ...others] = await readTray(device.database, device.things, flows);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ state: 'refused', canMend: true });
    expect(entry?.problem).toMatchObject({
      code: 'receiving.serial_in_stock',
      params: { serial: 'G10-007', item: 'G10' },
      errors: [{ pointer: '/body/serials/6', value: 'G10-007' }],
    });
    const onPlate = async (): Promise<{ serial: string }[]> =>
      (await app().call('GET', `/api/device/stock?licensePlate=${plate}`, { as: supervisor.token })).body.items;
    expect(await onPlate()).toEqual([]);

    floor.setOffline(true);
    await device.runner()?.mend(entry?.sequence ?? 0);
    expect(await floor.asks()).toBe('Scan each serial number');
    await floor.scan('G10-007B');
    await floor.give({ kind: 'action', name: 'samePlate' });
    expect(await states()).toEqual(['Processing', 'processing']);
    floor.setOffline(false);
    await settles(() => floor.lastState()).toBe('Received');
    expect(await readTray(device.database, device.things, flows)).toEqual([]);

    const received = serials.map((serial) => (serial === 'G10-007' ? 'G10-007B' : serial)).sort();
    expect((await onPlate()).map(({ serial }) => serial).sort()).toEqual(received);
    const completed = await supervisor.do('receiving.complete', { order: 'PO-G10' });
    const [{ documentNumber }] = completed.result.documents;
    const receipt = await app().call('GET', `/api/erp/shipment-receipts/${documentNumber}`, { as: 'demo-erp-key' });
    const [line] = receipt.body.lines;
    expect([line.receivedQuantity, line.remainingQuantity]).toEqual([500, 0]);
    expect(line.details.map(({ serial }: { serial: string }) => serial).sort()).toEqual(received);
    device.close();
  });
});
