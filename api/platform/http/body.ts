import type { HonoRequest } from 'hono';
import * as z from 'zod';
import { type FieldError, problem } from '#shared/kernel/problem.ts';
import { fieldErrors } from '../field-errors.ts';
import { deepest, exactJson, repeatedName, wasPlain } from './exact-json.ts';
import { HttpProblem } from './problem.ts';

export const defaultBodyLimitBytes = 1024 * 1024;

/** Text that no name, number or note may hold: control characters and half surrogate pairs. */
const unfitText = /\p{Cs}|(?![\t\n\r])\p{Cc}/u;

/** What is no plain character: quicker to look for, and only where there is one it matters which. */
const unusual = /[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\uffff]/;

/** How much of a body that is refused is still read, so that its sender gets the answer and may use the line again. */
const drainedBytes = 32 * 1024 * 1024;

/**
 * The JSON body of a request. Refuses 415 for another content type, character set or coding, 413 over the limit, 400 for
 * what cannot be read; text that is not UTF-8 is not guessed at, nor which of two members of one name is meant
 * (`namesOnce`).
 */
export async function readJson(request: HonoRequest, limitBytes: number, namesOnce = true): Promise<unknown> {
  if (!isJson(request.header('content-type') ?? '')) throw new HttpProblem(415, problem('request.content_type'));
  const bytes = await readPlain(request, limitBytes);
  return jsonOf(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes), namesOnce);
}

function jsonOf(decode: () => string, namesOnce: boolean): unknown {
  const { text, value } = readOf(decode);
  const name = namesOnce ? repeatedName(text) : undefined;
  if (name !== undefined) throw new HttpProblem(400, problem('request.name_repeated', { name: name.slice(0, 200) }));
  return value;
}

function readOf(decode: () => string): { readonly text: string; readonly value: unknown } {
  try {
    const text = decode();
    return { text, value: exactJson(text) };
  } catch {
    throw new HttpProblem(400, problem('request.malformed_json'));
  }
}

const noMembers = z.strictObject({});

/**
 * For calls that take no body: none, or one that says nothing. Whoever sends more means something by it, and is not passed
 * over in silence.
 */
export async function refuseBody(request: HonoRequest): Promise<void> {
  const text = await readText(request, defaultBodyLimitBytes);
  if (text.trim() === '') return;
  const sent = jsonOf(() => text, true);
  checked(noMembers, sent);
}

/** The text of a body in UTF-8, without the mark that some programs put before it. */
export async function readText(request: HonoRequest, limitBytes: number): Promise<string> {
  const bytes = await readPlain(request, limitBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpProblem(400, problem('request.not_utf8'));
  }
}

/** The bytes of a file, whatever type it is said to be. */
export async function readFile(request: HonoRequest, limitBytes: number): Promise<Uint8Array> {
  return new Uint8Array(await readPlain(request, limitBytes));
}

/** The bytes of a body that is not coded and not too large. */
async function readPlain(request: HonoRequest, limitBytes: number): Promise<ArrayBuffer | Uint8Array> {
  const isPlain = (request.header('content-encoding') ?? 'identity') === 'identity';
  if (!isPlain) throw new HttpProblem(415, problem('request.content_type'));
  const announced = Number(request.header('content-length') ?? 0);
  if (announced > limitBytes) throw new HttpProblem(413, problem('request.too_large', { limit: limitBytes }));
  return readBytes(request, limitBytes);
}

function isJson(contentType: string): boolean {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return (
    /^application\/(?:[\w.+-]+\+)?json$/.test(type) && (charset === undefined || /^charset="?utf-?8"?$/.test(charset))
  );
}

/** Reads no more than the limit, whatever length was announced. */
async function readBytes(request: HonoRequest, limitBytes: number): Promise<ArrayBuffer | Uint8Array> {
  if (request.header('content-length') !== undefined) return request.arrayBuffer();
  const reader = request.raw.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size <= limitBytes) chunks.push(value);
    else chunks.length = 0;
    if (size > drainedBytes) await reader.cancel();
  }
  if (size > limitBytes) throw new HttpProblem(413, problem('request.too_large', { limit: limitBytes }));
  return Buffer.concat(chunks);
}

/** Checks a value against a schema; 422 with every fault at once. `base` is the pointer of the value in its document. */
export function checked<T>(schema: z.ZodType<T>, value: unknown, base = ''): T {
  const judged = judge(schema, value, base);
  if ('data' in judged) return judged.data;
  throw new HttpProblem(422, problem('request.invalid', {}, judged.errors));
}

/** The same for who has more to say of a value that is wrong. */
export function judge<T>(
  schema: z.ZodType<T>,
  value: unknown,
  base = '',
): { readonly data: T } | { readonly errors: readonly FieldError[] } {
  const unfit = unfitTexts(value, base);
  const parsed = schema.safeParse(value);
  if (parsed.success && unfit.length === 0) return { data: parsed.data };
  return { errors: [...(parsed.success ? [] : fieldErrors(parsed.error, base, value)), ...unfit] };
}

/** Up to so many texts of a body that its schema refused which can be looked up as names; the others stay empty. */
export function namesIn(values: unknown): string[] {
  if (!Array.isArray(values)) return [];
  const isName = (value: unknown) => typeof value === 'string' && value.length <= 64 && !unfitText.test(value);
  return values.slice(0, 500).map((value: unknown) => (isName(value) ? String(value) : ''));
}

/** Every text in a value that holds what no text may hold, and every place where it is nested too deep. */
export function unfitTexts(value: unknown, pointer: string): Unfit[] {
  return wasPlain(value) || isFit(value, 0) ? [] : listUnfit(value, pointer, 0);
}

interface Unfit {
  readonly pointer: string;
  readonly code: string;
}

/** Whether there is nothing to tell: nearly always, and for every command, so nothing is made on the way. */
function isFit(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return !unusual.test(value) || !unfitText.test(value);
  if (value === null || typeof value !== 'object') return true;
  // The bytes of a file are no text, and looking at each by its name would hold everybody up.
  if (value instanceof Uint8Array) return true;
  if (depth === deepest) return false;
  for (const name in value) {
    if (!isFit((value as Readonly<Record<string, unknown>>)[name], depth + 1)) return false;
  }
  return true;
}

function listUnfit(value: unknown, pointer: string, depth: number): Unfit[] {
  if (typeof value === 'string') return unfitText.test(value) ? [{ pointer, code: 'request.control_character' }] : [];
  if (value === null || typeof value !== 'object') return [];
  if (depth === deepest) return [{ pointer, code: 'request.malformed' }];
  return Object.entries(value).flatMap(([name, member]) =>
    listUnfit(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1),
  );
}
