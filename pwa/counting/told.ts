import type { CountedLine } from '#shared/counting/count.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import type { ItemThing } from '#shared/ledger/thing.ts';
import { type Go, go, type Row, type Verdict, type World } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, words } from '../ui/words.ts';
import type { AtGoods, CountStates } from './count.states.ts';

/** What was told so far, the last first. */
export function rowsOf(lines: readonly CountedLine[]): Row[] {
  return [...lines].reverse().map(({ item, location, licensePlate, lot, quantity, unit }) => ({
    title: lot === undefined ? item : `${item} · ${lot}`,
    detail: licensePlate === undefined ? location : `${location} · ${grouped(licensePlate)}`,
    value: amount(quantity, unit),
  }));
}

/** How many are there? Says which goods are asked about, and how many of them were scanned. */
export function toQuantity(state: AtGoods, { decimals, baseUnit, description }: ItemThing): Go<CountStates> {
  const counted = fromBase(state.countedBase, decimals);
  return go('quantity', state, counted === 0 ? description : amount(counted, baseUnit, `· ${description}`));
}

/** So much of the goods is there at this moment, whatever is taken or brought before the rest is told; on to the next. */
export function told(
  state: AtGoods,
  quantityBase: number,
  item: ItemThing,
  { nowMs }: Pick<World, 'nowMs'>,
): Verdict<CountStates> {
  const { work, location, only, lines, licensePlate, zone, lot, expiryDate, serials } = state;
  const quantity = fromBase(quantityBase, item.decimals);
  const line: CountedLine = {
    location,
    item: item.number,
    sourceSystem: item.sourceSystem,
    ...(licensePlate !== null && { licensePlate }),
    ...(lot !== null && { lot }),
    ...(expiryDate !== null && { expiryDate }),
    ...(serials.length > 0 && { serials: [...serials] }),
    quantity,
    unit: item.baseUnit,
    countedAt: new Date(nowMs).toISOString(),
  };
  const what = { quantity: amount(quantity, item.baseUnit), what: item.description, location };
  const place = { work, location, only, lines: [...lines, line], licensePlate, ...(zone !== undefined && { zone }) };
  return go('goods', place, words('count.counted', what));
}
