import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { threadFile } from '../../api/platform/thread-file.ts';
import { type ServerProcess, startFile, startServerProcess, withoutTestRunner } from '../support/server.ts';

let folder: string;
const running: ServerProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallyman-start-'));
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('it prints where it is, who can sign in and the keys, and what a phone needs', async () => {
  const server = await start();
  for (const text of [
    server.url,
    `${server.url}console`,
    'W-1001   1001',
    'S-2001',
    'A-3001',
    'demo-erp-key',
    'npm start -- --lan',
  ]) {
    expect(server.output()).toContain(text);
  }
});

test('told to stop it ends in good order, and the next start finds its data', async () => {
  const first = await startServerProcess({ databaseUrl: database() });
  expect(await answers(first.url)).toBe(true);
  expect(await first.stop()).toBe(0);
  const second = await start();
  expect(await answers(second.url)).toBe(true);
});

const bundle = fileURLToPath(new URL('../../dist/server/', import.meta.url));

test.each(['checkpoint-thread', 'picture-thread'])('the bundle has %s where what starts it looks for it', (name) => {
  const starters = readdirSync(bundle, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js') && !path.endsWith(`${name}.js`))
    .filter((path) => readFileSync(join(bundle, path), 'utf8').includes(name));
  expect(starters).not.toEqual([]);
  for (const path of starters) {
    expect([path, existsSync(threadFile(name, pathToFileURL(join(bundle, path)).href))]).toEqual([path, true]);
  }
});

test('the thread of the bundle takes the log of a database over into its file', async () => {
  const file = join(folder, 'log.db');
  const db = new Sqlite(file);
  db.pragma('journal_mode = wal');
  db.pragma('wal_autocheckpoint = 0');
  db.exec('create table filled (bytes blob)');
  for (let row = 0; row < 5; row += 1) db.prepare('insert into filled values (zeroblob(1000000))').run();
  const log = () => (db.pragma('wal_checkpoint(noop)') as { log: number; checkpointed: number }[])[0];
  expect(log()?.checkpointed).toBe(0);
  const thread = new Worker(join(bundle, 'checkpoint-thread.js'), { workerData: { file } });
  thread.postMessage('checkpoint');
  await once(thread, 'message');
  expect(log()?.checkpointed).toBe(log()?.log);
  await thread.terminate();
  db.close();
});

test('a port that is taken is named, with what to do and an exit code', async () => {
  const server = await start();
  const port = new URL(server.url).port;
  const { code, output } = await runToEnd(['--port', port]);
  expect(output).toContain(`Port ${port} is taken`);
  expect(code).toBe(69);
});

test('one database has one server; a second one is told so, and disturbs nothing', async () => {
  const server = await start();
  const link = join(folder, 'link.db');
  symlinkSync(join(folder, 'warehouse.db'), link);
  for (const databaseUrl of [database(), `sqlite:${link}`]) {
    const { code, output } = await runToEnd(['--port', '0'], databaseUrl);
    expect(output).toContain('is in use by another Tallyman server');
    expect(code).toBe(75);
  }
  expect(await answers(server.url)).toBe(true);
});

test('books are proved, copied and given an administrator beside a running server', async () => {
  await start();
  const copy = join(folder, 'copy.db');
  for (const [program, ...args] of [
    ['verify'],
    ['backup', copy],
    ['administrator', '--badge', 'A-9', '--name', 'Ann Porter'],
  ]) {
    const { code, output } = await runToEnd(args, database(), join(programs, `${program}.ts`));
    expect(`${program} ${code} ${output}`).toContain(`${program} 0 `);
  }
});

test('a server that was killed leaves its database to the next one at once', async () => {
  const killed = await startServerProcess({ databaseUrl: database() });
  await killed.kill();
  const next = await start();
  expect(await answers(next.url)).toBe(true);
});

test.each<[args: string[], words: string, code: number]>([
  [['--help'], 'npm start -- --lan', 0],
  [['--prot', '9000'], '"--prot" is not understood', 64],
  [['--port', 'ninety'], '--port must be a number', 64],
  [['--port'], '--port must be a number', 64],
])('%j answers "%s" and ends with %i', async (args, words, code) => {
  const ended = await runToEnd(args);
  expect(ended.output).toContain(words);
  expect(ended.code).toBe(code);
});

test('it does not outlive npm, however npm ends', async () => {
  const shell = spawn('/bin/sh', ['-c', `"${process.execPath}" "${startFile}" --port 0; true`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...withoutTestRunner(), npm_lifecycle_event: 'start', DATABASE_URL: database(), LOG_LEVEL: 'warn' },
  });
  let output = '';
  shell.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await expect.poll(() => output).toContain('Stop it with');
  const url = /http:\/\/localhost:\d+\//.exec(output)?.[0] ?? '';
  expect(await answers(url)).toBe(true);
  shell.kill('SIGKILL');
  await expect.poll(() => answers(url)).toBe(false);
});

test('on the local network it serves HTTPS that its own authority vouches for, and the way to trust it without', async () => {
  const port = 20_000 + (process.pid % 12_000);
  const server = await startServerProcess({ databaseUrl: database(), port, args: ['--lan'] });
  running.push(server);
  const ca = readFileSync(join(folder, 'certificates', 'authority.crt'), 'utf8');
  expect(await statusOverHttps(`https://localhost:${port}/api/openapi.json`, ca)).toBe(200);
  expect(await statusOverHttps(`https://127.0.0.1:${port}/install-certificate`, ca)).toBe(200);
  const page = await fetch(`http://127.0.0.1:${port + 1}/`);
  expect(await page.text()).toContain(`https://127.0.0.1:${port}/`);
  expect(server.output()).toMatch(/▄▄▄▄▄[\s\S]*Fingerprint/);
});

function database(): string {
  return `sqlite:${join(folder, 'warehouse.db')}`;
}

async function start(): Promise<ServerProcess> {
  const server = await startServerProcess({ databaseUrl: database() });
  running.push(server);
  return server;
}

const programs = dirname(startFile);

async function runToEnd(
  args: string[],
  databaseUrl = `sqlite:${join(folder, 'other.db')}`,
  program = startFile,
): Promise<{ code: number; output: string }> {
  const env = { ...withoutTestRunner(), DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code, output };
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(new URL('/api/openapi.json', url)).catch(() => null);
  await answer?.arrayBuffer();
  return answer?.status === 200;
}

function statusOverHttps(url: string, ca: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: new Agent({ ca }) }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    request.once('error', reject);
  });
}
