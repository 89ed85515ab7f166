import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, AppOptions } from '../../app.ts';
import type { Services } from '../../platform/services.ts';
import { seedSites } from '../sites.ts';

/** An application of its own that nobody else sees, spoken to as from outside. */
export interface Scratch {
  /** A request; throws where it is not answered with success. */
  call<T>(method: string, path: string, options: CallOptions): Promise<Answered<T>>;
  close(): Promise<void>;
}

interface CallOptions {
  readonly as: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered<T> {
  readonly body: T;
  readonly headers: Headers;
}

/**
 * Opens the application on a database in a new temporary folder, with the demo's sites, people and keys, which are known
 * to everybody and go with the folder when it is closed. Nothing of it can reach the real database or its feeds.
 */
export async function openScratch(
  openApp: (options: AppOptions) => Promise<App>,
  { clock, random }: Pick<Services, 'clock' | 'random'>,
): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'tallyman-self-test-'));
  const drop = () => rm(folder, { recursive: true, force: true });
  const app = await openApp({ databaseUrl: `sqlite:${join(folder, 'scratch.db')}`, mode: 'demo', clock, random }).catch(
    async (error: unknown) => {
      await drop();
      throw error;
    },
  );
  await seedSites(app.services.store);
  return {
    call: async <T>(method: string, path: string, { as, body, headers }: CallOptions) => {
      const response = await app.http.request(path, {
        method,
        headers: {
          ...(as !== '' && { authorization: `Bearer ${as}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${text}`);
      return { body: JSON.parse(text) as T, headers: response.headers };
    },
    close: async () => {
      await app.close();
      await drop();
    },
  };
}
