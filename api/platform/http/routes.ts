import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { isPermitted } from '#shared/command/roles.ts';
import { type FieldError, problem } from '#shared/kernel/problem.ts';
import { permitsIn } from '../auth.ts';
import { withoutSecrets } from '../field-errors.ts';
import { checked, defaultBodyLimitBytes, judge, readFile, readJson, readText, refuseBody, unfitTexts } from './body.ts';
import type { Caller, Machine, Person } from './caller.ts';
import type { AnswerOnce } from './idempotency.ts';
import { negotiate } from './negotiate.ts';
import { HttpProblem } from './problem.ts';

/** Who may call: everybody, a machine with one of these scopes, a person with this permit in any warehouse, or either. */
export interface Access {
  readonly open?: boolean;
  readonly scopes?: readonly string[];
  /** A permit, or `any` for every signed-in person. */
  readonly permit?: string;
}

export interface Answer {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly contentTypes?: readonly string[];
}

/** One call of the interface: what the router needs and what the OpenAPI document says of it, in one place. */
export interface RouteSpec<Query, Body> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With `{name}` for parameters of the path, as in the OpenAPI document. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly access: Access;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  readonly bodyLimitBytes?: number;
  /** `handler`: the schema only documents the body, and the handler checks it, where a schema cannot tell every fault. */
  readonly bodyCheckedBy?: 'schema' | 'handler';
  /** What else is wrong with a body that the schema refuses, so that everything is told at once. */
  readonly furtherFaults?: (sent: unknown, path: Readonly<Record<string, string>>) => Promise<readonly FieldError[]>;
  /** The body holds PINs, passwords or the like, which no refusal may repeat. */
  readonly hasSecrets?: true;
  /** Needs `If-Match`, or `If-None-Match: *` for something new; see `requireMatch`. */
  readonly isConditional?: true;
  /** Sent by programs of our own, and much of it: nobody looks whether an object names a member twice. */
  readonly isOwnJson?: true;
  /** A text type that the body may have instead of JSON; the handler then gets the text. */
  readonly textType?: string;
  /** The body is the bytes of a file of one of these types, which the handler looks at. */
  readonly fileTypes?: readonly string[];
  /**
   * `own`: the requests carry ids of their own, so an `Idempotency-Key` is not looked at. `sealed`: request or answer
   * hold a secret, so that what is kept of them can be read only with the credential they came with.
   */
  readonly idempotency?: 'own' | 'sealed';
  readonly answers: Readonly<Record<number, Answer>>;
}

export interface Call<Query, Body> {
  readonly c: Context;
  /** Parameters of the path, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  readonly caller: Caller | undefined;
}

export type FindCaller = (c: Context, isOpen: boolean) => Promise<Caller | undefined>;

/** The calls of the application: each is a Hono route and an entry of the OpenAPI document. */
export class Routes {
  readonly specs: RouteSpec<unknown, unknown>[] = [];
  readonly #app: Hono;
  readonly #findCaller: FindCaller;
  readonly #answerOnce: AnswerOnce;

  constructor(app: Hono, findCaller: FindCaller, answerOnce: AnswerOnce) {
    this.#app = app;
    this.#findCaller = findCaller;
    this.#answerOnce = answerOnce;
  }

  add<Query = Record<string, never>, Body = undefined>(
    spec: RouteSpec<Query, Body>,
    answer: (call: Call<Query, Body>) => Promise<Response> | Response,
  ): void {
    this.specs.push(spec as RouteSpec<unknown, unknown>);
    const path = spec.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const offered = offeredBy(spec.answers);
    const isOfApi = spec.path.startsWith('/api/');
    this.#app.on(spec.method.toUpperCase(), path, async (c) => {
      const caller = await this.#findCaller(c, spec.access.open ?? false);
      admit(spec.access, caller);
      if (offered) negotiate(c, offered);
      const query = checked(spec.query ?? (isOfApi ? nothing : anything), queryOf(c)) as Query;
      if (!spec.body && spec.method !== 'get') await refuseBody(c.req);
      const sent = spec.body && isBodySent(c, spec) ? await readBody(c, spec) : undefined;
      const body = await bodyOf(spec, sent, pathOf(c));
      const run = async () => answer({ c, path: pathOf(c), query, body, caller });
      if (!isRemembered(spec)) return run();
      return this.#answerOnce({ c, caller, sent, isSealed: spec.idempotency === 'sealed' }, run);
    });
  }
}

/** Whether a call looks at an `Idempotency-Key`. */
export function isRemembered({
  method,
  idempotency,
}: Pick<RouteSpec<unknown, unknown>, 'method' | 'idempotency'>): boolean {
  return method !== 'get' && idempotency !== 'own';
}

