import { commandReference } from '../command/envelope.ts';
import { instantMs } from '../kernel/instant.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { itemMeant } from '../ledger/select-stock.ts';
import { isProblem, readQuantity, type StockItem } from '../ledger/stock-item.ts';
import type { StockRow } from '../ledger/stock-row.ts';
import type { CountedLine } from './count.ts';

export interface CountedItem extends StockItem {
  readonly description: string;
  /** Cost of one base unit as decimal text; null is worth nothing. */
  readonly unitCost: string | null;
  /** Who owns goods of this item when nobody says otherwise. */
  readonly defaultOwner: string;
}

export interface GoodsFacts {
  readonly warehouse: string;
  readonly items: readonly CountedItem[];
  readonly rows: readonly StockRow[];
  /** Plates that were told, by what was scanned: their number and where the goods on them are. Missing: not known. */
  readonly plates: ReadonlyMap<string, CountedPlate | undefined>;
  /** By `[item's key, lot]` as JSON. */
  readonly lots: ReadonlyMap<string, { readonly isKnown: boolean; readonly expiryDate: string | null }>;
  /** Where serial numbers that were told are on the books, by `[item's key, serial]` as JSON; `shipped`: they are gone. */
  readonly serials: ReadonlyMap<string, CountedPiece | 'shipped'>;
}

export interface CountedPiece {
  readonly warehouse: string;
  readonly location: string;
}

export interface CountedPlate {
  readonly number: string;
  readonly warehouse: string;
  readonly location: string | null;
  /** Nobody knows such a plate, and the number is the code of a location. */
  readonly isLocation?: boolean;
}

/** What was counted of one kind of goods at one place. '' stands for none. One line for each serial number. */
export interface CountedGoods {
  readonly item: CountedItem;
  readonly location: string;
  readonly licensePlate: string;
  readonly lot: string;
  readonly serial: string;
  readonly quantityBase: number;
  readonly expiryDate: string | null;
  /** Ms; null: with the count. */
  readonly countedAt: number | null;
}

/**
 * What the lines of a count say, in base steps; goods that are told twice, in several units say, are added up. Refuses, in
 * this order and for the first line that is wrong: `item.unknown`, `item.ambiguous`; rules of quantities;
 * `inventory.lot_required`, `inventory.lot_not_tracked`, `inventory.expiry_required`, `inventory.expiry_conflict`;
 * `inventory.serials_required`, `inventory.serials_not_tracked`, `inventory.serial_repeated`, `inventory.serial_count`,
 * `counting.serial_shipped`, `counting.serial_elsewhere`; `inventory.plate_unknown` no command made it,
 * `stock.plate_is_location`, `inventory.wrong_warehouse`, `counting.plate_elsewhere`.
 */
export function countedGoods(lines: readonly CountedLine[], facts: GoodsFacts): CountedGoods[] | Problem {
  const goods = new Map<string, CountedGoods>();
  for (const line of lines) {
    const read = readLine(line, facts);
    if (isProblem(read)) return read;
    for (const one of read) {
      const key = JSON.stringify([one.location, one.item.key, one.licensePlate, one.lot, one.serial]);
      const before = goods.get(key);
      if (before && one.serial !== '') {
        return problem('inventory.serial_repeated', { serial: one.serial });
      }
      goods.set(key, before ? { ...before, quantityBase: before.quantityBase + one.quantityBase } : one);
    }
  }
  return [...goods.values()];
}

function readLine(line: CountedLine, facts: GoodsFacts): CountedGoods[] | Problem {
  const meant = itemMeant(line.item, facts.items, facts.rows, line.sourceSystem);
  if (isProblem(meant)) return meant;
  const item = facts.items.find(({ key }) => key === meant.key);
  if (!item) return problem('item.unknown', { item: line.item });
  // Of nothing only the unit is looked at: one of it would do.
  const quantity = readQuantity(item, line.quantity || 1, line.unit);
  if (isProblem(quantity)) return quantity;
  const quantityBase = line.quantity === 0 ? 0 : quantity;
  const why =
    whyNotLot(line, item, facts) ?? whyNotSerials(line, item, quantityBase, facts) ?? whyNotPlate(line, facts);
  if (why) return why;
  const { location, lot = '', expiryDate = null } = line;
  const licensePlate = plateOf(line, facts);
  const countedAt = line.countedAt === undefined ? null : instantMs(line.countedAt);
  const goods = { item, location, licensePlate, lot, expiryDate, countedAt };
  if (!item.isSerialTracked) return [{ ...goods, serial: '', quantityBase }];
  return (line.serials ?? []).map((serial) => ({ ...goods, serial, quantityBase: 10 ** item.decimals }));
}

