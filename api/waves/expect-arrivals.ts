import { expectedDays } from '#shared/waves/expected-arrival.ts';
import { byServer } from '../platform/by-server.ts';
import { timeZoneOf } from '../platform/facts/warehouses.queries.ts';
import { localDay } from '../platform/local-day.ts';
import type { Services } from '../platform/services.ts';
import { linesAtOnce, setExpected } from './set-expected.ts';
import { linesThatWait, linesToCome } from './waiting.queries.ts';

/** Says of every line of a warehouse that lacks goods on which day they can be there, by open inbound orders. */
export async function expectArrivals(services: Services, warehouse: string): Promise<void> {
  const { read } = services.store;
  const waiting = await read.all(linesThatWait, { warehouse });
  if (waiting.length === 0) return;
  const items = [...new Set(waiting.map((line) => line.item_key))];
  const timeZone = await timeZoneOf(read, warehouse);
  const coming = [];
  for (const line of await read.all(linesToCome, { warehouse, itemKeys: items })) {
    const plannedAt = plannedFor(line.document);
    if (plannedAt === null) continue;
    const quantityBase = line.quantity_base - line.registered_base;
    coming.push({ item: line.item_key, owner: line.owner, day: localDay(plannedAt, timeZone), quantityBase });
  }
  const days = expectedDays(
    waiting.map((line) => ({
      order: line.order_key,
      line: line.line_number,
      item: line.item_key,
      owner: line.owner,
      missingBase: line.quantity_base - line.released_base - line.cancelled_base - line.reserved_base,
    })),
    coming,
  );
  const news = waiting.flatMap((line, index) => {
    const expectedOn = days[index] ?? null;
    return expectedOn === line.expected_on ? [] : [{ order: line.order_key, line: line.line_number, expectedOn }];
  });
  for (let from = 0; from < news.length; from += linesAtOnce) {
    await byServer(services, setExpected, warehouse, { lines: news.slice(from, from + linesAtOnce) });
  }
}

function plannedFor(document: string): number | null {
  const planned = JSON.parse(document) as { plannedReceiptStart?: string | null; plannedReceiptEnd?: string | null };
  const at = planned.plannedReceiptEnd ?? planned.plannedReceiptStart ?? null;
  return at === null ? null : Date.parse(at);
}
