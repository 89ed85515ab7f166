import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The built server behind an address that can bring out a newer version of the app, or take no commands for a while. */
export interface ReleasingServer {
  /** Ends with a slash. */
  readonly url: string;
  /** Whether commands reach the server; otherwise they are answered 503. */
  takesCommands: boolean;
  /** From now on another version of the app is served: the same, with `<meta name="release" content="2">` in its page. */
  release(): void;
  close(): void;
}

export async function startReleasingServer(upstream: string): Promise<ReleasingServer> {
  let isReleased = false;
  const server = createServer((incoming, answer) => {
    const path = (incoming.url ?? '/').replace(/\?.*/, '');
    const isHeldBack = path === '/api/device/commands' && !releasing.takesCommands;
    if (isHeldBack) return void answer.writeHead(503).end();
    const change = isReleased ? newer[path] : undefined;
    if (change) void changed(upstream, path, change, answer);
    else forward(upstream, incoming, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const releasing: ReleasingServer = {
    url: `http://127.0.0.1:${port}/`,
    takesCommands: true,
    release: () => {
      isReleased = true;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return releasing;
}

/** What is different in the newer version: the page, and in the service worker the mark by which it knows the page. */
const newer: Readonly<Record<string, (text: string) => string>> = {
  '/index.html': (page) => page.replace('<head>', '<head><meta name="release" content="2">'),
  '/sw.js': (worker) => worker.replace(/"revision":"[^"]+","url":"index.html"/, '"revision":"2","url":"index.html"'),
};

async function changed(
  upstream: string,
  path: string,
  change: (text: string) => string,
  answer: ServerResponse,
): Promise<void> {
  const original = await fetch(new URL(path, upstream));
  const headers = { 'content-type': original.headers.get('content-type') ?? '', 'cache-control': 'no-cache' };
  answer.writeHead(200, headers).end(change(await original.text()));
}

function forward(upstream: string, incoming: IncomingMessage, answer: ServerResponse): void {
  const { method, headers, url = '/' } = incoming;
  const passed = request(new URL(url, upstream), { method, headers: { ...headers, host: new URL(upstream).host } });
  passed.on('response', (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(answer);
  });
  passed.on('error', () => answer.destroy());
  answer.on('close', () => passed.destroy());
  incoming.pipe(passed);
}
