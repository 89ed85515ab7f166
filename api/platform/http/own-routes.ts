import type { Hono } from 'hono';
import { problem } from '#shared/kernel/problem.ts';
import { docsPage } from './docs-page.ts';
import { openApiDocument } from './openapi.ts';
import { HttpProblem } from './problem.ts';
import type { Routes } from './routes.ts';

const tag = 'Running it';
const access = { open: true };

/** What the interface says of itself: as OpenAPI, and as a page for people. */
export function addOwnRoutes(routes: Routes, version: string): void {
  routes.add(
    {
      method: 'get',
      path: '/api/openapi.json',
      summary: 'This interface as OpenAPI 3.1',
      tag,
      access,
      answers: { 200: { description: 'The document', contentTypes: ['application/json'] } },
    },
    ({ c }) => c.json(openApiDocument(routes.specs, version)),
  );
  routes.add(
    {
      method: 'get',
      path: '/api/docs',
      summary: 'This interface as a page to read',
      tag,
      access,
      answers: { 200: { description: 'The page', contentTypes: ['text/html'] } },
    },
    ({ c }) => c.html(docsPage(openApiDocument(routes.specs, version))),
  );
}

/**
 * What is left for addresses of the interface that no route answered: 405 naming the methods where the address is one,
 * 404 elsewhere. Comes after all routes.
 */
export function answerTheRest(http: Hono, routes: Routes): void {
  const methodsOf = new Map<string, string[]>();
  for (const { path, method } of routes.specs) {
    const methods = methodsOf.get(path) ?? [];
    methodsOf.set(path, [...methods, ...(method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])]);
  }
  for (const [path, methods] of methodsOf) {
    http.all(path.replaceAll(/\{(\w+)\}/g, ':$1'), () => {
      throw new HttpProblem(405, problem('request.method'), { allow: methods.join(', ') });
    });
  }
  http.all('/api/*', () => {
    throw new HttpProblem(404, problem('request.not_found'));
  });
}
