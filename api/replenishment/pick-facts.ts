import type { Command } from '#shared/command/envelope.ts';
import { badgeOfHands } from '#shared/ledger/location-type.ts';
import type { BroughtLine, PickBody, PickFacts } from '#shared/replenishment/pick.ts';
import { ownLimit } from '../platform/facts/adjusted.queries.ts';
import { lockLinesOfWork, type WorkLineRow, workFacts } from '../platform/facts/pick-work.queries.ts';
import { lockStockOfFamily } from '../platform/facts/plate-family.queries.ts';
import { lockFillWork } from '../platform/facts/replenish-work.queries.ts';
import { lockReservationsBroughtBy } from '../platform/facts/reservations.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { lockStockOfItems } from '../platform/facts/stock-rows.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { orderedSerials } from './replenishment.queries.ts';

/** What the rule of taking goods out of reserve needs, the work and the goods locked. */
export async function pickFacts(trx: AppTrx, command: Command<PickBody>): Promise<PickFacts> {
  const { warehouse, operator, body: asked } = command;
  const work = await lockFillWork(trx, asked.work);
  const line = work?.type === 'replenish' ? await lineFacts(trx, work.id) : null;
  const [item = null] = line ? await itemsByKey(trx, [line.item]) : [];
  const rows = line ? await lockStockOfItems(trx, warehouse, line.location, [{ key: line.item }]) : [];
  return {
    work: work ? workFacts(work, trx.now) : null,
    line,
    item,
    rows: rows.filter((row) => line !== null && isMeant(row, line)),
    orderedSerials: item?.isSerialTracked && work ? await orderedSerials(trx, work.id) : [],
    plateRows: await lockStockOfFamily(trx, line?.licensePlate ?? ''),
    unitCost: item?.unitCost ?? null,
    ...(await ownLimit(trx, { warehouse, operator, itemKey: line?.item ?? '', location: asked.location })),
    isWorkNews: false,
    isMoveNews: false,
  };
}

type Kind = Pick<BroughtLine, 'licensePlate' | 'owner' | 'lot' | 'serial' | 'inventoryStatus'>;

function isMeant(row: Kind, line: Kind): boolean {
  return (
    row.licensePlate === line.licensePlate &&
    row.owner === line.owner &&
    row.lot === line.lot &&
    (line.serial === '' || row.serial === line.serial) &&
    row.inventoryStatus === line.inventoryStatus
  );
}

async function lineFacts(trx: AppTrx, work: string): Promise<BroughtLine | null> {
  const [line] = await lockLinesOfWork(trx, work);
  if (!line) return null;
  const promised = await lockReservationsBroughtBy(trx, work);
  return { ...lineOf(line), promised: promised.filter(({ location }) => badgeOfHands(location) === null) };
}

function lineOf(row: WorkLineRow): Omit<BroughtLine, 'promised'> {
  return {
    line: row.line,
    status: row.status as BroughtLine['status'],
    location: row.location,
    licensePlate: row.license_plate,
    item: row.item_key,
    owner: row.owner,
    lot: row.lot,
    serial: row.serial,
    inventoryStatus: row.inventory_status,
    quantityBase: row.quantity_base,
    pickedBase: row.picked_base,
  };
}
