import type { Context, ErrorHandler, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Logger } from 'pino';
import { uuidV7 } from '#shared/kernel/id.ts';
import { problem } from '#shared/kernel/problem.ts';
import type { Credentials } from '../auth.ts';
import { isDiskFull, isStorageFailure } from '../db/storage-failure.ts';
import type { Services } from '../services.ts';
import type { Caller } from './caller.ts';
import { HttpProblem, problemJson } from './problem.ts';

export const sessionCookie = 'tallyman_session';

/** Gives every request a correlation id, measures it, and sets the headers that every answer carries. */
export function correlate(services: Pick<Services, 'clock' | 'random' | 'metrics'>): MiddlewareHandler {
  return async (c, next) => {
    const started = services.clock.monotonicMs();
    const id = uuidV7(services.clock.now(), services.random.bytes(10));
    c.set('correlationId', id);
    await next();
    const isApi = c.req.path.startsWith('/api/');
    const { headers } = c.res;
    headers.set('x-correlation-id', id);
    headers.set('x-content-type-options', 'nosniff');
    if (isApi && !headers.has('cache-control')) headers.set('cache-control', 'no-store');
    const seconds = (services.clock.monotonicMs() - started) / 1000;
    const route = c.req.routePath === '*' ? 'other' : c.req.routePath;
    services.metrics.requestSeconds.observe({ route, method: c.req.method, status: String(c.res.status) }, seconds);
  };
}

/** Every error as problem+json. What is no expected refusal is logged whole and told as one generic problem. */
export function answerProblems(log: Logger): ErrorHandler {
  return (error, c) => {
    const correlationId = String(c.get('correlationId') ?? '');
    const known = error instanceof HttpProblem ? error : unexpected(error);
    if (known.status >= 500) log.error({ err: error, correlationId, path: c.req.path }, 'request failed');
    return problemAnswer(c, known, correlationId);
  };
}

/** The answer for an address that does not exist. */
export function answerNotFound(c: Context): Response {
  return problemAnswer(c, new HttpProblem(404, problem('request.not_found')));
}

/** A refusal as `application/problem+json`. */
export function problemAnswer(
  c: Context,
  known: HttpProblem,
  correlationId = String(c.get('correlationId') ?? ''),
): Response {
  // As it was sent: a path is decoded on its way through, and an address may not hold every character.
  const { pathname } = new URL(c.req.url);
  const body = problemJson(known.problem, known.status, pathname, correlationId);
  return new Response(JSON.stringify(body), {
    status: known.status,
    headers: { 'content-type': 'application/problem+json', ...known.headers },
  });
}

function unexpected(error: unknown): HttpProblem {
  if (isDiskFull(error)) return new HttpProblem(507, problem('server.disk_full'), { 'retry-after': '30' });
  if (isStorageFailure(error)) return new HttpProblem(503, problem('server.storage'), { 'retry-after': '5' });
  return new HttpProblem(500, problem('server.failed'));
}

/**
 * Finds the caller by bearer token, else by the browser's cookie. A token that is not valid is refused, not ignored; but
 * not where everybody may call (`isOpen`): whoever signs in anew may still send the token of the session that is over.
 */
export function findCallerWith(credentials: Credentials): (c: Context, isOpen: boolean) => Promise<Caller | undefined> {
  return async (c, isOpen) => {
    const token = credentialOf(c);
    if (token === undefined) return undefined;
    const caller = await credentials.callerOf(token);
    if (!caller && !isOpen && c.req.header('authorization') !== undefined) {
      throw new HttpProblem(401, problem('auth.key_unknown'), { 'www-authenticate': 'Bearer error="invalid_token"' });
    }
    return caller;
  };
}

/** The bearer token of a request, else the one in the browser's cookie. */
export function credentialOf(c: Context): string | undefined {
  const header = c.req.header('authorization');
  const bearer = header === undefined ? undefined : (/^Bearer\s+(\S+)$/i.exec(header)?.[1] ?? '');
  return bearer ?? getCookie(c, sessionCookie);
}
