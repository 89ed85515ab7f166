import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openApp } from '../../api/app.ts';
import { seedSites } from '../../api/demo/sites.ts';
import { atConsole } from '../support/administrator.ts';
import { asTestApp, onBothDatabases, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { ManualClock } from '../support/manual-clock.ts';

const path = '/api/admin/devices';

const scanner = {
  ...{ learntAt: 1, door: 'keys', ending: 'Enter', gapMs: 4, largestGapMs: 9, separator: 'control' },
  ...{ hasIdentifier: true, findings: [] },
};

onBothDatabases('devices', (app) => {
  test('are listed with who signed in last and how many commands they still have', async () => {
    const ada = await atConsole(app(), 'A-3001');
    const device = await Device.signIn(app(), 'S-2001', { id: 'HH-LIST' });
    const commands = [device.command('inventory.move', {})];
    await app().call('POST', '/api/device/commands', { as: device.token, body: { commands, waiting: 12 } });
    const { items } = (await ada.get(path)).body;
    const row = items.find((shown: { device: string }) => shown.device === 'HH-LIST');
    expect(row).toMatchObject({
      ...{ waitingCommands: 12, lastSequence: 1, revokedAt: null, enrolledBy: null },
      lastPerson: { badge: 'S-2001', name: 'Sven Supervisor' },
    });
    expect(items.every((shown: { device: string }) => !shown.device.startsWith('console-'))).toBe(true);
  });

  test('tell what was learnt of their scanners, and the newest counts', async () => {
    const ada = await atConsole(app(), 'A-3001');
    const device = await Device.signIn(app(), 'W-1001', { id: 'HH-SCAN' });
    expect((await ada.get(`${path}/HH-SCAN`)).body.scanner).toBeNull();
    for (const findings of [['separatorLost'], []]) {
      const told = await app().call('PUT', '/api/device/scanner', { as: device.token, body: { ...scanner, findings } });
      expect(told.status).toBe(204);
    }
    expect((await ada.get(`${path}/HH-SCAN`)).body.scanner).toEqual({ ...scanner, findings: [] });
  });

  test.each<[string, object]>([
    ['an unknown finding', { ...scanner, findings: ['tooLoud'] }],
    ['a member too many', { ...scanner, more: 1 }],
    ['gaps of a week', { ...scanner, gapMs: 604_800_000 }],
  ])('%s in what a device tells of its scanner is refused', async (_name, body) => {
    const device = await Device.signIn(app(), 'W-1001', { id: 'HH-ODD' });
    expect((await app().call('PUT', '/api/device/scanner', { as: device.token, body })).status).toBe(422);
  });

  test('one that is revoked is signed out and let in no more', async () => {
    const ada = await atConsole(app(), 'A-3001');
    const lost = await Device.signIn(app(), 'W-1001', { id: 'HH-LOST' });
    expect((await ada.remove(`${path}/HH-LOST`)).status).toBe(204);
    expect((await app().call('GET', '/api/session', { as: lost.token })).status).toBe(401);
    const again = await app().call('POST', '/api/session', {
      body: { badge: 'W-1001', pin: '1001', device: 'HH-LOST' },
    });
    expect([again.status, again.body.code]).toEqual([403, 'device.unknown']);
    expect(await ada.audit('device/HH-LOST', 1)).toMatchObject([
      { actor: 'A-3001', action: 'device.revoked', before: { revokedAt: null } },
    ]);
    expect((await ada.remove(`${path}/HH-NEVER`, '*')).status).toBe(404);
  });

  test('what a revoked device did before is taken when it is let in again, and waits for a supervisor', async () => {
    const ada = await atConsole(app(), 'A-3001');
    const found = await Device.signIn(app(), 'W-1001', { id: 'HH-FOUND' });
    const move = { item: 'A0001', from: 'A-01-01-1', to: 'A-01-01-2', quantity: 1, unit: 'pcs' };
    const command = found.command('inventory.move', move, { session: found.session });
    await ada.remove(`${path}/HH-FOUND`);
    const { code } = (await ada.post(`${path}/enrolments`, undefined)).body;
    const body = { badge: 'W-1001', pin: '1001', device: 'HH-FOUND', enrolment: code };
    const { token } = (await app().call('POST', '/api/session', { body })).body;
    const sent = await app().call('POST', '/api/device/commands', { as: token, body: { commands: [command] } });
    expect(sent.body.results[0]).toMatchObject({ outcome: 'held', problem: { code: 'session.revoked' } });
  });

  test('are not for supervisors', async () => {
    const sven = await atConsole(app(), 'S-2001');
    const asked = await Promise.all([
      sven.get(path),
      sven.remove(`${path}/HH-LIST`, '*'),
      sven.post(`${path}/enrolments`, undefined),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

describe('outside demo mode', () => {
  async function inProduction(work: (app: TestApp, clock: ManualClock) => Promise<void>): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'tallyman-'));
    const clock = new ManualClock();
    const opened = await openApp({ databaseUrl: `sqlite:${join(folder, 'warehouse.db')}`, mode: 'production', clock });
    await seedSites(opened.services.store);
    await work(asTestApp(opened, 'sqlite'), clock);
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }

  function signIn(app: TestApp, device: string, enrolment?: string) {
    const body = { badge: 'W-1001', pin: '1001', device, ...(enrolment !== undefined && { enrolment }) };
    return app.call('POST', '/api/session', { body });
  }

  test('a device works only with the code of an administrator, which is good once and for a quarter of an hour', () =>
    inProduction(async (app, clock) => {
      const ada = await atConsole(app, 'A-3001');
      expect((await signIn(app, 'HH-1')).body.code).toBe('device.unknown');
      expect((await signIn(app, 'HH-1', 'ABC')).body.code).toBe('device.enrolment_unknown');
      const { code } = (await ada.post(`${path}/enrolments`, undefined)).body;
      expect((await signIn(app, 'HH-1', code)).status).toBe(200);
      expect((await signIn(app, 'HH-1')).status).toBe(200);
      expect((await signIn(app, 'HH-2', code)).body.code).toBe('device.enrolment_unknown');
      expect((await ada.get(`${path}/HH-1`)).body).toMatchObject({ enrolledBy: 'A-3001' });
      const late = (await ada.post(`${path}/enrolments`, undefined)).body;
      clock.pass(15 * 60 * 1000);
      expect((await signIn(app, 'HH-2', late.code)).body.code).toBe('device.enrolment_unknown');
    }));

  test('a wrong PIN does not use a code up', () =>
    inProduction(async (app) => {
      const ada = await atConsole(app, 'A-3001');
      const { code } = (await ada.post(`${path}/enrolments`, undefined)).body;
      const body = { badge: 'W-1001', pin: '9999', device: 'HH-3', enrolment: code };
      expect((await app.call('POST', '/api/session', { body })).status).toBe(401);
      expect((await signIn(app, 'HH-3', code)).status).toBe(200);
    }));

  test('a device that calls itself a console is still a device', () =>
    inProduction(async (app) => {
      expect((await signIn(app, 'console-1')).body.code).toBe('device.unknown');
    }));
});
