import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { rawSql } from '../support/raw-sql.ts';
import { verified } from '../support/verified.ts';

/** One order of two lines is shipped, one is picked in part, one is held by its promises only. */
onBothDatabases('proving what is promised to orders', (app) => {
  beforeAll(async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const applied = async (type: string, body: object) => {
      const result = await office.do(type, body);
      expect([type, result.outcome, result.problem]).toEqual([type, 'applied', null]);
      return result.result;
    };
    await new Erp(app()).sent(
      itemMessage('VR-1'),
      shipMessage('vr-1', 'VR-SHIPPED', [
        [1, 'VR-1', 3],
        [2, 'VR-1', 2],
      ]),
      shipMessage('vr-2', 'VR-PICKED', [[1, 'VR-1', 4]]),
      shipMessage('vr-3', 'VR-WAITS', [[1, 'VR-1', 5]]),
    );
    const location = 'A-01-02-1';
    await applied('inventory.adjust', { location, item: 'VR-1', quantity: 20, unit: 'pcs', reason: 'found' });
    for (const order of ['VR-SHIPPED', 'VR-PICKED', 'VR-WAITS']) {
      const [{ work, lines }] = (await applied('waves.release', { orders: [order] })).work;
      if (order === 'VR-WAITS') continue;
      for (const { line, quantity } of lines) {
        const taken = order === 'VR-PICKED' ? 1 : quantity;
        await applied('picking.pick', { work, line, location, item: 'VR-1', quantity: taken, unit: 'pcs' });
      }
      if (order !== 'VR-SHIPPED') continue;
      await applied('picking.put', { work, location: 'STAGE-01' });
      await applied('shipping.confirm', { order });
    }
  });

  async function wrong() {
    const findings = await verified(app());
    return findings.filter(({ check }) => check === 'reservations').flatMap(({ faults }) => faults);
  }

  test('promises add up to what balances have reserved, and shipments to what lines count', async () => {
    expect(await wrong()).toEqual([]);
  });

  test.each<[what: string, row: RegExp, change: string, undo: string]>([
    [
      'a balance with more reserved than is promised',
      /A-01-02-1 \| DEMO:VR-1/,
      `update balance set reserved_base = reserved_base + 1 where location = 'A-01-02-1' and item_key = 'DEMO:VR-1'`,
      `update balance set reserved_base = reserved_base - 1 where location = 'A-01-02-1' and item_key = 'DEMO:VR-1'`,
    ],
    [
      'a promise of goods that are elsewhere',
      /A-01-09-1 \| DEMO:VR-1/,
      `update reservation set location = 'A-01-09-1' where order_key = 'DEMO:VR-WAITS'`,
      `update reservation set location = 'A-01-02-1' where order_key = 'DEMO:VR-WAITS'`,
    ],
    [
      'a line that counts more as released than is on shipments',
      /VR-WAITS line 1/,
      `update outbound_order_line set released_base = 4 where order_key = 'DEMO:VR-WAITS'`,
      `update outbound_order_line set released_base = 5 where order_key = 'DEMO:VR-WAITS'`,
    ],
    [
      'a line that counts more as picked than shipments',
      /VR-PICKED line 1/,
      `update outbound_order_line set picked_base = 2 where order_key = 'DEMO:VR-PICKED'`,
      `update outbound_order_line set picked_base = 1 where order_key = 'DEMO:VR-PICKED'`,
    ],
    [
      'goods that were shipped, and no line knows of it',
      /VR-PICKED line 1/,
      `update reservation set state = 'shipped' where order_key = 'DEMO:VR-PICKED' and state = 'picked'`,
      `update reservation set state = 'picked' where order_key = 'DEMO:VR-PICKED' and state = 'shipped'`,
    ],
    [
      'a line of which more is cancelled than was left',
      /VR-SHIPPED line 1/,
      `update outbound_order_line set cancelled_base = 1 where order_key = 'DEMO:VR-SHIPPED' and line_number = 1`,
      `update outbound_order_line set cancelled_base = 0 where order_key = 'DEMO:VR-SHIPPED' and line_number = 1`,
    ],
  ])('%s is named', async (_, row, change, undo) => {
    await rawSql(app(), change);
    const faults = await wrong();
    await rawSql(app(), undo);
    expect(faults.filter((fault) => row.test(fault.row))).not.toEqual([]);
    expect(await wrong()).toEqual([]);
  });
});
