import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono } from 'hono';

/** Everything the app loads is its own; WebAssembly for the barcode decoder, blobs for what the camera shows. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/**
 * Serves the built progressive web app from `folder`. Files with a hash in their name never change; the service worker
 * and the page are asked for each time. Any other address without a file ending is the app's own, and each of the
 * console, whatever the names in it are made of.
 */
export function addStaticFiles(http: Hono, folder: string): void {
  http.use('*', async (c, next) => {
    await next();
    if (!c.res.headers.get('content-type')?.startsWith('text/html')) return;
    c.header('content-security-policy', contentSecurityPolicy);
    c.header('referrer-policy', 'same-origin');
    c.header('cross-origin-opener-policy', 'same-origin');
  });
  http.get('*', serveStatic({ root: folder, precompressed: true, onFound: cacheByName }));
  // By `path`: rewritten, an address with a percent sign in it would not be answered.
  const page = serveStatic({ root: folder, path: '/index.html', onFound: cacheByName });
  http.get('*', (c, next) => (isPage(c.req.path) ? page(c, next) : next()));
}

function cacheByName(path: string, c: Context): void {
  const isHashed = /[/\\]assets[/\\][^/\\]+-[\w-]{8,}\.\w+$/.test(path);
  c.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function isPage(path: string): boolean {
  const isOurs = path === '/api' || path.startsWith('/api/') || path.startsWith('/health/') || path === '/metrics';
  return path.startsWith('/console/') || (!isOurs && !/\.\w+$/.test(path));
}
