import { describe, expect, test } from 'vitest';
import { openDatabase, readMeta } from '../../pwa/store/database.ts';
import { enrolmentIn, keepEnrolment } from '../../pwa/store/enrolment.ts';
import { forgetPeople } from '../../pwa/store/people.ts';
import { resumeSession, signIn, signOff } from '../../pwa/store/session.ts';
import { answered } from './device.ts';
import { virtualEnvironment } from './virtual-environment.ts';

const answer = {
  token: 'secret-token',
  session: 'session-1',
  operator: { badge: 'W-1001', name: 'Wanda Worker', language: 'de' },
  device: 'HH-1',
  roles: { '*': 'worker' },
  permits: ['receiving.register'],
  warehouses: [
    { code: 'EAST', name: 'East', timeZone: 'Europe/Berlin' },
    { code: 'WEST', name: 'West', timeZone: 'Europe/Berlin' },
  ],
  lastSequence: 0,
  licensePlates: { from: 1000, to: 1999 },
  expiresAt: '2026-03-03T07:00:00Z',
  serverTime: '2026-03-02T07:02:00.000Z',
};
const day = 24 * 60 * 60 * 1000;

async function rig() {
  const environment = virtualEnvironment();
  const database = await openDatabase(environment.storage);
  environment.answer(() => answered(200, answer));
  return { environment, database };
}

describe('signing in with a network', () => {
  test('names the device, takes its plates, and measures the clock', async () => {
    const { environment, database } = await rig();
    const result = await signIn(database, environment, 'W-1001', '1001');
    expect(result).toMatchObject({ isOffline: false, session: { session: 'session-1', warehouse: 'EAST' } });
    const device = await readMeta(database, 'device');
    expect(environment.requests[0]?.body).toEqual({ badge: 'W-1001', pin: '1001', device });
    expect(await readMeta(database, 'plates')).toEqual({ next: 1000, to: 1999, companyPrefix: '9521234' });
    expect(await readMeta(database, 'clockOffset')).toMatchObject({ offsetMs: 120_000 });
  });

  test('the language of whoever signs in is spoken until another is chosen, also when the app is opened anew', async () => {
    const { environment, database } = await rig();
    await signIn(database, environment, 'W-1001', '1001');
    expect(await readMeta(database, 'language')).toBe('de');
  });

  test('shows the code of an administrator to the server until it was used', async () => {
    const { environment, database } = await rig();
    const code = enrolmentIn('https://warehouse.example/?enrol=ABCDEFGHJKLMNPQRSTUV') ?? '';
    await keepEnrolment(database, code);
    environment.answer(() => answered(401, { code: 'session.wrong_credentials' }));
    await signIn(database, environment, 'W-1001', '9');
    environment.answer(() => answered(200, answer));
    await signIn(database, environment, 'W-1001', '1001');
    await signIn(database, environment, 'W-1001', '1001');
    const sent = environment.requests.map(({ body }) => (body as { enrolment?: string }).enrolment);
    expect(sent).toEqual(['ABCDEFGHJKLMNPQRSTUV', 'ABCDEFGHJKLMNPQRSTUV', undefined]);
  });

  test.each([['W-1001'], ['https://warehouse.example/?enrol=short'], ['https://id.gs1.org/01/09506000134352']])(
    '%s is no code that lets a device in',
    (text) => expect(enrolmentIn(text)).toBeNull(),
  );

  test('leaves neither token nor PIN in the storage', async () => {
    const { environment, database } = await rig();
    await signIn(database, environment, 'W-1001', '739184');
    const stored = JSON.stringify([await database.getAll('meta'), await database.getAll('people')]);
    expect(stored).not.toContain('secret-token');
    expect(stored.replaceAll('hash of 739184', '')).not.toContain('739184');
  });

  test('says what the server says', async () => {
    const { environment, database } = await rig();
    environment.answer(() => answered(401, { code: 'session.wrong_credentials' }));
    expect(await signIn(database, environment, 'W-1001', '9')).toEqual({ code: 'session.wrong_credentials' });
  });

  test('a storage older than what the server knows takes over the numbers that are used', async () => {
    const { environment, database } = await rig();
    environment.answer(() => answered(200, { ...answer, lastSequence: 41 }));
    await signIn(database, environment, 'W-1001', '1001');
    expect(await readMeta(database, 'lastSequence')).toBe(41);
  });
});

