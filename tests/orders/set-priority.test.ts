import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';

onBothDatabases('how urgent an order is, and who does its work', (app) => {
  test('the supervisor says it for the order and for the work that is left of it, with a reason', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const floor = await Device.signIn(app(), 'W-1001');
    const erp = new Erp(app());
    await erp.sent(itemMessage('PR-1'));
    await erp.sent(shipMessage('m-pr', 'PR-SO', [[1, 'PR-1', 2]], { priority: 7 }));
    await office.do('inventory.adjust', {
      ...{ item: 'PR-1', quantity: 2, unit: 'pcs', location: 'A-01-02-1', reason: 'found' },
    });
    const { result } = await office.do('waves.release', { orders: ['PR-SO'] });
    const [{ work }] = result.work;
    const more = { order: 'PR-SO', priority: 1, reason: 'the customer called' };
    expect((await floor.do('orders.set_priority', more)).problem.code).toBe('auth.permit_missing');
    expect((await office.do('orders.set_priority', more)).result).toEqual({ order: 'PR-SO', priority: 1 });
    const read = async (path: string) => (await app().call('GET', path, { as: office.token })).body;
    expect((await read('/api/console/outbound-orders/DEMO/PR-SO')).priority).toBe(1);
    expect((await read(`/api/device/work?warehouse=EAST&search=${work}`)).items).toMatchObject([{ priority: 1 }]);
    const unknown = await office.do('orders.set_priority', { ...more, order: 'PR-?' });
    expect(unknown.problem.code).toBe('order.unknown_outbound');
  });

  test('the supervisor gives work to somebody who may pick, but not while another has goods of it in hand', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const floor = await Device.signIn(app(), 'W-1001');
    const read = async (path: string) => (await app().call('GET', path, { as: office.token })).body;
    const { items } = await read('/api/device/work?warehouse=EAST&search=PR-SO');
    const [{ work, location }] = items;
    const give = (badge: string) => office.do('waves.assign_work', { work, badge });
    expect((await give('X-0000')).problem.code).toBe('waves.person_unknown');
    expect((await give('W-1001')).outcome).toBe('applied');
    const { items: people } = await read('/api/device/pickers?warehouse=EAST');
    expect(people).toContainEqual({ badge: 'W-1001', name: expect.any(String), works: 1 });
    const pick = { work, line: 1, location, item: 'PR-1', quantity: 1, unit: 'pcs' };
    expect((await floor.do('picking.pick', pick)).outcome).toBe('applied');
    expect((await give('S-2001')).problem.code).toBe('picking.goods_in_hand');
    expect((await floor.do('picking.put', { work, location: 'STAGE-01' })).outcome).toBe('applied');
    expect((await give('S-2001')).outcome).toBe('applied');
    expect((await read('/api/device/work?warehouse=EAST&search=PR-SO')).items).toMatchObject([{ claimedBy: 'S-2001' }]);
    await office.do('waves.cancel_work', { work, reason: 'enough' });
    const unknown = await office.do('waves.assign_work', { work: 'WK-?', badge: 'W-1001' });
    expect(unknown.problem.code).toBe('picking.work_unknown');
  });
});
