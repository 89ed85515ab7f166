import type { Environment } from '../store/environment.ts';
import { withPatience } from '../store/patience.ts';

/** A row of `GET /api/device/stock`, as far as screens show it. Quantities in the base unit. */
export interface StockAnswer {
  readonly location: string;
  readonly item: string;
  readonly description: string;
  readonly lot: string | null;
  readonly licensePlate: string | null;
  readonly inventoryStatus: string;
  readonly unit: string;
  readonly onHand: number;
  readonly available: number;
}

/** What is where, asked of the server: the device's own copy holds plates only. */
export interface StockAsker {
  /** What the server said last; null when it was not asked or did not answer. */
  known(query: string): readonly StockAnswer[] | null;
  /** Asks, unless it was answered lately. True when there is an answer that was not there before. */
  ask(query: string): Promise<boolean>;
}

const patienceMs = 4000;
const freshMs = 10_000;

export function stockAsker(environment: Environment, warehouse: string): StockAsker {
  let last: { readonly query: string; readonly atMs: number; readonly rows: readonly StockAnswer[] } | null = null;
  return {
    known: (query) => (last?.query === query ? last.rows : null),
    ask: async (query) => {
      const isFresh = last?.query === query && environment.clock.now() - last.atMs < freshMs;
      if (isFresh) return false;
      const path = `/api/device/stock?${query}&warehouse=${encodeURIComponent(warehouse)}`;
      const answer = await withPatience(environment, environment.network({ method: 'GET', path }), patienceMs);
      if (answer?.status !== 200) return false;
      const { items } = answer.body as { readonly items: readonly StockAnswer[] };
      last = { query, atMs: environment.clock.now(), rows: items };
      return true;
    },
  };
}
