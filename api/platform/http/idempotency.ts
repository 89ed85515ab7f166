import type { Context } from 'hono';
import { problem } from '#shared/kernel/problem.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Services } from '../services.ts';
import type { Caller } from './caller.ts';
import { claimKey, dropKey, dropOldKeys, findKeptAnswer, keepAnswer } from './idempotency.queries.ts';
import { credentialOf, problemAnswer } from './middleware.ts';
import { HttpProblem } from './problem.ts';
import { openly, type Seal, sealOf } from './seal.ts';

const keptMs = 24 * 60 * 60 * 1000;
/** No request works for so long: whoever claimed the key died before it could answer. */
const givenUpMs = 60 * 1000;
export const longestKey = 255;

interface Request {
  readonly c: Context;
  readonly caller: Caller | undefined;
  /** Its body as it was read; undefined for none. */
  readonly sent: unknown;
  /** Request or answer hold a secret. */
  readonly isSealed: boolean;
}

/** Runs a request, or gives the answer it got before. */
export type AnswerOnce = (request: Request, run: () => Promise<Response>) => Promise<Response>;

/**
 * The optional `Idempotency-Key` header: kept 24 h for each holder of a key or badge. The same key and request: the first
 * answer again, refusals included, with `idempotency-replayed: true`. The same key with another request: 409
 * `idempotency.key_reused`; while the first is still being worked on: 409 `idempotency.in_progress`. What failed on the
 * server is not kept, so that it can be sent again. Of a sealed request nothing is kept that could be read without the
 * credential it came with; with another credential of the same person it is another request.
 */
export function answerOnceWith({ store, clock }: Pick<Services, 'store' | 'clock'>): AnswerOnce {
  return async ({ c, caller, sent, isSealed }, run) => {
    const key = c.req.header('idempotency-key');
    if (key === undefined) return run();
    if (key.length === 0 || key.length > longestKey) {
      throw new HttpProblem(400, problem('idempotency.key_malformed', { limit: longestKey }));
    }
    const slot = { holder: holderOf(caller), key };
    const { pathname, search } = new URL(c.req.url);
    const seal = isSealed ? sealOf(credentialOf(c) ?? '') : openly;
    const requestHash = seal.hash(canonicalJson([c.req.method, pathname + search, sent ?? null]));
    const at = clock.now();
    const known = await store.write(async (trx) => {
      await trx.one(dropOldKeys, { before: at - keptMs, unansweredBefore: at - givenUpMs });
      const claimed = await trx.one(claimKey, { ...slot, requestHash, at });
      return claimed ? undefined : trx.one(findKeptAnswer, slot);
    });
    if (!known) return answerAndKeep(c, slot, seal, run);
    if (known.request_hash !== requestHash) throw new HttpProblem(409, problem('idempotency.key_reused'));
    if (known.status === 0) throw new HttpProblem(409, problem('idempotency.in_progress'), { 'retry-after': '1' });
    return answerAgain(JSON.parse(seal.open(known.body)) as Kept, known.status, known.content_type);
  };

  async function answerAndKeep(
    c: Context,
    slot: { holder: string; key: string },
    seal: Seal,
    run: () => Promise<Response>,
  ): Promise<Response> {
    try {
      const response = await runToAnswer(c, run);
      const contentType = response.headers.get('content-type') ?? '';
      const body = seal.close(JSON.stringify(await keptOf(response)));
      if (response.status >= 500) await store.write((trx) => trx.one(dropKey, slot));
      else await store.write((trx) => trx.one(keepAnswer, { ...slot, status: response.status, body, contentType }));
      return response;
    } catch (error) {
      await store.write((trx) => trx.one(dropKey, slot));
      throw error;
    }
  }
}

/** What a change of a thing goes on with, besides the answer's text: the tag to name next time, and where the thing is. */
const keptHeaders = ['etag', 'location'] as const;

interface Kept {
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function keptOf(response: Response): Promise<Kept> {
  const headers = keptHeaders.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { text: await response.clone().text(), headers: Object.fromEntries(headers) };
}

function answerAgain({ text, headers }: Kept, status: number, contentType: string): Response {
  const all = { ...headers, 'idempotency-replayed': 'true', ...(contentType && { 'content-type': contentType }) };
  return new Response(text === '' ? null : text, { status, headers: all });
}

/** A refusal is an answer like any other. What is none is thrown on. */
async function runToAnswer(c: Context, run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof HttpProblem && error.status < 500) return problemAnswer(c, error);
    throw error;
  }
}

function holderOf(caller: Caller | undefined): string {
  if (!caller) return '';
  return caller.kind === 'machine' ? `key:${caller.key}` : `person:${caller.operator}`;
}
