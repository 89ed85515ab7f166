import { beforeAll, expect, test } from 'vitest';
import { type Administrator, atConsole, faultsIn } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';

onBothDatabases('what an administrator sets up', (app) => {
  let ada: Administrator;
  beforeAll(async () => {
    ada = await atConsole(app(), 'A-3001');
  });

  test.each<[what: string, path: string, body: object, pointer: string]>([
    ['a person', 'people/X-1', { name: '   ' }, '/name'],
    ['a person', 'people/X-1', { name: '\u00a0\u200b' }, '/name'],
    ['a warehouse', 'warehouses/X', { name: ' ', timeZone: 'UTC' }, '/name'],
    ['a zone', 'warehouses/EAST/locations/X', { type: 'storage', zone: '  ' }, '/zone'],
    ['a category', 'warehouses/EAST/locations/X', { type: 'storage', onlyCategories: [' '] }, '/onlyCategories/0'],
    ['a source system', 'source-systems/X', { name: '  ' }, '/name'],
    ['an owner', 'source-systems/X', { owners: ['X', ' '] }, '/owners/1'],
    ['a wave template', 'wave-templates/EAST/x', { code: 'x', name: '  ' }, '/name'],
  ])('is not named by spaces: %s at %s with %o', async (_what, path, body, pointer) => {
    const wrong = await ada.make(`/api/admin/${path}`, body);
    expect([wrong.status, faultsIn(wrong)]).toEqual([422, [`${pointer} request.blank`]]);
  });

  test('is not named by spaces: neither a key nor the device that somebody signs in on', async () => {
    const key = await ada.post('/api/admin/keys', { name: ' ', scopes: ['monitor'] });
    const signedIn = { badge: 'W-1001', pin: '1001', device: '   ' };
    const session = await app().call('POST', '/api/session', { body: signedIn });
    expect([key, session].map((wrong) => [wrong.status, faultsIn(wrong)])).toEqual([
      [422, ['/name request.blank']],
      [422, ['/device request.blank']],
    ]);
  });

  test.each(['constructor', '__proto__', 'toString'])(
    'a warehouse %s is no other than one that there is not',
    async (warehouse) => {
      const worker = await Device.signIn(app(), 'W-1001');
      const looked = await app().call('GET', `/api/device/loads?warehouse=${warehouse}`, { as: worker.token });
      const body = { from: 'A', to: 'B', licensePlate: 'P' };
      const { outcome, problem } = await worker.do('inventory.move', body, { warehouse });
      expect([looked.status, outcome, problem.code]).toEqual([200, 'refused', 'warehouse.unknown']);
    },
  );

  test.each(['Ωmega', '倉庫', '7', '-'])('may be named %s', async (name) => {
    const { status } = await ada.make(`/api/admin/people/${encodeURIComponent(`N-${name}`)}`, { name });
    expect(status).toBe(201);
  });
});
