import { expect, test } from 'vitest';
import { putAdministrator } from '../../api/bin/administrator.queries.ts';
import { hashSecret } from '../../api/platform/secrets.ts';
import { Administrator, atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';

onBothDatabases('the first administrator', (app) => {
  async function put(badge: string, name: string | null, password: string): Promise<boolean> {
    const passwordHash = await hashSecret(password);
    return app().services.store.write((trx) => putAdministrator(trx, { badge, name, passwordHash }));
  }

  test('is made from the command line, and makes everybody else', async () => {
    expect(await put('F-1', 'Frida First', 'from the command line')).toBe(true);
    const frida = await atConsole(app(), 'F-1', 'from the command line');
    expect((await frida.make('/api/admin/people/F-2', { name: 'Second', roles: { EAST: 'worker' } })).status).toBe(201);
    const [made] = await frida.audit('person/F-1', 1);
    expect(made).toMatchObject({ actor: 'command line', action: 'person.made', before: null });
    expect(JSON.stringify(made)).not.toContain('argon2id');
  });

  test('gets a new password there when nobody can sign in any more, which ends their sessions', async () => {
    const ada = await atConsole(app(), 'A-3001');
    const person = { name: 'Lost', roles: { WEST: 'worker' }, password: 'forgotten since' };
    await ada.make('/api/admin/people/F-3', person);
    const before = await atConsole(app(), 'F-3', 'forgotten since');
    for (let attempt = 0; attempt < 5; attempt += 1) await atConsole(app(), 'F-3', 'wrong');
    expect(await put('F-3', null, 'known again')).toBe(true);
    const { body: session } = await app().call('POST', '/api/session', {
      body: { user: 'F-3', password: 'known again' },
    });
    expect(session.roles).toEqual({ WEST: 'worker', '*': 'administrator' });
    expect((await new Administrator(app(), session.token).get('/api/admin/people')).status).toBe(200);
    app().services.credentials.forget();
    expect((await before.get('/api/session')).status).toBe(401);
  });

  test('needs a name where there is no such badge', async () => {
    expect(await put('F-4', null, 'for nobody')).toBe(false);
  });
});
