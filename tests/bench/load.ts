import type { Answer, Connection } from './connection.ts';

export interface Load {
  /** Answers a second. */
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly count: number;
}

/** A connection and the requests that go over it. */
export interface Client {
  readonly connection: Connection;
  readonly requests: Iterator<Buffer>;
}

/**
 * Keeps every connection busy with its own requests, one at a time, until the time is up or one runs out. `check` looks
 * at every answer: a fast refusal is no result.
 */
export async function runLoad(
  clients: readonly Client[],
  forMs: number,
  check: (answer: Answer) => void,
): Promise<Load> {
  const latencies: number[] = [];
  const started = performance.now();
  const until = started + forMs;
  await Promise.all(
    clients.map(async ({ connection, requests }) => {
      while (performance.now() < until) {
        const { done, value } = requests.next();
        if (done) throw new Error('a client ran out of prepared requests');
        const sent = performance.now();
        const answer = await connection.send(value);
        latencies.push(performance.now() - sent);
        check(answer);
      }
    }),
  );
  return summarise(latencies, performance.now() - started);
}

export function summarise(latencies: number[], elapsedMs: number): Load {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    perSecond: (sorted.length / elapsedMs) * 1000,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    maxMs: at(1),
    count: sorted.length,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
