import type { BenchCase } from '../case.ts';
import { Erp, expectApplied, Handheld, movesOf, registrations } from '../floor.ts';
import { type Client, median, runLoad } from '../load.ts';
import { RawSqlite } from '../raw-sqlite.ts';
import type { Row } from '../report.ts';
import { startBenchServer } from '../server.ts';

const clients = 16;

/** One command a request, durable, from 16 handhelds at once: registrations of single pieces, and moves. */
export const singleCommands: BenchCase = {
  name: 'single-commands',
  run: async ({ folder, rounds, roundMs, profileFolder, say }) => {
    const raw = new RawSqlite(`${folder}/single-raw.db`, 100_000);
    const server = await startBenchServer({ databaseFile: `${folder}/single.db`, profileFolder });
    const erp = await Erp.connect(server.port);
    await erp.postItems();
    const figures = {
      raw: [] as number[],
      register: [] as number[],
      registerP99: [] as number[],
      move: [] as number[],
      moveP99: [] as number[],
    };
    const registering: Client[] = [];
    const moving: Client[] = [];
    for (let index = 0; index < clients; index += 1) {
      const registers = await Handheld.signIn(server.port);
      const orders = await erp.postOrders(Math.ceil((rounds * roundMs) / 400));
      registering.push({ connection: registers.connection, requests: registrations(registers, orders) });
      const moves = await Handheld.signIn(server.port);
      moving.push({ connection: moves.connection, requests: await movesOf(moves, index) });
    }
    await runLoad(registering, roundMs / 3, expectApplied);
    await runLoad(moving, roundMs / 3, expectApplied);
    for (let round = 0; round < rounds; round += 1) {
      figures.raw.push(raw.measure(roundMs / 3, 1));
      const register = await runLoad(registering, roundMs, expectApplied);
      figures.raw.push(raw.measure(roundMs / 3, 1));
      const move = await runLoad(moving, roundMs, expectApplied);
      figures.raw.push(raw.measure(roundMs / 3, 1));
      figures.register.push(register.perSecond);
      figures.registerP99.push(register.p99Ms);
      figures.move.push(move.perSecond);
      figures.moveP99.push(move.p99Ms);
      say(
        `register ${register.perSecond.toFixed(0)}/s p50 ${register.p50Ms.toFixed(1)} p99 ${register.p99Ms.toFixed(1)} ms · ` +
          `move ${move.perSecond.toFixed(0)}/s p99 ${move.p99Ms.toFixed(1)} ms · raw ${median(figures.raw).toFixed(0)}/s`,
      );
    }
    await server.stop();
    raw.close();
    const limit = { name: 'raw, one per flush', value: median(figures.raw) };
    const share = { kind: 'at least', value: 0.25, times: 'of the limit' } as const;
    const p99 = { kind: 'at most', value: 25 } as const;
    const row = (what: string, rounds: number[], unit: string): Row => ({
      what,
      measured: median(rounds),
      unit,
      rounds,
    });
    return [
      {
        ...row(`receiving.register, a command a request, ${clients} clients`, figures.register, '/s'),
        limit,
        bound: share,
      },
      { ...row('  p99', figures.registerP99, 'ms'), bound: p99 },
      { ...row(`inventory.move, a command a request, ${clients} clients`, figures.move, '/s'), limit, bound: share },
      { ...row('  p99', figures.moveP99, 'ms'), bound: p99 },
    ];
  },
};
