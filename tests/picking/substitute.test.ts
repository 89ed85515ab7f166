import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { cancelShipMessage, Erp, itemMessage, orderMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
const tracked = (more: object) => ({ tracking: { lot: false, serial: false, expiry: false, ...more } });

onBothDatabases('a substitute', (app) => {
  const erp = () => new Erp(app());
  let office: Device;

  beforeAll(async () => {
    office = await Device.signIn(app(), 'S-2001');
    await erp().sent(
      itemMessage('SU-A'),
      itemMessage('SU-LOT', tracked({ lot: true, expiry: true })),
      itemMessage('SU-SERIAL', tracked({ serial: true })),
      itemMessage('SU-PLAIN'),
    );
    for (const [lot, days, plate] of [
      ['SU-OLD', 10, '003400000000003101'],
      ['SU-FRESH', 90, '003400000000003118'],
    ] as const) {
      await erp().sent(orderMessage(lot, lot, [[1, 'SU-LOT', 5]]));
      const goods = { item: 'SU-LOT', quantity: 5, unit: 'pcs', lot, expiryDate: inDays(days), licensePlate: plate };
      await did('receiving.register', { order: lot, line: 1, location: 'DOCK-01', ...goods });
      await did('putaway.put', { licensePlate: plate, to: 'B-02-04-1' });
    }
    await found('SU-SERIAL', 2, { location: 'A-06-02-1', serials: ['SU-S1', 'SU-S2'] });
    await damaged('SU-PLAIN', 'A-06-04-1');
    await found('SU-PLAIN', 5, { location: 'A-06-03-1' });
    await erp().sent(orderMessage('SU-DOCK', 'SU-DOCK', [[1, 'SU-PLAIN', 5]]));
    await did('receiving.register', {
      ...{ order: 'SU-DOCK', line: 1, item: 'SU-PLAIN', quantity: 5, unit: 'pcs', location: 'DOCK-02' },
      licensePlate: null,
    });
  });

  async function did(type: string, body: object) {
    const { outcome, problem, result } = await office.do(type, body);
    expect([type, body, outcome, problem]).toEqual([type, body, 'applied', null]);
    return result;
  }

  async function found(item: string, quantity: number, more: object) {
    await did('inventory.adjust', { item, quantity, unit: 'pcs', reason: 'found', ...more });
  }

  /** Goods at a place that whoever was sent for them found broken. */
  async function damaged(item: string, location: string) {
    await found(item, 5, { location });
    await erp().sent(shipMessage('SU-DAMAGED', 'SU-DAMAGED', [[1, item, 5]]));
    const [{ work }] = (await did('waves.release', { orders: ['SU-DAMAGED'] })).work;
    await did('picking.short_pick', { work, line: 1, location, item, quantity: 0, unit: 'pcs', reason: 'damaged' });
    await erp().sent(cancelShipMessage('SU-CANCEL', 'SU-DAMAGED'));
  }

  let orders = 0;

  /** Work for two of an item of which the order takes all the others instead. */
  async function released() {
    orders += 1;
    const order = `SU-SO-${orders}`;
    await found('SU-A', 2, { location: 'A-06-01-1' });
    const line = { sellableDays: 30, substitutes: ['SU-LOT', 'SU-SERIAL', 'SU-PLAIN'] };
    await erp().sent(shipMessage(order, order, [[1, 'SU-A', 2, line]]));
    const [{ work }] = (await did('waves.release', { orders: [order] })).work;
    return { work, line: 1, quantity: 2, unit: 'pcs' };
  }

  const lot = { item: 'SU-LOT', location: 'B-02-04-1' };
  const serial = { item: 'SU-SERIAL', location: 'A-06-02-1' };
  const plain = { item: 'SU-PLAIN', location: 'A-06-03-1' };

  test.each([
    ['that expires before the customer has used it', { ...lot, lot: 'SU-OLD' }, 'refused picking.lot_too_old'],
    ['that is good long enough', { ...lot, lot: 'SU-FRESH' }, 'applied'],
    ['without its serial numbers', serial, 'refused picking.serials_required'],
    ['with one serial number for two', { ...serial, serials: ['SU-S1'] }, 'refused picking.serial_count'],
    ['with a serial number twice', { ...serial, serials: ['SU-S1', 'SU-S1'] }, 'refused picking.serial_count'],
    ['with each serial number', { ...serial, serials: ['SU-S1', 'SU-S2'] }, 'applied'],
    ['with serial numbers that it has not', { ...plain, serials: ['X', 'Y'] }, 'refused picking.serials_not_tracked'],
    ['from a dock', { ...plain, location: 'DOCK-02' }, 'refused picking.not_for_sale'],
    ['that is damaged', { ...plain, location: 'A-06-04-1' }, 'refused picking.not_free'],
    ['that is free on a shelf', plain, 'applied'],
  ])('%s', async (_, goods, outcome) => {
    const stop = await released();
    const told = await office.do('picking.substitute', { ...stop, ...goods });
    expect(told.problem ? `${told.outcome} ${told.problem.code}` : told.outcome).toBe(outcome);
    if (told.outcome === 'applied') await did('picking.put', { work: stop.work, location: 'STAGE-01' });
  });

  test('is gone from where it stood for all devices', async () => {
    await found('SU-PLAIN', 2, { location: 'A-07-04-1' });
    const stop = await released();
    const after = await published(app());
    await did('picking.substitute', { ...stop, item: 'SU-PLAIN', location: 'A-07-04-1' });
    await published(app());
    const path = `/api/device/changes?warehouse=EAST&limit=1000&after=${after}`;
    const { items } = (await app().call('GET', path, { as: office.token })).body;
    const told = items.filter(({ kind }: { kind: string }) => kind === 'location');
    expect(told).toMatchObject([{ key: 'A-07-04-1', value: { hasLoose: false } }]);
    await did('picking.put', { work: stop.work, location: 'STAGE-01' });
  });

  test('whose goods others took behind the device is kept for a supervisor', async () => {
    const stop = await released();
    await found('SU-PLAIN', 2, { location: 'A-07-02-1' });
    const knownAt = await published(app());
    const other = await Device.signIn(app(), 'W-1001');
    const away = { from: 'A-07-02-1', to: 'A-07-03-1', item: 'SU-PLAIN', quantity: 2, unit: 'pcs' };
    expect((await other.do('inventory.move', away)).outcome).toBe('applied');
    await published(app());
    const goods = { item: 'SU-PLAIN', location: 'A-07-02-1' };
    const told = await office.do('picking.substitute', { ...stop, ...goods }, { knownAt });
    expect([told.outcome, told.problem.code]).toEqual(['held', 'picking.not_free']);
  });
});
