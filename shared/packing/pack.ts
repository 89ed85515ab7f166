import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import { carriedTo } from '#shared/ledger/entry.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { type PlacedReservation, whyLotOnHold } from '#shared/ledger/shipment-goods.ts';
import { isProblem, namesEachPiece, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { type CartonFacts, type PackingHold, whyHeld, whyNotOpen } from './carton.ts';
import type { CartonResult } from './open-carton.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** Its number, or `command:<id>` of the command that opened it. */
  carton: code,
  item: code,
  sourceSystem: code.optional(),
  quantity: z.number(),
  unit: z.string().min(1).max(32),
  lot: z.string().min(1).max(64).optional(),
  serials: z.array(z.string().min(1).max(64)).min(1).max(500).optional(),
});

export type PackBody = z.infer<typeof body>;

/** The packer scans what goes into the carton: only what was picked for its shipment fits. */
export const pack = operation({ type: 'packing.pack', version: 1, body });

/** Something went into the wrong carton, or into one too many: it is taken out again. */
export const unpack = operation({ type: 'packing.unpack', version: 1, body });

export interface PackFacts extends CartonFacts, PackingHold {
  /** Items with the number asked for. */
  readonly items: readonly StockItem[];
}

export interface PackPlan {
  readonly carton: string;
  readonly shipment: string;
  /** What is carried where, and how much of each promise. */
  readonly moved: readonly { readonly goods: PlacedReservation; readonly quantityBase: number }[];
  readonly to: { readonly location: string; readonly licensePlate: string | null };
}

/**
 * Refusals, in this order: of the carton, see `whyNotOpen`; `packing.order_held` (held when the hold came after
 * `knownAt`; a supervisor who has it applied lets it pass: the goods are in the carton); `item.unknown`;
 * `packing.wrong_item` nothing of it was picked for the shipment; `packing.serials_not_tracked`; `packing.wrong_lot`;
 * rules of quantities; `packing.serials_required`, `packing.serial_count`, `packing.wrong_serial`;
 * `packing.goods_in_hand` they were not put down yet; `packing.goods_at_door` they are on the truck;
 * `packing.lot_required` a part of several lots, and nobody said of which; `packing.too_much` than is left to pack (to
 * take out); `inventory.lot_on_hold`.
 */
export function decidePack(command: Command<PackBody>, facts: PackFacts): Decision<PackPlan, CartonResult> {
  return decideInOrOut(command, facts, true);
}

/** The refusals are those of packing, but no hold keeps goods in; nothing such in the carton is `packing.wrong_item`. */
export function decideUnpack(command: Command<PackBody>, facts: PackFacts): Decision<PackPlan, CartonResult> {
  return decideInOrOut(command, facts, false);
}

function decideInOrOut(
  { body: asked, warehouse, approvedBy }: Command<PackBody>,
  facts: PackFacts,
  isIn: boolean,
): Decision<PackPlan, CartonResult> {
  const { carton } = facts;
  const noCarton = whyNotOpen(asked.carton, warehouse, facts);
  if (noCarton || !carton) return refused(noCarton ?? problem('packing.carton_unknown', { carton: asked.carton }));
  const hold = isIn && approvedBy === undefined ? whyHeld(carton.shipment, facts) : null;
  if (hold) return facts.isHoldNews === true ? held(hold) : refused(hold);
  const from = facts.goods.filter((one) =>
    isIn
      ? one.licensePlate !== carton.carton && !facts.cartons.includes(one.licensePlate)
      : one.licensePlate === carton.carton,
  );
  const moved = movedOf(asked, facts, from);
  if (isProblem(moved)) return refused(moved);
  const onHold = isIn ? whyLotOnHold(moved.map(({ goods }) => goods)) : null;
  if (onHold) return refused(onHold);
  const to = { location: carton.location, licensePlate: isIn ? carton.carton : null };
  const plan = { carton: carton.carton, shipment: carton.shipment, moved, to };
  const entries = moved.map(({ goods, quantityBase }) => carriedTo({ ...goods, quantityBase }, to, 'move'));
  return applied(plan, { carton: carton.carton }, entries);
}

