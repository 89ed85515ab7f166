import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { explainFailure } from '../../api/bin/explain-failure.ts';
import { type StartOptions, start } from '../../api/main.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallyman-start-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function startWith(environment: Readonly<Record<string, string>>, options: Partial<StartOptions> = {}) {
  const all = {
    MODE: 'demo',
    DATABASE_URL: `sqlite:${join(folder, 'warehouse.db')}`,
    LOG_LEVEL: 'silent',
    ...environment,
  };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  return start({ port: 0, host: '127.0.0.1', pwaFolder: join(folder, 'none'), ...options });
}

test.each([
  [{ MODE: 'prod' }, 'MODE is "prod"; it must be demo or production.', 64],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"; it must be one of trace, debug', 64],
  [{ DATABASE_URL: 'mysql://db/warehouse' }, 'it must be sqlite:<file> or postgres://', 64],
  [{ DATABASE_URL: 'sqlite:/proc/tallyman/warehouse.db' }, 'its folder cannot be made', 73],
])('%j is told in words, with an exit code', async (environment, words, exitCode) => {
  await expect(startWith(environment)).rejects.toMatchObject({ message: expect.stringContaining(words), exitCode });
});

test('a disk that is full while the demo is written is told in words, with an exit code', async () => {
  const afterCommit = () => {
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  };
  await expect(startWith({}, { afterCommit })).rejects.toMatchObject({
    message: expect.stringContaining('the disk is full'),
    exitCode: 74,
  });
});

test.each([
  ['EADDRINUSE', 'listen', 'Port 8787 is taken', 69],
  ['EACCES', 'listen', 'may not listen on port 8787', 77],
  ['EADDRNOTAVAIL', 'listen', 'the address that HOST names', 78],
  ['ENOTFOUND', 'getaddrinfo', 'the address that HOST names', 78],
  ['EAI_AGAIN', 'getaddrinfo', 'the address that HOST names', 78],
])('%s of %s: "%s"', (code, syscall, words, exitCode) => {
  const explained = explainFailure(Object.assign(new Error(code), { code, syscall }), 8787);
  expect(explained).toEqual({ message: expect.stringContaining(words), exitCode });
});

test('what demo mode made known to everybody opens nothing in production', async () => {
  const production = await startWith({ MODE: 'production' });
  const calls = [
    fetch(new URL('/api/erp/events', production.url), { headers: { authorization: 'Bearer demo-erp-key' } }),
    fetch(new URL('/api/planning/items', production.url), { headers: { authorization: 'Bearer demo-planning-key' } }),
    fetch(new URL('/api/session', production.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ badge: 'A-3001', pin: '3001', device: 'HH-1' }),
    }),
  ];
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([401, 401, 401]);
  await production.close();

  await (await startWith({ MODE: 'demo', DATABASE_URL: `sqlite:${join(folder, 'demo.db')}` })).close();
  await expect(
    startWith({ MODE: 'production', DATABASE_URL: `sqlite:${join(folder, 'demo.db')}` }),
  ).rejects.toMatchObject({
    message: expect.stringContaining('holds the keys of demo mode'),
    exitCode: 78,
  });
});
