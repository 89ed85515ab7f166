import { type Goods, type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { useOf } from '#shared/ledger/location-type.ts';

/**
 * Where goods should go, or null when no place is known. In this order: the fixed location of the item; a bulk location
 * that holds the same item already (the same lot first); the first empty bulk location in walking order. Each must take
 * the goods by its own rules of capacity and mixing. Any list of locations will do: the server gives the few that can
 * be meant, a device all that it knows.
 */
export function propose(goods: Goods, locations: readonly LocationState[]): LocationState | null {
  const fitting = locations
    .filter((location) => useOf(location.type).isPutTarget && whyNotFit(location, goods) === null)
    .sort((a, b) => a.walkSequence - b.walkSequence);
  const bulk = fitting.filter((location) => useOf(location.type).isBulk && location.fixedItem === null);
  return (
    fitting.find((location) => location.fixedItem !== null && holdsOnly(goods, location.fixedItem)) ??
    bulk.find((location) => hasSame(location, goods, isSameLot)) ??
    bulk.find((location) => hasSame(location, goods, isSameItem)) ??
    bulk.find((location) => location.contents.length === 0) ??
    null
  );
}

interface Content {
  readonly item: string;
  readonly lot: string;
}

function holdsOnly(goods: Goods, item: string): boolean {
  return goods.contents.every((content) => content.item === item);
}

function hasSame(location: LocationState, goods: Goods, same: (a: Content, b: Content) => boolean): boolean {
  return location.contents.some((there) => goods.contents.some((coming) => same(there, coming)));
}

function isSameItem(a: Content, b: Content): boolean {
  return a.item === b.item;
}

function isSameLot(a: Content, b: Content): boolean {
  return a.item === b.item && a.lot === b.lot;
}
