import { blindMs, claimLeaseMs } from '#shared/ledger/claim-lease.ts';
import type { CountWorkThing } from '#shared/ledger/thing.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { locationsOf } from '../platform/facts/withheld.queries.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { begunOf, openCounts } from './count-things.queries.ts';
import { doubtOf } from './explained.ts';

/** Devices know what is to be counted, and never how much the books say is there. */
export function addCountThings(_routes: Routes, { thingLoaders }: Services): void {
  thingLoaders.set('countWork', async (read, ids, warehouse) => {
    const rows = await read.all(openCounts, { ids, warehouse });
    const begun = Map.groupBy(await read.all(begunOf, { ids }), ({ work }) => work);
    const things = rows.map(async (row) => {
      const thing = await thingOf(read, row, warehouse);
      return [row.id, { ...thing, ...begunIn(begun.get(row.id) ?? []) }] as const;
    });
    return new Map(await Promise.all(things));
  });
}

async function thingOf(read: Runner, row: RowOf<typeof openCounts>, warehouse: string): Promise<CountWorkThing> {
  const { from_location: location, item_key: item } = row;
  const doubt = await doubtIn(read, row, warehouse);
  return {
    work: row.id,
    location: location === '' ? null : location,
    item,
    itemNumber: row.number,
    description: row.description,
    isAgain: row.count_status === 'recount',
    notBy: row.not_by,
    ...(location === '' && item !== null && { places: await locationsOf(read, warehouse, item) }),
    ...(row.zone && { zone: row.zone }),
    ...claimIn(row),
    ...(doubt && { doubt }),
  };
}

/** Told whether it has run out or not, which devices see for themselves: nothing is published when it does. */
function claimIn({
  claimed_by: by,
  claimed_at: at,
}: RowOf<typeof openCounts>): Pick<CountWorkThing, 'claimedBy' | 'claimedUntil'> {
  return by === null || at === null ? {} : { claimedBy: by, claimedUntil: instant(at + claimLeaseMs) };
}

function begunIn(rows: readonly RowOf<typeof begunOf>[]): Pick<CountWorkThing, 'begunBy'> {
  if (rows.length === 0) return {};
  return { begunBy: rows.map(({ badge, begun_at: at }) => ({ badge, until: instant(at + blindMs) })) };
}

/** Only who counts it once more can be asked where they stood. */
async function doubtIn(read: Runner, row: RowOf<typeof openCounts>, warehouse: string) {
  const { count_status: status, count_number: number, command_id: commandId, counted_by: by } = row;
  if (status !== 'recount' || number === null || commandId === null || by === null || by === row.not_by) return null;
  return doubtOf(read, warehouse, { number, commandId, by });
}
