import type { Found } from '#shared/inventory/look-up.ts';
import type { FoundPromise } from '#shared/inventory/look-up-outbound.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { consigneeNameOf } from '#shared/ledger/consignee.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import { livePromises, type PromiseRow, type PromisesOf, shippedPromises } from './look-up-promises.queries.ts';

const promisesShown = 60;

/** To whom goods in the building are promised, and how far they are on their way. */
export async function promisedTo(
  read: Runner,
  warehouse: string,
  of: PromisesOf,
): Promise<Pick<Found, 'promised' | 'hasMorePromised'>> {
  const rows = await livePromises(read, warehouse, of, promisesShown + 1);
  return { promised: rows.slice(0, promisesShown).map(promiseOf), hasMorePromised: rows.length > promisesShown };
}

/** Who received goods: of a lot, a serial, a plate, an order, a shipment. Of a place or an item nobody asks that. */
export async function shippedTo(
  read: Runner,
  warehouse: string,
  of: PromisesOf,
  shown = promisesShown,
): Promise<Pick<Found, 'shipped' | 'hasMoreShipped'>> {
  const rows = isTraced(of) ? await shippedPromises(read, warehouse, of, shown + 1) : [];
  return { shipped: rows.slice(0, shown).map(promiseOf), hasMoreShipped: rows.length > shown };
}

function isTraced(of: PromisesOf): boolean {
  if ('orderKey' in of || 'shipment' in of || 'work' in of) return true;
  return of.licensePlates !== undefined || of.lot !== undefined || of.serial !== undefined;
}

function promiseOf(row: PromiseRow): FoundPromise {
  const { confirmed_at: confirmedAt, state } = row;
  return {
    order: row.order_number,
    line: row.line_number,
    consignee: consigneeNameOf(row.consignee ?? ''),
    item: row.number,
    quantity: fromBase(row.quantity_base, row.decimals),
    unit: row.base_unit,
    lot: row.lot || null,
    serial: row.serial || null,
    licensePlate: row.license_plate || null,
    location: row.location,
    state,
    shipment: row.shipment,
    load: row.load_number,
    work: row.work,
    documentNumber: row.document_number,
    shippedAt: state !== 'shipped' || confirmedAt === null ? null : instant(confirmedAt),
  };
}
