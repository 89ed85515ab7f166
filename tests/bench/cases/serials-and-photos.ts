import { randomBytes, randomUUID } from 'node:crypto';
import type { BenchCase } from '../case.ts';
import { Connection, requestBytes } from '../connection.ts';
import { Erp, expectApplied, Handheld, movesOf } from '../floor.ts';
import { median, runLoad, summarise } from '../load.ts';
import { RawSqlite } from '../raw-sqlite.ts';
import { startBenchServer } from '../server.ts';

const serialsOnPlate = 500;
const photoBytes = 300_000;

/** Five hundred serials on one plate; and what a worker's commands notice of photos that are uploaded meanwhile. */
export const serialsAndPhotos: BenchCase = {
  name: 'serials-and-photos',
  run: async ({ folder, rounds, roundMs, profileFolder, say }) => {
    const server = await startBenchServer({ databaseFile: `${folder}/serials.db`, profileFolder });
    const erp = await Erp.connect(server.port);
    const handheld = await Handheld.signIn(server.port);
    const item = `SER-${randomBytes(3).toString('hex')}`;
    const messageId = `m-${item}`;
    const tracking = { lot: false, serial: true, expiry: false };
    const described = { number: item, description: 'Bench item with serials', baseUnit: 'pcs', decimals: 0, tracking };
    await erp.call('POST', '/api/erp/messages', { messageId, type: 'item', operation: 'upsert', item: described });
    await erp.accepted(messageId);
    const plates = rounds * 4;
    const orderNumber = `BO-${item}`;
    const line = { lineNumber: 1, item, quantity: plates * serialsOnPlate, unit: 'pcs' };
    const order = { orderNumber, warehouse: 'WEST', orderType: 'Purchase order', lines: [line] };
    const posted = { messageId: `o-${item}`, type: 'inbound-shipment-order', operation: 'upsert', order };
    await erp.call('POST', '/api/erp/messages', posted);
    await erp.accepted(posted.messageId);
    const perPlate: number[] = [];
    for (let plate = 0; plate < plates; plate += 1) {
      const serials = Array.from({ length: serialsOnPlate }, (_, index) => `${item}-${plate}-${index}`);
      const body = { order: orderNumber, item, quantity: serialsOnPlate, unit: 'pcs', serials, location: 'DOCK-01' };
      const command = handheld.command('receiving.register', body);
      const started = performance.now();
      await handheld.do([command]);
      perPlate.push(performance.now() - started);
    }
    const registering = summarise([...perPlate], 1);
    say(
      `${serialsOnPlate} serials: p50 ${registering.p50Ms.toFixed(0)} ms, slowest ${registering.maxMs.toFixed(0)} ms`,
    );

    await erp.postItems();
    const worker = await Handheld.signIn(server.port);
    const client = { connection: worker.connection, requests: await movesOf(worker, 0) };
    const session = await signedIn(server.port);
    const alone: number[] = [];
    const beside: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      alone.push((await runLoad([client], roundMs / 3, expectApplied)).p99Ms);
      const upload = uploads(session);
      beside.push((await runLoad([client], roundMs / 3, expectApplied)).p99Ms);
      const sent = await upload.stop();
      say(
        `a command's p99 alone ${alone.at(-1)?.toFixed(1)} ms, beside ${sent} photos ${beside.at(-1)?.toFixed(1)} ms`,
      );
    }
    await server.stop();
    const raw = new RawSqlite(`${folder}/serials-raw.db`, 100_000);
    const rawMs = 1000 / raw.measureTogether(roundMs, serialsOnPlate);
    raw.close();
    return [
      {
        what: `${serialsOnPlate} serials registered on one plate, slowest`,
        measured: registering.maxMs,
        unit: 'ms',
        rounds: perPlate,
        limit: { name: `raw, ${serialsOnPlate} movements in a flush`, value: rawMs },
        bound: { kind: 'at most', value: 2000 },
      },
      {
        what: 'a command while photos are uploaded, p99',
        measured: median(beside),
        unit: 'ms',
        limit: { name: 'without photos', value: median(alone) },
        rounds: beside,
        bound: { kind: 'at most', value: 25 },
      },
    ];
  },
};

interface SignedIn {
  readonly connection: Connection;
  readonly token: string;
}

async function signedIn(port: number): Promise<SignedIn> {
  const connection = await Connection.open(port);
  const body = JSON.stringify({ badge: 'W-1001', pin: '1001', device: `BENCH-${randomBytes(5).toString('hex')}` });
  const answer = await connection.send(requestBytes({ method: 'POST', path: '/api/session', body }));
  return { connection, token: JSON.parse(answer.body).token };
}

/** Sends photos one after the other, as a handheld does, until it is stopped; answers how many were kept. */
function uploads({ connection, token }: SignedIn): { stop(): Promise<number> } {
  const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(photoBytes)]);
  let isStopped = false;
  const run = async (): Promise<number> => {
    let sent = 0;
    while (!isStopped) {
      const head = requestBytes({
        method: 'PUT',
        path: `/api/device/photos/${randomUUID()}?warehouse=WEST`,
        as: token,
        headers: ['content-type: image/jpeg', `content-length: ${picture.length}`],
      });
      const { status, body } = await connection.send(Buffer.concat([head, picture]));
      if (status !== 201) throw new Error(`a photo was not kept: ${status} ${body}`);
      sent += 1;
    }
    return sent;
  };
  const running = run();
  return {
    stop: () => {
      isStopped = true;
      return running;
    },
  };
}
