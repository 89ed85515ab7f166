import { beforeAll, expect, test } from 'vitest';
import { type Administrator, atConsole, faultsIn } from '../support/administrator.ts';
import { onBothDatabases, openTestApp } from '../support/app.ts';
import { ManualClock } from '../support/manual-clock.ts';

const path = '/api/admin/keys';
const erp = { name: 'ERP live', sourceSystem: 'DEMO', scopes: ['erp'] };

onBothDatabases('keys of machines', (app) => {
  let ada: Administrator;
  beforeAll(async () => {
    ada = await atConsole(app(), 'A-3001');
  });

  const useOf = (key: string, call = '/api/erp/messages') => app().call('GET', call, { as: key });

  test('a key works from the answer that shows it until it is revoked, and is shown in no other', async () => {
    const { status, body } = await ada.post(path, erp);
    expect([status, Object.keys(body)]).toEqual([201, ['id', 'key']]);
    expect((await useOf(body.key)).status).toBe(200);
    expect((await useOf(body.key, '/api/planning/items')).status).toBe(403);
    const told = JSON.stringify([await ada.get(path), await ada.get(`${path}/${body.id}`)]);
    expect(told).not.toContain(body.key);
    expect((await ada.remove(`${path}/${body.id}`)).status).toBe(204);
    expect((await useOf(body.key)).status).toBe(401);
    const shown = (await ada.get(`${path}/${body.id}`)).body;
    expect(shown).toMatchObject({ name: 'ERP live', sourceSystem: 'DEMO', scopes: ['erp'], expiresAt: null });
    expect(shown.revokedAt).not.toBeNull();
    expect(await ada.audit(`key/${body.id}`, 2)).toMatchObject([
      { action: 'key.made' },
      { action: 'key.revoked', before: { revokedAt: null } },
    ]);
  });

  test('a revocation names the key as it is, like every other change', async () => {
    const { id } = (await ada.post(path, erp)).body;
    const without = await app().call('DELETE', `${path}/${id}`, { as: ada.token });
    const stale = await ada.remove(`${path}/${id}`, '"older"');
    expect([without.status, stale.status]).toEqual([428, 412]);
    expect((await ada.remove(`${path}/${id}`, '*')).status).toBe(204);
  });

  test('the same Idempotency-Key gives the same key once more, and the database holds it in no readable form', async () => {
    const headers = { 'idempotency-key': 'make-my-key' };
    const first = await ada.post(path, erp, headers);
    const again = await ada.post(path, erp, headers);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const other = await ada.post(path, { ...erp, name: 'Another' }, headers);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency.key_reused']);
    const kept = await app().services.store.read.k.selectFrom('idempotency_key').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(first.body.key);
    const { body } = await ada.get(path);
    expect(body.items.filter(({ name }: { name: string }) => name === 'Another')).toEqual([]);
  });

  test.each<[what: string, members: object, faults: string[]]>([
    ['an ERP key of no source system', { sourceSystem: undefined }, ['/sourceSystem key.source_system_missing']],
    ['a source system that does not exist', { sourceSystem: 'MOON' }, ['/sourceSystem source_system.unknown']],
    ['no scope', { scopes: [] }, ['/scopes request.too_small']],
    ['a scope that does not exist', { scopes: ['erp', 'root'] }, ['/scopes/1 request.not_allowed']],
    ['an expiry in the past', { expiresAt: '2020-01-01T00:00:00Z' }, ['/expiresAt key.expired_already']],
    ['no name', { name: '' }, ['/name request.too_small']],
  ])('%s is refused', async (_, members, faults) => {
    const wrong = await ada.post(path, { ...erp, ...members });
    expect([wrong.status, faultsIn(wrong)]).toEqual([422, faults]);
  });

  test('integrators make keys of their source systems, and none that reaches further', async () => {
    const person = { name: 'Ingo', roles: { '*': 'integrator' }, password: 'correct horse' };
    await ada.make('/api/admin/people/I-2', person);
    const ingo = await atConsole(app(), 'I-2', 'correct horse');
    expect((await ingo.post(path, erp)).status).toBe(201);
    const further = await Promise.all([
      ingo.post(path, { name: 'All planning', scopes: ['planning'] }),
      ingo.post(path, { ...erp, scopes: ['erp', 'monitor'] }),
      ingo.remove(`${path}/demo-planning`, '*'),
    ]);
    expect(further.map(({ status }) => status)).toEqual([403, 403, 404]);
    const { items } = (await ingo.get(path)).body;
    expect(new Set(items.map((key: { sourceSystem: string }) => key.sourceSystem))).toEqual(new Set(['DEMO']));
    expect((await (await atConsole(app(), 'S-2001')).get(path)).status).toBe(403);
  });
});

test('a key stops working at its expiry, and tells to the minute when it was used last', async () => {
  const clock = new ManualClock();
  const app = await openTestApp('sqlite', { clock });
  const ada = await atConsole(app, 'A-3001');
  const expiresAt = new Date(clock.now() + 3_600_000).toISOString();
  const { id, key } = (await ada.post(path, { ...erp, expiresAt })).body;
  const used = new Date(clock.now()).toISOString();
  expect((await app.call('GET', '/api/erp/messages', { as: key })).status).toBe(200);
  clock.pass(60_000);
  await app.services.store.write(async () => {});
  expect((await ada.get(`${path}/${id}`)).body.lastUsedAt).toBe(used);
  clock.pass(3_600_000);
  expect((await app.call('GET', '/api/erp/messages', { as: key })).status).toBe(401);
  await app.close();
});
