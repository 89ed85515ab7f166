import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { type Handheld, openHandheld, signIn } from '../../support/handheld.ts';
import { startServerProcess } from '../../support/server.ts';
import type { BenchCase, BenchContext } from '../case.ts';
import { type Load, median, summarise } from '../load.ts';
import type { Row } from '../report.ts';
import { keysOf, latencyOf, plateLabel } from '../scanner.ts';
import { listenForScans } from '../screen-times.ts';
import { postSerialOrder } from '../serial-order.ts';
import { slowDown, slowedDown } from '../slow-device.ts';

const scansPerRound = 30;
const betweenScansMs = 10_000 / scansPerRound;
const item = 'BENCH-SERIALS';
const order = 'PO-BENCH-SERIALS';

/**
 * The handheld's own speed, in a real browser that is slowed down four times: from the last key of a scan until it is
 * heard and seen, what has to come over the network before a worker can sign in and receive, and how long the app takes
 * to open without a network. A worker receives goods with serial numbers and scans one after the other.
 */
export const deviceScreen: BenchCase = {
  name: 'device-screen',
  run: async (context) => {
    const databaseFile = `${context.folder}/screen.db`;
    const server = await startServerProcess({ databaseUrl: `sqlite:${databaseFile}` });
    const figures = { tone: [] as Load[], colour: [] as Load[], offline: [] as number[] };
    let scriptKiB = 0;
    try {
      const quantity = (context.rounds + 1) * scansPerRound;
      await postSerialOrder(server.url, { item, barcode: itemBarcode, order, quantity });
      const handheld = await openHandheld('about:blank');
      try {
        const scripts = scriptsOf(handheld);
        await handheld.page.addInitScript(listenForScans);
        await slowDown(handheld);
        await handheld.page.goto(server.url);
        await signIn(handheld, 'W-1001', '1001');
        await handheld.press('Receive');
        await handheld.asks('Scan order, load or plate');
        scriptKiB = (await scripts.bytes()) / 1024;
        await handheld.scan(order);
        await handheld.asks('Scan the next item');
        for (let round = 0; round < context.rounds; round += 1) await scanSerials(handheld, round, figures, context);
        for (let round = 0; round < context.rounds; round += 1) figures.offline.push(await openOffline(handheld));
        await checkKept(databaseFile, context.rounds);
        context.say(`opens offline in ${figures.offline.map((ms) => ms.toFixed(0)).join(', ')} ms`);
      } finally {
        await handheld.close();
      }
    } finally {
      await server.stop();
    }
    return rowsOf(figures, scriptKiB);
  },
};

interface Figures {
  readonly tone: Load[];
  readonly colour: Load[];
  readonly offline: number[];
}

function rowsOf(figures: Figures, scriptKiB: number): Row[] {
  const ms = (what: string, rounds: number[], limit?: number): Row => ({
    what,
    measured: median(rounds),
    unit: 'ms',
    rounds,
    ...(limit !== undefined && { bound: { kind: 'at most', value: limit } }),
  });
  const { tone, colour, offline } = figures;
  return [
    ms(`scan to tone, ${slowedDown}x slower, p95`, p95Of(tone), 50),
    ms('  p50', p50Of(tone)),
    ms(`scan to colour on the screen, ${slowedDown}x slower, p95`, p95Of(colour), 50),
    ms('  p50', p50Of(colour)),
    {
      what: 'JavaScript fetched to sign in and receive, gzip',
      measured: scriptKiB,
      unit: 'KiB',
      rounds: [scriptKiB],
      bound: { kind: 'at most', value: 120 },
    },
    ms(`opens without a network, ${slowedDown}x slower`, offline, 1000),
  ];
}

const p95Of = (rounds: Load[]) => rounds.map((round) => round.p95Ms);
const p50Of = (rounds: Load[]) => rounds.map((round) => round.p50Ms);

const itemBarcode = '4099999999995';

