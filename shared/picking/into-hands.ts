import { type Problem, problem } from '#shared/kernel/problem.ts';
import { carriedTo, type EntryDraft, movedTo } from '#shared/ledger/entry.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { totalBase } from '../kernel/quantity.ts';
import type { TakenGoods } from './taken-goods.ts';

/** A plate or tote that goods are picked onto. */
export interface TargetPlate {
  readonly number: string;
  readonly isNew: boolean;
  readonly warehouse: string;
  /** Where it stands; null while nothing is on it. */
  readonly location: string | null;
  /** The shipment that goods on it were picked for; null or left out: none, or it is not known. */
  readonly pickedFor?: string | null;
  /** Nobody knows such a plate, and the number is the code of a location. */
  readonly isLocation?: boolean;
}

/**
 * Why goods for a shipment cannot come onto the tote that was scanned: `stock.plate_is_location`,
 * `picking.plate_elsewhere`, `picking.tote_taken` by another shipment: what is in one tote stands at one place, and leaves
 * together.
 */
export function whyNotOnto(
  plate: TargetPlate | null,
  hands: string,
  warehouse: string,
  shipment: string | null = null,
): Problem | null {
  if (plate?.isLocation) return problem('stock.plate_is_location', { licensePlate: plate.number });
  if (!plate || plate.isNew) return null;
  const isHere = plate.warehouse === warehouse && (plate.location === null || plate.location === hands);
  const { number: licensePlate, pickedFor = null } = plate;
  if (!isHere) return problem('picking.plate_elsewhere', { licensePlate, location: plate.location ?? plate.warehouse });
  const isTaken = pickedFor !== null && shipment !== null && pickedFor !== shipment;
  return isTaken ? problem('picking.tote_taken', { licensePlate, shipment: pickedFor }) : null;
}

/** What goods are on in somebody’s hands: a plate of which all is taken goes along, goods that leave one are loose. */
export function wholePlate(
  { plateRows }: { readonly plateRows: readonly StockRow[] },
  taken: readonly TakenGoods[],
): string | null {
  const plates = new Set(taken.map(({ reservation, insteadFrom }) => (insteadFrom ?? reservation).licensePlate));
  const [plate = ''] = plates;
  if (plates.size !== 1 || plate === '') return null;
  // What stands on plates nested in it stays, and so does the plate beneath.
  const thereBase = totalBase(plateRows);
  const takenBase = taken.reduce((sum, part) => sum + part.quantityBase, 0);
  return plateRows.length > 0 && thereBase === takenBase ? plate : null;
}

/** Goods go from where they stand into hands; what is promised stays so, other goods come to be with the pick. */
export function pickEntry(hands: string, licensePlate: string | null) {
  return ({ reservation, quantityBase, insteadFrom }: TakenGoods): EntryDraft => {
    const to = { location: hands, licensePlate };
    return insteadFrom === null
      ? carriedTo({ ...reservation, quantityBase }, to, 'pick')
      : movedTo({ ...insteadFrom, quantityBase }, to, 'pick');
  };
}
