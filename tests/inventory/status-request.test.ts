import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage } from '../support/erp.ts';
import { verified } from '../support/verified.ts';

onBothDatabases('a status that an ERP asks for', (app) => {
  let number = 0;

  /** 5 of a lot at each of two places. */
  async function stocked() {
    number += 1;
    const item = `SR${number}`;
    const device = await Device.signIn(app(), 'S-2001');
    await new Erp(app()).sent(itemMessage(item, { tracking: { lot: true, serial: false, expiry: false } }));
    for (const location of ['A-01-02-1', 'A-01-04-1']) {
      await device.do('inventory.adjust', { location, item, lot: 'L1', quantity: 5, unit: 'pcs', reason: 'found' });
    }
    return { item, device };
  }

  async function asked(request: object, operation = 'upsert') {
    const message = { messageId: randomUUID(), type: 'inventory-status-change-request', operation, request };
    const [outcome] = await new Erp(app()).sent(message);
    return outcome;
  }

  async function statuses(device: Device, item: string) {
    const { body } = await app().call('GET', `/api/device/stock?item=${item}`, { as: device.token });
    return (body.items as { location: string; inventoryStatus: string; onHand: number }[])
      .map((row) => `${row.location} ${row.inventoryStatus} ${row.onHand}`)
      .sort();
  }

  test('blocks a lot wherever it is in the warehouse, and lets a part of it go', async () => {
    const { item, device } = await stocked();
    const request = { warehouse: 'EAST', item, lot: 'L1' };
    expect(await asked({ ...request, to: 'blocked', reason: 'quality' })).toMatchObject({ status: 'accepted' });
    expect(await statuses(device, item)).toEqual(['A-01-02-1 blocked 5', 'A-01-04-1 blocked 5']);
    const part = { ...request, location: 'A-01-04-1', quantity: 2, to: 'available' };
    expect(await asked(part)).toMatchObject({ status: 'accepted' });
    expect(await statuses(device, item)).toEqual([
      'A-01-02-1 blocked 5',
      'A-01-04-1 available 2',
      'A-01-04-1 blocked 3',
    ]);
    expect((await verified(app())).flatMap(({ faults }) => faults)).toEqual([]);
  });

  test('blocks all that is on a plate, and on those that stand on it', async () => {
    const { item, device } = await stocked();
    const [inner, outer] = [`IN-${item}`, `OUT-${item}`];
    const found = { location: 'A-05-01-1', item, lot: 'L1', quantity: 3, unit: 'pcs', reason: 'found' };
    for (const licensePlate of [inner, outer]) await device.do('inventory.adjust', { ...found, licensePlate });
    const built = await device.do('inventory.build_plate', { licensePlate: inner, toLicensePlate: outer });
    expect([built.outcome, built.problem]).toEqual(['applied', null]);
    const request = { warehouse: 'EAST', item, licensePlate: outer, to: 'blocked' };
    expect(await asked(request)).toMatchObject({ status: 'accepted' });
    expect(await statuses(device, item)).toEqual([
      'A-01-02-1 available 5',
      'A-01-04-1 available 5',
      'A-05-01-1 blocked 3',
      'A-05-01-1 blocked 3',
    ]);
  });

  test.each<[string, object, string, string]>([
    ['a warehouse of others', { warehouse: 'NOWHERE' }, '/request/warehouse', 'order.warehouse_unknown'],
    ['an unknown place', { location: 'NO-PLACE' }, '/request/location', 'location.unknown'],
    ['a lot that is not there', { lot: 'L9' }, '/request/lot', 'stock.lot_none'],
    ['more than there is', { quantity: 11 }, '/request/quantity', 'stock.not_enough'],
    ['a status that nobody knows', { to: 'lost' }, '/request/to', 'inventory.status_unknown'],
  ])('%s is a fault with its pointer', async (_, change, pointer, code) => {
    const { item } = await stocked();
    const failed = await asked({ warehouse: 'EAST', item, to: 'blocked', ...change });
    expect(failed).toMatchObject({ status: 'failed', errors: [{ pointer, code }] });
  });

  test('waits for an item that is not known yet, and can be taken back until then, but not later', async () => {
    const request = { requestNumber: 'RQ-1', warehouse: 'EAST', item: 'SR-LATER', to: 'blocked' };
    expect(await asked(request)).toMatchObject({ status: 'parked' });
    expect(await asked({ requestNumber: 'RQ-1' }, 'cancel')).toMatchObject({ status: 'accepted' });
    expect(await asked({ requestNumber: 'RQ-1' }, 'cancel')).toMatchObject({
      status: 'failed',
      errors: [{ code: 'message.request_carried_out' }],
    });
  });
});
