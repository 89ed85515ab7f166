import { describe, expect, test } from 'vitest';
import { openTestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { haveItems } from '../support/orders.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

describe.each(['sqlite', 'postgres'] as const)('a session that is a day old (%s)', (dialect) => {
  async function rig() {
    const clock = new ManualClock();
    const app = await openTestApp(dialect, { clock });
    await haveItems(app, [{ number: 'A0001' }]);
    const found = { location: 'A-01-01-1', item: 'A0001', quantity: 1, unit: 'pcs', reason: 'found' };
    const device = await Device.signIn(app, 'W-1001', { id: 'HH-DAY' });
    const queued = (extra: object = {}) =>
      device.command('inventory.adjust', found, {
        session: device.session,
        occurredAt: new Date(clock.now()).toISOString(),
        ...extra,
      });
    const send = (token: string, commands: readonly object[]) =>
      app.call('POST', '/api/device/commands', { as: token, body: { commands } });
    const authors = () =>
      app.services.store.read.k.selectFrom('command').select(['operator', 'outcome']).orderBy('sequence').execute();
    return { app, clock, device, queued, send, authors };
  }

  test('opens nothing any more: what is sent with it is neither done nor counted', async () => {
    const { app, clock, device, queued, send, authors } = await rig();
    clock.pass(dayMs - hourMs);
    expect((await app.call('GET', '/api/session', { as: device.token })).status).toBe(200);
    const before = await authors();
    clock.pass(hourMs);
    expect((await app.call('GET', '/api/session', { as: device.token })).status).toBe(401);
    expect((await send(device.token, [queued()])).status).toBe(401);
    expect(await authors()).toEqual(before);
    await app.close();
  });

  test.each([
    ['the same person', 'W-1001'],
    ['somebody else', 'S-2001'],
  ])('what was queued in it is accepted under its own author when %s signs in', async (_who, badge) => {
    const { app, clock, device, queued, send, authors } = await rig();
    const commands = [queued(), queued()];
    clock.pass(dayMs + hourMs);
    expect((await send(device.token, commands)).status).toBe(401);
    const later = await Device.signIn(app, badge, { id: device.id });
    const { results } = (await send(later.token, commands)).body;
    expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['applied', 'applied']);
    const told = (await authors()).filter(({ operator }) => operator !== 'server');
    expect(told).toEqual([
      { operator: 'W-1001', outcome: 'applied' },
      { operator: 'W-1001', outcome: 'applied' },
    ]);
    await app.close();
  });
});
