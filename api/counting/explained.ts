import type { Difference } from '#shared/counting/differences.ts';
import { type Explained, explainDifference, wrongShelf } from '#shared/counting/explain-difference.ts';
import type { TrailCommand } from '#shared/counting/trail.ts';
import type { CountWorkThing } from '#shared/ledger/thing.ts';
import type { Runner } from '../platform/db/connection.ts';
import { differencesIn } from './accept-facts.ts';
import { stockByPlace } from './console.queries.ts';
import { linesOfCount } from './count.queries.ts';
import { commandsUntil } from './trail.queries.ts';

/** What of somebody's scans could explain a difference: see `explainDifference`. */
export async function explained(
  read: Runner,
  warehouse: string,
  difference: Difference,
  commands: readonly TrailCommand[],
): Promise<Explained> {
  if (commands.length === 0) return { told: null, causes: [] };
  const rows = await read.all(stockByPlace, { itemKey: difference.item.key, warehouse });
  const stockAt = new Map(rows.map(({ location, sum }) => [location, Number(sum)]));
  return explainDifference(difference, commands, stockAt);
}

/** The place at which whoever counted may still have stood; null: nothing speaks for that. */
export async function doubtOf(
  read: Runner,
  warehouse: string,
  { number, commandId, by }: { readonly number: string; readonly commandId: string; readonly by: string },
): Promise<CountWorkThing['doubt'] | null> {
  const commands = await commandsUntil(read, commandId);
  for (const difference of await differencesIn(read, await read.all(linesOfCount, { number }))) {
    const doubt = wrongShelf(await explained(read, warehouse, difference, commands));
    if (doubt) return { by, ...doubt };
  }
  return null;
}
