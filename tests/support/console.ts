import type { TestApp } from './app.ts';

/** Signs in at the console with user and password; in the demo the password is the PIN. */
export async function signInAtConsole(app: TestApp, user: string, password = user.slice(2)): Promise<string> {
  const { body } = await app.call('POST', '/api/session', { body: { user, password } });
  return body.token;
}
