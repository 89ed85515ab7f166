import { beforeAll, expect, test } from 'vitest';
import { type Administrator, atConsole, faultsIn } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage } from '../support/erp.ts';

const path = '/api/admin/people';

onBothDatabases('people', (app) => {
  let ada: Administrator;
  beforeAll(async () => {
    ada = await atConsole(app(), 'A-3001');
  });

  function signIn(badge: string, pin: string) {
    return app().call('POST', '/api/session', { body: { badge, pin, device: `HH-${badge}` } });
  }

  async function worker(badge: string, more: object = {}) {
    const person = { name: 'Vera', language: 'es', roles: { EAST: 'worker' }, pin: '4711', ...more };
    expect((await ada.make(`${path}/${badge}`, person)).status).toBe(201);
  }

  test('a new person signs in with the PIN they were given, and it is shown to nobody', async () => {
    await worker('V-1');
    const { body } = await ada.get(`${path}/V-1`);
    expect(body).toEqual({
      ...{ badge: 'V-1', name: 'Vera', language: 'es', roles: { EAST: 'worker' } },
      limits: { count: { quantity: 0, percent: 0, value: 0 }, adjustment: { value: 1000 }, recounts: 1 },
    });
    const signedIn = await signIn('V-1', '4711');
    expect(signedIn.body).toMatchObject({ operator: { language: 'es' }, warehouses: [{ code: 'EAST' }] });
    const { items } = (await ada.get(path)).body;
    const row = items.find(({ badge }: { badge: string }) => badge === 'V-1');
    expect(row).toMatchObject({ hasPin: true, hasPassword: false, lockedUntil: null });
    const log = JSON.stringify(await ada.audit('person/V-1', 1));
    expect(log).toContain('"pin":"changed"');
    expect(log).not.toMatch(/"4711"|argon2id/);
  });

  test('limits are kept as far as they are said, the others as for everybody', async () => {
    await worker('V-2', { limits: { count: { percent: 5 }, adjustment: { value: null } } });
    const { body } = await ada.get(`${path}/V-2`);
    expect(body.limits).toEqual({
      count: { quantity: 0, percent: 5, value: 0 },
      adjustment: { value: null },
      recounts: 1,
    });
  });

  test.each<[limit: number | null, quantity: number, waits: boolean]>([
    [10.5, 10, false],
    [10.5, 11, true],
    [null, 100_000, false],
    [0, 1, true],
  ])('with a limit of %s, an adjustment worth %s waits for a second person: %s', async (value, quantity, waits) => {
    await new Erp(app()).sent(itemMessage('COSTS-1', { unitCost: 1 }));
    expect((await ada.edit(`${path}/W-1001`, { limits: { adjustment: { value } } })).status).toBe(200);
    const device = await Device.signIn(app(), 'W-1001');
    const found = { location: 'QC-01', item: 'COSTS-1', quantity, unit: 'pcs', reason: 'found' };
    const { result } = await device.do('inventory.adjust', found);
    expect(Object.keys(result)).toEqual([waits ? 'approval' : 'journal']);
  });

  test('a role that is taken is gone with the next request of a session that lasts', async () => {
    await worker('V-3', { roles: { EAST: 'supervisor' }, password: 'a long password' });
    const vera = await atConsole(app(), 'V-3', 'a long password');
    expect((await vera.get('/api/console/messages')).status).toBe(200);
    await ada.edit(`${path}/V-3`, { roles: { EAST: 'worker' } });
    expect((await vera.get('/api/console/messages')).status).toBe(403);
  });

  test('who has no role left is signed out, may not sign in, and what they still send is kept for a supervisor', async () => {
    await worker('V-4');
    const { body: session } = await signIn('V-4', '4711');
    await ada.edit(`${path}/V-4`, { roles: {} });
    expect((await app().call('GET', '/api/session', { as: session.token })).status).toBe(401);
    const again = await signIn('V-4', '4711');
    expect([again.status, again.body.code]).toEqual([403, 'session.no_role']);
    const device = await Device.signIn(app(), 'W-1001');
    const move = { item: 'A0001', from: 'A-01-01-1', to: 'A-01-01-2', quantity: 1, unit: 'pcs' };
    const [late] = await device.send(device.command('inventory.move', move, { session: session.session }));
    expect([late.outcome, late.problem.code]).toEqual(['held', 'session.revoked']);
  });

  test('a new PIN ends the sessions of the old one and unlocks the badge', async () => {
    await worker('V-5');
    const { body: session } = await signIn('V-5', '4711');
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn('V-5', '0000');
    expect((await signIn('V-5', '4711')).status).toBe(429);
    await ada.edit(`${path}/V-5`, { pin: '123456' });
    expect((await app().call('GET', '/api/session', { as: session.token })).status).toBe(401);
    expect((await signIn('V-5', '4711')).status).toBe(401);
    expect((await signIn('V-5', '123456')).status).toBe(200);
  });

  test('a PIN stays where it is left out and goes where it is null', async () => {
    await worker('V-6');
    await ada.edit(`${path}/V-6`, { name: 'Vera Six' });
    expect((await signIn('V-6', '4711')).body.operator.name).toBe('Vera Six');
    await ada.edit(`${path}/V-6`, { pin: null });
    expect((await signIn('V-6', '4711')).status).toBe(401);
  });

  test('of two who give somebody a new PIN at once, one is told that the other was first', async () => {
    await worker('V-7');
    const read = (await ada.get(`${path}/V-7`)).headers.get('etag') ?? '';
    const person = { name: 'Vera', language: 'es', roles: { EAST: 'worker' } };
    const answers = await Promise.all(
      ['1111', '2222'].map((pin) => ada.change(`${path}/V-7`, { ...person, pin }, read)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const kept = answers[0]?.status === 200 ? '1111' : '2222';
    expect((await signIn('V-7', kept)).status).toBe(200);
  });

  test.each<[what: string, members: object, faults: string[]]>([
    ['no name', {}, ['/name request.missing']],
    ['a PIN of letters', { name: 'X', pin: 'abcd' }, ['/pin request.malformed']],
    [
      'a short PIN and password',
      { name: 'X', pin: '1', password: 'x' },
      ['/password request.too_small', '/pin request.malformed'],
    ],
    ['a language nobody speaks here', { name: 'X', language: 'tlh' }, ['/language request.not_allowed']],
    ['a role that does not exist', { name: 'X', roles: { EAST: 'king' } }, ['/roles/EAST request.not_allowed']],
    ['a warehouse that does not exist', { name: 'X', roles: { 'M/N': 'worker' } }, ['/roles/M~1N warehouse.unknown']],
    ['the badge of another', { name: 'X', badge: 'V-1' }, ['/badge request.code_differs']],
    [
      'limits below nothing',
      { name: 'X', limits: { count: { value: -1 } } },
      ['/limits/count/value request.too_small'],
    ],
    ['what people do not have', { name: 'X', email: 'x@example.org' }, ['/email request.unknown_property']],
  ])('%s is refused', async (_, members, faults) => {
    const wrong = await ada.make(`${path}/X-1`, members);
    expect(wrong.status).toBe(422);
    expect(faultsIn(wrong).sort()).toEqual(faults);
  });

  test.each<[what: string, members: unknown]>([
    ['a PIN that is too short', { name: 'X', pin: '73' }],
    ['a PIN of letters', { name: 'X', pin: '73-secret' }],
    ['a PIN as a number', { name: 'X', pin: 7373 }],
    ['a password that is too short', { name: 'X', password: '73six' }],
    ['a PIN and something else that is wrong', { pin: '7373', language: 'tlh' }],
    ['a PIN under a name with a slip in it', { name: 'X', pni: '7373' }],
    ['a PIN inside something that is no PIN', { name: 'X', pin: { now: '7373' } }],
    ['a PIN instead of a person', '7373'],
    ['a list of PINs', ['7373']],
  ])('%s is never repeated', async (_, members) => {
    const wrong = await ada.make(`${path}/X-2`, members);
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors).not.toEqual([]);
    expect(JSON.stringify(wrong.body.errors)).not.toContain('73');
    const signedIn = await app().call('POST', '/api/session', { body: members });
    expect(JSON.stringify(signedIn.body.errors)).not.toContain('73');
  });

  test('what is wrong with a person is told at once, places that do not exist with it', async () => {
    const roles = { EAST: 'king', MOON: 'worker', 'M\u0000': 'worker' };
    const wrong = await ada.make(`${path}/X-3`, { badge: 'X-4', language: 'tlh', pin: '1', roles });
    expect(faultsIn(wrong).sort()).toEqual([
      '/badge request.code_differs',
      '/language request.not_allowed',
      '/name request.missing',
      '/pin request.malformed',
      '/roles/EAST request.not_allowed',
      '/roles/MOON warehouse.unknown',
    ]);
  });

  test('there is always somebody who administers all warehouses', async () => {
    const refused = await ada.edit(`${path}/A-3001`, { roles: { EAST: 'administrator' } });
    expect([refused.status, refused.body.code]).toEqual([409, 'person.last_administrator']);
    await worker('V-8', { roles: { '*': 'administrator' } });
    expect((await ada.edit(`${path}/V-8`, { roles: { '*': 'worker' } })).status).toBe(200);
  });

  test('who administers one warehouse sees to its people, and gives nobody a role in another', async () => {
    await worker('L-1', { roles: { EAST: 'administrator' }, password: 'only the east' });
    await worker('V-9', { roles: { EAST: 'worker' } });
    const lena = await atConsole(app(), 'L-1', 'only the east');
    expect((await lena.edit(`${path}/V-9`, { roles: { EAST: 'lead' } })).status).toBe(200);
    const given = await Promise.all([
      lena.edit(`${path}/V-9`, { roles: { EAST: 'lead', WEST: 'worker' } }),
      lena.edit(`${path}/L-1`, { roles: { '*': 'administrator' } }),
      lena.change(`${path}/A-3001`, { name: 'Ada', roles: {} }, '*'),
    ]);
    expect(given.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect((await lena.get(`${path}/A-3001`)).status).toBe(404);
    const { items } = (await lena.get(path)).body;
    expect(items.map(({ badge }: { badge: string }) => badge)).not.toContain('A-3001');
  });

  test('are nobody else’s business', async () => {
    for (const badge of ['W-1001', 'S-2001']) {
      const other = await atConsole(app(), badge);
      expect([(await other.get(path)).status, (await other.change(`${path}/W-1001`, {}, '*')).status]).toEqual([
        403, 403,
      ]);
    }
    expect((await app().call('GET', path)).status).toBe(401);
    expect((await app().call('GET', path, { as: 'demo-erp-key' })).status).toBe(403);
  });
});
