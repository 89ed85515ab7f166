import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { whenPublished } from '../support/published.ts';

onBothDatabases('what monitors ask', (app) => {
  test('the process is alive, and ready with its database, migrations and processors', async () => {
    const live = await app().call('GET', '/health/live');
    expect([live.status, live.body]).toEqual([200, { status: 'live' }]);
    const ready = await app().call('GET', '/health/ready');
    expect([ready.status, ready.body]).toEqual([
      200,
      {
        status: 'ready',
        checks: ['database', 'migrations', 'processors'].map((name) => ({ name, isRight: true, detail: 'right' })),
      },
    ]);
  });

  test('it is not ready when a message has waited for minutes, or a migration is missing', async () => {
    const { store } = app().services;
    const migrations = store.read.k.withTables<{ kysely_migration: { name: string; timestamp: string } }>();
    const [applied] = await migrations.selectFrom('kysely_migration').selectAll().orderBy('name').execute();
    await store.write(async (trx) => {
      await trx.k.withTables<{ kysely_migration: { name: string } }>().deleteFrom('kysely_migration').execute();
      await trx.k
        .insertInto('message')
        .values(message({ received_at: trx.now - 6 * 60_000 }))
        .execute();
    });
    const { status, body } = await app().call('GET', '/health/ready');
    await store.write(async (trx) => {
      const k = trx.k.withTables<{ kysely_migration: { name: string; timestamp: string } }>();
      if (applied) await k.insertInto('kysely_migration').values(applied).execute();
      await trx.k.deleteFrom('message').execute();
    });
    expect([status, body.status, body.checks.map((check: { isRight: boolean }) => check.isRight)]).toEqual([
      503,
      'not ready',
      [true, false, false],
    ]);
    expect(body.checks[1].detail).toMatch(/^not applied: 0001-foundation\b/);
  });

  test('metrics count commands by type and outcome, and say what waits', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    await device.do('putaway.put', { licensePlate: 'nowhere', to: 'A-01-01-1' });
    await app().services.store.write(async (trx) => {
      const failed = { status: 'failed', message_id: 'm-failed', number: 2, received_at: trx.now - 90_000 };
      await trx.k.insertInto('message').values(message(failed)).execute();
    });
    await whenPublished(app());
    const { status, headers, body } = await app().call('GET', '/metrics', { as: 'demo-monitor-key' });
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
    expect(metricOf(body, 'tallyman_commands_total{type="putaway.put",outcome="refused"}')).toBe(1);
    expect(metricOf(body, 'tallyman_command_duration_seconds_count{type="putaway.put"}')).toBe(1);
    expect(metricOf(body, 'tallyman_messages{status="failed"}')).toBe(1);
    expect(metricOf(body, 'tallyman_oldest_failed_message_age_seconds')).toBeGreaterThanOrEqual(90);
    expect(metricOf(body, 'tallyman_feed_lag_seconds')).toBe(0);
    expect(metricOf(body, 'tallyman_devices{within_seconds="60"}')).toBeGreaterThanOrEqual(1);
    expect(metricOf(body, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  });

  test.each<[string, string | undefined, Record<string, string>, string | undefined, number]>([
    ['a monitor key', 'demo-monitor-key', {}, undefined, 200],
    ['nobody', undefined, {}, undefined, 401],
    ['nobody from another machine', undefined, {}, '10.0.0.7', 401],
    ['the ERP', 'demo-erp-key', {}, '10.0.0.7', 403],
    ['this machine', undefined, {}, '127.0.0.1', 200],
    ['this machine over IPv6', undefined, {}, '::1', 200],
    ['a proxy on this machine', undefined, { 'x-forwarded-for': '10.0.0.7' }, '::ffff:127.0.0.1', 401],
  ])('metrics for %s', async (_, key, headers, remoteAddress, status) => {
    const all = { ...headers, ...(key !== undefined && { authorization: `Bearer ${key}` }) };
    const env = remoteAddress === undefined ? undefined : { incoming: { socket: { remoteAddress } } };
    expect((await app().http.request('/metrics', { headers: all }, env)).status).toBe(status);
  });
});

function message(changed: object) {
  return {
    source_system: 'DEMO',
    message_id: 'm-old',
    number: 1,
    type: 'item',
    operation: 'upsert',
    lane: 'nobody looks here',
    body: '{}',
    content_hash: '',
    status: 'received',
    errors: '[]',
    origin: 'api',
    received_at: 0,
    ...changed,
  };
}

function metricOf(text: string, metric: string): number {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${metric} `));
  return Number(line?.slice(metric.length + 1) ?? Number.NaN);
}
