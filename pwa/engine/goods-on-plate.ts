import { fromBase } from '#shared/kernel/quantity.ts';
import type { Goods } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import type { ItemThing, LicensePlateThing, PlateContent } from '#shared/ledger/thing.ts';
import { amount, type Words } from '../ui/words.ts';
import type { World } from './flow.ts';

/** All that is on a plate and on those nested in it, as the rules of places ask. The step asks for `goodsOn`. */
export function goodsOn(licensePlate: string, world: World): Goods {
  const plate = world.thing('licensePlate', licensePlate);
  const contents = plate ? contentsOf(plate, world) : [];
  return goodsOf(licensePlate, contents, itemsOf(contents, world));
}

export function contentsOf(plate: LicensePlateThing, world: World): readonly PlateContent[] {
  const nested = plate.nested ?? [];
  return [...plate.contents, ...nested.flatMap((number) => world.thing('licensePlate', number)?.contents ?? [])];
}

function itemsOf(contents: readonly PlateContent[], world: World): ItemThing[] {
  const keys = [...new Set(contents.map(({ item }) => item))];
  return keys.flatMap((key) => world.thing('item', key) ?? []);
}

/** What is on a plate, in a line: how much of the first item in all lots and serials, and how many other items. */
export function whatIsOn(contents: readonly PlateContent[]): Words {
  const [first] = contents;
  if (!first) return '';
  const quantityBase = contents.reduce((sum, each) => (each.item === first.item ? sum + each.quantityBase : sum), 0);
  const others = new Set(contents.map(({ item }) => item)).size - 1;
  const more = others > 0 ? ` + ${others}` : '';
  return amount(fromBase(quantityBase, first.decimals), first.baseUnit, `${first.description}${more}`);
}
