import { expect, test } from 'vitest';
import type { StoredEnvelope } from '../../pwa/store/queued-command.ts';
import { resumeSession, signIn } from '../../pwa/store/session.ts';
import { startSync, syncStatus } from '../../pwa/store/sync.ts';
import { answered, wanda } from './device.ts';
import { queue, rig } from './scripted-server.ts';

const day = 24 * 60 * 60 * 1000;

test('after a day the device asks to sign in again, and sends what it queued in the session it was made in', async () => {
  const { environment, database, server } = await rig();
  let valid = '';
  let nextSession = 'session-of-wanda';
  const sent: string[] = [];
  environment.answer((request) => {
    if (request.path === '/api/session') {
      valid = nextSession;
      return answered(200, { ...wanda, token: 'secret', session: nextSession });
    }
    if (valid === '') return answered(401, { code: 'auth.required' });
    const { commands = [] } = (request.body ?? {}) as { readonly commands?: readonly StoredEnvelope[] };
    sent.push(...commands.map(({ session }) => session));
    return server.answer(request);
  });
  await signIn(database, environment, 'W-1001', '1001');
  await queue({ environment, database }, 'a');
  await queue({ environment, database }, 'b');

  [valid, nextSession] = ['', 'session-of-the-next-day'];
  await environment.pass(day);
  expect(await resumeSession(database, environment)).toBeNull();
  const sync = startSync(database, environment, { onChange: () => {} });
  await environment.pass(1000);
  expect(await syncStatus(database)).toMatchObject({ connection: 'signIn', waiting: 2 });

  await signIn(database, environment, 'W-1001', '1001');
  sync.kick();
  await environment.pass(1000);
  expect(await syncStatus(database)).toMatchObject({ connection: 'online', waiting: 0 });
  expect(sent).toEqual(['session-of-wanda', 'session-of-wanda']);
  sync.stop();
});
