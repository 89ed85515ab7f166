/**
 * `npm run bench`: every figure that is promised, measured on this machine, each next to the physical limit measured in
 * the same rounds. `-- --only <name>` runs one case, `--quick` shortens the rounds, `--json <file>` keeps the figures,
 * `--profile <folder>` writes CPU profiles of the servers. Cases with a long past fill a ledger of ten million entries,
 * which takes minutes and some 20 GB: `--entries <number>` chooses another size, `--ledger <file>` keeps it for the next
 * run.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../api/bin/build.mjs';
import type { BenchCase, BenchContext } from './case.ts';
import { camera } from './cases/camera.ts';
import { deviceBatch } from './cases/device-batch.ts';
import { deviceScreen } from './cases/device-screen.ts';
import { growth } from './cases/growth.ts';
import { gs1 } from './cases/gs1.ts';
import { lookUps } from './cases/look-ups.ts';
import { noticePlates } from './cases/notice-plates.ts';
import { orderToReceipt } from './cases/order-to-receipt.ts';
import { outboundOrders } from './cases/outbound-orders.ts';
import { pastStock } from './cases/past-stock.ts';
import { serialsAndPhotos } from './cases/serials-and-photos.ts';
import { serialsOnDevice } from './cases/serials-on-device.ts';
import { singleCommands } from './cases/single-commands.ts';
import { slowDisk } from './cases/slow-disk.ts';
import { startAndMemory } from './cases/start-and-memory.ts';
import { toldHandhelds } from './cases/told-handhelds.ts';
import { verify } from './cases/verify.ts';
import { waveRelease } from './cases/wave-release.ts';
import { workList } from './cases/work-list.ts';
import { isMet, type Row, table } from './report.ts';
import { stopBenchServers } from './server.ts';

const cases: readonly BenchCase[] = [
  singleCommands,
  slowDisk,
  deviceBatch,
  orderToReceipt,
  outboundOrders,
  toldHandhelds,
  waveRelease,
  noticePlates,
  growth,
  lookUps,
  pastStock,
  verify,
  startAndMemory,
  deviceScreen,
  camera,
  workList,
  gs1,
  serialsAndPhotos,
  serialsOnDevice,
];

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    profile: { type: 'string' },
    entries: { type: 'string' },
    ledger: { type: 'string' },
  },
});

const wanted = cases.filter(({ name }) => options.only === undefined || options.only.includes(name));
if (wanted.length === 0) {
  console.error(`There is no such case. Cases: ${cases.map(({ name }) => name).join(', ')}`);
  process.exit(64);
}
if (!((await build('pwa')) && (await build('server')))) process.exit(1);
if (options.profile) mkdirSync(options.profile, { recursive: true });

const folder = mkdtempSync(join(tmpdir(), 'tallyman-bench-'));
const rows: Row[] = [];
const failures: string[] = [];
try {
  for (const { name, run } of wanted) {
    const context: BenchContext = {
      folder,
      rounds: options.quick ? 1 : 5,
      roundMs: options.quick ? 1000 : 3000,
      quick: options.quick,
      entries: Number(options.entries ?? (options.quick ? 1_000_000 : 10_000_000)),
      ledgerFile: options.ledger ?? join(folder, 'ledger.db'),
      profileFolder: options.profile,
      say: (text) => console.log(`  ${text}`),
    };
    console.log(`== ${name}`);
    try {
      rows.push(...(await run(context)));
    } catch (error) {
      failures.push(name);
      console.error(error);
    } finally {
      await stopBenchServers();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`\n${table(rows)}`);
if (options.json) {
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
  const judged = rows.map((row) => ({ ...row, met: isMet(row) }));
  writeFileSync(options.json, `${JSON.stringify({ at: new Date().toISOString(), machine, rows: judged }, null, 2)}\n`);
}
const missed = rows.filter((row) => !isMet(row));
console.log(
  `\n${rows.length} figures, ${missed.length} below their bound${failures.length > 0 ? `; could not be measured: ${failures.join(', ')}` : ''}`,
);
process.exitCode = missed.length + failures.length > 0 ? 1 : 0;
