import type { Command } from '#shared/command/envelope.ts';
import { handsOf } from '#shared/ledger/location-type.ts';
import type { PickLine } from '#shared/ledger/pick-work.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import type { TargetPlate } from '#shared/picking/into-hands.ts';
import type { PickBody, PickFacts } from '#shared/picking/pick.ts';
import type { PickRow } from '#shared/picking/taken-goods.ts';
import { goodUntilFor, worthOf } from '../platform/facts/line-worth.queries.ts';
import { whyOnHold } from '../platform/facts/lot-holds.queries.ts';
import { lotFacts } from '../platform/facts/lots.queries.ts';
import { lockPickWork, workFacts } from '../platform/facts/pick-work.queries.ts';
import { isLocationHere } from '../platform/facts/places.queries.ts';
import { lockStockOfFamily } from '../platform/facts/plate-family.queries.ts';
import { findPlate, lockPlate, plateNumberOf } from '../platform/facts/plates.queries.ts';
import { promisesAt } from '../platform/facts/promised-goods.queries.ts';
import { lockReservationsOfLine } from '../platform/facts/reservations.queries.ts';
import { serialsShipped } from '../platform/facts/shipment-goods.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { lockStockOfItems, lockStockOnPlate } from '../platform/facts/stock-rows.queries.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { lineOfWork } from './pick-facts.queries.ts';

/** What the rules of a pick need, the work and its line locked. Stock is read only where other goods may be meant. */
export async function pickFacts(
  trx: AppTrx,
  { warehouse, operator, body: asked }: Command<PickBody>,
): Promise<PickFacts> {
  const found = await lockPickWork(trx, asked.work);
  const line = found ? await lineFacts(trx, found.id, asked.line) : null;
  const [item = null] = line ? await itemsByKey(trx, [line.item]) : [];
  const isOther =
    line !== null &&
    ((asked.licensePlate ?? line.licensePlate) !== line.licensePlate ||
      (asked.lot ?? line.lot) !== line.lot ||
      asked.serials !== undefined ||
      line.lot !== '');
  const plate = line === null ? '' : (asked.licensePlate ?? line.licensePlate);
  return {
    work: found ? workFacts(found, trx.now) : null,
    line,
    item,
    rows: isOther && line ? await rowsAt(trx, warehouse, line.location, line.item) : [],
    plateRows: await lockStockOfFamily(trx, plate),
    shippedSerials: line ? await serialsShipped(trx, line.item, asked.serials ?? []) : [],
    toPlate: await targetPlate(trx, warehouse, asked.toLicensePlate, handsOf(operator)),
    goodUntil: isOther && line ? await goodUntilFor(trx, warehouse, await worthOf(trx, line)) : null,
    today: await dayIn(trx, warehouse, trx.now),
    // Goods may be in hand for a line that was taken back: then that is what the worker is told.
    lotOnHold: line?.status === 'cancelled' ? await whyOnHold(trx, line.item, asked.lot ?? line.lot) : null,
    isWorkNews: false,
    isMoveNews: false,
  };
}

/** A line of work, with what is promised to it here; locked. */
export async function lineFacts(trx: AppTrx, work: string, number: number): Promise<PickLine | null> {
  const line = await trx.one(lineOfWork.lock[trx.dialect], { work, line: number });
  if (!line) return null;
  const promised = await lockReservationsOfLine(trx, work, number);
  return {
    line: line.line,
    status: line.status as PickLine['status'],
    location: line.location,
    licensePlate: line.license_plate,
    item: line.item_key,
    owner: line.owner,
    lot: line.lot,
    serial: line.serial,
    inventoryStatus: line.inventory_status,
    quantityBase: line.quantity_base,
    pickedBase: line.picked_base,
    order: line.order_key,
    orderLine: line.order_line,
    shipment: line.shipment,
    blockedBy: line.blocked_by,
    isLotFixed: line.ordered_lot !== null || line.ordered_serial !== null,
    ...holdOf(line),
    promised,
  };
}

/** What keeps the order of a line from going on. */
export function holdOf({
  hold_codes: codes,
  order_number: order,
}: {
  hold_codes: string | null;
  order_number: string | null;
}) {
  if (codes === null || codes === '[]') return {};
  return { hold: { order: order ?? '', holds: (JSON.parse(codes) as string[]).join(', ') } };
}

/** Goods of an item at a place with their dates; locked. */
export async function rowsAt(trx: AppTrx, warehouse: string, location: string, itemKey: string): Promise<PickRow[]> {
  const rows = await lockStockOfItems(trx, warehouse, location, [{ key: itemKey }]);
  const dates = new Map<string, string | null>();
  for (const lot of new Set(rows.map((row) => row.lot))) {
    dates.set(lot, lot === '' ? null : (await lotFacts(trx, itemKey, lot)).expiryDate);
  }
  return rows.map((row) => ({ ...row, expiryDate: dates.get(row.lot) ?? null }));
}

/** The plate or tote that goods come onto, `command:<id>` resolved and locked. */
export async function targetPlate(
  trx: AppTrx,
  warehouse: string,
  text: string | undefined,
  hands: string,
): Promise<TargetPlate | null> {
  if (text === undefined) return null;
  const number = (await plateNumberOf(trx, text)) ?? text;
  await lockPlate(trx, number);
  const known = await findPlate(trx, number);
  const rows = await lockStockOnPlate(trx, number);
  // A part of what is in it may have been put down already.
  const { location } = rows.find((row) => row.location !== hands) ?? { location: rows.length === 0 ? null : hands };
  return {
    ...{ number, isNew: known === null, warehouse: known?.warehouse ?? warehouse, location },
    pickedFor: await pickedFor(trx, warehouse, rows),
    isLocation: known === null && (await isLocationHere(trx, warehouse, number)),
  };
}

/** The shipment that goods on a tote were picked for. */
async function pickedFor(trx: AppTrx, warehouse: string, rows: readonly StockRow[]): Promise<string | null> {
  for (const { location, item: itemKey, licensePlate } of rows) {
    const promised = await trx.all(promisesAt.read, { warehouse, location, itemKey });
    const own = promised.find((one) => one.license_plate === licensePlate && one.state === 'picked');
    if (own) return own.shipment;
  }
  return null;
}
