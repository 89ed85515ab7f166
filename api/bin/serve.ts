import { createServer, type Server } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { getRequestListener } from '@hono/node-server';
import { type Running, start } from '../main.ts';
import { banner } from './banner.ts';
import { answerLan } from './lan.ts';
import { lanNames } from './lan-addresses.ts';
import { type Certificate, fingerprintOf, lanCertificate, renewedCertificate } from './lan-certificate.ts';

export { explainFailure } from './explain-failure.ts';

export interface ServeOptions {
  readonly port: number;
  readonly lan: boolean;
  readonly pwaFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly print: (text: string) => void;
  readonly colours: boolean;
}

/** Starts the server as the options and the environment ask, and tells people where it is. */
export async function serve(options: ServeOptions): Promise<Running> {
  const { environment, lan } = options;
  const mode = environment.MODE ?? 'demo';
  const databaseUrl = environment.DATABASE_URL ?? 'sqlite:./data/warehouse.db';
  const everywhere = lan || mode !== 'demo';
  const host = environment.HOST ?? (everywhere ? '0.0.0.0' : '127.0.0.1');
  const names = lanNames();
  const folder = join(dataFolder(databaseUrl), 'certificates');
  const tls = lan ? lanCertificate(folder, names, new Date()) : null;

  const server = await start({
    port: options.port,
    host,
    pwaFolder: options.pwaFolder,
    ...(tls && { tls }),
  });
  const port = portOf(server.url);
  const open =
    tls === null
      ? null
      : await openInstallPage(tls, host, port).catch(async (error: unknown) => {
          await server.close();
          throw error;
        });
  const renewal = tls && setInterval(() => renew(server, folder, tls, options.print), renewalEveryMs).unref();
  giveBackSoon();
  const [address = 'localhost'] = names.addresses;
  options.print(
    banner({
      mode,
      databaseUrl,
      url: server.url,
      colours: options.colours,
      lan: tls && {
        appUrls: names.addresses.slice(0, -1).map((ip) => `https://${ip}:${port}/`),
        installUrl: `http://${address}:${port + 1}/install-certificate`,
        fingerprint: fingerprintOf(tls.ca),
      },
    }),
  );
  return {
    ...server,
    close: async () => {
      if (renewal) clearInterval(renewal);
      open?.close();
      await server.close();
    },
  };
}

const renewalEveryMs = 60_000;

/** The machine may join another network, and runs for longer than a certificate is valid. */
function renew(server: Running, folder: string, first: Certificate, print: (text: string) => void): void {
  const names = lanNames();
  const renewed = renewedCertificate(folder, names, first, new Date());
  if (!renewed) return;
  server.useCertificate(renewed);
  const urls = names.addresses.slice(0, -1).map((ip) => `https://${ip}:${portOf(server.url)}/`);
  print(`The certificate was renewed. Phones reach the app at ${urls.join(' ') || server.url}`);
}

/** A URL leaves the usual port of its scheme out. */
function portOf(url: string): number {
  const { port, protocol } = new URL(url);
  return port === '' ? ({ 'http:': 80, 'https:': 443 }[protocol] ?? 0) : Number(port);
}

/**
 * Starting takes memory that running does not need, and without work nothing would make the runtime give it back: one
 * thorough collection, a moment after the first requests could have come. Code that only the start ran goes too; what
 * is needed again is compiled again.
 */
function giveBackSoon(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: object) => void;
  setFlagsFromString('--no-expose-gc');
  const how = { type: 'major', execution: 'sync', flavor: 'last-resort' };
  setTimeout(() => {
    setFlagsFromString('--bytecode-old-age=1');
    collect(how);
    setFlagsFromString(`--bytecode-old-age=${usualAge}`);
  }, collectAfterMs).unref();
}

const collectAfterMs = 1500;
/** Collections after which the runtime forgets code that was not run meanwhile. */
const usualAge = 6;

/** On the next port, without encryption: a phone cannot read the page over HTTPS before it trusts what the page gives it. */
function openInstallPage(tls: Certificate, host: string, httpsPort: number): Promise<Server> {
  const listener = getRequestListener(
    (request) =>
      answerLan(request, { ca: tls.ca, httpsPort }) ??
      new Response(null, { status: 302, headers: { location: '/install-certificate' } }),
  );
  const server = createServer(listener);
  return new Promise((resolveServer, reject) => {
    server.once('error', reject);
    server.listen(httpsPort + 1, host, () => resolveServer(server));
  });
}

/** The certificates lie beside the data: they belong to this installation, and its backup takes them along. */
function dataFolder(databaseUrl: string): string {
  return databaseUrl.startsWith('sqlite:') ? dirname(resolve(databaseUrl.slice('sqlite:'.length))) : resolve('data');
}
