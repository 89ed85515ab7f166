import type { BenchCase } from '../case.ts';
import { Connection, requestBytes } from '../connection.ts';
import { filledObjects, fillLedger, placeName, plateName } from '../fill-ledger.ts';
import { benchItems, benchWarehouse, Erp, Handheld, next, registrations } from '../floor.ts';
import { median } from '../load.ts';
import type { Row } from '../report.ts';
import { startBenchServer } from '../server.ts';

const ledgerRows = 1_000_000;
const places = 12_000;
const asks = 200;

/** What it costs to be told where something is and what became of it, in a full warehouse with a long past. */
export const lookUps: BenchCase = {
  name: 'look-ups',
  run: async ({ folder, rounds, profileFolder, say }) => {
    const databaseFile = `${folder}/look-ups.db`;
    const first = await startBenchServer({ databaseFile });
    await (await Erp.connect(first.port)).postItems();
    await first.stop();
    fillLedger(databaseFile, { items: benchItems, rows: ledgerRows, places });
    say(`${ledgerRows} entries, ${places} places`);

    const server = await startBenchServer({ databaseFile, profileFolder });
    const erp = await Erp.connect(server.port);
    const handheld = await Handheld.signIn(server.port);
    const orders = await erp.postOrders(1);
    const [registration] = next(registrations(handheld, orders), 1);
    const answer = await handheld.connection.send(registration ?? Buffer.of());
    const [result] = JSON.parse(answer.body).results;
    const supervisor = await signedIn(server.port);
    const get = (path: string) => requestBytes({ method: 'GET', path, as: supervisor });
    const lookUp = (code: string) => get(`/api/device/look-up?warehouse=${benchWarehouse}&code=${code}`);
    const [item = ''] = benchItems;
    const plate = String(result.result.licensePlate);
    const questions: readonly (readonly [string, Buffer, number])[] = [
      ['look up an item', lookUp(item), 50],
      ['look up a location', lookUp(placeName(42)), 50],
      ['look up a dock with a million movements', lookUp('DOCK-01'), 50],
      ['look up a plate', lookUp(plateName(42)), 50],
      ['look up a lot', lookUp(filledObjects.lot), 50],
      ['look up a serial number', lookUp(filledObjects.serial), 50],
      ['look up an order', lookUp(orders[0]?.orderNumber ?? ''), 50],
      ['look up what nobody knows', lookUp('NOBODY-KNOWS'), 50],
      [
        'a page of the history of an item',
        get(`/api/device/history?warehouse=${benchWarehouse}&item=${item}&limit=200`),
        50,
      ],
      [
        'why a plate may not stand somewhere',
        get(`/api/device/explain?licensePlate=${plate}&location=${placeName(42)}&warehouse=${benchWarehouse}`),
        50,
      ],
      [
        'the tester of put-away, every place with its reason',
        requestBytes({
          method: 'POST',
          path: '/api/console/putaway/test',
          as: supervisor,
          body: JSON.stringify({ warehouse: benchWarehouse, licensePlate: plate }),
        }),
        1000,
      ],
    ];
    const rows: Row[] = [];
    const connection = await Connection.open(server.port);
    for (const [what, request, atMost] of questions) {
      const slow = atMost > 100;
      const p99s: number[] = [];
      for (let round = 0; round < rounds; round += 1) p99s.push(await p99Of(connection, request, slow ? 10 : asks));
      say(`${what}: p99 ${median(p99s).toFixed(1)} ms`);
      rows.push({
        what: `${what}, p99`,
        measured: median(p99s),
        unit: 'ms',
        rounds: p99s,
        bound: { kind: 'at most', value: atMost },
      });
    }
    await server.stop();
    return rows;
  },
};

async function p99Of(connection: Connection, request: Buffer, count: number): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = performance.now();
    const { status, body } = await connection.send(request);
    times.push(performance.now() - at);
    if (status !== 200) throw new Error(`it was answered ${status}: ${body.slice(0, 300)}`);
  }
  return times.sort((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? 0;
}

async function signedIn(port: number): Promise<string> {
  const connection = await Connection.open(port);
  const body = JSON.stringify({ badge: 'S-2001', pin: '2001', device: 'BENCH-LOOK' });
  const answer = await connection.send(requestBytes({ method: 'POST', path: '/api/session', body }));
  connection.close();
  return JSON.parse(answer.body).token;
}
