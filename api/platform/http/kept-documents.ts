import * as z from 'zod';
import { type FieldError, problem } from '#shared/kernel/problem.ts';
import type { Runner } from '../db/connection.ts';
import { lockWarehouse, warehouseExists } from '../facts/warehouses.queries.ts';
import type { Services } from '../services.ts';
import type { AppTrx } from '../store.ts';
import { isSame, noteChange } from './administrator.ts';
import { changedJson, entityTag, jsonWithEtag, requireMatch } from './etag.ts';
import { asPersonIn } from './person-in.ts';
import { HttpProblem } from './problem.ts';
import { notFound, type Routes } from './routes.ts';

/** What people set up for a warehouse one by one, each under a code of its own. */
export interface KeptDocuments<Document extends { readonly code: string }> {
  /** As in the address and in the audit log: `wave-templates`. */
  readonly name: string;
  /** As in the actions of the audit log: `wave_template`. */
  readonly action: string;
  readonly schema: z.ZodType<Document>;
  readonly permit: string;
  readonly mayRead: string;
  readonly summaries: {
    readonly list: string;
    readonly one: string;
    readonly put: string;
    readonly remove: string;
  };
  /** What is wrong with one besides what its schema refuses. */
  faults?(trx: AppTrx, warehouse: string, document: Document): Promise<FieldError[]>;
  of(read: Runner, warehouse: string): Promise<Document[]>;
  keep(trx: AppTrx, warehouse: string, document: Document): Promise<void>;
  remove(trx: AppTrx, warehouse: string, code: string): Promise<void>;
}

const tag = 'Administration';

/**
 * Documents of a warehouse at `/api/admin/<name>/{warehouse}`: all of them, and one by one to read, make, change and
 * remove; who changes one has to know what it was.
 */
export function addKeptDocuments<Document extends { readonly code: string }>(
  routes: Routes,
  services: Services,
  kind: KeptDocuments<Document>,
): void {
  const { store } = services;
  const { schema, permit, mayRead, summaries } = kind;
  const path = `/api/admin/${kind.name}/{warehouse}`;
  const named = (documents: readonly Document[], code: string) => documents.find((known) => known.code === code);
  const locked = async (trx: AppTrx, warehouse: string) => {
    if (!(await lockWarehouse(trx, warehouse))) throw notFound(warehouse);
    return kind.of(trx, warehouse);
  };

  routes.add(
    {
      ...{ method: 'get', path, summary: summaries.list, tag, access: { permit: mayRead } },
      answers: { 200: { description: 'All of them', schema: z.object({ items: z.array(schema) }) } },
    },
    async ({ c, caller, path: { warehouse = '' } }) => {
      if (!(await warehouseExists(store.read, warehouse))) throw notFound(warehouse);
      asPersonIn(caller, warehouse, mayRead);
      const shown = { items: await kind.of(store.read, warehouse) };
      return jsonWithEtag(c, shown, entityTag(shown));
    },
  );

  routes.add(
    {
      ...{ method: 'get', path: `${path}/{code}`, summary: summaries.one, tag, access: { permit: mayRead } },
      answers: { 200: { description: 'As it is', schema } },
    },
    async ({ c, caller, path: { warehouse = '', code = '' } }) => {
      asPersonIn(caller, warehouse, mayRead);
      const known = named(await kind.of(store.read, warehouse), code);
      if (!known) throw notFound(code);
      return jsonWithEtag(c, known, entityTag(known));
    },
  );

  routes.add(
    {
      ...{ method: 'put', path: `${path}/{code}`, summary: summaries.put, tag, access: { permit } },
      isConditional: true,
      body: schema,
      answers: { 200: { description: 'As it is now', schema }, 201: { description: 'Made', schema } },
    },
    async ({ c, caller, body, path: { warehouse = '', code = '' } }) => {
      const isNew = await store.write(async (trx) => {
        const actor = asPersonIn(caller, warehouse, permit);
        const before = named(await locked(trx, warehouse), code);
        requireMatch(c, before ? [entityTag(before)] : []);
        if (body.code !== code) throw codeDiffers(body.code, code);
        const errors = (await kind.faults?.(trx, warehouse, body)) ?? [];
        if (errors.length > 0) throw new HttpProblem(422, problem('request.invalid', {}, errors));
        if (before && isSame(before, body)) return false;
        await kind.keep(trx, warehouse, body);
        const action = `${kind.action}.${before ? 'changed' : 'made'}`;
        const subject = `${kind.name}/${warehouse}/${code}`;
        noteChange(services, trx, { actor, action, subject, before: before ?? null, after: body });
        return before === undefined;
      });
      return changedJson(body, isNew ? 201 : 200);
    },
  );

  routes.add(
    {
      ...{ method: 'delete', path: `${path}/{code}`, summary: summaries.remove, tag, access: { permit } },
      isConditional: true,
      answers: { 204: { description: 'Removed' } },
    },
    async ({ c, caller, path: { warehouse = '', code = '' } }) => {
      await store.write(async (trx) => {
        const actor = asPersonIn(caller, warehouse, permit);
        const before = named(await locked(trx, warehouse), code);
        if (!before) throw notFound(code);
        requireMatch(c, [entityTag(before)]);
        await kind.remove(trx, warehouse, code);
        const subject = `${kind.name}/${warehouse}/${code}`;
        noteChange(services, trx, { actor, action: `${kind.action}.removed`, subject, before, after: null });
      });
      return c.body(null, 204);
    },
  );
}

function codeDiffers(sent: string, code: string): HttpProblem {
  const error = { pointer: '/code', code: 'request.code_differs', params: { code }, value: sent };
  return new HttpProblem(422, problem('request.invalid', {}, [error]));
}
