import { templateDocument } from '#shared/waves/template-document.ts';
import { addKeptDocuments } from '../platform/http/kept-documents.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { keepTemplate, removeTemplate, templatesOf } from './template-admin.queries.ts';

/**
 * What waves gather by themselves or for whoever names a template: kept by warehouse, one by one. Whoever releases the waves
 * of a warehouse writes its templates too.
 */
export function addWaveTemplateRoutes(routes: Routes, services: Services): void {
  addKeptDocuments(routes, services, {
    name: 'wave-templates',
    action: 'wave_template',
    schema: templateDocument,
    permit: 'waves.set_template',
    mayRead: 'waves.create',
    summaries: {
      list: 'The wave templates of a warehouse, in the order in which they gather',
      one: 'A wave template',
      put: 'Make a wave template, or change one',
      remove: 'Remove a wave template; waves that it made stay as they are',
    },
    of: templatesOf,
    keep: keepTemplate,
    remove: removeTemplate,
  });
}
