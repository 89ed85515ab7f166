import { claimLeaseMs, isClaimed } from '#shared/ledger/claim-lease.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import type { WorkThing } from '#shared/ledger/thing.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { crossDockOffersFor } from '../platform/facts/cross-dock.ts';
import { stockOfFamily } from '../platform/facts/plate-family.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { proposalFor } from './proposal.ts';
import { looseOfWork, type OpenWork, openWorks } from './work-things.queries.ts';

/**
 * Devices know the put-away of their warehouse that is open, with the place that is best at this moment: it is worked
 * out when it is asked for, so it is never older than the device's copy of the locations. Goods on a trip go where their
 * carrier means to put them.
 */
export function addWorkThings(_routes: Routes, { thingLoaders, clock }: Services): void {
  thingLoaders.set('work', async (read, ids, warehouse) => {
    const works = new Map<string, WorkThing>();
    for (const work of await read.all(openWorks, { ids, warehouse })) {
      works.set(work.id, await thingOf(read, work, warehouse, clock.now()));
    }
    return works;
  });
}

async function thingOf(read: Runner, work: OpenWork, warehouse: string, nowMs: number): Promise<WorkThing> {
  const loose = work.license_plate === null ? await looseOfWork(read, work, warehouse) : null;
  const rows = loose ?? (await stockOfFamily(read, work.license_plate ?? ''));
  const looseAt = { licensePlate: '', location: work.from_location, reservedBase: 0 };
  const atDock = rows.map((row): StockRow => ({ ...looseAt, ...row }));
  const crossDock = await crossDockOffersFor(read, { warehouse, rows: atDock, nowMs });
  const items = await itemsByKey(
    read,
    rows.map(({ item }) => item),
  );
  const goods = goodsOf(work.license_plate, rows, items);
  const place = await proposalFor(read, { warehouse, goods, from: work.from_location, work: work.id, nowMs });
  const claim = claimOf(work, nowMs);
  return {
    work: work.id,
    type: work.type,
    status: work.status,
    licensePlate: work.license_plate,
    item: work.item_key,
    fromLocation: work.from_location,
    toLocation: (claim && work.planned_location) ?? place?.location.code ?? null,
    command: work.command_id,
    claimedBy: claim?.by ?? null,
    ...(claim && { claimedUntil: claim.until }),
    ...(loose !== null && { loose }),
    ...(crossDock.length > 0 && { crossDock }),
  };
}

/** Who carries the goods, and until when nobody else may take them; null once that is over. */
function claimOf({ claimed_by: by, claimed_at: at }: OpenWork, nowMs: number) {
  return by !== null && isClaimed(by, at, nowMs) ? { by, until: instant((at ?? 0) + claimLeaseMs) } : null;
}
