import type { BenchCase } from '../case.ts';
import { benchItems, Erp, Handheld, movesOf } from '../floor.ts';
import { summarise } from '../load.ts';
import { RawSqlite } from '../raw-sqlite.ts';
import { startBenchServer } from '../server.ts';

const linesPerOrder = 5;
const stockRows = 20_000;
const boundMs = 10_000;
const othersBoundMs = 250;
const rowsPerBatch = 500;

/**
 * A wave of 1,000 orders of 5 lines is released over 20,000 rows of stock, until the floor has all of its work. Meanwhile
 * somebody moves goods, one command after the other, and is answered.
 */
export const waveRelease: BenchCase = {
  name: 'wave-release',
  run: async ({ folder, quick, profileFolder, say }) => {
    const orders = quick ? 200 : 1000;
    const server = await startBenchServer({ databaseFile: `${folder}/wave.db`, profileFolder });
    try {
      const erp = await Erp.connect(server.port);
      const office = await Handheld.signIn(server.port, { badge: 'S-2001', pin: '2001' });
      const floor = await Handheld.signIn(server.port, { badge: 'S-2001', pin: '2001' });
      await erp.postItems();
      await fillRows(office, quick ? stockRows / 5 : stockRows);
      const numbers = await postOrders(erp, orders);
      const moves = await movesOf(floor, 0);

      const latencies: number[] = [];
      let isOver = false;
      const others = async () => {
        while (!isOver) {
          const { value } = moves.next();
          const sent = performance.now();
          await floor.connection.send(value);
          latencies.push(performance.now() - sent);
          await new Promise((next) => setTimeout(next, 5));
        }
      };
      const moving = others();
      const started = performance.now();
      await office.do([office.command('waves.release', { orders: numbers })]);
      await untilReleased(erp, numbers);
      const releasedMs = performance.now() - started;
      isOver = true;
      await moving;
      const { p99Ms, count } = summarise(latencies, releasedMs);
      say(
        `${orders} orders released in ${releasedMs.toFixed(0)} ms, ${count} moves meanwhile, p99 ${p99Ms.toFixed(0)} ms`,
      );
      return [
        {
          what: `wave of ${orders} orders x ${linesPerOrder} lines over ${quick ? stockRows / 5 : stockRows} rows`,
          measured: releasedMs,
          unit: 'ms',
          rounds: [releasedMs],
          limit: { name: 'raw, a movement a line, 100 a flush', value: rawMsOf(folder, orders * linesPerOrder) },
          bound: { kind: 'at most', value: boundMs },
        },
        {
          what: 'p99 of a move while a wave is released',
          measured: p99Ms,
          unit: 'ms',
          rounds: [p99Ms],
          bound: { kind: 'at most', value: othersBoundMs },
        },
      ];
    } finally {
      await server.stop();
    }
  },
};

/** How long SQLite alone takes for a movement of each line. */
function rawMsOf(folder: string, lines: number): number {
  const raw = new RawSqlite(`${folder}/wave-raw.db`, 100_000);
  const perSecond = raw.measure(1000, 100);
  raw.close();
  return (lines / perSecond) * 1000;
}

/** So many rows of stock: every item on as many plates as that takes. */
async function fillRows(handheld: Handheld, rows: number): Promise<void> {
  const commands = Array.from({ length: rows }, (_, row) => {
    const item = benchItems[row % benchItems.length] ?? '';
    const licensePlate = `BENCH-${String(row).padStart(6, '0')}`;
    const location = `A-${String(1 + (row % 12)).padStart(2, '0')}-01-${1 + (row % 2)}`;
    return { location, item, licensePlate, quantity: 10, unit: 'pcs', reason: 'found' };
  });
  for (let from = 0; from < rows; from += rowsPerBatch) {
    const batch = commands.slice(from, from + rowsPerBatch);
    await handheld.do(batch.map((body) => handheld.command('inventory.adjust', body)));
  }
}

async function postOrders(erp: Erp, count: number): Promise<string[]> {
  const orders = Array.from({ length: count }, () => erp.nextOutboundOrder(linesPerOrder));
  for (let from = 0; from < count; from += 200) {
    const messages = orders.slice(from, from + 200).map(({ message }) => message);
    await erp.call('POST', '/api/erp/messages', messages);
  }
  for (const { messageId } of orders) await erp.accepted(messageId);
  return orders.map(({ orderNumber }) => orderNumber);
}

/** A large wave is released in parts: until the last of its orders has gone through. */
async function untilReleased(erp: Erp, numbers: readonly string[]): Promise<void> {
  for (const number of numbers) {
    for (;;) {
      const { releaseStatus } = await erp.call('GET', `/api/erp/orders/${number}`);
      if (releaseStatus === 'released') break;
      await new Promise((next) => setTimeout(next, 20));
    }
  }
}
