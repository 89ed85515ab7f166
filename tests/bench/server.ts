import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface BenchServer {
  readonly port: number;
  readonly pid: number;
  /** Holds the server's thread this long after each commit. */
  hold(ms: number): Promise<void>;
  /** CPU time that the server has used so far, ms. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

export interface BenchServerOptions {
  readonly databaseFile: string;
  /** Where to put a CPU profile when the server ends. */
  readonly profileFolder?: string | undefined;
}

/** The built server on a database file, in a process of its own. */
export async function startBenchServer(options: BenchServerOptions): Promise<BenchServer> {
  const child = fork(fileURLToPath(new URL('server-child.ts', import.meta.url)), {
    execArgv: options.profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${options.profileFolder}`] : [],
    env: { ...process.env, MODE: 'demo', LOG_LEVEL: 'warn', DATABASE_URL: `sqlite:${options.databaseFile}` },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const { url } = (await nextMessage(child)) as { url: string };
  const ask = async (question: object): Promise<number> => {
    const answer = nextMessage(child) as Promise<{ cpu: NodeJS.CpuUsage }>;
    child.send(question);
    const { cpu } = await answer;
    return (cpu.user + cpu.system) / 1000;
  };
  return {
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    hold: async (holdMs) => {
      await ask({ holdMs });
    },
    cpuMs: () => ask({ cpu: true }),
    stop: () => stop(child),
  };
}

const running = new Set<ChildProcess>();
const patienceMs = 10_000;

/** Ends the servers that a case left running because it failed: they would keep the benchmark from ending. */
export async function stopBenchServers(): Promise<void> {
  await Promise.all([...running].map(stop));
}

/** In good order; one that does not end is killed. */
function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    child.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    if (child.connected) child.disconnect();
  });
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`the server ended with exit code ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
}
