import { type FieldError, type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import type { StockItem } from './stock-item.ts';
import { inventoryStatuses } from './stock-row.ts';

/** So many pieces with serial numbers are registered at once at most: more are several plates, or several times. */
export const serialsAtOnce = 500;

/** What is said of goods that come in. */
export interface ArrivingGoods {
  readonly lot?: string | undefined;
  readonly expiryDate?: string | undefined;
  readonly serials?: readonly string[] | undefined;
  readonly inventoryStatus?: string | undefined;
}

export interface ArrivingFacts {
  /** Null: cannot be told here, so nothing is said about it. */
  readonly lot: LotFacts | null;
  /** Those of the serials that are in the building already. */
  readonly serialsInStock: readonly string[];
  /** What they are expected with: statuses that are right besides ours. */
  readonly lines: readonly { readonly inventoryStatus: string }[];
}

export interface LotFacts {
  readonly isKnown: boolean;
  readonly expiryDate: string | null;
  /** Nobody may use it: what comes of it is on hold. Left out: it may be used, or that cannot be told here. */
  readonly isOnHold?: boolean;
}

/** Where goods come in. */
export interface ReceivingPlace {
  readonly code: string;
  readonly type: string;
  readonly isActive: boolean;
}

/** A licence plate and where the goods on it stand; an empty one stands nowhere. */
export interface ReceivingPlate {
  readonly number: string;
  readonly warehouse: string;
  readonly location: string | null;
  readonly locationType: string | null;
  /** The put-away that waits for it. */
  readonly openWork: string | null;
  /** It is a carton that has not left. */
  readonly isCarton?: boolean;
  /** Nobody knows such a plate, and the number is the code of a location. */
  readonly isLocation?: boolean;
}

/** What has to be known of the plate that goods come in onto, to keep it: `licensePlate` null for loose goods. */
export function plateOnArrival(licensePlate: string | null, plate: ReceivingPlate | null) {
  return {
    licensePlate,
    isNewPlate: licensePlate !== null && plate === null,
    wasEmpty: plate !== null && plate.location === null,
  };
}

/**
 * What is wrong with lot, expiry, status or serials, in this order: `receiving.lot_required`,
 * `receiving.lot_not_tracked`, `receiving.expiry_required` (a new lot needs its date), `receiving.expiry_conflict` (the
 * lot is known with another date), `receiving.status_unknown`, `receiving.serials_required`,
 * `receiving.serials_not_tracked`, `receiving.serial_repeated`, `receiving.serial_count` (as many serials as base
 * units), `receiving.serial_in_stock`; the last three
 * name every serial at fault. A date on goods without lots is kept with the command only.
 */
export function whyNotTracking(
  asked: ArrivingGoods,
  facts: ArrivingFacts,
  item: StockItem,
  quantityBase: number,
): Problem | null {
  return (
    whyNotLot(asked, facts, item) ??
    whyNotStatus(asked, facts) ??
    whyNotSerials(asked.serials, facts.serialsInStock, item, quantityBase)
  );
}

function whyNotLot(asked: ArrivingGoods, facts: ArrivingFacts, item: StockItem): Problem | null {
  const { lot, expiryDate } = asked;
  if (item.isLotTracked && lot === undefined) return problem('receiving.lot_required', { item: item.number });
  if (!item.isLotTracked && lot !== undefined) return problem('receiving.lot_not_tracked', { item: item.number });
  if (lot === undefined || facts.lot === null) return null;
  const needsDate = item.isExpiryTracked && !facts.lot.isKnown && expiryDate === undefined;
  if (needsDate) return problem('receiving.expiry_required', { item: item.number, lot });
  const known = facts.lot.expiryDate;
  const isConflict = known !== null && expiryDate !== undefined && expiryDate !== known;
  return isConflict ? problem('receiving.expiry_conflict', { lot, known, sent: expiryDate }) : null;
}

function whyNotStatus({ inventoryStatus }: ArrivingGoods, facts: ArrivingFacts): Problem | null {
  if (inventoryStatus === undefined) return null;
  const isExpected = facts.lines.some((line) => line.inventoryStatus === inventoryStatus);
  if (isExpected || (inventoryStatuses as readonly string[]).includes(inventoryStatus)) return null;
  return problem('receiving.status_unknown', { status: inventoryStatus, statuses: inventoryStatuses.join(', ') });
}

function whyNotSerials(
  serials: readonly string[] | undefined,
  inStock: readonly string[],
  item: StockItem,
  quantityBase: number,
): Problem | null {
  if (item.isSerialTracked && !serials) return problem('receiving.serials_required', { item: item.number });
  if (!item.isSerialTracked && serials) return problem('receiving.serials_not_tracked', { item: item.number });
  if (!serials) return null;
  const repeated = repeatedAmong(serials);
  const [again] = repeated;
  if (again) return problem('receiving.serial_repeated', { serial: again.value }, repeated);
  const units = fromBase(quantityBase, item.decimals);
  if (units !== serials.length) {
    return problem('receiving.serial_count', { serials: serials.length, quantity: units, unit: item.baseUnit });
  }
  if (inStock.length === 0) return null;
  const there = new Set(inStock);
  const known = faultsAt(serials, 'receiving.serial_in_stock', (serial) => there.has(serial), item.number);
  const [first] = known;
  return first ? problem('receiving.serial_in_stock', { serial: first.value, item: item.number }, known) : null;
}

/** Each serial that is named for the second time or more often. */
function repeatedAmong(serials: readonly string[]) {
  const seen = new Set(serials);
  // As nearly always: hundreds of numbers, each of them once.
  if (seen.size === serials.length) return [];
  return faultsAt(serials, 'receiving.serial_repeated', (serial) => !seen.delete(serial));
}

/** Every serial at fault with its place, so that of five hundred only those are scanned again. */
function faultsAt(
  serials: readonly string[],
  code: string,
  isAtFault: (serial: string) => boolean,
  item?: string,
): (FieldError & { readonly value: string })[] {
  return serials.flatMap((serial, index) =>
    isAtFault(serial)
      ? [
          {
            pointer: `/body/serials/${index}`,
            code,
            params: { serial, ...(item !== undefined && { item }) },
            value: serial,
          },
        ]
      : [],
  );
}

/** Goods come in at a dock that is in use: `receiving.location_unknown`, `receiving.location_not_receiving`. */
export function whyNotDock(
  asked: { readonly location?: string | undefined },
  location: ReceivingPlace | null,
): Problem | null {
  if (!location?.isActive) return problem('receiving.location_unknown', { location: asked.location ?? '' });
  return location.type === 'receiving'
    ? null
    : problem('receiving.location_not_receiving', { location: location.code });
}

/**
 * Why goods cannot come in onto a plate at a location: `stock.plate_is_carton`, `stock.plate_is_location`, `receiving.plate_elsewhere` it is in
 * use at another place, `receiving.plate_put_away` its goods left the dock. An empty plate stands nowhere: also one
 * that had left with goods, or was last seen in another warehouse.
 */
export function whyNotPlateAt(plate: ReceivingPlate, warehouse: string, location: string): Problem | null {
  if (plate.isCarton) return problem('stock.plate_is_carton', { licensePlate: plate.number });
  if (plate.isLocation) return problem('stock.plate_is_location', { licensePlate: plate.number });
  if (plate.location === null) return null;
  if (plate.warehouse !== warehouse) {
    return problem('receiving.plate_elsewhere', { licensePlate: plate.number, location: plate.warehouse });
  }
  if (plate.location === location) return null;
  const code = plate.locationType === 'receiving' ? 'receiving.plate_elsewhere' : 'receiving.plate_put_away';
  return problem(code, { licensePlate: plate.number, location: plate.location });
}
