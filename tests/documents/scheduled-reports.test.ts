import { expect, test } from 'vitest';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { changeSettings } from '../support/booking-erp.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { whenPublished } from '../support/published.ts';

const clock = new ManualClock();
const [minute, hour] = [60_000, 3_600_000];

interface Report {
  readonly name: string | null;
  readonly executedAt: string;
  readonly dimensions: string[];
}

/** Reports in the feed, as soon as there are so many; what makes them runs behind the requests. */
async function reports(app: TestApp, count: number): Promise<Report[]> {
  for (let tries = 0; tries < 400; tries += 1) {
    await whenPublished(app);
    const found: Report[] = [];
    for (let after = 0, hasMore = true; hasMore; ) {
      const path = `/api/erp/on-hand-reports?limit=1000&after=${after}`;
      const { body } = await app.call('GET', path, { as: 'demo-erp-key' });
      found.push(...body.items);
      ({ next: after, hasMore } = body);
    }
    if (found.length >= count) return found;
    await new Promise((next) => setTimeout(next, 5));
  }
  throw new Error(`there are no ${count} reports`);
}

onBothDatabases(
  'reports that are made by themselves',
  (app) => {
    test('come every so many hours, once each, and not unless the source system wants them', async () => {
      clock.pass(3 * hour);
      expect(await reports(app(), 0)).toEqual([]);
      await changeSettings(app(), { onHandReportHours: 2 });
      const started = clock.now();
      clock.pass(minute);
      await reports(app(), 1);
      for (const [passed, count] of [
        [hour, 1],
        [hour, 2],
        [hour, 2],
        [hour, 3],
      ] as const) {
        clock.pass(passed);
        await reports(app(), count);
      }
      const made = await reports(app(), 3);
      expect(made.map(({ name, executedAt }) => [name, Math.round((Date.parse(executedAt) - started) / hour)])).toEqual(
        [
          ['scheduled', 0],
          ['scheduled', 2],
          ['scheduled', 4],
        ],
      );
      expect(made[0]?.dimensions).toEqual(['item', 'warehouse', 'inventoryStatus', 'lot', 'owner']);
    });

    test('and those asked for are given ten at a time, however many are wanted', async () => {
      for (let n = 0; n < 11; n += 1) {
        await app().call('POST', '/api/erp/on-hand-reports', { as: 'demo-erp-key', body: {} });
      }
      await whenPublished(app());
      const { body } = await app().call('GET', '/api/erp/on-hand-reports?limit=1000', { as: 'demo-erp-key' });
      expect([body.items.length, body.hasMore]).toEqual([10, true]);
      expect(body.next).toBe(body.items[9].position);
      expect(await reports(app(), 14)).toHaveLength(14);
    });
  },
  { clock },
);
