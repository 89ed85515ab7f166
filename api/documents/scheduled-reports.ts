import { uuidV7 } from '#shared/kernel/id.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { repeatedly } from '../platform/repeatedly.ts';
import type { Services } from '../platform/services.ts';
import { everySourceSystem } from './finalise.queries.ts';
import { claimReport } from './on-hand-report.queries.ts';
import { makeOnHandReport } from './on-hand-report.ts';

const everyMs = 60_000;
const hourMs = 3_600_000;

/** What reports that are made by themselves are kept apart by: all that an ERP may want to compare, but no places. */
const dimensions = ['inventoryStatus', 'lot', 'owner'] as const;

/**
 * Makes on-hand reports for the source systems that want one every so many hours: looks every minute. Several nodes may
 * look at the same time; whoever claims a report first makes it.
 */
export function startScheduledReports(services: Services): { stop(): Promise<void> } {
  const { clock, log } = services;
  return repeatedly({
    clock,
    everyMs,
    work: (isStopped) => makeDue(services, isStopped),
    onError: (error) => log.error({ err: error }, 'no on-hand report could be made until the next look'),
  });
}

async function makeDue({ store, clock, random }: Services, isStopped: () => boolean): Promise<void> {
  for (const sourceSystem of await everySourceSystem(store.read)) {
    if (isStopped()) return;
    const { onHandReportHours } = await settingsOf(store.read, sourceSystem);
    if (onHandReportHours === 0) continue;
    const commandId = uuidV7(clock.now(), random.bytes(10));
    await store.write(async (trx) => {
      const dueBy = trx.now - onHandReportHours * hourMs;
      if (!(await trx.one(claimReport, { name: `on-hand-report:${sourceSystem}`, at: trx.now, dueBy }))) return;
      await makeOnHandReport(trx, { name: 'scheduled', dimensions: [...dimensions] }, { sourceSystem, commandId });
    });
  }
}
