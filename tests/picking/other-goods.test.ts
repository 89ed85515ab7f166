import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, orderMessage, shipMessage } from '../support/erp.ts';

const dayMs = 86_400_000;

onBothDatabases('goods that are taken instead of those told', (app) => {
  const erp = () => new Erp(app());

  async function did(office: Device, type: string, body: object) {
    const [{ outcome, problem, result }] = await office.send(office.unordered(type, body));
    expect([type, body, outcome, problem]).toEqual([type, body, 'applied', null]);
    return result;
  }

  async function tried(office: Device, type: string, body: object): Promise<string> {
    const [{ outcome, problem }] = await office.send(office.unordered(type, body));
    return problem?.code ?? outcome;
  }

  test('another lot at the same place is taken only where the customer can still use it long enough', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(itemMessage('OG-1', { tracking: { lot: true, serial: false, expiry: true } }));
    for (const [lot, days, plate] of [
      ['OLD', 10, '003400000000000711'],
      ['FRESH', 90, '003400000000000728'],
      ['NEWEST', 200, '003400000000000735'],
    ] as const) {
      const number = `OG-PO-${lot}`;
      await erp().sent(orderMessage(number, number, [[1, 'OG-1', 5]]));
      const expiryDate = new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
      const goods = { item: 'OG-1', quantity: 5, unit: 'pcs', lot, expiryDate, licensePlate: plate };
      await did(office, 'receiving.register', { order: number, line: 1, location: 'DOCK-01', ...goods });
      await did(office, 'putaway.put', { licensePlate: plate, to: 'A-03-03-2', overrideReason: 'other' });
    }
    await erp().sent(shipMessage('OG-SO-1', 'OG-SO-1', [[1, 'OG-1', 4, { sellableDays: 30 }]]));
    const [{ work, lines }] = (await did(office, 'waves.release', { orders: ['OG-SO-1'] })).work;
    expect(lines).toMatchObject([{ location: 'A-03-03-2', lot: 'FRESH', quantity: 4 }]);
    const pick = { work, line: 1, location: 'A-03-03-2', item: 'OG-1', quantity: 2, unit: 'pcs' };
    const old = { ...pick, lot: 'OLD', licensePlate: '003400000000000711' };
    expect(await tried(office, 'picking.pick', old)).toBe('picking.lot_too_old');
    await did(office, 'picking.pick', { ...pick, lot: 'NEWEST', licensePlate: '003400000000000735' });
    await did(office, 'picking.pick', pick);
    expect(await wrongIn(app())).toEqual([]);
  });

  test('a serial number that was shipped and came back can be shipped again', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(itemMessage('OG-2', { tracking: { lot: false, serial: true, expiry: false } }));
    const goods = { item: 'OG-2', quantity: 1, unit: 'pcs', serials: ['OG-2-A'] };
    const shippedFrom = async (order: string, licensePlate?: string) => {
      await erp().sent(shipMessage(order, order, [[1, 'OG-2', 1]]));
      const [{ work }] = (await did(office, 'waves.release', { orders: [order] })).work;
      const onPlate = licensePlate === undefined ? {} : { licensePlate };
      await did(office, 'picking.pick', { work, line: 1, location: 'A-01-04-1', ...goods, ...onPlate });
      await did(office, 'picking.put', { work, location: 'STAGE-01' });
      await did(office, 'shipping.confirm', { order });
    };
    await did(office, 'inventory.adjust', { location: 'A-01-04-1', ...goods, reason: 'found' });
    await shippedFrom('OG-SO-2');
    const { licensePlate } = await did(office, 'returns.register', { ...goods, disposition: 'restock' });
    await did(office, 'putaway.put', { licensePlate, to: 'A-01-04-1', overrideReason: 'other' });
    await shippedFrom('OG-SO-3', licensePlate);
    expect(await wrongIn(app())).toEqual([]);
  });
});
