import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { haveItems } from '../support/orders.ts';
import { published } from '../support/published.ts';

/** The clock stands still: only positions tell what came before and what after. */
describe.each(['sqlite', 'postgres'] as const)('what happens in one moment (%s)', (dialect) => {
  const clock = new ManualClock();
  let app: TestApp;

  beforeAll(async () => {
    app = await openTestApp(dialect, { clock });
    await haveItems(app, [{ number: 'NEWS' }]);
  });
  afterAll(() => app.close());

  test('is a fact that no longer fits for a device that had not seen it, and a mistake for one that had', async () => {
    const [device, other] = [await Device.signIn(app, 'W-1001'), await Device.signIn(app, 'W-1001')];
    const goods = { item: 'NEWS', quantity: 1, unit: 'pcs' };
    await other.do('inventory.adjust', { ...goods, location: 'A-01-01-1', reason: 'found' });
    const before = await published(app);
    const move = { ...goods, from: 'A-01-01-1', to: 'A-01-01-2' };
    expect((await other.do('inventory.move', move)).outcome).toBe('applied');
    const unaware = await device.do('inventory.move', move, { knownAt: before });
    expect([unaware.outcome, unaware.problem.code]).toEqual(['held', 'stock.none']);
    const aware = await device.do('inventory.move', move, { knownAt: await published(app) });
    expect([aware.outcome, aware.problem.code]).toEqual(['refused', 'stock.none']);
  });
});
