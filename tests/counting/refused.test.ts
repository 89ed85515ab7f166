import { describe, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems } from '../support/orders.ts';

const location = 'B-11-04-1';

describe('what cannot be counted', () => {
  onBothDatabases('is refused with its reason', (app) => {
    test.each<[what: string, type: string, body: object, code: string]>([
      ['neither place nor item', 'counting.start', {}, 'counting.scope_missing'],
      ['a place that is not there', 'counting.start', { location: 'NOWHERE' }, 'location.unknown'],
      ['a packing place', 'counting.start', { location: 'PACK-01' }, 'counting.not_countable'],
      ['an item that is not there', 'counting.start', { item: 'NOTHING' }, 'item.unknown'],
      ['work that is not there', 'counting.start', { work: 'WK-99999999' }, 'counting.work_unknown'],
      ['work that is not there', 'counting.count', { work: 'WK-99999999', empty: true }, 'counting.work_unknown'],
      [
        'a count that is not there',
        'counting.review',
        { count: 'CT-9', decision: 'accept', reason: 'x' },
        'counting.count_unknown',
      ],
    ])('%s', async (_, type, body, code) => {
      const supervisor = await Device.signIn(app(), 'S-2001');
      const { outcome, problem } = await supervisor.do(type, body);
      expect([outcome, problem?.code]).toEqual(['refused', code]);
    });

    test.each<[what: string, lines: object[], code: string]>([
      ['nothing', [], 'counting.nothing_counted'],
      ['another place', [{ location: 'A-01-06-1', quantity: 1 }], 'counting.not_in_scope'],
      ['half a piece', [{ quantity: 1.5 }], 'quantity.too_precise'],
      ['a unit it does not have', [{ quantity: 1, unit: 'barrel' }], 'item.unit_unknown'],
      ['nothing of a unit it does not have', [{ quantity: 0, unit: 'barrel' }], 'item.unit_unknown'],
      ['a plate that no command made', [{ quantity: 1, licensePlate: 'command:none' }], 'inventory.plate_unknown'],
      ['a lot of goods without lots', [{ quantity: 1, lot: 'L1' }], 'inventory.lot_not_tracked'],
    ])('%s', async (_, lines, code) => {
      await haveItems(app(), [{ number: 'CNT-BAD', unitCost: 1 }]);
      const supervisor = await Device.signIn(app(), 'S-2001');
      const { result } = await supervisor.do('counting.start', { location });
      const whole = lines.map((line) => ({ location, item: 'CNT-BAD', unit: 'pcs', ...line }));
      const { outcome, problem } = await supervisor.do('counting.count', { work: result.work, lines: whole });
      expect([outcome, problem?.code]).toEqual(['refused', code]);
    });
  });
});
