import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { type PickBody, pick } from '#shared/replenishment/pick.ts';
import { type Go, go, submit, type Verdict } from '../engine/flow.ts';
import { words } from '../ui/words.ts';
import type { FillStates, FillTaken } from './fill.states.ts';
import { type Fill, shownBase, shownLeft } from './fill.ts';

/** Books what was taken, and goes on to the face; or to the next work, where nothing was. */
export function booked(state: FillTaken, fill: Fill, reason: string | null): Verdict<FillStates> {
  const { line } = fill;
  const { work, item, quantityBase, licensePlate, serials } = state;
  const body: PickBody = {
    ...{ work, location: line.location, item: itemNumberOf(item), sourceSystem: sourceSystemOf(item) },
    ...{ quantity: fromBase(quantityBase, line.decimals), unit: line.baseUnit },
    ...(licensePlate !== null && { licensePlate }),
    ...(serials.length > 0 && { serials: [...serials] }),
    ...(reason !== null && { reason }),
  };
  const next: Go<FillStates> = quantityBase === 0 ? go('begin', {}) : go('put', { work, item });
  const what = { what: line.description, location: line.location };
  const told =
    quantityBase === 0
      ? words('pick.short', { short: shownLeft(fill), ...what })
      : words('pick.picked', { quantity: shownBase(fill, quantityBase), ...what });
  return submit(pick, body, next, { told });
}
