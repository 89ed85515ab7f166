import { existsSync } from 'node:fs';
import { createServer as createHttps } from 'node:https';
import { dirname, resolve } from 'node:path';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Logger, pino } from 'pino';
import { type App, openApp } from './app.ts';
import { answerLan } from './bin/lan.ts';
import { seedDemo } from './demo/seed.ts';
import { holdsDemoKeys } from './demo/sites.ts';
import { holdAlone } from './platform/db/sole-server.ts';
import { StartError } from './platform/db/start-error.ts';
import { isStorageFailure } from './platform/db/storage-failure.ts';
import { companyPrefixOf } from './platform/facts/plate-numbers.queries.ts';
import { answerNotFound } from './platform/http/middleware.ts';
import { addStaticFiles } from './platform/http/static.ts';
import { makeFolder } from './platform/make-folder.ts';
import { isSqlite, sqliteFile } from './platform/open-store.ts';
import type { AppStore } from './platform/store.ts';

/**
 * How long an idle connection stays open, ms. Handhelds and pollers ask every few seconds up to a minute, and proxies
 * keep theirs for 60 s: whoever speaks first after that must find it open, so the server is the last to close.
 */
const keepAliveTimeout = 75_000;

export interface StartOptions {
  readonly port: number;
  readonly host: string;
  /** The built progressive web app. */
  readonly pwaFolder: string;
  /** Serve HTTPS with this key and certificate (PEM). */
  readonly tls?: { readonly key: string; readonly cert: string; readonly ca: string };
  /** Runs after each commit of the embedded database; the benchmark imitates a slower disk with it. */
  readonly afterCommit?: () => void;
}

export interface Running {
  readonly url: string;
  /** Connections made from now on get this certificate (PEM); those that are open stay as they are. */
  useCertificate(tls: { readonly key: string; readonly cert: string }): void;
  close(): Promise<void>;
}

/** Opens the database named by the environment, serves API and app on one port. Throws StartError in plain words. */
export async function start(options: StartOptions): Promise<Running> {
  const mode = modeOf(process.env.MODE ?? 'demo');
  const databaseUrl = process.env.DATABASE_URL ?? 'sqlite:./data/warehouse.db';
  makeFolderOf(databaseUrl);
  const log = pino({ level: logLevelOf(process.env.LOG_LEVEL ?? 'info') });
  const { afterCommit } = options;
  const letGo = isSqlite(databaseUrl) ? holdAlone(sqliteFile(databaseUrl)) : () => undefined;
  const app = await openApp({ databaseUrl, mode, log, ...(afterCommit && { afterCommit }) }).catch((error: unknown) => {
    letGo();
    throw inWords(error, databaseUrl);
  });
  try {
    if (options.tls) addInstallPage(app.http, options.tls.ca, options.port);
    if (existsSync(options.pwaFolder)) addStaticFiles(app.http, options.pwaFolder);
    app.http.notFound(answerNotFound);
    // The demo speaks to the finished application: after its first request no route can be added.
    await prepare(mode, app, log).catch((error: unknown) => {
      throw inWords(error, databaseUrl);
    });
    const server = createAdaptorServer({
      fetch: app.http.fetch,
      serverOptions: { keepAliveTimeout, ...(options.tls && { key: options.tls.key, cert: options.tls.cert }) },
      ...(options.tls && { createServer: createHttps }),
    });
    const port = await listen(server, options.port, options.host);
    const scheme = options.tls ? 'https' : 'http';
    const name = options.host === '0.0.0.0' || options.host === '127.0.0.1' ? 'localhost' : options.host;
    return {
      url: `${scheme}://${name}:${port}/`,
      useCertificate: ({ key, cert }) => {
        if ('setSecureContext' in server) server.setSecureContext({ key, cert });
      },
      close: async () => {
        await stopServing(server);
        await app.close();
        letGo();
      },
    };
  } catch (error) {
    await app.close();
    letGo();
    throw error;
  }
}

/** What is done with the database before anybody is served. */
async function prepare(mode: 'demo' | 'production', { http, services }: App, log: Logger): Promise<void> {
  if (mode === 'demo') return seedDemo(http, services);
  await refuseDemoKeys(services.store);
  await warnOfNoPrefix(services.store, log);
}

/** A disk that fails while the database is made ready is told of as one that fails when it is opened. */
function inWords(error: unknown, databaseUrl: string): unknown {
  return isStorageFailure(error) ? StartError.of(error, databaseUrl) : error;
}

function makeFolderOf(databaseUrl: string): void {
  if (!isSqlite(databaseUrl)) return;
  try {
    makeFolder(dirname(resolve(sqliteFile(databaseUrl))));
  } catch (error) {
    throw StartError.of(error, databaseUrl);
  }
}

function modeOf(text: string): 'demo' | 'production' {
  if (text === 'demo' || text === 'production') return text;
  throw new StartError(`MODE is "${text}"; it must be demo or production.`, 64);
}

function logLevelOf(text: string): string {
  const known = [...Object.keys(pino.levels.values), 'silent'];
  if (known.includes(text)) return text;
  throw new StartError(`LOG_LEVEL is "${text}"; it must be one of ${known.join(', ')}.`, 64);
}

/** Any mode but demo refuses the keys that everybody knows. */
async function refuseDemoKeys(store: AppStore): Promise<void> {
  if (await holdsDemoKeys(store)) {
    throw new StartError(
      'This database holds the keys of demo mode, which everybody knows. Start with MODE=demo, or use a new database.',
      78,
    );
  }
}

/** Nothing can be numbered before somebody has said what numbers begin with: better told at the start than at the dock. */
async function warnOfNoPrefix(store: AppStore, log: Logger): Promise<void> {
  if ((await companyPrefixOf(store.read)) !== null) return;
  log.warn(
    'No GS1 company prefix is set: licence plates and cartons cannot be numbered here. Set it in the console, under Set-up, Licence plates.',
  );
}

/** Where a device gets the authority of this server's own making. */
function addInstallPage(http: Hono, ca: string, httpsPort: number): void {
  for (const path of ['/install-certificate', '/tallyman-ca.crt', '/tallyman-ca.pem']) {
    http.get(path, (c) => answerLan(c.req.raw, { ca, httpsPort }) ?? c.notFound());
  }
}

function listen(server: ServerType, port: number, host: string): Promise<number> {
  return new Promise((resolveListen, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolveListen(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Takes no new connection, lets running requests finish for a moment, then closes what is left (live streams). */
async function stopServing(server: ServerType): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 2000);
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  await closed;
  clearTimeout(cut);
}
