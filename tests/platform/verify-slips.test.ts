import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { changeSettings } from '../support/booking-erp.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { rawSql } from '../support/raw-sql.ts';
import { verified } from '../support/verified.ts';

/** One order is shipped by documents, reversed and shipped again; one by the update log. */
onBothDatabases('proving packing slips', (app) => {
  beforeAll(async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const applied = async (type: string, body: object) => {
      const result = await office.do(type, body);
      expect([type, result.outcome, result.problem]).toEqual([type, 'applied', null]);
      return result.result;
    };
    const location = 'A-01-02-1';
    const goods = { location, item: 'VS-1', unit: 'pcs' };
    await new Erp(app()).sent(
      itemMessage('VS-1'),
      shipMessage('vs-1', 'VS-DOC', [[1, 'VS-1', 3]]),
      shipMessage('vs-2', 'VS-LOG', [[1, 'VS-1', 4]]),
    );
    await applied('inventory.adjust', { ...goods, quantity: 20, reason: 'found' });
    for (const [order, quantity] of [
      ['VS-DOC', 3],
      ['VS-LOG', 4],
    ] as const) {
      const outbound = order === 'VS-LOG' ? 'update-log' : 'documents';
      await changeSettings(app(), { quantityChannel: { inbound: 'documents', outbound } });
      const [{ work }] = (await applied('waves.release', { orders: [order] })).work;
      await applied('picking.pick', { ...goods, work, line: 1, quantity });
      await applied('picking.put', { work, location: 'STAGE-01' });
      const [{ documentNumber }] = (await applied('shipping.confirm', { order })).documents;
      if (order === 'VS-LOG') continue;
      await applied('shipping.reverse_confirmation', { documentNumber, reason: 'customer' });
      await applied('shipping.confirm', { order });
    }
  });

  async function wrong() {
    const findings = await verified(app());
    expect(findings.find(({ check }) => check === 'packing slips')?.rows).toBe(2);
    return findings.filter(({ check }) => check === 'packing slips').flatMap(({ faults }) => faults);
  }

  test('they tell of what was shipped, also after one was reversed and made again', async () => {
    const findings = await verified(app());
    expect(findings.flatMap(({ faults }) => faults)).toEqual([]);
    expect(await wrong()).toEqual([]);
  });

  test.each<[what: string, row: RegExp, change: string, undo: string]>([
    [
      'goods of another quantity than their slip says',
      /^PS-\d+, /,
      `update reservation set quantity_base = 2 where order_key = 'DEMO:VS-DOC'`,
      `update reservation set quantity_base = 3 where order_key = 'DEMO:VS-DOC'`,
    ],
    [
      'goods that left with a slip that does not say so',
      /^PS-\d+, /,
      `update reservation set document_number = (select max(number) from document where kind = 'packing-slip') where order_key = 'DEMO:VS-DOC'`,
      `update reservation set document_number = (select min(number) from document where kind = 'packing-slip') where order_key = 'DEMO:VS-DOC'`,
    ],
    [
      'an order line that counts more as shipped than its slips',
      /^DEMO:VS-LOG line 1$/,
      `update outbound_order_line set shipped_base = 5 where order_key = 'DEMO:VS-LOG'`,
      `update outbound_order_line set shipped_base = 4 where order_key = 'DEMO:VS-LOG'`,
    ],
    [
      'goods that no slip counts as telling of',
      /^PS-\d+, /,
      `update coverage set document_number = 'PS-0' where document_number like 'PS-%'`,
      `update coverage set document_number = (select min(number) from document where kind = 'packing-slip') where document_number = 'PS-0'`,
    ],
  ])('%s are named', async (_, row, change, undo) => {
    await rawSql(app(), change);
    const faults = await wrong();
    await rawSql(app(), undo);
    expect(faults.filter((fault) => row.test(fault.row))).not.toEqual([]);
    expect(await wrong()).toEqual([]);
  });
});
