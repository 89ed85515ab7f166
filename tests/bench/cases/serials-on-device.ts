import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Handheld, openHandheld, signIn } from '../../support/handheld.ts';
import { startServerProcess } from '../../support/server.ts';
import type { BenchCase } from '../case.ts';
import { median } from '../load.ts';
import type { Row } from '../report.ts';
import { keysOf, latencyOf, plateLabel } from '../scanner.ts';
import { listenForScans } from '../screen-times.ts';
import { postSerialOrder } from '../serial-order.ts';
import { slowDown, slowedDown, speedUp } from '../slow-device.ts';

const serialsOnPlate = 500;
const serialBarcode = '4099999999971';
const item = 'BENCH-FULL-PLATE';
const order = 'PO-BENCH-FULL-PLATE';

/**
 * Five hundred serials on one plate, in a real browser, at its own speed and slowed down four times: how long the device
 * is busy with the last of them, with the plate, which is booked, queued and flushed to the disk before anything is said,
 * and with the item that is scanned right behind it. It is free when the worker sees what was said to the scan.
 */
export const serialsOnDevice: BenchCase = {
  name: 'serials-on-device',
  run: async ({ folder, rounds, say }) => {
    const server = await startServerProcess({ databaseUrl: `sqlite:${folder}/serials-on-device.db` });
    const plates: Record<Speed, Plate[]> = { own: [], slow: [] };
    try {
      const quantity = 2 * rounds * serialsOnPlate;
      await postSerialOrder(server.url, { item, barcode: serialBarcode, order, quantity });
      const handheld = await openHandheld('about:blank');
      try {
        await handheld.page.addInitScript(listenForScans);
        await handheld.page.goto(server.url);
        await signIn(handheld, 'W-1001', '1001');
        await handheld.press('Receive');
        await handheld.asks('Scan order, load or plate');
        await handheld.scan(order);
        for (let round = 0; round < 2 * rounds; round += 1) {
          const speed = round % 2 === 0 ? 'own' : 'slow';
          const plate = await fillPlate(handheld, round, speed);
          plates[speed].push(plate);
          const told = Object.entries(plate).map(
            ([scan, { freeMs, nextMs }]) => `${scan} ${freeMs.toFixed(1)} (next question ${nextMs.toFixed(1)})`,
          );
          say(`${speed} speed, free after, ms: ${told.join(' · ')}`);
        }
      } finally {
        await handheld.close();
      }
    } finally {
      await server.stop();
    }
    const row = (speed: Speed, what: string, scan: keyof Plate): Row => {
      const times = plates[speed].map((plate) => plate[scan].freeMs);
      return {
        what: `device free after ${what}${speed === 'slow' ? `, ${slowedDown}x slower` : ''}`,
        measured: median(times),
        unit: 'ms',
        rounds: times,
        bound: { kind: 'at most', value: 50 },
      };
    };
    return (['own', 'slow'] as const).flatMap((speed) => [
      row(speed, `serial ${serialsOnPlate}`, 'serial'),
      row(speed, `the plate of ${serialsOnPlate} serials`, 'plate'),
      row(speed, 'the next item, right behind', 'item'),
    ]);
  },
};

type Speed = 'own' | 'slow';
type Plate = Awaited<ReturnType<typeof fillPlate>>;

/** All serials but the last are scanned at the machine's own speed in any case. */
async function fillPlate(handheld: Handheld, round: number, speed: Speed) {
  await handheld.asks('Scan the next item');
  await handheld.scan(serialBarcode);
  await handheld.asks('How many?');
  await handheld.type(String(serialsOnPlate));
  await handheld.press('Enter');
  await handheld.asks(/serial/i);
  for (let index = 1; index < serialsOnPlate; index += 1) await handheld.scan(serialOf(round, index));
  await handheld.page
    .getByText(`${serialsOnPlate - 1} of ${serialsOnPlate}`)
    .first()
    .waitFor();
  if (speed === 'slow') await slowDown(handheld);
  await sleep(500);
  await handheld.page.evaluate(() => window.scanTimes.splice(0));
  const scanner = await keysOf(handheld);
  const free = async (code: string) => {
    const before = await handheld.page.evaluate(() => window.scanTimes.length);
    await scanner.scan(code);
    await handheld.page.waitForFunction((index) => window.scanTimes[index]?.nextMs != null, before);
    const [scan] = await handheld.page.evaluate((index) => window.scanTimes.slice(index), before);
    if (!scan) throw new Error(`the scan of ${code} was not timed`);
    return { freeMs: latencyOf(scan, 'colourMs'), nextMs: latencyOf(scan, 'nextMs') };
  };
  const serial = await free(serialOf(round, serialsOnPlate));
  await handheld.asks('Scan the licence plate');
  const plate = await free(plateLabel(round));
  await handheld.asks('Scan the next item');
  const next = await free(serialBarcode);
  if (speed === 'slow') await speedUp(handheld);
  await handheld.press('Back');
  return { serial, plate, item: next };
}

const run = randomBytes(3).toString('hex');

function serialOf(round: number, index: number): string {
  return `SN-${run}-${round}-${String(index).padStart(3, '0')}`;
}
