import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, expect, test } from 'vitest';
import { addStaticFiles } from '../../api/platform/http/static.ts';

const folder = mkdtempSync(join(tmpdir(), 'tallyman-static-'));
writeFileSync(join(folder, 'index.html'), 'the page');
writeFileSync(join(folder, 'sw.js'), 'the worker');
const http = new Hono();
addStaticFiles(http, folder);

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['/', 'the page'],
  ['/sw.js', 'the worker'],
  ['/receive/quantity', 'the page'],
  ['/console/messages/DEMO/m-1', 'the page'],
  ['/console/messages/DEMO/transfer%3APS-00000001%3A1', 'the page'],
  ['/console/messages/DEMO/m%2F1', 'the page'],
  ['/console/messages/DEMO/order.v2', 'the page'],
  ['/gone.js', 404],
  ['/api/nothing', 404],
  ['/health/nothing', 404],
])('%s', async (path, expected) => {
  const response = await http.request(path);
  expect(response.status === 200 ? await response.text() : response.status).toBe(expected);
});