function movedOf(asked: PackBody, facts: PackFacts, from: readonly PlacedReservation[]): PackPlan['moved'] | Problem {
  const named = facts.items.filter((item) => (asked.sourceSystem ?? item.sourceSystem) === item.sourceSystem);
  if (named.length === 0) return problem('item.unknown', { item: asked.item });
  const ofItem = from.filter((one) => named.some(({ key }) => key === one.item));
  const item = named.find(({ key }) => key === ofItem[0]?.item);
  if (!item) {
    const expected = [...new Set(from.map((one) => itemNumberOf(one.item)))].join(', ');
    return problem('packing.wrong_item', { item: asked.item, shipment: facts.carton?.shipment ?? '', expected });
  }
  if (asked.serials && !item.isSerialTracked) {
    return problem('packing.serials_not_tracked', { item: item.number, serials: asked.serials.join(', ') });
  }
  const ofLot = ofItem.filter(({ lot }) => (asked.lot ?? lot) === lot);
  if (ofLot.length === 0) {
    const lots = [...new Set(ofItem.map(({ lot }) => lot))].join(', ');
    return problem('packing.wrong_lot', { expected: lots, got: asked.lot ?? '' });
  }
  const quantityBase = readQuantity(item, asked.quantity, asked.unit);
  if (isProblem(quantityBase)) return quantityBase;
  const meant = item.isSerialTracked ? serialsOf(asked, item, ofLot, quantityBase) : ofLot;
  if (isProblem(meant)) return meant;
  const down = meant.filter(({ locationType }) => locationType !== 'hands');
  if (down.length === 0) return problem('packing.goods_in_hand', { item: item.number });
  const here = down.filter(({ locationType }) => locationType !== 'door');
  const [onTruck] = down;
  if (here.length === 0 && onTruck) {
    return problem('packing.goods_at_door', { item: item.number, location: onTruck.location });
  }
  return whyNotLot(asked, item, here, quantityBase) ?? takeOf(here, quantityBase, item);
}

/** Which lot goes in is told by the lot, by serial numbers, or by all of them going in. */
function whyNotLot(
  { lot }: PackBody,
  item: StockItem,
  goods: readonly PlacedReservation[],
  quantityBase: number,
): Problem | null {
  const lots = [...new Set(goods.map((one) => one.lot))];
  if (lot !== undefined || item.isSerialTracked || lots.length < 2 || quantityBase >= totalBase(goods)) return null;
  return problem('packing.lot_required', { item: item.number, lots: lots.join(', ') });
}

function serialsOf(
  { serials }: PackBody,
  item: StockItem,
  goods: readonly PlacedReservation[],
  quantityBase: number,
): readonly PlacedReservation[] | Problem {
  if (!serials) return problem('packing.serials_required', { item: item.number });
  const distinct = new Set(serials);
  if (!namesEachPiece(item, serials, quantityBase)) {
    return problem('packing.serial_count', { serials: distinct.size, wanted: fromBase(quantityBase, item.decimals) });
  }
  const missing = serials.find((serial) => !goods.some((one) => one.serial === serial));
  const expected = goods.map(({ serial }) => serial).join(', ');
  if (missing !== undefined) return problem('packing.wrong_serial', { serial: missing, expected });
  return goods.filter(({ serial }) => distinct.has(serial));
}

function takeOf(
  goods: readonly PlacedReservation[],
  quantityBase: number,
  item: StockItem,
): PackPlan['moved'] | Problem {
  const moved: { goods: PlacedReservation; quantityBase: number }[] = [];
  let leftBase = quantityBase;
  for (const one of goods) {
    const partBase = Math.min(leftBase, one.quantityBase);
    if (partBase > 0) moved.push({ goods: one, quantityBase: partBase });
    leftBase -= partBase;
  }
  if (leftBase === 0) return moved;
  return problem('packing.too_much', {
    item: item.number,
    left: fromBase(quantityBase - leftBase, item.decimals),
    got: fromBase(quantityBase, item.decimals),
    unit: item.baseUnit,
  });
}
