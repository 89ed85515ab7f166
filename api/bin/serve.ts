import { createServer, type Server } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { banner } from './banner.ts';
import { answerLan } from './lan.ts';
import { lanNames } from './lan-addresses.ts';
import { type Certificate, fingerprintOf, lanCertificate } from './lan-certificate.ts';

export { explainFailure } from './explain-failure.ts';

/** The server as the start-up file runs it. Ports of 0 mean any free one. */
export interface ServerOptions {
  readonly port: number;
  readonly host: string;
  /** The built progressive web app. */
  readonly pwaFolder: string;
  /** Serve HTTPS; the page to install `ca` is then part of the app too. */
  readonly tls?: Certificate;
  readonly lan?: boolean;
}

export interface RunningServer {
  /** Where it answers on this machine, e.g. `http://localhost:8787/`. */
  readonly url: string;
  /** Takes no new requests, finishes those that run, closes the database. */
  close(): Promise<void>;
}

export type StartServer = (options: ServerOptions) => Promise<RunningServer>;

export interface ServeOptions {
  readonly port: number;
  readonly lan: boolean;
  readonly pwaFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly print: (text: string) => void;
  readonly colours: boolean;
}

/** Starts the server as the options and the environment ask, and tells people where it is. */
export async function serve(startServer: StartServer, options: ServeOptions): Promise<RunningServer> {
  const { environment, lan } = options;
  const mode = environment.MODE ?? 'demo';
  const databaseUrl = environment.DATABASE_URL ?? 'sqlite:./data/warehouse.db';
  const everywhere = lan || mode !== 'demo';
  const host = environment.HOST ?? (everywhere ? '0.0.0.0' : '127.0.0.1');
  const names = lanNames();
  const tls = lan ? await lanCertificate(join(dataFolder(databaseUrl), 'certificates'), names, new Date()) : null;

  const server = await startServer({
    port: options.port,
    host,
    pwaFolder: options.pwaFolder,
    lan,
    ...(tls && { tls }),
  });
  const port = Number(new URL(server.url).port);
  const open =
    tls === null
      ? null
      : await openInstallPage(tls, host, port).catch(async (error: unknown) => {
          await server.close();
          throw error;
        });
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
    url: server.url,
    close: async () => {
      open?.close();
      await server.close();
    },
  };
}

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
