import type { HonoRequest } from 'hono';
import type * as z from 'zod';
import { problem } from '#shared/kernel/problem.ts';
import { fieldErrors } from '../field-errors.ts';
import { HttpProblem } from './problem.ts';

export const defaultBodyLimitBytes = 1024 * 1024;

/** Text that no name, number or note may hold: control characters and half surrogate pairs. */
const unfitText = /\p{Cs}|(?![\t\n\r])\p{Cc}/u;

/** The JSON body of a request. Refuses 415 for another content type, 413 over the limit, 400 for what cannot be read. */
export async function readJson(request: HonoRequest, limitBytes: number): Promise<unknown> {
  const type = request.header('content-type') ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) throw new HttpProblem(415, problem('request.content_type'));
  const announced = Number(request.header('content-length') ?? 0);
  if (announced > limitBytes) throw new HttpProblem(413, problem('request.too_large', { limit: limitBytes }));
  const text = await readText(request, limitBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem(400, problem('request.malformed_json'));
  }
}

/** Reads no more than the limit, whatever length was announced. */
async function readText(request: HonoRequest, limitBytes: number): Promise<string> {
  if (request.header('content-length') !== undefined) return request.text();
  const reader = request.raw.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limitBytes) {
      await reader.cancel();
      throw new HttpProblem(413, problem('request.too_large', { limit: limitBytes }));
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Checks a value against a schema; 422 with every fault at once. `base` is the pointer of the value in its document. */
export function checked<T>(schema: z.ZodType<T>, value: unknown, base = ''): T {
  const unfit = unfitTexts(value, base);
  const parsed = schema.safeParse(value);
  if (parsed.success && unfit.length === 0) return parsed.data;
  const errors = [...(parsed.success ? [] : fieldErrors(parsed.error, base, value)), ...unfit];
  throw new HttpProblem(422, problem('request.invalid', {}, errors));
}

/** Nothing that is sent here is nested deeper; without a limit a few kilobytes of brackets exhaust the stack. */
const deepest = 32;

/** Every text in a value that holds what no text may hold, and every place where it is nested too deep. */
export function unfitTexts(value: unknown, pointer: string, depth = 0): { pointer: string; code: string }[] {
  if (typeof value === 'string') return unfitText.test(value) ? [{ pointer, code: 'request.control_character' }] : [];
  if (value === null || typeof value !== 'object') return [];
  if (depth === deepest) return [{ pointer, code: 'request.malformed' }];
  return Object.entries(value).flatMap(([name, member]) =>
    unfitTexts(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1),
  );
}
