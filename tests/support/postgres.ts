import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { removeAbandonedServers, tempPrefix } from './postgres-abandoned.ts';
import { postgresAccount } from './postgres-account.ts';
import { postgresPrograms } from './postgres-programs.ts';

/** A PostgreSQL server of our own: `url` is its administrator's, `stop` ends it and removes its data. */
export interface PostgresServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL server from the binaries that npm brought, on a free port of the loopback address, with its
 * data in the temporary folder. Nothing of it outlives the process that started it, however that process ends.
 *
 * It sorts text as most customers' servers do (ICU, en-US) and not as SQLite does, so that an order which is only right
 * in one of the two shows here. Commits are asynchronous to the disk (`fsync=off`) because the data is thrown away;
 * everything else is as in production.
 */
export async function startPostgres(): Promise<PostgresServer> {
  removeAbandonedServers(tmpdir());
  const programs = postgresPrograms();
  const account = postgresAccount();
  const folder = mkdtempSync(join(tmpdir(), tempPrefix));
  writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: process.pid }));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  account.giveFolder(folder, data);

  const initdb = account.command(programs.initdb, [
    '--pgdata',
    data,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=en-US',
    '--no-sync',
    '--no-instructions',
  ]);
  const made = spawnSync(initdb.file, initdb.arguments, { encoding: 'utf8', ...initdb.options });
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL's initdb failed (${made.error?.message ?? `exit code ${made.status}`}):\n${made.stderr}`,
    );
  }

  const port = await freePort();
  const server = account.command(programs.postgres, ['-D', data, ...settings(port)]);
  const guard = spawn('/bin/sh', ['-c', guardScript, 'guard', server.file, ...server.arguments], {
    ...server.options,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => guard.once('exit', () => resolve()));
  const stop = async () => {
    guard.stdin.end();
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await readyLine(guard.stderr);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

interface TestDatabase {
  readonly name: string;
  readonly url: string;
  /** Removes it, and ends the connections that are still open. */
  drop(): Promise<void>;
}

/** One database on the server that `adminUrl` names: empty, or a copy of the database `model`, which nobody may have open. */
export async function createDatabase(adminUrl: string, model?: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(
    adminUrl,
    `create database ${name}${model === undefined ? '' : ` template ${model} strategy file_copy`}`,
  );
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { name, url: url.href, drop: () => administer(adminUrl, `drop database if exists ${name} with (force)`) };
}

/**
 * Runs the server as its child and ends it when standard input closes, which it does when our process is gone for
 * whatever reason. Its own hold on standard error is given up, so that the end of the server closes that pipe.
 */
const guardScript = `
exec 3<&0
"$@" </dev/null & server=$!
exec 2>/dev/null
trap '' INT TERM HUP
cat <&3 >/dev/null
kill -QUIT $server
wait $server`;

function settings(port: number): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'on',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '192MB',
    shared_buffers: '64MB',
    jit: 'off',
    log_min_messages: 'log',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function administer(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Resolves when the server says that it takes connections; rejects with all that it said when it ends or hangs before. */
function readyLine(log: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = () => reject(new Error(`PostgreSQL did not start:\n${said}`));
    const patience = setTimeout(fail, 30_000);
    log.setEncoding('utf8');
    log.on('data', (text: string) => {
      said = (said + text).slice(-20_000);
      if (!said.includes('ready to accept connections')) return;
      clearTimeout(patience);
      resolve();
    });
    log.on('end', fail);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
