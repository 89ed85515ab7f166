import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServerProcess } from '../../support/server.ts';
import type { BenchCase } from '../case.ts';
import { median } from '../load.ts';

/** The second start, as `npm start` starts the server, until it answers; and what it holds resident when idle. */
export const startAndMemory: BenchCase = {
  name: 'start-and-memory',
  run: async ({ folder, quick, say }) => {
    const databaseUrl = `sqlite:${folder}/start.db`;
    await (await startServerProcess({ databaseUrl })).stop();
    const seconds: number[] = [];
    const mebibytes: number[] = [];
    const alone = { seconds: [] as number[], mebibytes: [] as number[] };
    for (let count = 0; count < (quick ? 1 : 5); count += 1) {
      const started = performance.now();
      const server = await startServerProcess({ databaseUrl });
      try {
        const answer = await fetch(`${server.url}health/ready`);
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error(`the server is not ready: ${answer.status}`);
        seconds.push((performance.now() - started) / 1000);
        await sleep(quick ? 500 : 3000);
        mebibytes.push(residentMiB(server.pid));
      } finally {
        await server.stop();
      }
      const bare = await bareNode();
      alone.seconds.push(bare.seconds);
      alone.mebibytes.push(bare.mebibytes);
      say(`ready after ${seconds.at(-1)?.toFixed(2)} s, ${mebibytes.at(-1)?.toFixed(0)} MiB`);
    }
    return [
      {
        what: 'second start, from the command to the first answer',
        measured: median(seconds),
        unit: 's',
        rounds: seconds,
        limit: { name: 'Node alone', value: median(alone.seconds) },
        bound: { kind: 'at most', value: 0.5 },
      },
      {
        what: 'memory when idle, resident',
        measured: median(mebibytes),
        unit: 'MiB',
        rounds: mebibytes,
        limit: { name: 'Node alone', value: median(alone.mebibytes) },
        bound: { kind: 'at most', value: 90 },
      },
    ];
  },
};

/** The least that any server on Node takes: one that answers nothing, from its start until it listens. */
async function bareNode(): Promise<{ readonly seconds: number; readonly mebibytes: number }> {
  const started = performance.now();
  const nothing = "require('node:http').createServer().listen(0, () => process.stdout.write('ready'))";
  const child = spawn(process.execPath, ['-e', nothing], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await new Promise((resolve, reject) => {
      child.stdout.once('data', resolve);
      child.once('error', reject);
    });
    return { seconds: (performance.now() - started) / 1000, mebibytes: residentMiB(child.pid ?? 0) };
  } finally {
    child.kill();
  }
}

/** Linux only, as the bound is. */
function residentMiB(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? Number.NaN) / 1024;
}
