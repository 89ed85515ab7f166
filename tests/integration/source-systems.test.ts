import { beforeAll, expect, test } from 'vitest';
import { standardSettings } from '#shared/ledger/source-system-settings.ts';
import { settingsOf } from '../../api/platform/facts/source-systems.queries.ts';
import { type Administrator, atConsole, faultsIn } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';

const path = '/api/admin/source-systems';

onBothDatabases('the settings of source systems', (app) => {
  let ada: Administrator;
  let wanda: Administrator;
  beforeAll(async () => {
    ada = await atConsole(app(), 'A-3001');
    wanda = await atConsole(app(), 'W-1001');
  });

  test('are all there for the demo, each as it is unless said otherwise', async () => {
    const { status, body, headers } = await ada.get(`${path}/DEMO`);
    expect(status).toBe(200);
    expect(body).toEqual({
      ...standardSettings,
      ...{ code: 'DEMO', name: 'Demo ERP', warehouses: ['EAST', 'WEST'], owners: ['DEMO'] },
    });
    expect(body).toMatchObject({ quantityChannel: { inbound: 'documents', outbound: 'documents' }, frozenDays: 0 });
    expect(headers.get('etag')).toMatch(/^"[\w-]+"$/);
  });

  test('may all be left out: a new system is as the demo’s, in every warehouse, with one owner of its own name', async () => {
    const made = await ada.make(`${path}/SHOP`, {});
    expect(made.status).toBe(201);
    const { body: demo } = await ada.get(`${path}/DEMO`);
    expect(made.body).toEqual({ ...demo, code: 'SHOP', name: 'SHOP', owners: ['SHOP'] });
    const { body: list } = await ada.get(path);
    expect(list.items.map(({ code }: { code: string }) => code)).toEqual(['DEMO', 'SHOP']);
  });

  test('are read by the next command that is decided', async () => {
    await ada.make(`${path}/FAST`, { overReceipt: 'block', quantityChannel: { inbound: 'update-log' } });
    const settings = await settingsOf(app().services.store.read, 'FAST');
    expect(settings.overReceipt).toBe('block');
    expect(settings.quantityChannel).toEqual({ inbound: 'update-log', outbound: 'documents' });
    await ada.edit(`${path}/FAST`, { overReceipt: 'block-closed' });
    expect((await settingsOf(app().services.store.read, 'FAST')).overReceipt).toBe('block-closed');
  });

  test('what was read can be sent back as it is, and changes nothing', async () => {
    const before = await ada.get(`${path}/DEMO`);
    const { status, body, headers } = await ada.edit(`${path}/DEMO`, {});
    expect([status, body, headers.get('etag')]).toEqual([200, before.body, before.headers.get('etag')]);
    const { items } = (await ada.get('/api/admin/audit?limit=1000&subject=source-system/DEMO')).body;
    expect(items).toEqual([]);
  });

  test('are changed by one of two who read them at once; the other is told and nothing of theirs is kept', async () => {
    await ada.make(`${path}/TWO`, {});
    const sven = await atConsole(app(), 'A-3001');
    const read = (await ada.get(`${path}/TWO`)).headers.get('etag') ?? '';
    const [first, second] = await Promise.all([
      ada.change(`${path}/TWO`, { frozenDays: 7 }, read),
      sven.change(`${path}/TWO`, { frozenDays: 14 }, read),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 412]);
    const refused = first.status === 412 ? first : second;
    expect(refused.body.code).toBe('request.changed_meanwhile');
    const { body } = await ada.get(`${path}/TWO`);
    expect(body.frozenDays).toBe(first.status === 200 ? 7 : 14);
  });

  test.each<[what: string, headers: Record<string, string>, code: string, answer: string]>([
    ['a change without If-Match', {}, 'DEMO', '428 request.precondition_missing'],
    ['a new one without If-None-Match', {}, 'NEW', '428 request.precondition_missing'],
    ['a change of what is not there', { 'if-match': '"x"' }, 'NEW', '412 request.changed_meanwhile'],
    ['any state of what is not there', { 'if-match': '*' }, 'NEW', '412 request.changed_meanwhile'],
    ['a new one of a code that is taken', { 'if-none-match': '*' }, 'DEMO', '412 request.exists_already'],
    ['a stale tag', { 'if-match': '"older", "oldest"' }, 'DEMO', '412 request.changed_meanwhile'],
    ['any state of what is there', { 'if-match': '*' }, 'DEMO', '200 '],
  ])('%s: %s to %s is %s', async (_, headers, code, answer) => {
    const sent = (await ada.get(`${path}/DEMO`)).body;
    const body = code === 'DEMO' ? sent : {};
    const { status, body: told } = await app().call('PUT', `${path}/${code}`, { as: ada.token, body, headers });
    expect(`${status} ${status === 200 ? '' : told.code}`).toBe(answer);
  });

  test('a tag that compression made weak is the same tag', async () => {
    const asked = { headers: { authorization: `Bearer ${ada.token}`, 'accept-encoding': 'gzip' } };
    const { headers } = await app().http.request(`${path}/DEMO`, asked);
    expect(headers.get('etag')).toMatch(/^W\//);
    const known = await ada.get(`${path}/DEMO`);
    const { status } = await ada.change(`${path}/DEMO`, known.body, headers.get('etag') ?? '');
    expect(status).toBe(200);
  });

  test('everything that is wrong is told at once, with pointers', async () => {
    const wrong = await ada.make(`${path}/BAD`, {
      ...{ overReceipt: 'sometimes', frozenDays: -1, returns: 'yes', colour: 'red' },
      ...{ quantityChannel: { inbound: 'fax' }, postingDelaySeconds: 0.5, dispositions: { burn: 'X' } },
    });
    expect(wrong.status).toBe(422);
    expect(faultsIn(wrong).sort()).toEqual([
      '/colour request.unknown_property',
      '/dispositions/burn request.unknown_property',
      '/frozenDays request.too_small',
      '/overReceipt request.not_allowed',
      '/postingDelaySeconds request.wrong_type',
      '/quantityChannel/inbound request.not_allowed',
      '/returns request.wrong_type',
    ]);
  });

  test('warehouses that do not exist, owners of another and what is named twice are refused', async () => {
    const wrong = await ada.make(`${path}/BAD`, { warehouses: ['EAST', 'MOON', 'EAST'], owners: ['DEMO', 'B', 'B'] });
    expect(faultsIn(wrong)).toEqual([
      '/warehouses/1 warehouse.unknown',
      '/warehouses/2 request.repeated',
      '/owners/2 request.repeated',
      '/owners/0 source_system.owner_taken',
    ]);
    expect((await ada.get(`${path}/BAD`)).status).toBe(404);
  });

  test('settings that are wrong and warehouses that do not exist are told at once', async () => {
    const wrong = await ada.make(`${path}/BAD`, {
      ...{ code: 'WORSE', overReceipt: 'sometimes', frozenDays: -1 },
      ...{ warehouses: ['EAST', 5, 'MOON', 'M\u0000'], owners: ['DEMO', 'B', 'B'] },
    });
    expect(faultsIn(wrong).sort()).toEqual([
      '/code request.code_differs',
      '/frozenDays request.too_small',
      '/overReceipt request.not_allowed',
      '/owners/0 source_system.owner_taken',
      '/owners/2 request.repeated',
      '/warehouses/1 request.wrong_type',
      '/warehouses/2 warehouse.unknown',
      '/warehouses/3 request.control_character',
    ]);
  });

  test('every change is in the audit log, with what it was and what it is', async () => {
    await ada.make(`${path}/LOGGED`, {});
    await ada.edit(`${path}/LOGGED`, { shelfLife: 'block' });
    expect(await ada.audit('source-system/LOGGED', 2)).toMatchObject([
      { actor: 'A-3001', action: 'source_system.made', before: null, after: { shelfLife: 'warn' } },
      { action: 'source_system.changed', before: { shelfLife: 'warn' }, after: { shelfLife: 'block' } },
    ]);
  });

  test('are not for workers', async () => {
    const asked = await Promise.all([
      wanda.get(path),
      wanda.get(`${path}/DEMO`),
      wanda.change(`${path}/DEMO`, {}, '*'),
    ]);
    expect(asked.map(({ status, body }) => `${status} ${body.code}`)).toEqual(Array(3).fill('403 auth.permit_missing'));
  });

  test('an integrator sees and changes those whose warehouses are all theirs', async () => {
    const person = { name: 'Ingo Integrator', roles: { EAST: 'integrator' }, password: 'correct horse' };
    await ada.make('/api/admin/people/I-1', person);
    await ada.make(`${path}/EASTERN`, { warehouses: ['EAST'] });
    const ingo = await atConsole(app(), 'I-1', 'correct horse');
    const { body } = await ingo.get(path);
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(['EASTERN']);
    expect((await ingo.edit(`${path}/EASTERN`, { frozenDays: 3 })).status).toBe(200);
    expect((await ingo.get(`${path}/DEMO`)).status).toBe(404);
    expect((await ingo.change(`${path}/DEMO`, {}, '*')).status).toBe(403);
    const wider = await ingo.edit(`${path}/EASTERN`, { warehouses: ['EAST', 'WEST'] });
    expect([wider.status, wider.body.code]).toEqual([403, 'auth.permit_missing']);
  });
});
