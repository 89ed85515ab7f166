import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { handsOf } from '#shared/ledger/location-type.ts';
import { leftBase, type PickLine, type PickWorkFacts, whyNotWork } from '#shared/ledger/pick-work.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { pickEntry, type TargetPlate, wholePlate, whyNotOnto } from './into-hands.ts';
import { isLineHeld, whyNotLine } from './stop.ts';
import { type AskedGoods, type GoodsFacts, type TakenGoods, takenOf } from './taken-goods.ts';

const code = z.string().min(1).max(64);

export const pickMembers = {
  /** The work, or `command:<id>` for the first work that this command made. */
  work: code,
  line: z.int().min(1),
  location: code,
  item: code,
  sourceSystem: code.optional(),
  quantity: z.number(),
  unit: z.string().min(1).max(32),
  licensePlate: code.optional(),
  lot: z.string().min(1).max(64).optional(),
  serials: z.array(z.string().min(1).max(64)).min(1).max(500).optional(),
  /** The place on the trolley that it was laid into. */
  position: code.optional(),
  /** The tote or plate that it is picked onto; one that is not known is made. */
  toLicensePlate: code.optional(),
};

const body = z.strictObject(pickMembers);

export type PickBody = z.infer<typeof body>;

/** The worker stands at the shelf, scans it and the goods, and takes them. They are in hand until they are put down. */
export const pick = operation({ type: 'picking.pick', version: 1, body });

export interface PickFacts extends PickWorkFacts, GoodsFacts {
  readonly line: PickLine | null;
  /** The line's own item. */
  readonly item: StockItem | null;
  /** All on the plate that was scanned and on those nested in it, to tell whether all is taken; empty where none was. */
  readonly plateRows: readonly StockRow[];
  readonly toPlate: TargetPlate | null;
  /** The goods moved after the device's `knownAt`; false on a device. */
  readonly isMoveNews: boolean;
  /** The order was put on hold after the device's `knownAt`; left out on a device. */
  readonly isHoldNews?: boolean;
  /** The lot is on hold: looked up where the line was taken back or something else said no; left out on a device. */
  readonly lotOnHold?: Problem | null;
}

export interface PickPlan {
  readonly work: string;
  readonly line: PickLine;
  readonly taken: readonly TakenGoods[];
  readonly quantityBase: number;
  readonly isLineDone: boolean;
  /** Where the goods are now: hands, and what they are on there. */
  readonly hands: string;
  readonly licensePlate: string | null;
  readonly toPlate: TargetPlate | null;
}

/** What was taken and what the line still asks for, both in `unit`, the item's base unit. */
export interface PickResult {
  readonly picked: number;
  readonly unit: string;
  readonly left: number;
}

/**
 * Goods of a lot on hold, `inventory.lot_on_hold`, are held whatever else is wrong: they are in hand. Refusals, in this
 * order:
 *  1. of the work, see `whyNotWork`;
 *  2. `picking.line_unknown`, `picking.line_cancelled` (held), `picking.line_done` (held when
 *     another did it after `knownAt`), `picking.order_held` (held when the hold came after `knownAt`), `picking.blocked`
 *     (goods have to be brought to the place first), `picking.wrong_position` (another order's place on the trolley);
 *  3. `picking.wrong_location`, `picking.wrong_item`;
 *  4. rules of quantities, `picking.too_much` above the line;
 *  5. `picking.serials_not_tracked` the item has none, `picking.serials_required`, `picking.serial_count`,
 *     `picking.serial_shipped`, `picking.wrong_serial` the order asked for another, `picking.serial_missing`;
 *  6. `picking.wrong_plate`, `picking.lot_not_tracked` the goods there have none, `picking.wrong_lot`,
 *     `picking.lot_expired`, `picking.lot_too_old` for the customer, `picking.not_there` less is there than was taken
 *     (held when goods moved after `knownAt`);
 *  7. `stock.plate_is_location`; `picking.plate_elsewhere` the tote is known at another place; `picking.tote_taken` goods
 *     of another shipment are in it.
 *
 * Another plate, lot or serial of the same goods at the place is as good where nobody else was promised it and the order
 * did not ask for a certain one.
 */
export function decidePick(command: Command<PickBody>, facts: PickFacts): Decision<PickPlan, PickResult> {
  if (facts.lotOnHold) return held(facts.lotOnHold);
  const noWork = whyNotWork(command, facts);
  if (noWork) return noWork.isHeld ? held(noWork.problem) : refused(noWork.problem);
  const { line, item } = facts;
  const noLine = whyNotLine(command, facts);
  if (noLine || !line || !item) {
    const why = noLine ?? problem('picking.line_unknown', { line: command.body.line });
    return isLineHeld(why, facts) ? held(why) : refused(why);
  }
  const quantityBase = quantityOf(command.body, item, line);
  if (isProblem(quantityBase)) return refused(quantityBase);
  const taken = takenOf(command.body, facts, { line, item, quantityBase });
  if (isProblem(taken)) return facts.isMoveNews && movedCodes.includes(taken.code) ? held(taken) : refused(taken);
  const noPlate = whyNotOnto(facts.toPlate, handsOf(command.operator), command.warehouse, facts.work?.shipment);
  return noPlate ? refused(noPlate) : decided(command, facts, { line, item, quantityBase, taken });
}

const movedCodes: readonly string[] = ['picking.not_there', 'picking.serial_missing', 'picking.wrong_plate'];

function quantityOf(asked: PickBody, item: StockItem, line: PickLine): number | Problem {
  const quantityBase = readQuantity(item, asked.quantity, asked.unit);
  if (isProblem(quantityBase)) return quantityBase;
  const openBase = leftBase(line);
  if (quantityBase <= openBase) return quantityBase;
  return problem('picking.too_much', {
    wanted: fromBase(openBase, item.decimals),
    got: fromBase(quantityBase, item.decimals),
    unit: item.baseUnit,
  });
}

function decided(
  command: Command<PickBody>,
  facts: PickFacts,
  { line, item, quantityBase, taken }: AskedGoods & { readonly taken: readonly TakenGoods[] },
): Applied {
  const hands = handsOf(command.operator);
  const licensePlate = facts.toPlate?.number ?? wholePlate(facts, taken);
  const isLineDone = leftBase(line) === quantityBase;
  const plan: PickPlan = {
    work: facts.work?.id ?? command.body.work,
    line,
    taken,
    quantityBase,
    isLineDone,
    hands,
    licensePlate,
    toPlate: facts.toPlate,
  };
  const left = fromBase(leftBase(line) - quantityBase, item.decimals);
  const result = { picked: fromBase(quantityBase, item.decimals), unit: item.baseUnit, left };
  return applied(plan, result, taken.map(pickEntry(hands, licensePlate)));
}

type Applied = ReturnType<typeof applied<PickPlan, PickResult>>;
