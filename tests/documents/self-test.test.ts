import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { published } from '../support/published.ts';

const path = '/api/admin/self-test/a0001';

onBothDatabases('an administrator proves that each quantity reaches an ERP once', (app) => {
  test('by each channel, with either report, and across a change of channel: everything ends at 11', async () => {
    const administrator = await Device.signIn(app(), 'A-3001');
    const before = await published(app());
    const { status, body } = await app().call('POST', path, { as: administrator.token });
    expect([status, body.passed, body.failure]).toEqual([200, true, null]);
    expect(
      body.runs.map((run: { channels: string[]; includeRegisteredAndPicked: boolean; steps: { erp: number }[] }) => [
        run.channels.join(' '),
        run.includeRegisteredAndPicked,
        run.steps.map(({ erp }) => erp).join(' '),
      ]),
    ).toEqual([
      ['documents documents documents', false, '0 0 1 11'],
      ['documents documents documents', true, '0 0 1 11'],
      ['update-log update-log update-log', false, '0 10 11 11'],
      ['update-log update-log update-log', true, '0 10 11 11'],
      ['documents update-log update-log', true, '0 0 1 11'],
      ['update-log documents documents', true, '0 10 11 11'],
    ]);
    for (const { steps } of body.runs) {
      expect(steps.at(-1)).toMatchObject({
        step: 'completed',
        warehouse: 11,
        erp: 11,
        reportedToErp: 11,
        reportOnHand: 11,
      });
    }
    await nothingIsSeenOfIt(before);
  });

  /** No feed, no stock, no item: only the audit log knows. */
  async function nothingIsSeenOfIt(before: number): Promise<void> {
    await published(app());
    const feeds = [
      ['shipment-receipts', 'counting-journals', 'inventory-update-log', 'on-hand-reports', 'events'].map(
        (feed) => ['demo-erp-key', `/api/erp/${feed}`] as const,
      ),
      [['demo-planning-key', '/api/planning/inventory-deltas'] as const],
    ].flat();
    for (const [as, feed] of feeds) {
      const { body } = await app().call('GET', `${feed}?after=${before}`, { as });
      expect([feed, body.items]).toEqual([feed, []]);
    }
    const items = await app().call('GET', '/api/planning/items', { as: 'demo-planning-key' });
    expect(items.body.items).toEqual([]);
    const { token } = await Device.signIn(app(), 'A-3001');
    const audit = await app().call('GET', `/api/admin/audit?after=${before}`, { as: token });
    expect(audit.body.items).toMatchObject([{ action: 'self_test.a0001', actor: 'A-3001', after: { passed: true } }]);
  }

  test.each(['W-1001', 'S-2001'])('%s may not', async (badge) => {
    const { token } = await Device.signIn(app(), badge);
    const { status, body } = await app().call('POST', path, { as: token });
    expect([status, body.code]).toEqual([403, 'auth.permit_missing']);
  });

  test('nor may a machine', async () => {
    expect((await app().call('POST', path, { as: 'demo-erp-key' })).status).toBe(403);
  });
});
