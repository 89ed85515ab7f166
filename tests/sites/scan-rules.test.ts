import { beforeAll, expect, test } from 'vitest';
import { type Administrator, atConsole, faultsIn } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { published } from '../support/published.ts';

const path = '/api/admin/warehouses/EAST/scan-rules';
const rack = { name: 'Rack label', kind: 'location', pattern: 'LOC:[{*:1-32}]', isActive: true };
const tote = { name: 'Tote', kind: 'position', pattern: 'T{9:2}-[{9:1-2}]', isActive: false };
const rules = {
  codes: [rack, tote],
  unknownAi: 'warn',
  separators: ['~'],
  gs1Prefixes: [],
  checkDigits: { required: false, otherZones: [] },
  cameraCodes: { upcE: true, pdf417: false, aztec: false },
};

onBothDatabases('how the codes of a warehouse are read, as administrators keep it', (app) => {
  let ada: Administrator;

  beforeAll(async () => {
    ada = await atConsole(app(), 'A-3001');
  });

  /** What devices keep of the rules; undefined without any. */
  async function onDevices() {
    await published(app());
    const device = await Device.signIn(app(), 'W-1001');
    const { body } = await app().call('GET', '/api/device/changes?warehouse=EAST&limit=1000', { as: device.token });
    return body.items.find(({ kind }: { kind: string }) => kind === 'scanRules');
  }

  test('a warehouse begins without codes of its own', async () => {
    const { status, body, headers } = await ada.get(path);
    expect([status, body.isDefault, body.codes, body.unknownAi]).toEqual([200, true, [], 'refuse']);
    expect(headers.get('etag')).toMatch(/^"/);
    expect(await onDevices()).toBeUndefined();
  });

  test('what was changed reaches the devices, without patterns that are switched off', async () => {
    const { status, body } = await ada.change(path, rules);
    expect([status, body.isDefault]).toEqual([200, false]);
    const { key, value } = await onDevices();
    expect([key, value.unknownAi, value.cameraCodes, value.codes]).toEqual([
      'EAST',
      'warn',
      { upcE: true, pdf417: false, aztec: false },
      [{ name: rack.name, kind: rack.kind, pattern: rack.pattern }],
    ]);
  });

  test('the server reads codes by them too', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    const { body } = await app().call('GET', '/api/device/look-up?warehouse=EAST&code=LOC%3ADOCK-01', {
      as: device.token,
    });
    expect(body.items.map(({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`)).toEqual([
      'location DOCK-01',
    ]);
  });

  test.each([
    [
      'a brace that does not close',
      { codes: [{ ...rack, pattern: 'LOC{9' }] },
      '/codes/0/pattern scan_rules.pattern_syntax',
    ],
    [
      'a pattern for every code',
      { codes: [{ ...rack, pattern: '{*:1-20}' }] },
      '/codes/0/pattern scan_rules.pattern_wide',
    ],
    ['one name twice', { codes: [rack, { ...tote, name: rack.name }] }, '/codes/1/name request.repeated'],
    ['a separator that lots have', { separators: ['-'] }, '/separators/0 scan_rules.separator_on_labels'],
    ['a separator in letters', { separators: ['~', 'GS'] }, '/separators/1 scan_rules.separator_on_labels'],
    [
      'a zone without places',
      { checkDigits: { required: true, otherZones: ['NOWHERE'] } },
      '/checkDigits/otherZones/0 scan_rules.zone_unknown',
    ],
    ['a kind that is none', { codes: [{ ...rack, kind: 'badge' }] }, '/codes/0/kind request.not_allowed'],
  ])('%s is refused, and nothing is changed', async (_, changed, fault) => {
    const refused = await ada.change(path, { ...rules, ...changed });
    expect([refused.status, ...faultsIn(refused)]).toEqual([422, fault]);
    expect((await ada.get(path)).body.separators).toEqual(['~']);
  });

  test('who does not administer the warehouse changes nothing', async () => {
    const sven = await atConsole(app(), 'S-2001');
    expect((await sven.get(path)).status).toBe(403);
  });

  test('without rules it is again as it was, and devices forget them', async () => {
    const { body } = await ada.change(path, { checkDigits: { required: false, otherZones: [] } });
    expect(body.isDefault).toBe(true);
    expect(await onDevices()).toMatchObject({ key: 'EAST', deleted: true });
  });

  test('the audit log tells what it was and what it became', async () => {
    await published(app());
    const rows = await app()
      .services.store.read.k.selectFrom('audit')
      .select(['action', 'subject'])
      .where('action', 'like', 'scan_rules%')
      .execute();
    expect(rows.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'scan_rules.changed scan-rules/EAST',
      'scan_rules.changed scan-rules/EAST',
    ]);
  });
});
