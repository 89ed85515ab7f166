import { pipeline, Readable } from 'node:stream';
import { promisify } from 'node:util';
import {
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  createZstdCompress,
  gzip,
  zstdCompress,
} from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const smallestBytes = 1024;
/** Brotli's default (11) costs a hundred times as much for a tenth less. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** What the platform has, cheapest first: which of two that a client likes equally is taken. */
const codings = [
  { name: 'zstd', whole: promisify<Uint8Array, Buffer>(zstdCompress), stream: () => createZstdCompress() },
  {
    name: 'br',
    whole: (bytes: Uint8Array) => promisify(brotliCompress)(bytes, quick),
    stream: () => createBrotliCompress(quick),
  },
  { name: 'gzip', whole: promisify<Uint8Array, Buffer>(gzip), stream: () => createGzip() },
] as const;

/** Text of any kind, but no live events: each of those must leave at once. */
const compressible =
  /^(?:text\/(?!event-stream)|application\/(?:json|javascript|wasm|xml|x-ndjson|[^;\s]+\+(?:json|xml))|image\/svg)/i;
const endless = /^application\/x-ndjson/i;

/** Answers over 1 KiB in the coding that `Accept-Encoding` likes best (RFC 9110, 12.5.3). */
export function compressAnswers(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers, body, status } = c.res;
    const type = headers.get('content-type') ?? '';
    if (!body || status === 206 || headers.has('content-encoding') || !compressible.test(type)) return;
    c.header('vary', 'Accept-Encoding', { append: true });
    const coding = bestOf(c.req.header('accept-encoding'));
    if (!coding || c.req.method === 'HEAD') return;
    if (endless.test(type)) {
      const squeezed = coding.stream();
      // A reader that goes away ends the stream; there is nobody left to tell.
      pipeline(Readable.fromWeb(body), squeezed, () => {});
      c.res = new Response(Readable.toWeb(squeezed), c.res);
    } else {
      const bytes = new Uint8Array(await c.res.arrayBuffer());
      const isSmall = bytes.byteLength < smallestBytes;
      c.res = new Response(isSmall ? bytes : new Uint8Array(await coding.whole(bytes)), c.res);
      if (isSmall) return;
    }
    c.res.headers.delete('content-length');
    c.res.headers.set('content-encoding', coding.name);
    const etag = c.res.headers.get('etag');
    if (etag && !etag.startsWith('W/')) c.res.headers.set('etag', `W/${etag}`);
  };
}

function bestOf(header: string | undefined) {
  if (header === undefined) return undefined;
  const wanted = new Map(header.split(',').map(weighted));
  const rated = codings.map((coding) => ({ coding, quality: wanted.get(coding.name) ?? wanted.get('*') ?? 0 }));
  const best = rated.reduce((a, b) => (b.quality > a.quality ? b : a));
  return best.quality > 0 ? best.coding : undefined;
}

function weighted(part: string): [name: string, quality: number] {
  const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const quality = weight === undefined ? 1 : Number(weight);
  return [name, quality >= 0 && quality <= 1 ? quality : 0];
}
