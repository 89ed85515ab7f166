import type { BenchCase } from '../case.ts';
import { benchWarehouse, Erp, expectApplied, Handheld, registrations } from '../floor.ts';
import { type Client, median, runLoad } from '../load.ts';
import { startBenchServer } from '../server.ts';

const clients = 4;
const told = 50;

/** Every handheld of a warehouse hears of each change and asks for it at once, while some of them send commands. */
export const toldHandhelds: BenchCase = {
  name: 'told-handhelds',
  run: async ({ folder, rounds, roundMs, profileFolder, say }) => {
    const server = await startBenchServer({ databaseFile: `${folder}/told.db`, profileFolder });
    const erp = await Erp.connect(server.port);
    await erp.postItems();
    const sending: Client[] = [];
    for (let index = 0; index < clients; index += 1) {
      const handheld = await Handheld.signIn(server.port);
      const orders = await erp.postOrders(Math.ceil((rounds * roundMs) / 400));
      sending.push({ connection: handheld.connection, requests: registrations(handheld, orders) });
    }
    let isOver = false;
    let heard = 0;
    const listen = async () => {
      const handheld = await Handheld.signIn(server.port);
      for (let after = 0, hasMore = true; !isOver || hasMore; ) {
        const path = `/api/device/changes?warehouse=${benchWarehouse}&limit=1000&wait=1&after=${after}`;
        const page = await handheld.get(path);
        heard += page.items.length;
        ({ next: after, hasMore } = page);
      }
    };
    const listening = Array.from({ length: told }, listen);
    const figures = { perSecond: [] as number[], p99: [] as number[], heard: [] as number[] };
    await runLoad(sending, roundMs / 3, expectApplied);
    for (let round = 0; round < rounds; round += 1) {
      heard = 0;
      const { perSecond, p50Ms, p99Ms } = await runLoad(sending, roundMs, expectApplied);
      figures.perSecond.push(perSecond);
      figures.p99.push(p99Ms);
      figures.heard.push(heard / (roundMs / 1000));
      say(
        `register ${perSecond.toFixed(0)}/s p50 ${p50Ms.toFixed(1)} p99 ${p99Ms.toFixed(1)} ms · told ${(heard / (roundMs / 1000)).toFixed(0)}/s`,
      );
    }
    isOver = true;
    await Promise.all(listening);
    await server.stop();
    const row = (what: string, of: number[], unit: string) => ({ what, measured: median(of), unit, rounds: of });
    return [
      row(`receiving.register while ${told} handhelds hear of it, ${clients} clients`, figures.perSecond, '/s'),
      row('  p99', figures.p99, 'ms'),
      row('  things told', figures.heard, '/s'),
    ];
  },
};
