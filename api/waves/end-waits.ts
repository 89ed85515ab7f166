import { byServer } from '../platform/by-server.ts';
import type { Services } from '../platform/services.ts';
import { arrivedBehind, linesWaitingToArrive } from './end-wait.queries.ts';
import { endWait, waitsAtOnce } from './end-wait.ts';

/**
 * What came into a warehouse while somebody waited for it, remembered from one look to the next: each change of stock is
 * looked at once. Only a reminder; without it everything since the oldest wait is looked at again.
 */
export interface Arrivals {
  position: number;
  readonly newest: Map<string, number>;
}

/**
 * Ends the wait of backorders for which goods came since. A backorder is what did not go although it could have: what was
 * free then is left to others until something arrives, or a supervisor releases it.
 */
export async function endWaits(services: Services, warehouse: string, arrivals: Arrivals): Promise<void> {
  const { read } = services.store;
  const waiting = await read.all(linesWaitingToArrive, { warehouse });
  const oldest = Math.min(...waiting.map((line) => line.waits_from ?? 0));
  if (waiting.length === 0) {
    arrivals.newest.clear();
    arrivals.position = 0;
    return;
  }
  const position = Math.max(arrivals.position, oldest);
  for (const row of await read.all(arrivedBehind, { warehouse, position })) {
    arrivals.newest.set(row.item_key, row.position);
    arrivals.position = Math.max(arrivals.position, row.position);
  }
  const ended = waiting.filter((line) => (arrivals.newest.get(line.item_key) ?? 0) > (line.waits_from ?? 0));
  for (let from = 0; from < ended.length; from += waitsAtOnce) {
    const lines = ended
      .slice(from, from + waitsAtOnce)
      .map((line) => ({ order: line.order_key, line: line.line_number }));
    await byServer(services, endWait, warehouse, { lines });
  }
}
