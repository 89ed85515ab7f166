import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';

onBothDatabases('which truck takes what', (app) => {
  let office: Device;

  beforeAll(async () => {
    office = await Device.signIn(app(), 'S-2001');
    await new Erp(app()).sent(itemMessage('PL-1'));
    const found = { location: 'A-01-02-1', item: 'PL-1', quantity: 100, unit: 'pcs', reason: 'found' };
    expect((await office.do('inventory.adjust', found)).outcome).toBe('applied');
  });

  async function applied(type: string, body: object) {
    const result = await office.do(type, body);
    expect([type, result.outcome, result.problem]).toEqual([type, 'applied', null]);
    return result.result;
  }

  const get = async (path: string) => (await app().call('GET', path, { as: office.token })).body;

  /** Releases an order of two pieces; answers its shipment and load. */
  async function released(order: string): Promise<{ shipment: string; load: string; work: string }> {
    await new Erp(app()).sent(shipMessage(`m-${order}`, order, [[1, 'PL-1', 2]]));
    const { shipments, work } = await applied('waves.release', { orders: [order] });
    return { ...shipments[0], work: work[0].work };
  }

  async function picked(work: string): Promise<void> {
    await applied('picking.pick', { work, line: 1, location: 'A-01-02-1', item: 'PL-1', quantity: 2, unit: 'pcs' });
    await applied('picking.put', { work, location: 'STAGE-01' });
  }

  test('a shipment moves to another truck, and the one that is left empty is cancelled', async () => {
    const one = await released('PL-A');
    const other = await released('PL-B');
    const departsAt = '2031-03-03T14:00:00Z';
    await applied('shipping.plan_load', { load: one.load, shipments: [other.shipment], door: 'DOOR-02', departsAt });
    const load = await get(`/api/device/outbound-loads/${one.load}`);
    expect(load).toMatchObject({ door: 'DOOR-02', status: 'waved', shipments: 2, works: { done: 0, of: 2 } });
    expect(load.departsAt).toBe('2031-03-03T14:00:00.000Z');
    expect(load.shipmentItems).toMatchObject([
      { orders: ['PL-A'], status: 'waved', openWork: 1, slip: null },
      { orders: ['PL-B'], status: 'waved', units: { done: 0, of: 0 } },
    ]);
    expect(await get(`/api/device/outbound-loads/${other.load}`)).toMatchObject({ status: 'cancelled', shipments: 0 });
    await applied('shipping.plan_load', { load: one.load, door: null });
    expect(await get(`/api/device/outbound-loads/${one.load}`)).toMatchObject({
      door: null,
      departsAt: load.departsAt,
    });
  });

  test('a new truck is made for shipments; what left is found by its order, with its slip', async () => {
    const { shipment, work } = await released('PL-C');
    const { load } = await applied('shipping.plan_load', { shipments: [shipment], carrier: 'DHL' });
    await picked(work);
    await applied('shipping.confirm', { shipment });
    const { items } = await get('/api/device/outbound-loads?warehouse=EAST&search=pl-c');
    expect(items).toMatchObject([{ load, carrier: 'DHL', status: 'shipped', shipments: 1, picked: 1 }]);
    const [gone] = (await get('/api/device/shipments?warehouse=EAST&search=PL-C')).items;
    expect(gone).toMatchObject({ shipment, load, lines: { done: 1, of: 1 }, slip: { version: 1, active: true } });
    const paper = await app().call('GET', `/api/console/documents/${gone.slip.documentNumber}/paper`, {
      as: office.token,
    });
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const again = await office.do('shipping.plan_load', { shipments: [shipment] });
    expect(again.problem.code).toBe('shipping.already_confirmed');
  });

  test('what is on a truck stays on it until it is unloaded', async () => {
    const { shipment, load, work } = await released('PL-D');
    await picked(work);
    await applied('shipping.load', { load, shipment, location: 'DOOR-01' });
    const moved = await office.do('shipping.plan_load', { shipments: [shipment] });
    expect(moved.problem.code).toBe('shipping.on_truck');
    await applied('shipping.unload', { load, shipment, location: 'STAGE-01' });
    await applied('shipping.plan_load', { shipments: [shipment] });
  });

  test.each([
    ['a load that nobody knows', { load: 'OL-?' }, 'shipping.load_unknown'],
    ['a shipment that nobody knows', { shipments: ['SH-?'] }, 'shipping.shipment_unknown'],
    ['a door that nobody knows', { door: 'DOOR-99' }, 'location.unknown'],
    ['a place that is no door', { door: 'STAGE-01' }, 'shipping.wrong_door'],
  ])('%s', async (_what, body, code) => {
    expect((await office.do('shipping.plan_load', body)).problem.code).toBe(code);
  });
});
