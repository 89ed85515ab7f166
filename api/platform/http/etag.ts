import { hash } from 'node:crypto';
import type { Context } from 'hono';
import { problem } from '#shared/kernel/problem.ts';
import { canonicalJson } from '../canonical-json.ts';
import { HttpProblem } from './problem.ts';

/** The strong `ETag` of a thing: of all its members, in whatever order they were put together. */
export function entityTag(thing: unknown): string {
  return tagOf(canonicalJson(thing));
}

/**
 * An answer with a strong `ETag` of its content (or the thing's own), or 304 where `If-None-Match` names it already.
 * Compared weakly, as RFC 9110 (13.1.2) asks: compression on the way makes tags weak.
 */
export function jsonWithEtag(c: Context, value: unknown, ownTag?: string): Response {
  const text = JSON.stringify(value);
  const etag = ownTag ?? tagOf(text);
  const headers = { etag, 'cache-control': 'private, no-cache' };
  const known = tagsIn(c.req.header('if-none-match') ?? '');
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } });
}

/** What a change made of a thing, with the `ETag` that the next change of it has to name. */
export function changedJson(value: unknown, status: 200 | 201, etag = entityTag(value)): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { etag, 'content-type': 'application/json; charset=utf-8' },
  });
}

/**
 * Throws unless the request was made knowing the thing as it is now. `current` are the tags it can be known by; none
 * where there is no such thing. `If-Match` names one of them (or `*` for whatever there is), `If-None-Match: *` makes a
 * new one; else 412, and 428 where neither is given. Tags are compared weakly, although RFC 9110 (13.1.1) compares
 * strongly here: compression makes ours weak on the way out, and their strong part says all the same.
 */
export function requireMatch(c: Context, current: readonly string[]): void {
  const match = c.req.header('if-match');
  const noneMatch = c.req.header('if-none-match');
  if (match === undefined && noneMatch === undefined)
    throw new HttpProblem(428, problem('request.precondition_missing'));
  const [etag] = current;
  const headers = etag === undefined ? {} : { etag };
  const wanted = tagsIn(match ?? '');
  const isMet = etag !== undefined && (wanted.includes('*') || current.some((tag) => wanted.includes(tag)));
  if (match !== undefined && !isMet) throw new HttpProblem(412, problem('request.changed_meanwhile'), headers);
  const unwanted = tagsIn(noneMatch ?? '');
  const isKnown = unwanted.includes('*') ? etag !== undefined : current.some((tag) => unwanted.includes(tag));
  if (isKnown) throw new HttpProblem(412, problem('request.exists_already'), headers);
  if (match === undefined && !unwanted.includes('*'))
    throw new HttpProblem(428, problem('request.precondition_missing'));
}

/** The same for something that another made at this very moment. */
export function madeMeanwhile(): HttpProblem {
  return new HttpProblem(412, problem('request.exists_already'));
}

function tagOf(text: string): string {
  return `"${hash('sha256', text, 'base64url').slice(0, 27)}"`;
}

function tagsIn(header: string): string[] {
  return header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}
