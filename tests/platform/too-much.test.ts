import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { whenPublished } from '../support/published.ts';

/** An item of which a billion units are 10^15 steps: nine of such quantities are more than a double counts exactly. */
const fine = { baseUnit: 'kg', decimals: 6 };
const billion = 1_000_000_000;

onBothDatabases('stock beyond what can be counted exactly', (app) => {
  test('is refused before anything is booked, however it would come in', async () => {
    await haveItems(app(), [{ number: 'FINE', ...fine }]);
    await haveOrders(app(), [
      { orderNumber: 'PO-FINE', lines: [{ lineNumber: 1, item: 'FINE', quantity: billion, unit: 'kg', over: 1000 }] },
    ]);
    const worker = await Device.signIn(app(), 'W-1001');
    const supervisor = await Device.signIn(app(), 'S-2001');
    const register = (quantity: number) =>
      worker.do('receiving.register', { order: 'PO-FINE', line: 1, item: 'FINE', quantity, unit: 'kg' });
    const found = (quantity: number) => {
      const body = { location: 'A-01-01-1', item: 'FINE', quantity, unit: 'kg', reason: 'found' };
      return supervisor.do('inventory.adjust', body);
    };

    for (const quantity of [billion, billion - 0.000001, billion]) {
      expect(await register(quantity)).toMatchObject({ outcome: 'applied' });
    }
    expect(await found(billion)).toMatchObject({ outcome: 'applied' });
    for (const tooMuch of [await register(billion), await found(billion)]) {
      expect([tooMuch.outcome, tooMuch.problem?.code, tooMuch.problem?.params]).toEqual([
        'refused',
        'stock.too_much',
        { item: 'FINE', onHand: 3_999_999_999.999999, limit: 4_503_599_627.370496, unit: 'kg' },
      ]);
    }
    expect(await register(503_599_627.370497)).toMatchObject({ outcome: 'applied' });
    await whenPublished(app());
    const { body } = await app().call('GET', '/api/planning/inventory-deltas?limit=1000', { as: 'demo-planning-key' });
    expect(body.items.at(-1).onHandAfter).toBe(4_503_599_627.370496);
  });
});
