import { hash } from 'node:crypto';
import type { Context } from 'hono';

/**
 * An answer with a strong `ETag` of its content, or 304 where `If-None-Match` names it already. Compared weakly, as RFC
 * 9110 (13.1.2) asks: compression on the way makes tags weak.
 */
export function jsonWithEtag(c: Context, value: unknown): Response {
  const text = JSON.stringify(value);
  const etag = `"${hash('sha256', text, 'base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': 'private, no-cache' };
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } });
}
