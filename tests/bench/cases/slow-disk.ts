import type { BenchCase } from '../case.ts';
import { Erp, expectApplied, Handheld, registrations } from '../floor.ts';
import { holdThread } from '../hold.ts';
import { type Client, median, runLoad } from '../load.ts';
import { RawSqlite } from '../raw-sqlite.ts';
import { startBenchServer } from '../server.ts';

const clients = 64;
const holdMs = 1;

/** The same on a disk that takes a millisecond more to flush: what group commit is for. */
export const slowDisk: BenchCase = {
  name: 'slow-disk',
  run: async ({ folder, rounds, roundMs, profileFolder, say }) => {
    const raw = new RawSqlite(`${folder}/slow-raw.db`, 100_000);
    const server = await startBenchServer({ databaseFile: `${folder}/slow.db`, profileFolder });
    const erp = await Erp.connect(server.port);
    await erp.postItems();
    const load: Client[] = [];
    for (let index = 0; index < clients; index += 1) {
      const handheld = await Handheld.signIn(server.port);
      const orders = await erp.postOrders(Math.ceil((rounds * roundMs) / 1500));
      load.push({ connection: handheld.connection, requests: registrations(handheld, orders) });
    }
    await server.hold(holdMs);
    await runLoad(load, roundMs / 3, expectApplied);
    const rawRounds: number[] = [];
    const ownRounds: number[] = [];
    const p99Rounds: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      rawRounds.push(raw.measure(roundMs / 3, 1, () => holdThread(holdMs)));
      const own = await runLoad(load, roundMs, expectApplied);
      rawRounds.push(raw.measure(roundMs / 3, 1, () => holdThread(holdMs)));
      ownRounds.push(own.perSecond);
      p99Rounds.push(own.p99Ms);
      say(
        `register ${own.perSecond.toFixed(0)}/s p99 ${own.p99Ms.toFixed(1)} ms · raw ${median(rawRounds).toFixed(0)}/s`,
      );
    }
    await server.stop();
    raw.close();
    return [
      {
        what: `receiving.register, ${clients} clients, ${holdMs} ms more a flush`,
        measured: median(ownRounds),
        unit: '/s',
        rounds: ownRounds,
        limit: { name: 'raw, one per flush, held too', value: median(rawRounds) },
        bound: { kind: 'at least', value: 3, times: 'of the limit' },
      },
      { what: '  p99', measured: median(p99Rounds), unit: 'ms', rounds: p99Rounds },
    ];
  },
};
