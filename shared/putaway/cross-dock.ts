import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import type { CrossDockOffer } from '#shared/ledger/cross-dock.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { StockPart } from '#shared/ledger/select-stock.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';

/** Goods that an order line gets from the dock. */
export interface CrossDocked {
  readonly offer: CrossDockOffer;
  readonly row: StockRow;
  readonly quantityBase: number;
}

/**
 * For which lines of an order goods are: of the order named, else of the first that takes all of them. Refuses
 * `putaway.not_offered` nothing such is offered to it, `putaway.more_than_offered` with how much is.
 */
export function crossDock(
  parts: readonly StockPart[],
  {
    offers,
    order,
    items,
  }: { offers: readonly CrossDockOffer[]; order: string | undefined; items: readonly StockItem[] },
): readonly CrossDocked[] | Problem {
  const meant = offers.filter(({ orderNumber }) => (order ?? orderNumber) === orderNumber);
  let short: Problem | null = null;
  for (const ofOrder of Map.groupBy(meant, (offer) => offer.order).values()) {
    const matched = matchUp(parts, ofOrder);
    const missing = parts.find((part) => totalBase(matched.filter(({ row }) => row === part.row)) < part.quantityBase);
    if (!missing) return matched;
    short ??= moreThanOffered(missing, ofOrder, items);
  }
  const [first] = parts;
  return (
    short ?? problem('putaway.not_offered', { order: order ?? '–', item: first ? itemNumberOf(first.row.item) : '' })
  );
}

/**
 * What has to stay at the dock or go to its order, of goods that somebody puts away: `putaway.cross_dock_required` where
 * that is not left once they are gone.
 */
export function whyNotAway(
  parts: readonly StockPart[],
  rows: readonly StockRow[],
  offers: readonly CrossDockOffer[],
  items: readonly StockItem[],
): Problem | null {
  for (const offer of offers) {
    if (!offer.isRequired) continue;
    const isItem = (row: StockRow) => row.item === offer.item;
    const stayBase =
      rows.filter(isItem).reduce((sum, row) => sum + row.quantityBase, 0) -
      totalBase(parts.filter(({ row }) => isItem(row)));
    const keptBase = totalBase(offers.filter(({ item, isRequired }) => isRequired && item === offer.item));
    if (stayBase >= keptBase) continue;
    const { orderNumber: order, to } = offer;
    return problem('putaway.cross_dock_required', {
      order,
      location: to ?? '–',
      ...counted(keptBase, offer.item, items),
    });
  }
  return null;
}

function matchUp(parts: readonly StockPart[], offers: readonly CrossDockOffer[]): CrossDocked[] {
  const free = offers.map((offer) => ({ offer, leftBase: offer.quantityBase }));
  const matched: CrossDocked[] = [];
  for (const { row, quantityBase: wholeBase } of parts) {
    let leftBase = wholeBase;
    for (const each of free) {
      const quantityBase = isOf(each.offer, row) ? Math.min(leftBase, each.leftBase) : 0;
      if (quantityBase <= 0) continue;
      matched.push({ offer: each.offer, row, quantityBase });
      each.leftBase -= quantityBase;
      leftBase -= quantityBase;
    }
  }
  return matched;
}

function isOf(offer: CrossDockOffer, row: StockRow): boolean {
  const members = ['item', 'owner', 'lot', 'serial', 'inventoryStatus'] as const;
  return members.every((member) => offer[member] === row[member]);
}

/** Null: nothing at all of such goods is offered. */
function moreThanOffered(
  { row }: StockPart,
  offers: readonly CrossDockOffer[],
  items: readonly StockItem[],
): Problem | null {
  const order = offers[0]?.orderNumber ?? '';
  const offered = totalBase(offers.filter((offer) => isOf(offer, row)));
  if (offered === 0) return null;
  return problem('putaway.more_than_offered', {
    order,
    item: itemNumberOf(row.item),
    ...counted(offered, row.item, items),
  });
}

function counted(quantityBase: number, key: string, items: readonly StockItem[]) {
  const item = items.find((known) => known.key === key);
  return { quantity: fromBase(quantityBase, item?.decimals ?? 0), unit: item?.baseUnit ?? '' };
}
