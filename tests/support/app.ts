import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type App, openApp } from '../../api/app.ts';
import { seedSites } from '../../api/demo/sites.ts';
import { type Clock, systemClock } from '../../api/platform/clock.ts';
import { freshDatabase } from './fresh-database.ts';

export interface TestApp extends App {
  readonly dialect: 'sqlite' | 'postgres';
  /** A request to the application, as a client would send it. `as` is a bearer token. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
}

/** One on a database of its own, where programs of the command line may look. */
export interface OwnTestApp extends TestApp {
  readonly databaseUrl: string;
}

export interface CallOptions {
  readonly as?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // Bodies are whatever the server says; tests look into them freely and assert what they find.
  // biome-ignore lint/suspicious/noExplicitAny: a typed body would only repeat the assertion
  readonly body: any;
}

export interface OpenTestAppOptions {
  readonly clock?: Clock;
  /** Without the demo's sites, people and keys. */
  readonly bare?: boolean;
  /** As of the application; shorter where tests would mostly wait for what follows a change. */
  readonly restMs?: number;
}

/**
 * Opens the application on a fresh database of its own. What the demo seeds carries the time at which it was seeded: with
 * a clock of its own the application seeds itself, else it begins with a copy of what this run seeded before.
 */
export async function openTestApp(
  dialect: 'sqlite' | 'postgres',
  options: OpenTestAppOptions = {},
): Promise<OwnTestApp> {
  const seedsItself = options.clock !== undefined && !options.bare;
  const model = inject('models')[options.bare || seedsItself ? 'bare' : 'demo'];
  const database = await freshDatabase(dialect, model);
  const app = await openApp({
    databaseUrl: database.url,
    mode: 'demo',
    clock: options.clock ?? systemClock,
    ...(options.restMs !== undefined && { restMs: options.restMs }),
  });
  if (seedsItself) await seedSites(app.services.store);
  return {
    ...asTestApp(app, dialect),
    databaseUrl: database.url,
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

/** An application that was opened otherwise, with the means of the tests. */
export function asTestApp(app: App, dialect: 'sqlite' | 'postgres'): TestApp {
  return { ...app, dialect, call: (method, path, call) => request(app, method, path, call) };
}

/** The same tests on SQLite and on PostgreSQL, each with an application of its own. */
export function onBothDatabases(
  name: string,
  tests: (app: () => OwnTestApp) => void,
  options: OpenTestAppOptions = {},
): void {
  describe.each(['sqlite', 'postgres'] as const)(`${name} (%s)`, (dialect) => {
    let app: OwnTestApp;
    beforeAll(async () => {
      app = await openTestApp(dialect, options);
    });
    afterAll(() => app.close());
    tests(() => app);
  });
}

async function request(app: App, method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const headers = new Headers(options.headers);
  if (options.as !== undefined) headers.set('authorization', `Bearer ${options.as}`);
  const hasBody = options.body !== undefined;
  if (hasBody && !headers.has('content-type')) headers.set('content-type', 'application/json');
  const text = typeof options.body === 'string' ? options.body : JSON.stringify(options.body);
  const response = await app.http.request(path, { method, headers, ...(hasBody && { body: text }) });
  const answered = await response.text();
  const isJson = /\bjson/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && answered ? JSON.parse(answered) : answered,
  };
}
