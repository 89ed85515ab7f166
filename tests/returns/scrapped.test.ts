import { expect, test } from 'vitest';
import { atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage } from '../support/erp.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { haveItems } from '../support/orders.ts';
import { shipGoods } from '../support/shipped-goods.ts';

const clock = new ManualClock();
const day = 86_400_000;

onBothDatabases(
  'goods that come back and are scrapped',
  (app) => {
    let run = 0;

    async function fresh(extra: object = {}) {
      run += 1;
      await haveItems(app(), [{ number: `RS-${run}`, ...extra }]);
      return `RS-${run}`;
    }

    function shipped(wanted: { readonly quantity: number }) {
      run += 1;
      return shipGoods(app(), `S${run}`, wanted);
    }

    /** A worker registers a return now, by the server's clock. */
    async function register(body: object, badge = 'W-1001') {
      const device = await Device.signIn(app(), badge);
      const goods = { quantity: 1, unit: 'pcs', disposition: 'restock', ...body };
      return device.do('returns.register', goods, { occurredAt: new Date(clock.now()).toISOString() });
    }

    test('scrapping what is worth more than the worker may write off waits for a second person', async () => {
      const item = await fresh({ unitCost: 600 });
      expect((await register({ item, quantity: 2, disposition: 'scrap' })).result.approval).toBeDefined();
      expect((await register({ item, quantity: 1, disposition: 'scrap' })).result.journal).toBeDefined();
    });

    test('scrapped in parts, what came back together counts together, on whatever day; goods of others do not', async () => {
      const goods = await shipped({ quantity: 5 });
      await new Erp(app()).sent({ ...itemMessage(goods.item, { unitCost: 400 }), messageId: `dear-${goods.item}` });
      const scrap = async (of: object, badge?: string) =>
        Object.keys((await register({ item: goods.item, disposition: 'scrap', ...of }, badge)).result).includes(
          'approval',
        );
      const byId = { returnId: goods.returnId };
      expect([await scrap(byId), await scrap(byId)]).toEqual([false, false]);
      clock.pass(2 * day);
      // Of goods of which nobody knows what they left with, each return stands alone.
      expect([await scrap(byId), await scrap({}), await scrap(byId, 'S-2001')]).toEqual([true, false, false]);
      expect(await register({ item: goods.item, ...byId, disposition: 'quarantine' })).toMatchObject({
        result: { documents: [expect.anything()] },
      });
    });

    test('with a limit per day blind returns that are scrapped count together too', async () => {
      const item = await fresh({ unitCost: 400 });
      const desk = await atConsole(app(), 'A-3001');
      const perDay = (isPerDay: boolean) =>
        desk.edit('/api/admin/people/W-1001', { limits: { adjustment: { perDay: isPerDay } } });
      const scrap = async () => (await register({ item, disposition: 'scrap' })).result;
      await scrap();
      await scrap();
      expect((await perDay(true)).status).toBe(200);
      expect(await scrap()).toHaveProperty('approval');
      clock.pass(day);
      expect(await scrap()).toHaveProperty('journal');
      await perDay(false);
    });
  },
  { clock },
);
