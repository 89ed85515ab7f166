import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';

onBothDatabases('a carton that is not needed', (app) => {
  test('is given up while it is empty, and stands in nobody’s way', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const code = async (type: string, body: object) => {
      const { outcome, problem } = await office.do(type, body);
      return outcome === 'applied' ? outcome : problem.code;
    };
    await new Erp(app()).sent(itemMessage('DISC-1'), shipMessage('disc-1', 'SO-DISC', [[1, 'DISC-1', 4]]));
    const goods = { location: 'A-01-02-1', item: 'DISC-1', quantity: 4, unit: 'pcs' };
    await office.do('inventory.adjust', { ...goods, reason: 'found' });
    const [{ work, shipment }] = (await office.do('waves.release', { orders: ['SO-DISC'] })).result.work;
    await office.do('picking.pick', { ...goods, work, line: 1 });
    await office.do('picking.put', { work, location: 'PACK-01' });
    const { carton } = (await office.do('packing.open_carton', { shipment, cartonType: 'BOX-S' })).result;
    expect(await code('shipping.confirm', { shipment })).toBe('shipping.carton_open');
    const packed = { carton, item: 'DISC-1', quantity: 4, unit: 'pcs' };
    expect(await code('packing.pack', packed)).toBe('applied');
    expect(await code('packing.close_carton', { carton, discard: true })).toBe('packing.carton_not_empty');
    expect(await code('packing.unpack', packed)).toBe('applied');
    expect(await code('packing.close_carton', { carton, discard: true })).toBe('applied');
    expect(await code('packing.close_carton', { carton, discard: true })).toBe('packing.carton_unknown');
    const { result } = await office.do('shipping.confirm', { shipment });
    const [{ documentNumber }] = result.documents;
    const { body } = await app().call('GET', `/api/erp/packing-slips/${documentNumber}`, { as: 'demo-erp-key' });
    expect(body).toMatchObject({ containers: [], lines: [{ shippedQuantity: 4 }] });
  });
});