function plateOf({ licensePlate }: CountedLine, { plates }: GoodsFacts): string {
  return licensePlate === undefined ? '' : (plates.get(licensePlate)?.number ?? licensePlate);
}

function whyNotLot(line: CountedLine, item: StockItem, { lots, rows }: GoodsFacts): Problem | null {
  const { lot, expiryDate, quantity } = line;
  const params = { item: item.number };
  const isStanding = rows.some((row) => row.item === item.key && row.lot === (lot ?? ''));
  if (quantity > 0 && item.isLotTracked && lot === undefined && !isStanding) {
    return problem('inventory.lot_required', params);
  }
  if (!item.isLotTracked && lot !== undefined && !isStanding) return problem('inventory.lot_not_tracked', params);
  if (lot === undefined || quantity === 0) return null;
  const known = lots.get(JSON.stringify([item.key, lot]));
  const needsDate = item.isExpiryTracked && !known?.isKnown && expiryDate === undefined;
  if (needsDate) return problem('inventory.expiry_required', { ...params, lot });
  const knownDate = known?.expiryDate ?? null;
  return expiryDate !== undefined && knownDate !== null && knownDate !== expiryDate
    ? problem('inventory.expiry_conflict', { lot, known: knownDate, sent: expiryDate })
    : null;
}

function whyNotSerials(line: CountedLine, item: StockItem, quantityBase: number, facts: GoodsFacts): Problem | null {
  const { serials } = line;
  const params = { item: item.number };
  if (!item.isSerialTracked) {
    return (serials ?? []).length === 0 ? null : problem('inventory.serials_not_tracked', params);
  }
  if (serials === undefined && quantityBase > 0) return problem('inventory.serials_required', params);
  const told = serials ?? [];
  const repeated = told.find((serial, index) => told.indexOf(serial) !== index);
  if (repeated !== undefined) return problem('inventory.serial_repeated', { serial: repeated });
  if (quantityBase !== told.length * 10 ** item.decimals) {
    return problem('inventory.serial_count', { serials: told.length, unit: item.baseUnit });
  }
  for (const serial of told) {
    const why = whyNotPieceAt(line.location, { item, serial }, facts);
    if (why) return why;
  }
  return null;
}

/** Why a piece cannot be found at a place: the books know it elsewhere, or it has left. */
export function whyNotPieceAt(
  location: string,
  { item, serial }: { readonly item: StockItem; readonly serial: string },
  { serials, warehouse }: Pick<GoodsFacts, 'serials' | 'warehouse'>,
): Problem | null {
  const params = { item: item.number, serial };
  const known = serials.get(JSON.stringify([item.key, serial]));
  if (known === 'shipped') return problem('counting.serial_shipped', params);
  if (!known) return null;
  const isHere = known.warehouse === warehouse;
  if (isHere && known.location === location) return null;
  const where = isHere ? known.location : `${known.warehouse} ${known.location}`;
  return problem('counting.serial_elsewhere', { ...params, location: where });
}

function whyNotPlate({ licensePlate, location }: CountedLine, { plates, warehouse }: GoodsFacts): Problem | null {
  if (licensePlate === undefined) return null;
  const plate = plates.get(licensePlate);
  if (!plate)
    return commandReference(licensePlate) === null ? null : problem('inventory.plate_unknown', { licensePlate });
  if (plate.isLocation) return problem('stock.plate_is_location', { licensePlate });
  return whyNotPlateAt(location, plate, warehouse);
}

/** Why a plate cannot be found at a place: the books know it elsewhere. */
export function whyNotPlateAt(location: string, plate: CountedPlate, warehouse: string): Problem | null {
  if (plate.warehouse !== warehouse) {
    return problem('inventory.wrong_warehouse', { licensePlate: plate.number, warehouse: plate.warehouse });
  }
  const isElsewhere = plate.location !== null && plate.location !== location;
  return isElsewhere
    ? problem('counting.plate_elsewhere', { licensePlate: plate.number, location: plate.location, counted: location })
    : null;
}
