import { beforeAll, expect, test } from 'vitest';
import { type Administrator, atConsole, faultsIn } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { published } from '../support/published.ts';

const path = '/api/admin/warehouses/EAST/putaway-rules';
const cold = {
  code: 'cold',
  name: 'Cold room',
  when: { categories: ['dairy'] },
  zones: ['B'],
  strategies: ['same-item', 'empty'],
};
const rest = { code: 'rest', name: 'The rest', strategies: ['fixed', 'empty'] };

onBothDatabases('the rules of put-away as administrators keep them', (app) => {
  let ada: Administrator;
  let sven: Administrator;

  beforeAll(async () => {
    ada = await atConsole(app(), 'A-3001');
    sven = await atConsole(app(), 'S-2001');
  });

  const codes = async () => (await ada.get(path)).body.rules.map(({ code }: { code: string }) => code);

  /** What devices keep of the rules; undefined without any. */
  async function onDevices() {
    await published(app());
    const device = await Device.signIn(app(), 'W-1001');
    const { body } = await app().call('GET', '/api/device/changes?warehouse=EAST&limit=1000', { as: device.token });
    return body.items.find(({ kind }: { kind: string }) => kind === 'putawayRules');
  }

  test('a warehouse begins with the defaults', async () => {
    const { status, body, headers } = await ada.get(path);
    expect([status, body.isDefault, headers.get('etag')]).toEqual([200, true, expect.stringMatching(/^"/)]);
    expect(await codes()).toEqual(['quarantine', 'storage']);
    expect(await onDevices()).toBeUndefined();
  });

  test('one rule more makes the defaults its own, and stands before the rule for all goods', async () => {
    expect((await ada.make(`${path}/cold`, cold)).status).toBe(201);
    expect(await codes()).toEqual(['quarantine', 'cold', 'storage']);
    expect((await ada.get(path)).body.isDefault).toBe(false);
    expect(await onDevices()).toMatchObject({ key: 'EAST', deleted: false });
    expect((await onDevices()).value.rules.map(({ code }: { code: string }) => code)).toEqual(await codes());
  });

  test('the order is changed as a whole, and is the order in which they are tried', async () => {
    const rules = [rest, cold];
    expect((await ada.change(path, { rules })).status).toBe(200);
    expect(await codes()).toEqual(['rest', 'cold']);
  });

  test('a rule is changed where it stands', async () => {
    await ada.change(`${path}/rest`, { ...rest, name: 'All else', isActive: false });
    expect((await ada.get(`${path}/rest`)).body).toEqual({
      code: 'rest',
      name: 'All else',
      isActive: false,
      when: {},
      zones: [],
      locationTypes: [],
      strategies: ['fixed', 'empty'],
      otherwise: 'next',
    });
    expect(await codes()).toEqual(['rest', 'cold']);
  });

  test('what somebody else has changed meanwhile is not overwritten', async () => {
    const known = (await ada.get(path)).headers.get('etag') ?? '';
    await ada.edit(`${path}/cold`, { name: 'Colder' });
    expect((await ada.change(path, { rules: [rest] }, known)).status).toBe(412);
    const unconditional = await app().call('PUT', path, { as: ada.token, body: { rules: [rest] } });
    expect(unconditional.status).toBe(428);
    expect((await ada.make(`${path}/cold`, cold)).status).toBe(412);
    expect(await codes()).toEqual(['rest', 'cold']);
  });

  test('two people who order the rules at once do not both succeed', async () => {
    const known = (await ada.get(path)).headers.get('etag') ?? '';
    const orders = [
      [rest, cold],
      [cold, rest],
    ].map((rules) => ada.change(path, { rules }, known));
    expect((await Promise.all(orders)).map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test.each<[string, object, string[]]>([
    ['a rule twice', { rules: [cold, cold] }, ['/rules/1/code request.repeated']],
    [
      'a zone that is not there',
      { rules: [{ ...cold, zones: ['A', 'ZZ'] }] },
      ['/rules/0/zones/1 putaway.zone_unknown'],
    ],
    [
      'a dock that is not there',
      { rules: [{ ...cold, when: { fromZones: ['ZZ'] } }] },
      ['/rules/0/when/fromZones/0 putaway.zone_unknown'],
    ],
    [
      'a strategy that is not there',
      { rules: [{ ...cold, strategies: ['far'] }] },
      ['/rules/0/strategies/0 request.not_allowed'],
    ],
    ['no strategy', { rules: [{ ...cold, strategies: [] }] }, ['/rules/0/strategies request.too_small']],
    [
      'a type where nothing is put away',
      { rules: [{ ...cold, locationTypes: ['door'] }] },
      ['/rules/0/locationTypes/0 request.not_allowed'],
    ],
    [
      'a criterion that is not there',
      { rules: [{ ...cold, when: { colour: ['red'] } }] },
      ['/rules/0/when/colour request.unknown_property'],
    ],
  ])('is refused with %s, and nothing is changed', async (_, body, faults) => {
    const before = await codes();
    const answer = await ada.change(path, body);
    expect([answer.status, faultsIn(answer)]).toEqual([422, faults]);
    expect(await codes()).toEqual(before);
  });

  test('a code that differs from its address, or an unknown warehouse', async () => {
    expect(faultsIn(await ada.make(`${path}/other`, cold))).toEqual(['/code request.code_differs']);
    expect((await ada.get('/api/admin/warehouses/NORTH/putaway-rules')).status).toBe(404);
    expect((await ada.get(`${path}/none`)).status).toBe(404);
  });

  test('supervisors read them, and administrators change them', async () => {
    expect((await sven.get(path)).status).toBe(200);
    expect((await sven.change(path, { rules: [rest] })).status).toBe(403);
    const worker = await Device.signIn(app(), 'W-1001');
    expect((await app().call('GET', path, { as: worker.token })).status).toBe(403);
  });

  test('every change is in the audit log, with before and after', async () => {
    await ada.remove(`${path}/cold`);
    await published(app());
    const rows = await app()
      .services.store.read.k.selectFrom('audit')
      .select(['actor', 'action', 'subject', 'before_json', 'after_json'])
      .where('action', 'like', 'putaway_rule%')
      .execute();
    expect(new Set(rows.map(({ action }) => action))).toEqual(
      new Set(['putaway_rule.made', 'putaway_rules.changed', 'putaway_rule.changed', 'putaway_rule.removed']),
    );
    const removed = rows.find(({ action }) => action === 'putaway_rule.removed');
    expect([removed?.actor, removed?.subject]).toEqual(['A-3001', 'putaway-rules/EAST/cold']);
    expect(JSON.parse(removed?.before_json ?? '[]')).toHaveLength(2);
    expect(JSON.parse(removed?.after_json ?? '[]')).toHaveLength(1);
  });

  test('no rules at all bring the defaults back, to devices too', async () => {
    await ada.change(path, { rules: [] });
    expect((await ada.get(path)).body).toMatchObject({ isDefault: true });
    expect(await codes()).toEqual(['quarantine', 'storage']);
    expect(await onDevices()).toMatchObject({ deleted: true });
  });
});
