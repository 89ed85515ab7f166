import { hash } from 'node:crypto';
import * as z from 'zod';
import { messageEnvelope, messagesAtOnce } from '#shared/integration/message-envelope.ts';
import { type FieldError, problem } from '#shared/kernel/problem.ts';
import { canonicalJson } from '../platform/canonical-json.ts';
import { fieldErrors } from '../platform/field-errors.ts';
import { unfitTexts } from '../platform/http/body.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import type { MessageKind } from '../platform/message-kind.ts';

/** A message whose form is right, as it is kept. */
export interface ReadMessage {
  readonly messageId: string;
  /** Where it stands in the body: its index in an array, else nothing. */
  readonly pointer: string;
  readonly kind: MessageKind;
  readonly operation: 'upsert' | 'cancel';
  /** The document with its form checked. */
  readonly document: unknown;
  /** The whole message as it was sent, as JSON. */
  readonly text: string;
  /** Equal for messages that say the same, in whatever order their members came. */
  readonly contentHash: string;
}

/** More errors help nobody, and a body of 5 MiB has room for millions. */
const mostErrors = 10_000;

/**
 * Reads the body of a post: one message, or up to 1,000. Throws 413 for more, 422 with every fault of every message at
 * once; pointers begin with the index where an array was sent.
 */
export function readMessages(kinds: readonly MessageKind[], sent: unknown): readonly ReadMessage[] {
  if (!Array.isArray(sent)) return valid([readMessage(kinds, sent, '')]);
  if (sent.length > messagesAtOnce) {
    const params = { messages: sent.length, limit: messagesAtOnce };
    throw new HttpProblem(413, problem('message.too_many', params));
  }
  if (sent.length === 0) {
    const error = { pointer: '', code: 'request.too_small', params: { minimum: 1 } };
    throw new HttpProblem(422, problem('request.invalid', {}, [error]));
  }
  const read: (ReadMessage | FieldError[])[] = [];
  let errors = 0;
  for (const [index, message] of sent.entries()) {
    const one = readMessage(kinds, message, `/${index}`);
    read.push(one);
    if (Array.isArray(one)) errors += one.length;
    if (errors >= mostErrors) break;
  }
  return valid(read);
}

/**
 * All messages, or all errors. An only one that has a name of its own is the problem's name too; missing lines are it
 * whatever else is wrong, as senders look for that name.
 */
function valid(read: readonly (ReadMessage | FieldError[])[]): ReadMessage[] {
  const errors = read.flatMap((one) => (Array.isArray(one) ? one : []));
  if (errors.length === 0) return read.flatMap((one) => (Array.isArray(one) ? [] : [one]));
  const shown = errors.slice(0, mostErrors);
  const [first] = errors;
  const isOnly = first?.code.startsWith('message.') && errors.every(({ code }) => code === first.code);
  const name = errors.find(({ code }) => code === 'message.lines_missing') ?? (isOnly ? first : null);
  throw new HttpProblem(422, problem(name?.code ?? 'request.invalid', name?.params ?? {}, shown));
}

function readMessage(kinds: readonly MessageKind[], sent: unknown, base: string): ReadMessage | FieldError[] {
  const unfit: FieldError[] = unfitTexts(sent, base);
  const head = headOf(sent);
  const kind = kinds.find(({ type }) => type === head.type);
  if (!kind) return [...faultsOfUnknown(kinds, sent, base), ...unfit];
  const operation = head.operation === 'cancel' ? 'cancel' : 'upsert';
  const documentBase = `${base}/${kind.member}`;
  const document = operation === 'upsert' ? (kind.faults?.(head[kind.member]) ?? []) : [];
  const own = document.map((fault) => ({ ...fault, pointer: documentBase + fault.pointer }));
  const checked = schemaOf(kind, operation).safeParse(withoutWhatIsTooMuch(kind, sent, document));
  const found = checked.success ? [] : fieldErrors(checked.error, base, sent);
  // Of a member that one of the kind's own faults is about, that fault says enough.
  const rest = found.filter(({ pointer }) => !own.some((fault) => fault.pointer === pointer));
  const errors = [...rest, ...own, ...unfit];
  if (errors.length > 0 || !checked.success) return errors;
  const { messageId, [kind.member]: body } = checked.data as Record<string, unknown>;
  return {
    messageId: String(messageId),
    pointer: base,
    kind,
    operation,
    document: body,
    text: JSON.stringify(sent),
    contentHash: hash('sha256', canonicalJson(sent)),
  };
}

function headOf(sent: unknown): Record<string, unknown> {
  return typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? { ...sent } : {};
}

const schemas = new WeakMap<MessageKind, Record<'upsert' | 'cancel', z.ZodType>>();

/** The schema of a whole message of a kind. */
export function schemaOf(kind: MessageKind, operation: 'upsert' | 'cancel'): z.ZodType {
  const known = schemas.get(kind) ?? { upsert: makeSchema(kind, 'upsert'), cancel: makeSchema(kind, 'cancel') };
  schemas.set(kind, known);
  return known[operation];
}

function makeSchema(
  kind: MessageKind,
  operation: 'upsert' | 'cancel',
  operations: z.ZodType = messageEnvelope.operation,
): z.ZodType {
  const fixed = { type: z.literal(kind.type), operation: operations };
  return z.strictObject({ ...messageEnvelope, ...fixed, [kind.member]: kind[operation].document });
}

/** The shapes of all messages, for the document of the interface: there each operation has its own. */
export function documentedSchema(kinds: readonly MessageKind[]): z.ZodType {
  const operations = ['upsert', 'cancel'] as const;
  return z.union(kinds.flatMap((kind) => operations.map((each) => makeSchema(kind, each, z.literal(each)))));
}

/** Of a type that is not known only the envelope can be checked. */
function faultsOfUnknown(kinds: readonly MessageKind[], sent: unknown, base: string): FieldError[] {
  const checked = z.looseObject(messageEnvelope).safeParse(sent);
  const errors = checked.success ? [] : fieldErrors(checked.error, base, sent);
  const { type } = headOf(sent);
  if (typeof type !== 'string' || errors.some(({ pointer }) => pointer === `${base}/type`)) return errors;
  const params = { type: type.slice(0, 64), types: kinds.map((kind) => kind.type).join(', ') };
  return [{ pointer: `${base}/type`, code: 'message.type_not_supported', params, value: type }, ...errors];
}

/** Lines beyond the limit are not looked at: one fault tells of all. */
function withoutWhatIsTooMuch(kind: MessageKind, sent: unknown, faults: readonly FieldError[]): unknown {
  const tooMany = faults.find(({ code }) => code === 'message.too_many_lines');
  if (!tooMany) return sent;
  const message = headOf(sent);
  return { ...message, [kind.member]: { ...headOf(message[kind.member]), [tooMany.pointer.slice(1)]: [] } };
}
