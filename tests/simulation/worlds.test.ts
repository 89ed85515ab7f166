import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorldReport } from './report.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

/** Trouble that every world has had before it counts: a run in which nothing went wrong proves nothing. */
const troubles = [
  'device died',
  'died at the beep',
  'died at an answer',
  'second tab opened',
  'undo pressed',
  'scanned by camera',
  'order changed',
  'device clock jumped',
  'went offline',
  'sent while offline',
  'request lost',
  'request repeated',
  'answer lost',
  'held back',
  'silence for ever',
  'server killed',
  'server did not answer',
  'ERP went back',
  'live connection broke',
] as const;

/** What is rarer: seen and done in one of the worlds at least. */
const rarities = [
  'tab crashed',
  'order cancelled',
  'acknowledged again',
  'load announced',
  'load announced otherwise',
  'several orders on a notice',
  'several orders on a load made by hand',
  'channel changed',
  'receipt made again',
  'document became final',
  'photo came before its command',
  'command came before its photo',
  'receiving.register',
  'receiving.register of an announced plate',
  'receiving.register of goods that nobody ordered',
  'receiving.undo_registration',
  'receiving.complete',
  'receiving.complete of a load',
  'receiving.reverse_completion',
  'receiving.create_load',
  'receiving.set_over_delivery',
  'putaway.put',
  'putaway.claim',
  'putaway.release_claim',
  'inventory.move',
  'inventory.adjust',
  'counting.start',
  'counting.count: posted',
  'counting.count: recount',
  'counting.count: review',
  'count compared with what lay there',
  'goods moved while a count was on its way',
  'count reviewed: accept',
  'count reviewed: reject',
  'count reviewed: recount',
  'replenishment.request',
  'replenishment.pick',
  'replenishment.put',
  'putaway.put straight to an order',
  'exceptions.report_discrepancy',
  'exceptions.assign',
  'exceptions.resolve',
  'decided: apply',
  'decided: compensate',
  'decided: dismiss',
  'decided: approve',
  'decided: reject',
  'decided: accept',
  'decided: claim',
  'order to ship changed',
  'order to ship cancelled',
  'order to ship cancelled after release',
  'released order was cancelled',
  'order to ship held, or let go',
  'order shipped whole',
  'released twice',
  'wave cancelled',
  'wave cancelled or held after release',
  'packing slip reversed',
  'packing slip made again',
  'waves.release',
  'waves.create',
  'waves.add_orders',
  'waves.process',
  'waves.take_back',
  'waves.cancel_work',
  'waves.set_priority',
  'orders.set_hold',
  'orders.release_hold',
  'orders.close_remainder',
  'picking.claim',
  'picking.pick',
  'picking.short_pick',
  'picking.substitute',
  'picking.skip',
  'picking.undo',
  'picking.put',
  'picking.release_claim',
  'packing.open_carton',
  'packing.pack',
  'packing.unpack',
  'packing.close_carton',
  'shipping.load',
  'shipping.unload',
  'shipping.plan_load',
  'shipping.confirm',
  'shipping.reverse_confirmation',
] as const;

/** Little of a world's program runs often enough to be compiled well: compiled simply at once, it takes a tenth less. */
const quickly = ['--always-sparkplug'];
/** As `nice` counts it. */
const lessThanOthers = 5;
/** Long, as whatever else runs on the machine goes first. */
const patienceMs = 1_500_000;

const workers: ChildProcess[] = [];
const reports = new Map<number, Promise<WorldReport>>();

/** Every core takes the next seed as soon as it is free. */
beforeAll(() => {
  const left = [...seeds];
  const settleReport = new Map<number, (report: WorldReport | Promise<never>) => void>();
  for (const seed of seeds) reports.set(seed, new Promise((resolve) => settleReport.set(seed, resolve)));
  for (let count = 0; count < Math.min(4, availableParallelism()); count += 1) {
    const worker = fork(fileURLToPath(new URL('world-worker.ts', import.meta.url)), {
      serialization: 'advanced',
      execArgv: [...process.execArgv, ...quickly],
    });
    workers.push(worker);
    // A world has its own time; browsers beside it are in a hurry.
    setPriority(worker.pid ?? 0, lessThanOthers);
    let current: number | undefined;
    const takeNext = (): void => {
      current = left.shift();
      if (current !== undefined) worker.send({ seed: current, devices: 10, operations: 40 });
    };
    worker.on('message', (report: WorldReport) => {
      settleReport.get(report.seed)?.(report);
      takeNext();
    });
    worker.once('exit', (code) => {
      const error = new Error(`the process of the worlds ended with ${code}`);
      if (current !== undefined) settleReport.get(current)?.(Promise.reject(error));
    });
    takeNext();
  }
});

afterAll(() => {
  for (const worker of workers) worker.kill();
});

describe('ten handhelds with forty commands each, and everything goes wrong', () => {
  test.each(seeds)(
    'world %i: nothing is lost, nothing happens twice, and all books agree',
    async (seed) => {
      const report = await reports.get(seed);
      if (!report) throw new Error('there is no report');
      const trace =
        report.violations.length > 0 ? ['npm run simulate with this seed shows it again', ...report.lastEvents] : [];
      expect([...report.violations, ...trace]).toEqual([]);
      for (const trouble of troubles) expect(report.counts.get(trouble) ?? 0, trouble).toBeGreaterThan(0);
      expect(report.outcomes.get('applied') ?? 0).toBeGreaterThan(100);
    },
    patienceMs,
  );

  test.each(rarities)('%s was part of one of the worlds', async (rarity) => {
    const all = await Promise.all(reports.values());
    const counts = all.map(({ counts: seen, done }) => seen.get(rarity) ?? done.get(rarity) ?? 0);
    expect(Math.max(...counts)).toBeGreaterThan(0);
  });
});
