import { randomBytes } from 'node:crypto';
import type { BenchCase } from '../case.ts';
import { benchItems, benchWarehouse, Erp, Handheld } from '../floor.ts';
import { median, summarise } from '../load.ts';
import type { Row } from '../report.ts';
import { startBenchServer } from '../server.ts';

const plates = 200;
const linesPerPlate = 5;
const orderLines = 100;
const perPlateLine = 10;
const boundMs = 100;

/** A truck of 200 announced plates with 5 lines each, received plate by plate: one scan, everything on the plate. */
export const noticePlates: BenchCase = {
  name: 'notice-plates',
  run: async ({ folder, rounds, profileFolder, say }) => {
    const server = await startBenchServer({ databaseFile: `${folder}/notice.db`, profileFolder });
    const erp = await Erp.connect(server.port);
    await erp.postItems();
    const handheld = await Handheld.signIn(server.port);
    const figures = { notice: [] as number[], p50: [] as number[], p99: [] as number[], complete: [] as number[] };
    for (let round = 0; round <= rounds; round += 1) {
      const { order, notice, load, numbers } = announced();
      await erp.call('POST', '/api/erp/messages', order);
      await erp.accepted(order.messageId);
      const posted = performance.now();
      await erp.call('POST', '/api/erp/messages', notice);
      await erp.accepted(notice.messageId);
      const noticeMs = performance.now() - posted;
      const latencies: number[] = [];
      const started = performance.now();
      for (const licensePlate of numbers) {
        const sent = performance.now();
        await handheld.do([handheld.command('receiving.register', { licensePlate, location: 'DOCK-01' })]);
        latencies.push(performance.now() - sent);
      }
      const plate = summarise(latencies, performance.now() - started);
      const completing = performance.now();
      await handheld.do([handheld.command('receiving.complete', { load })]);
      const completeMs = performance.now() - completing;
      // The first truck only warms up.
      if (round === 0) continue;
      figures.notice.push(noticeMs);
      figures.p50.push(plate.p50Ms);
      figures.p99.push(plate.p99Ms);
      figures.complete.push(completeMs);
      say(
        `notice accepted in ${noticeMs.toFixed(0)} ms · a plate p50 ${plate.p50Ms.toFixed(1)} p99 ${plate.p99Ms.toFixed(1)} ms · completed in ${completeMs.toFixed(0)} ms`,
      );
    }
    await server.stop();
    const row = (what: string, measured: number[]): Row => ({
      what,
      measured: median(measured),
      unit: 'ms',
      rounds: measured,
    });
    const bound = { kind: 'at most', value: boundMs } as const;
    return [
      { ...row(`an announced plate of ${linesPerPlate} lines, received with one scan, p99`, figures.p99), bound },
      row('  p50', figures.p50),
      row(`a notice of ${plates} plates, posted to accepted`, figures.notice),
      row('the load completed, one receipt', figures.complete),
    ];
  },
};

/** An order of 100 lines, and a notice of which every line comes on ten plates. */
function announced() {
  const run = randomBytes(4).toString('hex');
  const orderNumber = `BN-${run}`;
  const itemOf = (line: number) => benchItems[line] ?? 'B0001';
  const lines = Array.from({ length: orderLines }, (_, line) => ({
    lineNumber: line + 1,
    item: itemOf(line),
    quantity: (plates * linesPerPlate * perPlateLine) / orderLines,
    unit: 'pcs',
  }));
  const numbers = Array.from({ length: plates }, (_, index) => `BP-${run}-${index + 1}`);
  const licensePlates = numbers.map((licensePlate, index) => ({
    licensePlate,
    parent: null,
    lines: Array.from({ length: linesPerPlate }, (_, part) => {
      const line = (index * linesPerPlate + part) % orderLines;
      return { orderNumber, lineNumber: line + 1, item: itemOf(line), quantity: perPlateLine, unit: 'pcs' };
    }),
  }));
  const load = `BL-${run}`;
  const upsert = { operation: 'upsert' } as const;
  return {
    load,
    numbers,
    order: {
      ...{ messageId: `o-${run}`, type: 'inbound-shipment-order', ...upsert },
      order: { orderNumber, warehouse: benchWarehouse, orderType: 'Purchase order', lines },
    },
    notice: {
      ...{ messageId: `n-${run}`, type: 'advance-shipping-notice', ...upsert },
      notice: { load, warehouse: benchWarehouse, shipments: [{ shipment: `S-${run}`, licensePlates }] },
    },
  };
}
