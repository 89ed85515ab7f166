import { problem } from '#shared/kernel/problem.ts';
import { type TemplateDocument, templateDocument, templateList } from '#shared/waves/template-document.ts';
import { warehouseExists } from '../platform/facts/warehouses.queries.ts';
import { isSame, noteChange } from '../platform/http/administrator.ts';
import { changedJson, entityTag, jsonWithEtag, requireMatch } from '../platform/http/etag.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { keepTemplate, lockTemplates, removeTemplate, templatesOf } from './template-admin.queries.ts';

const permit = 'waves.set_template';
const mayRead = 'waves.create';
const tag = 'Administration';
const path = '/api/admin/wave-templates/{warehouse}';

/**
 * What waves gather by themselves or for whoever names a template: kept by warehouse, one by one. Whoever releases the waves
 * of a warehouse writes its templates too.
 */
export function addWaveTemplateRoutes(routes: Routes, services: Services): void {
  const { store } = services;

  routes.add(
    {
      method: 'get',
      path,
      summary: 'The wave templates of a warehouse, in the order in which they gather',
      tag,
      access: { permit: mayRead },
      answers: { 200: { description: 'The templates', schema: templateList } },
    },
    async ({ c, caller, path: { warehouse = '' } }) => {
      if (!(await warehouseExists(store.read, warehouse))) throw notFound(warehouse);
      asPersonIn(caller, warehouse, mayRead);
      const shown = { items: await templatesOf(store.read, warehouse) };
      return jsonWithEtag(c, shown, entityTag(shown));
    },
  );

  routes.add(
    {
      method: 'get',
      path: `${path}/{code}`,
      summary: 'A wave template',
      tag,
      access: { permit: mayRead },
      answers: { 200: { description: 'The template', schema: templateDocument } },
    },
    async ({ c, caller, path: { warehouse = '', code = '' } }) => {
      asPersonIn(caller, warehouse, mayRead);
      const known = named(await templatesOf(store.read, warehouse), code);
      if (!known) throw notFound(code);
      return jsonWithEtag(c, known, entityTag(known));
    },
  );

  routes.add(
    {
      method: 'put',
      path: `${path}/{code}`,
      summary: 'Make a wave template, or change one',
      tag,
      access: { permit },
      isConditional: true,
      body: templateDocument,
      answers: {
        200: { description: 'As it is now', schema: templateDocument },
        201: { description: 'Made', schema: templateDocument },
      },
    },
    async ({ c, caller, body, path: { warehouse = '', code = '' } }) => {
      const isNew = await store.write(async (trx) => {
        const actor = asPersonIn(caller, warehouse, permit);
        const templates = await lockTemplates(trx, warehouse);
        if (templates === null) throw notFound(warehouse);
        const before = named(templates, code);
        requireMatch(c, before ? [entityTag(before)] : []);
        if (body.code !== code) throw codeDiffers(body.code, code);
        if (before && isSame(before, body)) return false;
        await keepTemplate(trx, warehouse, body);
        const action = before ? 'wave_template.changed' : 'wave_template.made';
        const subject = `wave-templates/${warehouse}/${code}`;
        noteChange(services, trx, { actor, action, subject, before: before ?? null, after: body });
        return before === undefined;
      });
      return changedJson(body, isNew ? 201 : 200);
    },
  );

  routes.add(
    {
      method: 'delete',
      path: `${path}/{code}`,
      summary: 'Remove a wave template; waves that it made stay as they are',
      tag,
      access: { permit },
      isConditional: true,
      answers: { 204: { description: 'Removed' } },
    },
    async ({ c, caller, path: { warehouse = '', code = '' } }) => {
      await store.write(async (trx) => {
        const actor = asPersonIn(caller, warehouse, permit);
        const before = named((await lockTemplates(trx, warehouse)) ?? [], code);
        if (!before) throw notFound(code);
        requireMatch(c, [entityTag(before)]);
        await removeTemplate(trx, warehouse, code);
        const subject = `wave-templates/${warehouse}/${code}`;
        noteChange(services, trx, { actor, action: 'wave_template.removed', subject, before, after: null });
      });
      return c.body(null, 204);
    },
  );
}

function named(templates: readonly TemplateDocument[], code: string): TemplateDocument | undefined {
  return templates.find((template) => template.code === code);
}

function codeDiffers(sent: string, code: string): HttpProblem {
  const error = { pointer: '/code', code: 'request.code_differs', params: { code }, value: sent };
  return new HttpProblem(422, problem('request.invalid', {}, [error]));
}
