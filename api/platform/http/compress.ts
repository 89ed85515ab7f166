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
import type { Context, MiddlewareHandler } from 'hono';

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

/**
 * Answers over 1 KiB in the coding that `Accept-Encoding` likes best (RFC 9110, 12.5.3). An answer that stays as it is
 * is not looked into, nor made anew: whoever asks an answer for its body, or sets a header by `c.header` once it is
 * there, turns it into a stream, which costs more than most answers do.
 */
export function compressAnswers(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers, status } = c.res;
    const type = headers.get('content-type') ?? '';
    if (status === 206 || headers.has('content-encoding') || !compressible.test(type)) return;
    headers.append('vary', 'Accept-Encoding');
    const coding = bestOf(c.req.header('accept-encoding'));
    if (!coding || c.req.method === 'HEAD' || Number(headers.get('content-length') ?? smallestBytes) < smallestBytes)
      return;
    const { body } = c.res;
    if (!body) return;
    if (endless.test(type)) {
      const squeezed = coding.stream();
      // A reader that goes away ends the stream; there is nobody left to tell.
      pipeline(Readable.fromWeb(body), squeezed, () => {});
      answerInstead(c, Readable.toWeb(squeezed), codedAs(coding.name, headers));
      return;
    }
    const bytes = new Uint8Array(await c.res.arrayBuffer());
    if (bytes.byteLength < smallestBytes) answerInstead(c, bytes, headers);
    else answerInstead(c, new Uint8Array(await coding.whole(bytes)), codedAs(coding.name, headers));
  };
}

function codedAs(coding: string, headers: Headers): Headers {
  headers.delete('content-length');
  headers.set('content-encoding', coding);
  const etag = headers.get('etag');
  if (etag && !etag.startsWith('W/')) headers.set('etag', `W/${etag}`);
  return headers;
}

/** The same answer with another body. Hono would copy the one's headers onto the other if it still had it. */
function answerInstead(c: Context, body: Uint8Array<ArrayBuffer> | ReadableStream, headers: Headers): void {
  const { status } = c.res;
  c.res = undefined;
  c.res = new Response(body, { status, headers });
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
