import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp } from '../../api/app.ts';
import { asTestApp } from '../support/app.ts';

let folder: string;
let databaseUrl: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallyman-command-'));
  databaseUrl = `sqlite:${join(folder, 'warehouse.db')}`;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `npm run <name> -- <arguments>`, as far as the program itself goes. */
async function run(name: string, args: readonly string[], url = databaseUrl): Promise<{ code: number; said: string }> {
  const program = fileURLToPath(new URL(`../../api/bin/${name}.ts`, import.meta.url));
  const env = { ...process.env, DATABASE_URL: url };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code, said };
}

test('a new installation gets its first administrator and its first key, and both open it', async () => {
  const person = await run('administrator', ['--badge', 'A-1', '--name', 'Ann Porter']);
  expect(person.code).toBe(0);
  const password = /^\S{16}$/m.exec(person.said)?.[0];
  const made = await run('key', ['--name', 'ERP live', '--scope', 'erp', '--source-system', 'ERP1']);
  expect(made.code).toBe(0);
  const key = /^tm_\S+$/m.exec(made.said)?.[0] ?? '';

  const app = asTestApp(await openApp({ databaseUrl, mode: 'production' }), 'sqlite');
  const { status, body } = await app.call('POST', '/api/session', { body: { user: 'A-1', password } });
  expect([status, body.roles]).toEqual([200, { '*': 'administrator' }]);
  expect((await app.call('GET', '/api/admin/people', { as: body.token })).body.items).toMatchObject([{ badge: 'A-1' }]);
  expect((await app.call('GET', '/api/erp/events', { as: key })).status).toBe(200);
  const [listed] = (await app.call('GET', '/api/admin/keys', { as: body.token })).body.items;
  const history = await app.call('GET', `/api/admin/audit?subject=key/${listed.id}&wait=5`, { as: body.token });
  expect(history.body.items).toMatchObject([{ actor: 'command line', action: 'key.made', before: null }]);
  await app.close();
});

test.each<[name: string, args: string[]]>([
  ['administrator', []],
  ['administrator', ['--badge', ' A-1', '--name', 'Ann']],
  ['administrator', ['--badge', 'A-2']],
  ['key', ['--name', 'ERP']],
  ['key', ['--name', 'ERP', '--scope', 'erp']],
  ['key', ['--name', 'P', '--scope', 'planning', '--source-system', 'ERP1']],
])('%s %j: what it wants is shown', async (name, args) => {
  const ended = await run(name, args);
  expect([ended.code, ended.said]).toEqual([64, expect.stringContaining(`npm run ${name} -- --`)]);
});

test.each([['administrator'], ['key'], ['verify'], ['backup']])('%s --help says how it is used', async (name) => {
  const ended = await run(name, ['--help'], 'sqlite:/nowhere/at/all.db');
  expect([ended.code, ended.said]).toEqual([0, expect.stringContaining(`npm run ${name} -- `)]);
});

test.each([['administrator'], ['key']])('%s: a database that cannot be used is told in words', async (name) => {
  const text = join(folder, 'text.db');
  writeFileSync(text, 'a shopping list, not a database. '.repeat(100));
  const args = name === 'key' ? ['--name', 'M', '--scope', 'monitor'] : ['--badge', 'A-9', '--name', 'Ann'];
  const ended = await run(name, args, `sqlite:${text}`);
  expect([ended.code, ended.said]).toEqual([65, expect.stringContaining('is not a database')]);
  expect(ended.said).not.toMatch(/\n\s+at /);
});

test('a backup into a folder that is not there is told in words', async () => {
  await run('administrator', ['--badge', 'A-1', '--name', 'Ann Porter']);
  const ended = await run('backup', [join(folder, 'nowhere', 'copy.db')]);
  expect([ended.code, ended.said]).toEqual([73, expect.stringContaining('Check that its folder exists')]);
  expect(ended.said).not.toMatch(/\n\s+at /);
});
