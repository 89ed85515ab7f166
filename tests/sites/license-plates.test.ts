import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { openApp } from '../../api/app.ts';
import { seedSites } from '../../api/demo/sites.ts';
import { atConsole, faultsIn } from '../support/administrator.ts';
import { asTestApp, onBothDatabases, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';

const path = '/api/admin/license-plates';
const ours = '401234567';

async function haveOrder(app: TestApp, number: string): Promise<void> {
  await haveItems(app, [{ number }]);
  await haveOrders(app, [{ orderNumber: `PO-${number}`, lines: [{ lineNumber: 1, item: number, quantity: 50 }] }]);
}

async function register(device: Device, item: string) {
  const goods = { order: `PO-${item}`, item, location: 'DOCK-01', quantity: 1, unit: 'pcs' };
  return device.do('receiving.register', goods);
}

async function rangeOf(app: TestApp, device: string) {
  const { body } = await app.call('POST', '/api/session', { body: { badge: 'W-1001', pin: '1001', device } });
  return body.licensePlates;
}

onBothDatabases('the numbers of licence plates', (app) => {
  test('begin with what an administrator has set, on the server and on devices; before that with the prefix of examples', async () => {
    const ada = await atConsole(app(), 'A-3001');
    expect((await ada.get(path)).body).toEqual({ companyPrefix: '9521234' });
    await haveOrder(app(), 'NUM-1');
    const device = await Device.signIn(app(), 'W-1001', { id: 'HH-N1' });
    expect((await register(device, 'NUM-1')).result.licensePlate).toMatch(/^\d9521234/);
    const before = await rangeOf(app(), 'HH-N1');
    expect(before).toMatchObject({ companyPrefix: '9521234' });

    expect((await ada.change(path, { companyPrefix: ours })).status).toBe(200);
    expect((await register(device, 'NUM-1')).result.licensePlate).toBe(ssccOf(1, ours));
    const range = await rangeOf(app(), 'HH-N1');
    expect(range).toMatchObject({ companyPrefix: ours, from: expect.any(Number) });
    expect(range.to - range.from).toBe(9999);
    expect(await rangeOf(app(), 'HH-N1')).toEqual(range);
    expect(await rangeOf(app(), 'HH-N2')).not.toEqual(range);
    const [audited] = await ada.audit('license-plates', 1);
    expect(audited).toMatchObject({ before: { companyPrefix: '9521234' }, after: { companyPrefix: ours } });
  });

  test('are used up where the prefix leaves few, and that is said', async () => {
    const ada = await atConsole(app(), 'A-3001');
    await haveOrder(app(), 'NUM-2');
    const long = '401234567890';
    await ada.change(path, { companyPrefix: long });
    expect(await rangeOf(app(), 'HH-N3')).toEqual({ from: 1, to: 1000, companyPrefix: long });
    const all = { name: `license-plate:${long}`, value: 99_999 };
    await app().services.store.write((trx) =>
      trx.k.updateTable('counter').set({ value: all.value }).where('name', '=', all.name).execute(),
    );
    const device = await Device.signIn(app(), 'W-1001', { id: 'HH-N4' });
    expect((await register(device, 'NUM-2')).problem).toMatchObject({ code: 'license_plate.used_up' });
    expect(await rangeOf(app(), 'HH-N5')).toEqual({ from: 0, to: 0, companyPrefix: null });
  });

  test.each([
    [{ companyPrefix: '123' }, ['/companyPrefix request.malformed']],
    [{ companyPrefix: '4012345678901' }, ['/companyPrefix request.malformed']],
    [{ companyPrefix: '40 12345' }, ['/companyPrefix request.malformed']],
    [{}, ['/companyPrefix request.missing']],
  ])('%j is no company prefix', async (body, faults) => {
    const ada = await atConsole(app(), 'A-3001');
    const wrong = await ada.change(path, body);
    expect([wrong.status, faultsIn(wrong)]).toEqual([422, faults]);
  });

  test('are set by whoever administers every warehouse, knowing what is set', async () => {
    const sven = await atConsole(app(), 'S-2001');
    expect((await sven.get(path)).status).toBe(403);
    const ada = await atConsole(app(), 'A-3001');
    expect((await ada.change(path, { companyPrefix: ours }, '"stale"')).status).toBe(412);
    expect((await app().call('PUT', path, { as: ada.token, body: { companyPrefix: ours } })).status).toBe(428);
  });
});

test('in production nothing is numbered until the prefix is set, and never under that of examples', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tallyman-numbers-'));
  const opened = await openApp({ databaseUrl: `sqlite:${join(folder, 'warehouse.db')}`, mode: 'production' });
  try {
    const app = asTestApp(opened, 'sqlite');
    await seedSites(app.services.store);
    const ada = await atConsole(app, 'A-3001');
    const { code } = (await ada.post('/api/admin/devices/enrolments', undefined)).body;
    const body = { badge: 'W-1001', pin: '1001', device: 'HH-P', enrolment: code };
    const signedIn = await app.call('POST', '/api/session', { body });
    expect(signedIn.body.licensePlates).toEqual({ from: 0, to: 0, companyPrefix: null });
    const ask = () => app.call('POST', '/api/device/license-plates', { as: signedIn.body.token, body: { after: 0 } });
    const asked = await ask();
    expect([asked.status, asked.body.code]).toEqual([409, 'license_plate.no_prefix']);
    await haveOrder(app, 'NUM-3');
    const device = await Device.signIn(app, 'W-1001', { id: 'HH-P' });
    expect((await register(device, 'NUM-3')).problem).toMatchObject({ code: 'license_plate.no_prefix' });

    expect(faultsIn(await ada.change(path, { companyPrefix: '9521234' }))).toEqual([
      '/companyPrefix license_plate.example_prefix',
    ]);
    await ada.change(path, { companyPrefix: ours });
    expect((await ask()).body).toMatchObject({ companyPrefix: ours });
    expect((await register(device, 'NUM-3')).result.licensePlate).toMatch(/^0401234567/);
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
});
