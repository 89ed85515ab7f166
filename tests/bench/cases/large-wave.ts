import type { BenchCase } from '../case.ts';
import { benchItems, benchWarehouse, Erp, Handheld } from '../floor.ts';
import { median, summarise } from '../load.ts';
import { startBenchServer } from '../server.ts';

const orders = 1000;
const linesPerOrder = 5;
/** Every item stands at so many places: 20,000 rows of stock. */
const rowsPerItem = 40;
const secondsAtMost = 10;
const othersMsAtMost = 250;

/**
 * A wave of 1,000 orders of 5 lines, released over 20,000 rows of stock. Meanwhile others go on: what they wait for an
 * answer is measured too.
 */
export const largeWave: BenchCase = {
  name: 'large-wave',
  run: async ({ folder, rounds, quick, profileFolder, say }) => {
    const server = await startBenchServer({ databaseFile: `${folder}/wave.db`, profileFolder });
    const erp = await Erp.connect(server.port);
    const badge = { badge: 'S-2001', pin: '2001' };
    const office = await Handheld.signIn(server.port, badge);
    const floor = await Handheld.signIn(server.port, badge);
    await erp.postItems();
    await fillShelves(office);

    const round = async () => {
      const numbers = await postOrders(erp);
      const latencies: number[] = [];
      const started = performance.now();
      await office.do([office.command('waves.release', { orders: numbers })]);
      let isFilled = false;
      const others = async () => {
        for (let count = 0; !isFilled; count += 1) {
          const at = performance.now();
          const found = {
            location: 'A-01-01-1',
            item: benchItems[count % 500],
            quantity: 1,
            unit: 'pcs',
            reason: 'found',
          };
          await floor.do([floor.command('inventory.adjust', found)]);
          latencies.push(performance.now() - at);
          await new Promise((next) => setTimeout(next, 5));
        }
      };
      const filling = async () => {
        while (
          (await office.get(`/api/device/waves?warehouse=${benchWarehouse}&limit=1`)).items[0].status !== 'released'
        ) {
          await new Promise((next) => setTimeout(next, 250));
        }
        isFilled = true;
      };
      await Promise.all([others(), filling()]);
      return { seconds: (performance.now() - started) / 1000, p99Ms: summarise(latencies, 1000).p99Ms };
    };

    try {
      const done: { seconds: number; p99Ms: number }[] = [];
      for (let count = 0; count < (quick ? 1 : rounds); count += 1) {
        const one = await round();
        done.push(one);
        say(`${one.seconds.toFixed(1)} s, others p99 ${one.p99Ms.toFixed(0)} ms`);
      }
      const what = `wave of ${orders} orders of ${linesPerOrder} lines over 20,000 rows`;
      const seconds = done.map((one) => one.seconds);
      const waits = done.map(({ p99Ms }) => p99Ms);
      return [
        {
          what: `${what}, released`,
          measured: median(seconds),
          unit: 's',
          rounds: seconds,
          bound: { kind: 'at most', value: secondsAtMost },
        },
        {
          what: `${what}, others meanwhile, p99`,
          measured: median(waits),
          unit: 'ms',
          rounds: waits,
          bound: { kind: 'at most', value: othersMsAtMost },
        },
      ];
    } finally {
      await server.stop();
    }
  },
};

/** Many rows of every item, enough for all rounds together. */
async function fillShelves(handheld: Handheld): Promise<void> {
  const commands: string[] = [];
  for (let row = 0; row < rowsPerItem; row += 1) {
    const bay = String(1 + (row % 12)).padStart(2, '0');
    const location = `${row % 2 === 0 ? 'A' : 'B'}-${bay}-0${2 + (row % 3)}-${1 + Math.floor(row / 24)}`;
    for (const item of benchItems) {
      const found = { location, item, quantity: 100, unit: 'pcs', reason: 'found' };
      commands.push(handheld.command('inventory.adjust', found));
    }
  }
  for (let from = 0; from < commands.length; from += 500) await handheld.do(commands.slice(from, from + 500));
}

async function postOrders(erp: Erp): Promise<string[]> {
  const made = Array.from({ length: orders }, () => erp.nextOutboundOrder(linesPerOrder));
  for (let from = 0; from < orders; from += 200) {
    const part = made.slice(from, from + 200).map(({ message }) => message);
    await erp.call('POST', '/api/erp/messages', part);
  }
  for (const { messageId } of made) await erp.accepted(messageId);
  return made.map(({ orderNumber }) => orderNumber);
}