/** Counts the scripts that a page with nothing stored fetches itself; what its service worker fetches comes later. */
function scriptsOf(handheld: Handheld): { bytes(): Promise<number> } {
  const found = new Map<string, Promise<number>>();
  handheld.page.on('response', (response) => {
    const isScript = response.request().resourceType() === 'script' && response.request().serviceWorker() === null;
    if (isScript)
      found.set(
        response.url(),
        response.body().then((body) => gzipSync(body).byteLength),
      );
  });
  return {
    bytes: async () => (await Promise.all(found.values())).reduce((sum, bytes) => sum + bytes, 0),
  };
}

/** One round: so many serials of one item, a scan every third of a second, then the plate that they stand on. */
async function scanSerials(handheld: Handheld, round: number, figures: Figures, { say }: BenchContext): Promise<void> {
  await handheld.scan(itemBarcode);
  await handheld.asks('How many?');
  await handheld.type(String(scansPerRound));
  await handheld.press('Enter');
  await handheld.asks(/serial/i);
  await sleep(500);
  await handheld.page.evaluate(() => window.scanTimes.splice(0));
  const scanner = await keysOf(handheld);
  const started = performance.now();
  for (let scan = 0; scan < scansPerRound; scan += 1) {
    await sleep(Math.max(0, started + scan * betweenScansMs - performance.now()));
    await scanner.scan(serialOf(round, scan));
  }
  await handheld.asks('Scan the licence plate');
  await handheld.page.waitForFunction(() => window.scanTimes.every((each) => each.colourMs !== null));
  const times = await handheld.page.evaluate(() => window.scanTimes);
  if (times.length !== scansPerRound) throw new Error(`${times.length} of ${scansPerRound} scans were timed`);
  const summary = (name: 'toneMs' | 'colourMs') =>
    summarise(
      times.map((each) => latencyOf(each, name)),
      1,
    );
  const [tone, colour] = [summary('toneMs'), summary('colourMs')];
  figures.tone.push(tone);
  figures.colour.push(colour);
  await handheld.scan(plateLabel(round));
  await handheld.asks('Scan the next item');
  say(
    `tone p50 ${tone.p50Ms.toFixed(1)} p95 ${tone.p95Ms.toFixed(1)} ms · colour p50 ${colour.p50Ms.toFixed(1)} p95 ${colour.p95Ms.toFixed(1)} ms`,
  );
}

function serialOf(round: number, scan: number): string {
  return `SN-${run}-${round}-${String(scan).padStart(2, '0')}`;
}

const run = randomBytes(3).toString('hex');

/** Milliseconds from the start of the navigation until the question stands on the screen, with no network at all. */
async function openOffline(handheld: Handheld): Promise<number> {
  await handheld.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await handheld.context.setOffline(true);
  await handheld.page.reload({ waitUntil: 'commit' });
  const opened = await handheld.page.waitForFunction(() => window.usableMs);
  const ms = await opened.jsonValue();
  await handheld.context.setOffline(false);
  return ms ?? Number.NaN;
}

/** All that was scanned reaches the server, each serial once and in the order of the scans. */
async function checkKept(databaseFile: string, rounds: number): Promise<void> {
  const scanned = Array.from({ length: rounds * scansPerRound }, (_, index) =>
    serialOf(Math.floor(index / scansPerRound), index % scansPerRound),
  );
  const until = performance.now() + patienceMs;
  let kept = keptSerials(databaseFile);
  while (kept.length < scanned.length && performance.now() < until) {
    await sleep(100);
    kept = keptSerials(databaseFile);
  }
  if (JSON.stringify(kept) !== JSON.stringify(scanned)) {
    throw new Error(`scanned ${scanned.length} serials, kept ${kept.length}: ${kept.slice(0, 5).join(', ')}…`);
  }
}

const patienceMs = 10_000;

function keptSerials(databaseFile: string): string[] {
  const db = new Sqlite(databaseFile, { readonly: true });
  const rows = db
    .prepare(
      "select body from command where type = 'receiving.register' and body like ? and outcome = 'applied' order by sequence",
    )
    .all(`%${run}%`) as { body: string }[];
  db.close();
  return rows.flatMap(({ body }) => (JSON.parse(body) as { serials: string[] }).serials);
}
