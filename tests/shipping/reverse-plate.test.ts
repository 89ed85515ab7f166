import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { verified } from '../support/verified.ts';

onBothDatabases('a slip is reversed whose goods left on a tote', (app) => {
  async function shippedOnTote(item: string, tote: string) {
    const office = await Device.signIn(app(), 'S-2001');
    const applied = async (type: string, body: object) => {
      const { outcome, problem, result } = await office.do(type, body);
      expect([type, outcome, problem]).toEqual([type, 'applied', null]);
      return result;
    };
    const [order, location] = [`SO-${item}`, 'A-10-02-1'];
    await new Erp(app()).sent(itemMessage(item), shipMessage(`m-${item}`, order, [[1, item, 4]]));
    const goods = { item, unit: 'pcs', quantity: 4 };
    await applied('inventory.adjust', { ...goods, location, reason: 'found' });
    const [{ work }] = (await applied('waves.release', { orders: [order] })).work;
    await applied('picking.pick', { ...goods, work, line: 1, location, toLicensePlate: tote });
    await applied('picking.put', { work, location: 'STAGE-01' });
    const [{ documentNumber }] = (await applied('shipping.confirm', { order })).documents;
    const stock = async (): Promise<[string, string | null, number, number][]> => {
      const { body } = await app().call('GET', `/api/device/stock?item=${item}`, { as: office.token });
      return body.items.map((row: Record<string, never>) => [row.location, row.licensePlate, row.onHand, row.reserved]);
    };
    const reverse = () => applied('shipping.reverse_confirmation', { documentNumber, reason: 'truck came back' });
    return { applied, stock, reverse, order };
  }

  test('they stand on it again', async () => {
    const { stock, reverse } = await shippedOnTote('RVT-1', 'TOTE-RVT-1');
    await reverse();
    expect(await stock()).toEqual([['STAGE-01', 'TOTE-RVT-1', 4, 4]]);
  });

  test('the tote is in use elsewhere by now: they stand there loose, and leave once more', async () => {
    const { applied, stock, reverse, order } = await shippedOnTote('RVT-2', 'TOTE-RVT-2');
    const other = { item: 'RVT-2', unit: 'pcs', quantity: 1, reason: 'found', licensePlate: 'TOTE-RVT-2' };
    await applied('inventory.adjust', { ...other, location: 'A-10-02-2' });
    await reverse();
    expect(await stock()).toEqual([
      ['STAGE-01', null, 4, 4],
      ['A-10-02-2', 'TOTE-RVT-2', 1, 0],
    ]);
    await applied('shipping.confirm', { order });
    expect(await stock()).toEqual([['A-10-02-2', 'TOTE-RVT-2', 1, 0]]);
    expect((await verified(app())).flatMap(({ faults }) => faults)).toEqual([]);
  });
});
