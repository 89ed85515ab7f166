import type { BenchCase } from '../case.ts';
import { benchItems, Erp, Handheld } from '../floor.ts';
import { median, summarise } from '../load.ts';
import { RawSqlite } from '../raw-sqlite.ts';
import { startBenchServer } from '../server.ts';

const clients = 16;
const linesPerOrder = 5;
const bound = 150;
/** Each line is picked, put to staging, and shipped. */
const movementsPerOrder = linesPerOrder * 3;

interface Work {
  readonly work: string;
  readonly shipment: string;
  readonly lines: readonly Line[];
}

interface Line {
  readonly line: number;
  readonly location: string;
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
}

/**
 * A whole order of 5 lines: posted, accepted, released, picked line by line in one batch as a handheld sends it, put to
 * staging, confirmed, and its packing slip readable. There is always enough stock.
 */
export const outboundOrders: BenchCase = {
  name: 'outbound-orders',
  run: async ({ folder, rounds, roundMs, profileFolder, say }) => {
    const raw = new RawSqlite(`${folder}/outbound-raw.db`, 100_000);
    const server = await startBenchServer({ databaseFile: `${folder}/outbound.db`, profileFolder });
    const parties = await Promise.all(
      Array.from({ length: clients }, async () => ({
        erp: await Erp.connect(server.port),
        handheld: await Handheld.signIn(server.port, { badge: 'S-2001', pin: '2001' }),
      })),
    );
    const [first] = parties;
    await first?.erp.postItems();
    if (first) await fillShelves(first.handheld);

    const wholeWay = async ({ erp, handheld }: (typeof parties)[number]): Promise<void> => {
      const { orderNumber, messageId, message } = erp.nextOutboundOrder(linesPerOrder);
      await erp.call('POST', '/api/erp/messages', message);
      await erp.accepted(messageId);
      const [released] = await handheld.do([handheld.command('waves.release', { orders: [orderNumber] })]);
      const [{ work, shipment, lines }]: [Work] = released?.result.work ?? [];
      await handheld.do([
        ...lines.map(({ line, location, item, quantity, unit }) =>
          handheld.command('picking.pick', { work, line, location, item, quantity, unit }),
        ),
        handheld.command('picking.put', { work, location: 'STAGE-01' }),
      ]);
      const [confirmed] = await handheld.do([handheld.command('shipping.confirm', { shipment })]);
      const documentNumber: string = confirmed?.result.documents[0].documentNumber;
      const slip = await erp.call('GET', `/api/erp/packing-slips/${documentNumber}`);
      if (slip.lines.length !== linesPerOrder) throw new Error(`slip ${documentNumber} is not whole`);
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

    try {
      await round(roundMs / 3);
      const perSecond: number[] = [];
      const rawPerSecond: number[] = [];
      for (let count = 0; count < rounds; count += 1) {
        rawPerSecond.push(raw.measureTogether(roundMs / 3, movementsPerOrder));
        const done = await round(roundMs);
        perSecond.push(done.perSecond);
        say(`${done.perSecond.toFixed(0)} orders/s, p50 ${done.p50Ms.toFixed(0)} ms`);
      }
      return [
        {
          what: `order of ${linesPerOrder} lines to its packing slip, ${clients} clients`,
          measured: median(perSecond),
          unit: '/s',
          rounds: perSecond,
          limit: { name: `raw, ${movementsPerOrder} movements a flush`, value: median(rawPerSecond) },
          bound: { kind: 'at least', value: bound },
        },
      ];
    } finally {
      await server.stop();
      raw.close();
    }
  },
};

/** More of every item than all rounds together can ship, each at a shelf of its own. */
async function fillShelves(handheld: Handheld): Promise<void> {
  for (const [index, item] of benchItems.entries()) {
    const location = `B-01-0${1 + (index % 4)}-1`;
    const found = { location, item, quantity: 1_000_000, unit: 'pcs', reason: 'found' };
    const [result] = await handheld.do([handheld.command('inventory.adjust', found)]);
    if (result?.outcome !== 'applied') throw new Error(`no stock of ${item}: ${JSON.stringify(result?.problem)}`);
  }
}