describe('unlocking without a network', () => {
  test.each<[name: string, passMs: number, pin: string, outcome: object]>([
    ['the same day, with the PIN', 8 * 60 * 60 * 1000, '1001', { isOffline: true }],
    ['the same day, with another PIN', 8 * 60 * 60 * 1000, '1002', { code: 'signIn.wrongPin' }],
    ['after a day', day + 1, '1001', { code: 'signIn.offlineUnknown' }],
  ])('%s', async (_name, passMs, pin, outcome) => {
    const { environment, database } = await rig();
    await signIn(database, environment, 'W-1001', '1001');
    environment.answer(() => null);
    await environment.pass(passMs);
    expect(await signIn(database, environment, 'W-1001', pin)).toMatchObject(outcome);
  });

  test('nobody who never signed in here gets in', async () => {
    const { environment, database } = await rig();
    environment.answer(() => null);
    expect(await signIn(database, environment, 'S-2001', '2001')).toEqual({ code: 'signIn.offlineUnknown' });
  });

  test('five wrong PINs lock for five minutes', async () => {
    const { environment, database } = await rig();
    await signIn(database, environment, 'W-1001', '1001');
    environment.answer(() => null);
    for (let count = 0; count < 5; count += 1) await signIn(database, environment, 'W-1001', 'wrong');
    expect(await signIn(database, environment, 'W-1001', '1001')).toEqual({
      code: 'signIn.locked',
      params: { minutes: 5 },
    });
    await environment.pass(5 * 60 * 1000);
    expect(await signIn(database, environment, 'W-1001', '1001')).toMatchObject({ isOffline: true });
  });

  test('a server that hangs counts as no network', async () => {
    const { environment, database } = await rig();
    await signIn(database, environment, 'W-1001', '1001');
    environment.answer(() => new Promise(() => {}));
    const result = signIn(database, environment, 'W-1001', '1001');
    await environment.pass(10_000);
    expect(await result).toMatchObject({ isOffline: true });
  });

  test('those whose day is over are forgotten', async () => {
    const { environment, database } = await rig();
    await signIn(database, environment, 'W-1001', '1001');
    await forgetPeople(database, environment.clock.now() + day);
    expect(await database.getAll('people')).toEqual([]);
  });
});

describe('a session', () => {
  test('goes on after the app was closed, until the person signs off', async () => {
    const { environment, database } = await rig();
    await signIn(database, environment, 'W-1001', '1001');
    expect(await resumeSession(database, environment)).toMatchObject({ session: 'session-1' });
    expect(await signOff(database, environment, { ...answer, warehouse: 'EAST' })).toBeNull();
    expect(environment.requests.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/session' });
    expect(await resumeSession(database, environment)).toBeNull();
  });

  test("signing off somebody who was let in offline does not end another's session", async () => {
    const { environment, database } = await rig();
    await signIn(database, environment, 'W-1001', '1001');
    environment.answer(() =>
      answered(200, { ...answer, session: 'session-2', operator: { ...answer.operator, badge: 'S-2001' } }),
    );
    await signIn(database, environment, 'S-2001', '2001');
    environment.answer(() => null);
    await signIn(database, environment, 'W-1001', '1001');
    const before = environment.requests.length;
    await signOff(database, environment, { ...answer, warehouse: 'EAST' });
    expect(environment.requests.length).toBe(before);
  });

  test('the server may refuse to let somebody go with goods in hand', async () => {
    const { environment, database } = await rig();
    await signIn(database, environment, 'W-1001', '1001');
    environment.answer(() => answered(409, { code: 'session.goods_in_hand' }));
    expect(await signOff(database, environment, { ...answer, warehouse: 'EAST' })).toEqual({
      code: 'session.goods_in_hand',
    });
    expect(await resumeSession(database, environment)).not.toBeNull();
  });
});
