import type { BenchCase } from '../case.ts';
import { Erp, Handheld, linesPerOrder, quantityPerLine } from '../floor.ts';
import { median, summarise } from '../load.ts';
import { RawSqlite } from '../raw-sqlite.ts';
import { startBenchServer } from '../server.ts';

const clients = 8;
const bound = 100;

/** An order of 20 lines: posted, accepted, received in one batch, completed, and its receipt readable. */
export const orderToReceipt: BenchCase = {
  name: 'order-to-receipt',
  run: async ({ folder, rounds, roundMs, profileFolder, say }) => {
    const raw = new RawSqlite(`${folder}/orders-raw.db`, 100_000);
    const server = await startBenchServer({ databaseFile: `${folder}/orders.db`, profileFolder });
    const parties = await Promise.all(
      Array.from({ length: clients }, async () => ({
        erp: await Erp.connect(server.port),
        handheld: await Handheld.signIn(server.port),
      })),
    );
    await parties[0]?.erp.postItems();

    const wholeWay = async ({ erp, handheld }: (typeof parties)[number]): Promise<void> => {
      const { orderNumber, items, messageId, message } = erp.nextOrder();
      await erp.call('POST', '/api/erp/messages', message);
      await erp.accepted(messageId);
      await handheld.do(
        items.map((item, index) =>
          handheld.command('receiving.register', {
            order: orderNumber,
            line: index + 1,
            item,
            quantity: quantityPerLine,
            unit: 'pcs',
            location: 'DOCK-01',
          }),
        ),
      );
      const [completed] = await handheld.do([handheld.command('receiving.complete', { order: orderNumber })]);
      const documentNumber: string = completed?.result.documents[0].documentNumber;
      const receipt = await erp.call('GET', `/api/erp/shipment-receipts/${documentNumber}`);
      if (receipt.lines.length !== items.length) throw new Error(`receipt ${documentNumber} is not whole`);
    };

    const round = async (forMs: number) => {
      const latencies: number[] = [];
      const started = performance.now();
      await Promise.all(
        parties.map(async (party) => {
          while (performance.now() < started + forMs) {
            const at = performance.now();
            await wholeWay(party);
            latencies.push(performance.now() - at);
          }
        }),
      );
      return summarise(latencies, performance.now() - started);
    };

    await round(roundMs / 3);
    const perSecond: number[] = [];
    const rawPerSecond: number[] = [];
    for (let count = 0; count < rounds; count += 1) {
      rawPerSecond.push(raw.measureTogether(roundMs / 3, linesPerOrder));
      const done = await round(roundMs);
      perSecond.push(done.perSecond);
      say(`${done.perSecond.toFixed(0)} orders/s, p50 ${done.p50Ms.toFixed(0)} ms`);
    }
    await server.stop();
    raw.close();
    return [
      {
        what: `order of 20 lines to its receipt, ${clients} clients`,
        measured: median(perSecond),
        unit: '/s',
        rounds: perSecond,
        limit: { name: `raw, ${linesPerOrder} movements a flush`, value: median(rawPerSecond) },
        bound: { kind: 'at least', value: bound },
      },
    ];
  },
};
