import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  /** Where it answers, ending with a slash. */
  readonly url: string;
  readonly pid: number;
  /** All that it has written so far, output and errors. */
  output(): string;
  /** Ends it in good order; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface ServerProcessOptions {
  /** Defaults to a database of its own in the temporary folder, removed when the server ends. */
  readonly databaseUrl?: string;
  /** Defaults to any free port. A server that comes back after `kill` wants the port it had. */
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** What follows `npm start --`, besides the port. */
  readonly args?: readonly string[];
}

/**
 * Runs the built server as people run it, `api/bin/start.mjs`, in a process of its own. Rejects with what it wrote when
 * it ends before it serves.
 */
export async function startServerProcess(options: ServerProcessOptions = {}): Promise<ServerProcess> {
  const folder = options.databaseUrl === undefined ? mkdtempSync(join(tmpdir(), 'tallyman-server-')) : null;
  const child = spawn(process.execPath, [startFile, '--port', String(options.port ?? 0), ...(options.args ?? [])], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...withoutTestRunner(),
      MODE: 'demo',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      DATABASE_URL: options.databaseUrl ?? `sqlite:${folder}/warehouse.db`,
      ...options.environment,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-200_000);
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const cleanUp = () => folder !== null && rmSync(folder, { recursive: true, force: true });
  const url = await readyUrl(child, exited, () => output).catch((error: unknown) => {
    cleanUp();
    throw error;
  });
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      const code = await exited;
      cleanUp();
      return code;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
      cleanUp();
    },
  };
}

/** What `npm start` runs. */
export const startFile = fileURLToPath(new URL('../../api/bin/start.mjs', import.meta.url));

const patienceMs = 60_000;

function readyUrl(child: ChildProcess, exited: Promise<number | null>, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`The server ${what}:\n${output()}`));
    const patience = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`did not serve within ${patienceMs} ms`);
    }, patienceMs);
    child.once('message', (message: { url: string }) => {
      clearTimeout(patience);
      resolve(message.url);
    });
    child.once('error', reject);
    exited.then((code) => {
      clearTimeout(patience);
      fail(`ended with exit code ${code} before it served`);
    });
  });
}

/** Our environment as it was before the tests: the server must not think that it is itself under test. */
export function withoutTestRunner(): Record<string, string | undefined> {
  const {
    VITEST,
    VITEST_MODE,
    VITEST_POOL_ID,
    VITEST_WORKER_ID,
    NODE_ENV,
    MODE,
    HOST,
    PORT,
    npm_lifecycle_event,
    TALLYMAN_HANDED_OVER,
    ...rest
  } = process.env;
  return rest;
}