const nothing = z.strictObject({});
/** Probes and monitors add to an address what keeps caches away. */
const anything = z.unknown();

/** The media types a call can answer with; undefined where it answers without a body. */
function offeredBy(answers: Readonly<Record<number, Answer>>): [string, ...string[]] | undefined {
  const [first, ...rest] = Object.values(answers).flatMap(
    ({ contentTypes, schema }) => contentTypes ?? (schema ? ['application/json'] : []),
  );
  return first === undefined ? undefined : [first, ...rest];
}

/** The parameters of the path. Nothing has a name with what no text may hold, and not every database can be asked for it. */
function pathOf(c: Context): Record<string, string> {
  const parameters = c.req.param() as Record<string, string>;
  if (unfitTexts(parameters, '').length > 0) throw notFound(c.req.path);
  return parameters;
}

/** The members of the query. One that is given twice is a list, which no schema takes: nothing says which is meant. */
function queryOf(c: Context): Record<string, string | string[]> {
  const members = Object.entries(c.req.queries());
  return Object.fromEntries(
    members.map(([name, [only = '', ...more]]) => [name, more.length > 0 ? [only, ...more] : only]),
  );
}

/** Where a body may be left out, one is sent when its length says so, or its type where no length is told. */
function isBodySent(c: Context, spec: Pick<RouteSpec<unknown, unknown>, 'body'>): boolean {
  if (!spec.body?.safeParse(undefined).success) return true;
  const length = c.req.header('content-length');
  if (length !== undefined) return Number(length) > 0;
  return c.req.header('transfer-encoding') !== undefined || c.req.header('content-type') !== undefined;
}

async function bodyOf<Query, Body>(
  spec: RouteSpec<Query, Body>,
  sent: unknown,
  path: Readonly<Record<string, string>>,
): Promise<Body> {
  if (!spec.body || spec.bodyCheckedBy === 'handler') return sent as Body;
  const judged = judge(spec.body, sent);
  if ('data' in judged) return judged.data;
  const errors = [...judged.errors, ...((await spec.furtherFaults?.(sent, path)) ?? [])];
  throw new HttpProblem(422, problem('request.invalid', {}, spec.hasSecrets ? withoutSecrets(errors) : errors));
}

function readBody(
  c: Context,
  spec: Pick<RouteSpec<unknown, unknown>, 'textType' | 'fileTypes' | 'bodyLimitBytes' | 'isOwnJson'>,
): Promise<unknown> {
  const { textType } = spec;
  if (spec.fileTypes) return readFile(c.req, limitOf(spec));
  const sentType = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  const isText = textType !== undefined && sentType === textType;
  return isText ? readText(c.req, limitOf(spec)) : readJson(c.req, limitOf(spec), !spec.isOwnJson);
}

function limitOf(spec: { readonly bodyLimitBytes?: number }): number {
  return spec.bodyLimitBytes ?? defaultBodyLimitBytes;
}

function admit(access: Access, caller: Caller | undefined): void {
  if (access.open) return;
  if (!caller) throw new HttpProblem(401, problem('auth.required'), { 'www-authenticate': 'Bearer' });
  if (caller.kind === 'machine') {
    const mayCall = access.scopes?.some((scope) => caller.scopes.includes(scope)) ?? false;
    if (!mayCall)
      throw new HttpProblem(403, problem('auth.scope_missing', { scope: access.scopes?.join(' / ') ?? 'person' }));
    return;
  }
  if (access.permit === undefined)
    throw new HttpProblem(403, problem('auth.scope_missing', { scope: access.scopes?.join(' / ') ?? '' }));
  if (access.permit !== 'any' && !mayAnywhere(caller, access.permit)) {
    throw new HttpProblem(403, problem('auth.permit_missing', { operation: access.permit, warehouse: '*' }));
  }
}

function mayAnywhere(person: Person, permit: string): boolean {
  return Object.keys(person.roles).some((warehouse) => isPermitted(permitsIn(person, warehouse), permit));
}

/** The caller as a person; for routes that only people may call. */
export function asPerson(caller: Caller | undefined): Person {
  if (caller?.kind !== 'person') throw new HttpProblem(403, problem('auth.scope_missing', { scope: 'person' }));
  return caller;
}

/** The caller as a machine with a source system; for the ERP's calls. */
export function asSourceSystem(caller: Caller | undefined): Machine & { readonly sourceSystem: string } {
  if (caller?.kind !== 'machine' || caller.sourceSystem === null) {
    throw new HttpProblem(403, problem('auth.scope_missing', { scope: 'erp' }));
  }
  return { ...caller, sourceSystem: caller.sourceSystem };
}

/** 404 for what is not there and for what is another's: the difference is nobody's business. */
export function notFound(what: string): HttpProblem {
  return new HttpProblem(404, problem('request.not_found', { what }));
}
