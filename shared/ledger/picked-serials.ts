import { type Problem, problem } from '../kernel/problem.ts';
import { fromBase } from '../kernel/quantity.ts';
import { namesEachPiece, type StockItem } from './stock-item.ts';

/**
 * Whoever takes goods names each piece of an item with serial numbers once, and no other item has any:
 * `picking.serials_not_tracked`, `picking.serials_required`, `picking.serial_count`.
 */
export function whyNotSerials(
  item: StockItem,
  serials: readonly string[] | undefined,
  quantityBase: number,
): Problem | null {
  if (!item.isSerialTracked && serials) {
    return problem('picking.serials_not_tracked', { item: item.number, serials: serials.join(', ') });
  }
  if (!item.isSerialTracked) return null;
  if (!serials) return problem('picking.serials_required', { item: item.number });
  if (namesEachPiece(item, serials, quantityBase)) return null;
  const wanted = fromBase(quantityBase, item.decimals);
  return problem('picking.serial_count', { serials: new Set(serials).size, wanted });
}

/** The first of the serial numbers of some goods, for people. */
export function serialsShown(goods: readonly { readonly serial: string }[]): string {
  const serials = goods.map(({ serial }) => serial).filter((serial) => serial !== '');
  return serials.length > 3 ? `${serials.slice(0, 3).join(', ')} …` : serials.join(', ');
}
