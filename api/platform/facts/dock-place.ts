import type { LotFacts, ReceivingPlace, ReceivingPlate } from '#shared/ledger/arriving-goods.ts';
import type { AppTrx } from '../store.ts';
import { placeMeant } from './dock-place.queries.ts';
import { locationType } from './locations.queries.ts';
import { lockPlate, plateNumberOf } from './plates.queries.ts';

/** Where goods come in, what stands on their plate by now, and what is known of their lot. */
export interface DockPlace {
  /** The location asked for, else the first receiving location of the warehouse. */
  readonly location: ReceivingPlace | null;
  /** The plate asked for, locked; null when it is new, or when none was asked for. */
  readonly plate: ReceivingPlate | null;
  readonly lot: LotFacts;
  /** The open load that announces the plate. */
  readonly announcedOn: string | null;
}

export async function dockPlace(
  trx: AppTrx,
  warehouse: string,
  asked: {
    readonly location?: string | undefined;
    readonly licensePlate?: string | null | undefined;
    readonly lot?: string | undefined;
    readonly itemKey: string;
  },
): Promise<DockPlace> {
  const number = asked.licensePlate ? await plateNumberOf(trx, asked.licensePlate) : null;
  if (number !== null) await lockPlate(trx, number);
  const question = { warehouse, itemKey: asked.itemKey, licensePlate: number ?? '', lot: asked.lot ?? '' };
  const row = await placeMeant(trx, asked.location, question);
  if (!row) return { location: null, plate: null, lot: { isKnown: false, expiryDate: null }, announcedOn: null };
  const plate = await plateMeant(trx, row);
  return {
    location: { code: row.code, type: row.type, isActive: row.active === 1 },
    plate,
    lot: { isKnown: row.lot !== null, expiryDate: row.expiry_date, isOnHold: row.lot_hold !== null },
    announcedOn: row.announced_on,
  };
}

type Row = NonNullable<Awaited<ReturnType<typeof placeMeant>>>;

/** The plate as it stands; a carton is no plate, but has a number like one, and a location is none either. */
async function plateMeant(trx: AppTrx, row: Row): Promise<ReceivingPlate | null> {
  if (row.carton !== null) {
    return { number: row.carton, warehouse: '', location: null, locationType: null, openWork: null, isCarton: true };
  }
  if (row.number === null) {
    if (row.place_named_so === null) return null;
    const nowhere = { warehouse: '', location: null, locationType: null, openWork: null };
    return { ...nowhere, number: row.place_named_so, isLocation: true };
  }
  const { plate_location: location, plate_warehouse: warehouse } = row;
  const standsElsewhere = location !== null && location !== row.code;
  return {
    number: row.number,
    warehouse: warehouse ?? '',
    location,
    locationType: standsElsewhere ? await locationType(trx, warehouse ?? '', location) : row.type,
    openWork: row.plate_work,
  };
}
