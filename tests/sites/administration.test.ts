import { beforeAll, describe, expect, test } from 'vitest';
import { locationCheckDigits } from '#shared/scan/check-digits.ts';
import { type Administrator, atConsole, faultsIn } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

const warehouses = '/api/admin/warehouses';
const east = `${warehouses}/EAST/locations`;

onBothDatabases('sites', (app) => {
  let ada: Administrator;
  beforeAll(async () => {
    ada = await atConsole(app(), 'A-3001');
  });

  describe('warehouses', () => {
    test('a new one is there for people and source systems at once', async () => {
      const made = await ada.make(`${warehouses}/NORTH`, { timeZone: 'Europe/Oslo' });
      expect([made.status, made.body]).toEqual([201, { code: 'NORTH', name: 'NORTH', timeZone: 'Europe/Oslo' }]);
      const { items } = (await ada.get(warehouses)).body;
      expect(items).toContainEqual({ code: 'NORTH', name: 'NORTH', timeZone: 'Europe/Oslo', locations: 0 });
      const { body } = await app().call('POST', '/api/session', { body: { user: 'A-3001', password: '3001' } });
      expect(body.warehouses.map(({ code }: { code: string }) => code)).toEqual(['EAST', 'NORTH', 'WEST']);
    });

    test.each<[code: string, members: object, faults: string[]]>([
      ['X', { timeZone: 'Mars/Base' }, ['/timeZone warehouse.time_zone_unknown']],
      ['X', { timeZone: '+01:00' }, ['/timeZone warehouse.time_zone_unknown']],
      ['X', {}, ['/timeZone request.missing']],
      ['X', { timeZone: 'UTC', code: 'Y' }, ['/code request.code_differs']],
      ['*', { timeZone: 'UTC' }, ['/code request.malformed']],
      ['a%20b', { timeZone: 'UTC' }, ['/code request.malformed']],
    ])('%s with %o is refused', async (code, members, faults) => {
      const wrong = await ada.make(`${warehouses}/${code}`, members);
      expect([wrong.status, faultsIn(wrong)]).toEqual([422, faults]);
    });

    test('are changed by who knows them as they are', async () => {
      await ada.make(`${warehouses}/SOUTH`, { timeZone: 'Europe/Rome' });
      const read = (await ada.get(`${warehouses}/SOUTH`)).headers.get('etag') ?? '';
      const south = { name: 'South', timeZone: 'Europe/Rome' };
      expect((await ada.change(`${warehouses}/SOUTH`, south, read)).status).toBe(200);
      expect((await ada.change(`${warehouses}/SOUTH`, { ...south, name: 'Sud' }, read)).status).toBe(412);
      const { status } = await app().call('PUT', `${warehouses}/SOUTH`, { as: ada.token, body: south });
      expect(status).toBe(428);
    });
  });

  describe('locations', () => {
    test('one of which only the type is said takes what is usual', async () => {
      const made = await ada.make(`${east}/C-01-01-1`, { type: 'storage' });
      expect(made.status).toBe(201);
      expect(made.body).toEqual({
        ...{ code: 'C-01-01-1', type: 'storage', zone: 'C', active: true },
        ...{ checkDigit: locationCheckDigits('C-01-01-1'), sequence: expect.any(Number) },
        capacity: { plates: null, weightGrams: null, volumeCm3: null },
        mixing: { items: false, lots: true, statuses: true, owners: true },
        ...{ fixedItem: null, fixedItemSourceSystem: null },
        ...{ onlyCategories: null, barredCategories: null, allowedStatuses: null, allowNegativeStock: false },
      });
      const { items } = (await ada.get(east)).body;
      expect(items.at(-1).code).toBe('C-01-01-1');
    });

    test('devices learn of a new one and of every change', async () => {
      const device = await Device.signIn(app(), 'W-1001');
      const before = await app().call('GET', '/api/device/changes?warehouse=EAST&limit=1000', { as: device.token });
      await ada.make(`${east}/C-02`, { type: 'storage', capacity: { plates: 2 } });
      await ada.edit(`${east}/C-02`, { capacity: { plates: 3 }, active: false });
      await ada.audit('location/EAST/C-02', 2);
      const path = `/api/device/changes?warehouse=EAST&limit=1000&after=${before.body.next}`;
      const { items } = (await app().call('GET', path, { as: device.token })).body;
      const newest = items.filter(({ key }: { key: string }) => key === 'C-02').at(-1);
      expect(newest.value).toMatchObject({ capacityPlates: 3, isActive: false });
    });

    test('devices hear of counts in another zone, and of work whose goods are to be brought elsewhere', async () => {
      const floor = await Device.signIn(app(), 'S-2001');
      await new Erp(app()).sent(itemMessage('TOLD-1'), shipMessage('told-1', 'SO-TOLD-1', [[1, 'TOLD-1', 5]]));
      const found = { item: 'TOLD-1', quantity: 5, unit: 'pcs', reason: 'found' };
      await floor.do('inventory.adjust', { location: 'A-12-02-1', ...found });
      const [{ work }] = (await floor.do('waves.release', { orders: ['SO-TOLD-1'] })).result.work;
      await floor.do('picking.claim', { work });
      await floor.do('counting.request', { locations: ['A-12-03-1'] });
      const after = await published(app());
      await ada.edit(`${east}/A-12-03-1`, { zone: 'TOLD' });
      await ada.make(`${east}/STAGE-00`, { type: 'staging', sequence: 0 });
      await published(app());
      const path = `/api/device/changes?warehouse=EAST&after=${after}`;
      const { items } = (await app().call('GET', path, { as: floor.token })).body;
      const told = items.filter(({ kind }: { kind: string }) => kind !== 'location');
      expect(told).toMatchObject([
        { kind: 'countWork', value: { location: 'A-12-03-1', zone: 'TOLD' } },
        { kind: 'pickWork', key: work, value: { putTo: 'STAGE-00' } },
      ]);
      await ada.edit(`${east}/STAGE-00`, { active: false });
    });

    test('one with goods keeps its type and stays open', async () => {
      await new Erp(app()).sent(itemMessage('F-1'));
      const device = await Device.signIn(app(), 'S-2001');
      await ada.make(`${east}/C-03`, { type: 'storage' });
      const found = { location: 'C-03', item: 'F-1', quantity: 1, unit: 'pcs', reason: 'found' };
      expect((await device.do('inventory.adjust', found)).outcome).toBe('applied');
      expect(faultsIn(await ada.edit(`${east}/C-03`, { active: false }))).toEqual(['/active location.in_use']);
      expect(faultsIn(await ada.edit(`${east}/C-03`, { type: 'door' }))).toEqual(['/type location.in_use']);
      expect((await ada.edit(`${east}/C-03`, { zone: 'COLD' })).status).toBe(200);
      await device.do('inventory.adjust', { ...found, quantity: -1, reason: 'correction' });
      expect((await ada.edit(`${east}/C-03`, { active: false })).status).toBe(200);
    });

    test('a fixed item is one that exists, and of one system', async () => {
      await new Erp(app()).sent(itemMessage('F-2'));
      const fixed = await ada.make(`${east}/C-04`, { type: 'pick', fixedItem: 'F-2' });
      expect(fixed.body).toMatchObject({ fixedItem: 'F-2', fixedItemSourceSystem: 'DEMO' });
      const unknown = await ada.edit(`${east}/C-04`, { fixedItem: 'NEVER', fixedItemSourceSystem: null });
      expect(faultsIn(unknown)).toEqual(['/fixedItem item.unknown']);
      await ada.make('/api/admin/source-systems/SHOP', {});
      const { key } = (await ada.post('/api/admin/keys', { name: 'Shop', sourceSystem: 'SHOP', scopes: ['erp'] })).body;
      await new Erp(app(), key).sent(itemMessage('F-2'));
      const either = await ada.edit(`${east}/C-04`, { fixedItemSourceSystem: null });
      expect(faultsIn(either)).toEqual(['/fixedItem item.ambiguous']);
      const shops = await ada.edit(`${east}/C-04`, { fixedItemSourceSystem: 'SHOP' });
      expect(shops.body).toMatchObject({ fixedItem: 'F-2', fixedItemSourceSystem: 'SHOP' });
    });

    test.each<[what: string, code: string, members: object, faults: string[]]>([
      ['no type', 'X', {}, ['/type request.missing']],
      ['a type nobody knows', 'X', { type: 'shelf' }, ['/type request.not_allowed']],
      ['no room at all', 'X', { type: 'storage', capacity: { plates: 0 } }, ['/capacity/plates request.too_small']],
      ['the code of another', 'X', { type: 'storage', code: 'Y' }, ['/code request.code_differs']],
      ['a code that means no place here', '@X', { type: 'storage' }, ['/code request.malformed']],
      ['check digits with a space', 'X', { type: 'door', checkDigit: '1 2' }, ['/checkDigit request.malformed']],
      ['what locations do not have', 'X', { type: 'door', colour: 'red' }, ['/colour request.unknown_property']],
    ])('%s is refused', async (_, code, members, faults) => {
      const wrong = await ada.make(`${east}/${code}`, members);
      expect([wrong.status, faultsIn(wrong)]).toEqual([422, faults]);
    });

    test('are changed by who knows them as they are, in a warehouse that exists', async () => {
      await ada.make(`${east}/C-05`, { type: 'storage' });
      const read = (await ada.get(`${east}/C-05`)).headers.get('etag') ?? '';
      const answers = await Promise.all(
        ['C1', 'C2'].map((zone) => ada.change(`${east}/C-05`, { type: 'storage', zone }, read)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      expect((await ada.make(`${warehouses}/MOON/locations/A`, { type: 'door' })).status).toBe(404);
      expect((await ada.make(`${east}/C-05`, { type: 'door' })).status).toBe(412);
    });

    test('are for administrators of their warehouse', async () => {
      const person = { name: 'Lena', roles: { WEST: 'administrator' }, password: 'only the west' };
      await ada.make('/api/admin/people/L-3', person);
      const lena = await atConsole(app(), 'L-3', 'only the west');
      const west = `${warehouses}/WEST/locations`;
      expect((await lena.make(`${west}/D-01`, { type: 'door' })).status).toBe(201);
      const others = await Promise.all([
        lena.make(`${east}/D-01`, { type: 'door' }),
        lena.get(east),
        lena.post(east, []),
        lena.make(`${warehouses}/NEW`, { timeZone: 'UTC' }),
      ]);
      expect(others.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
      expect((await lena.get(warehouses)).body.items.map(({ code }: { code: string }) => code)).toEqual(['WEST']);
      const sven = await atConsole(app(), 'S-2001');
      expect((await sven.get(east)).status).toBe(403);
    });
  });
});
