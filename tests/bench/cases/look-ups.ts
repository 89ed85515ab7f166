import type { BenchCase } from '../case.ts';
import { Connection, requestBytes } from '../connection.ts';
import { filledObjects, placeName, plateName } from '../fill-ledger.ts';
import { filledLedger } from '../filled.ts';
import { benchItems, benchWarehouse, Erp, Handheld, next, registrations } from '../floor.ts';
import { median } from '../load.ts';
import type { Row } from '../report.ts';
import { startBenchServer } from '../server.ts';

const asks = 200;

/** What it costs to be told where something is and what became of it, in a full warehouse with a long past. */
export const lookUps: BenchCase = {
  name: 'look-ups',
  run: async (context) => {
    const { rounds, profileFolder, say, entries } = context;
    const databaseFile = await filledLedger(context);
    const server = await startBenchServer({ databaseFile, profileFolder });
    const erp = await Erp.connect(server.port);
    const handheld = await Handheld.signIn(server.port);
    const orders = await erp.postOrders(1);
    const [registration] = next(registrations(handheld, orders), 1);
    const answer = await handheld.connection.send(registration ?? Buffer.of());
    const [result] = JSON.parse(answer.body).results;
    const supervisor = await signedIn(server.port);
    const goingOut = await releasedOrder(server.port, erp);
    const get = (path: string) => requestBytes({ method: 'GET', path, as: supervisor });
    const lookUp = (code: string) => get(`/api/device/look-up?warehouse=${benchWarehouse}&code=${code}`);
    const [item = ''] = benchItems;
    const plate = String(result.result.licensePlate);
    const questions: readonly (readonly [string, Buffer, number])[] = [
      ['look up an item', lookUp(item), 50],
      ['look up a location', lookUp(placeName(42)), 50],
      ['look up a dock where everything arrived', lookUp('DOCK-01'), 50],
      ['look up a plate', lookUp(plateName(42)), 50],
      ['look up a lot', lookUp(filledObjects.lot), 50],
      ['look up a serial number', lookUp(filledObjects.serial), 50],
      ['look up an order', lookUp(orders[0]?.orderNumber ?? ''), 50],
      ['look up an order to ship', lookUp(goingOut.order), 50],
      ['look up a shipment', lookUp(goingOut.shipment), 50],
      ['look up work', lookUp(goingOut.work), 50],
      [
        'why a line cannot be picked',
        get(`/api/device/explain?order=${goingOut.order}&line=1&warehouse=${benchWarehouse}`),
        50,
      ],
      ['an item at the desk', get(`/api/console/stock?warehouse=${benchWarehouse}&search=${item}`), 50],
      ['a place at the desk', get(`/api/console/stock?warehouse=${benchWarehouse}&search=${placeName(42)}`), 50],
      [
        'what waits for put-away at the desk',
        get(`/api/console/stock?warehouse=${benchWarehouse}&waitingFor=putaway`),
        50,
      ],
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
    const nothingToFind = requestBytes({ method: 'GET', path: '/health/live' });
    const limit = { name: 'an answer of nothing', value: await p99Of(connection, nothingToFind, asks) };
    for (const [what, request, atMost] of questions) {
      const slow = atMost > 100;
      const p99s: number[] = [];
      for (let round = 0; round < rounds; round += 1) p99s.push(await p99Of(connection, request, slow ? 10 : asks));
      say(`${what}: p99 ${median(p99s).toFixed(1)} ms`);
      rows.push({
        what: `${what}, ${entries.toLocaleString('en-US')} entries, p99`,
        measured: median(p99s),
        unit: 'ms',
        rounds: p99s,
        limit,
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

/** An order to ship that somebody has to pick. */
async function releasedOrder(port: number, erp: Erp) {
  const desk = await Handheld.signIn(port, { badge: 'S-2001', pin: '2001' });
  const { orderNumber: order, messageId, message } = erp.nextOutboundOrder(5);
  await erp.call('POST', '/api/erp/messages', message);
  await erp.accepted(messageId);
  const [released] = await desk.do([desk.command('waves.release', { orders: [order] })]);
  const [{ work, shipment }] = released?.result.work ?? [{ work: '', shipment: '' }];
  return { order, work: String(work), shipment: String(shipment) };
}

async function signedIn(port: number): Promise<string> {
  const connection = await Connection.open(port);
  const body = JSON.stringify({ badge: 'S-2001', pin: '2001', device: 'BENCH-LOOK' });
  const answer = await connection.send(requestBytes({ method: 'POST', path: '/api/session', body }));
  connection.close();
  return JSON.parse(answer.body).token;
}
