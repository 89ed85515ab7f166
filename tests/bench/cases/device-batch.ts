import type { BenchCase } from '../case.ts';
import { appliedIn, Erp, expectApplied, Handheld, next, registerCommands, registrations } from '../floor.ts';
import { median, summarise } from '../load.ts';
import { RawSqlite } from '../raw-sqlite.ts';
import { startBenchServer } from '../server.ts';

const perBatch = 500;
const anHourMs = 3_600_000;

/** A device that was offline sends all it has, while another one works on: neither may starve the other. */
export const deviceBatch: BenchCase = {
  name: 'device-batch',
  run: async ({ folder, rounds, roundMs, profileFolder, say }) => {
    const raw = new RawSqlite(`${folder}/batch-raw.db`, 100_000);
    const server = await startBenchServer({ databaseFile: `${folder}/batch.db`, profileFolder });
    const erp = await Erp.connect(server.port);
    await erp.postItems();
    const sender = await Handheld.signIn(server.port, { offlineForMs: anHourMs });
    const commands = registerCommands(sender, await erp.postOrders(Math.ceil((rounds + 1) * roundMs * 0.08)));
    const other = await Handheld.signIn(server.port);
    const singles = registrations(other, await erp.postOrders(Math.ceil((rounds + 1) * roundMs * 0.008)));
    let batch = sender.batch(next(commands, perBatch));
    const figures = { raw: [] as number[], batch: [] as number[], p99: [] as number[] };

    /** Batch after batch for a while, and beside it one command every few milliseconds from the other device. */
    const round = async (forMs: number) => {
      const started = performance.now();
      const until = started + forMs;
      let sent = 0;
      let isOver = false;
      const latencies: number[] = [];
      const work = async (): Promise<void> => {
        while (!isOver) {
          const [request] = next(singles, 1);
          const at = performance.now();
          if (request) expectApplied(await other.connection.send(request));
          latencies.push(performance.now() - at);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      };
      const working = work();
      while (performance.now() < until) {
        const answer = sender.connection.send(batch);
        // Made while the one before is under way: what is measured is the server.
        batch = sender.batch(next(commands, perBatch));
        appliedIn(await answer);
        sent += perBatch;
      }
      const perSecond = (sent / (performance.now() - started)) * 1000;
      isOver = true;
      await working;
      return { perSecond, other: summarise(latencies, forMs) };
    };

    await round(roundMs / 3);
    for (let count = 0; count < rounds; count += 1) {
      figures.raw.push(raw.measure(roundMs / 3, perBatch));
      const { perSecond, other: single } = await round(roundMs);
      figures.raw.push(raw.measure(roundMs / 3, perBatch));
      figures.batch.push(perSecond);
      figures.p99.push(single.p99Ms);
      say(
        `${perSecond.toFixed(0)} commands/s in batches · other client p99 ${single.p99Ms.toFixed(1)} ms · raw ${median(figures.raw).toFixed(0)}/s`,
      );
    }
    await server.stop();
    raw.close();
    return [
      {
        what: `a device's batch of ${perBatch} registrations`,
        measured: median(figures.batch),
        unit: '/s',
        rounds: figures.batch,
        limit: { name: `raw, ${perBatch} per flush`, value: median(figures.raw) },
        bound: { kind: 'at least', value: 0.2, times: 'of the limit' },
      },
      {
        what: "  another client's command meanwhile, p99",
        measured: median(figures.p99),
        unit: 'ms',
        rounds: figures.p99,
        bound: { kind: 'at most', value: 50 },
      },
    ];
  },
};
