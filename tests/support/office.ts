import { randomBytes } from 'node:crypto';
import { uuidV7 } from '#shared/kernel/id.ts';
import { serverUrl } from './demo-server.ts';

// Bodies are whatever the server says; tests look into them freely and assert what they find.
// biome-ignore lint/suspicious/noExplicitAny: a typed body would only repeat the assertion
type Anything = any;

/** Somebody at another device or a desk of the built server, beside the handheld under test. */
export interface Office {
  /** One command outside any order; answers its result. */
  do(type: string, body: object): Promise<Anything>;
  get(path: string): Promise<Anything>;
}

/** Signs a demo badge in without a browser. */
export async function officeOf(badge: string, pin: string, device: string): Promise<Office> {
  const { token } = await request('POST', '/api/session', { badge, pin, device });
  return {
    do: async (type, body) => {
      const id = uuidV7(Date.now(), randomBytes(10));
      const envelope = { id, device, sequence: null, warehouse: 'EAST', occurredAt: new Date().toISOString() };
      const { results } = await request(
        'POST',
        '/api/device/commands',
        { commands: [{ ...envelope, type, body }] },
        token,
      );
      return results[0];
    },
    get: (path) => request('GET', path, undefined, token),
  };
}

/** What the demo's ERP reads. */
export function askedByErp(path: string): Promise<Anything> {
  return request('GET', path, undefined, 'demo-erp-key');
}

async function request(method: string, path: string, body?: object, token?: string): Promise<Anything> {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const answer = await fetch(new URL(path, serverUrl()), {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
