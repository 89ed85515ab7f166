import * as z from 'zod';
import { type Applied, applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { CrossDockOffer } from '#shared/ledger/cross-dock.ts';
import { movedTo } from '#shared/ledger/entry.ts';
import { type Goods, type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { isWayOut, useOf } from '#shared/ledger/location-type.ts';
import { type OntoPlate, whyNotOnto } from '#shared/ledger/onto-plate.ts';
import { whyNotOverride } from '#shared/ledger/reason-code.ts';
import { itemMeant, type StockPart, selectStock } from '#shared/ledger/select-stock.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { totalBase } from '../kernel/quantity.ts';
import { type CrossDocked, crossDock, whyNotAway } from './cross-dock.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** A plate, or `command:<id>` for the plate of that command. Alone: all that is on it. */
  licensePlate: code.optional(),
  /** Loose goods, or a part of what is on the plate. */
  item: code.optional(),
  from: code.optional(),
  lot: z.string().min(1).max(64).optional(),
  serials: z.array(z.string().min(1).max(64)).min(1).max(500).optional(),
  sourceSystem: code.optional(),
  to: code,
  /**
   * A plate at `to` that the goods come onto; one that is not known is made. All of a plate is nested in it, a part of
   * one and loose goods stand on it themselves.
   */
  toLicensePlate: code.optional(),
  quantity: z.number().optional(),
  unit: z.string().min(1).max(32).optional(),
  /** The location that the worker was told to go to. A conveyor or a console that decides itself was told none. */
  proposed: code.optional(),
  overrideReason: z.string().min(1).max(32).optional(),
  /** The order that the goods were offered to; where they go to packing, staging or a door. */
  order: code.optional(),
});

export type PutBody = z.infer<typeof body>;

/**
 * The worker takes a plate (or loose goods) from the dock, goes where the device says, and scans the location. Another
 * location needs a reason. Goods that an order waits for may go to packing, staging or a door instead: they are picked
 * for it then.
 */
export const put = operation({ type: 'putaway.put', version: 1, body });

export interface PutFacts {
  /**
   * The plate asked for, `command:<id>` resolved; null when it is unknown. For an item at a place: null where some of it
   * is loose, else the one plate that all of it stands on.
   */
  readonly plate: PutPlate | null;
  /** Items with the number asked for; without one, the items on the plate. */
  readonly items: readonly StockItem[];
  /** All that is on the plate and on those nested in it; without one, all of these items at `from`. */
  readonly rows: readonly StockRow[];
  /** The type of the location where the goods are: of the plate, else of `from`; null when that is unknown. */
  readonly fromType: string | null;
  readonly to: LocationState | null;
  /** Open put-away of the plate, else of the loose item at `from`. */
  readonly openWork: string | null;
  /** Open put-away of the plates nested in it. */
  readonly nestedWork?: readonly { readonly id: string; readonly licensePlate: string }[];
  /** The plate that the goods come onto; missing where none was named. */
  readonly onto?: OntoPlate;
  /** What of the goods is offered to orders, the most urgent first; missing for none. */
  readonly offers?: readonly CrossDockOffer[];
  /** What the order named waits for changed after the device's `knownAt`; false on a device. */
  readonly isOfferNews?: boolean;
  /** The goods moved after the device's `knownAt`; false on a device. */
  readonly isMoveNews: boolean;
  /** The location was used by others after the device's `knownAt`; false on a device. */
  readonly isTargetNews: boolean;
}

export interface PutPlate {
  readonly number: string;
  readonly warehouse: string;
  /** The plate that it stands on. */
  readonly parent?: string | null;
}

export interface PutPlan {
  readonly parts: readonly StockPart[];
  /** The plate that moves whole; null when goods were taken off it, or had none. */
  readonly licensePlate: string | null;
  /** The plate that the goods come onto; null for none. */
  readonly onto: OntoPlate | null;
  /** Put-away of nested plates that is done with it. */
  readonly alsoDone: readonly string[];
  readonly to: LocationState;
  readonly proposed: string | null;
  /** Order lines that get the goods; empty where they are put away. */
  readonly crossDocked: readonly CrossDocked[];
  readonly work: { readonly id: string; readonly isOpen: boolean; readonly isDone: boolean };
}

export interface PutResult {
  readonly work: string;
  /** The shipment that the goods are picked for now, where they went to an order. */
  readonly shipment?: string;
  readonly load?: string;
}

/**
 * Refusals, in this order:
 *  1. `putaway.goods_missing` neither a plate nor item and place; `putaway.reason_unknown`;
 *  2. `putaway.plate_unknown`, `putaway.wrong_warehouse`; for loose goods `item.unknown`, `item.ambiguous`,
 *     `location.unknown`;
 *  3. `putaway.already_done` the goods are not at the dock (held when they moved after `knownAt`);
 *  4. `putaway.item_required` the plate has several items and only a part is put; `stock.none`, `stock.lot_required`,
 *     `stock.serial_missing`, `stock.serials_required`, `stock.not_enough`, `putaway.plate_required` the goods stand on
 *     several plates (`stock.none`, `stock.not_enough` held when goods moved after `knownAt`), rules of quantities;
 *  5. `location.unknown`; where a shipment is made up `location.inactive`, `putaway.not_offered` and
 *     `putaway.more_than_offered` of the order named (held when that changed after `knownAt`: the goods stand there);
 *     `location.wrong_type`, `putaway.cross_dock_required` the goods must go to an order, `putaway.onto_itself`,
 *     `putaway.wrong_warehouse` and `putaway.plate_elsewhere` of the plate that they come onto, then the location's own
 *     rules, see `whyNotFit` (held when others used the location after `knownAt`: the goods stand there). Quarantine
 *     takes whatever a person sets aside with a reason;
 *  6. `putaway.override_reason_required` the worker was told to go elsewhere, to `proposed`.
 * A supervisor who has the put applied overrides 6 and the rules of the location: the goods stand there.
 */
export function decidePut(command: Command<PutBody>, facts: PutFacts): Decision<PutPlan, PutResult> {
  const asked = command.body;
  const noGoods = whyNotGoods(command, facts);
  if (noGoods) return heldWhen(facts.isMoveNews && noGoods.code === 'putaway.already_done', noGoods);
  const parts = partsOf(asked, facts);
  if (isProblem(parts)) return heldWhen(facts.isMoveNews && movedCodes.includes(parts.code), parts);
  const isWhole = isWholePlate(asked, facts, parts);
  const { to } = facts;
  if (!to) return refused(problem('location.unknown', { location: asked.to }));
  const isForOrder = isWayOut(to.type) && (asked.order !== undefined || (facts.offers ?? []).length > 0);
  if (isForOrder) return crossDocked(command, facts, { parts, isWhole, to });
  if (!useOf(to.type).isPutTarget) return refused(problem('location.wrong_type', { location: to.code, type: to.type }));
  const mustGo = whyNotAway(parts, facts.rows, facts.offers ?? [], facts.items);
  if (mustGo && command.approvedBy === undefined) return refused(mustGo);
  const noPlate = facts.onto ? whyNotOntoPlate(facts.onto, command) : null;
  if (noPlate) return heldWhen(facts.isTargetNews && noPlate.code === 'putaway.plate_elsewhere', noPlate);
  const noFit = whyNotFit(to, goodsPut(command, facts, parts, isWhole));
  if (noFit && command.approvedBy === undefined) return heldWhen(facts.isTargetNews, noFit);
  const proposed = asked.proposed ?? null;
  const isOverride = proposed !== null && proposed !== to.code;
  const mayOverride = asked.overrideReason !== undefined || command.approvedBy !== undefined;
  if (isOverride && !mayOverride) {
    return refused(problem('putaway.override_reason_required', { proposed, location: to.code }));
  }
  return decided(command, facts, { parts, isWhole, to, proposed, crossDocked: [] });
}

/** The goods go to an order that waits for them: they are picked for its shipment. */
function crossDocked(
  command: Command<PutBody>,
  facts: PutFacts,
  { parts, isWhole, to }: Pick<Putting, 'parts' | 'isWhole' | 'to'>,
): Decision<PutPlan, PutResult> {
  const { order } = command.body;
  const { items, offers = [] } = facts;
  if (!to.isActive) return refused(problem('location.inactive', { location: to.code }));
  const docked = crossDock(parts, { offers, order, items });
  if (isProblem(docked)) return heldWhen(facts.isOfferNews === true, docked);
  const noPlate = facts.onto ? whyNotOntoPlate(facts.onto, command) : null;
  if (noPlate) return heldWhen(facts.isTargetNews && noPlate.code === 'putaway.plate_elsewhere', noPlate);
  return decided(command, facts, { parts, isWhole, to, proposed: null, crossDocked: docked });
}

const movedCodes: readonly string[] = ['stock.none', 'stock.lot_none', 'stock.not_enough', 'stock.serial_missing'];

function heldWhen(isNews: boolean, why: Problem) {
  return isNews ? held(why) : refused(why);
}

function whyNotGoods({ body: asked, warehouse }: Command<PutBody>, facts: PutFacts): Problem | null {
  const isNamed = asked.licensePlate !== undefined || (asked.item !== undefined && asked.from !== undefined);
  if (!isNamed) return problem('putaway.goods_missing');
  const noReason = whyNotOverride(asked.overrideReason);
  if (noReason) return noReason;
  if (asked.licensePlate !== undefined) {
    if (!facts.plate) return problem('putaway.plate_unknown', { licensePlate: asked.licensePlate });
    if (facts.plate.warehouse !== warehouse) {
      return problem('putaway.wrong_warehouse', { licensePlate: facts.plate.number, warehouse: facts.plate.warehouse });
    }
  } else {
    const item = itemMeant(asked.item ?? '', facts.items, facts.rows, asked.sourceSystem);
    if (isProblem(item)) return item;
    if (facts.fromType === null) return problem('location.unknown', { location: asked.from ?? '' });
  }
  const isAtDock = facts.fromType === 'receiving';
  return isAtDock ? null : problem('putaway.already_done', { goods: asked.licensePlate ?? asked.item ?? '' });
}

/** What of the goods is put: all of the plate, or what the body says of one item. */
function partsOf(asked: PutBody, facts: PutFacts): readonly StockPart[] | Problem {
  const isAll = asked.item === undefined && asked.quantity === undefined && asked.serials === undefined;
  if (asked.licensePlate !== undefined && isAll) {
    return facts.rows.map((row) => ({ row, quantityBase: row.quantityBase }));
  }
  const item = itemPut(asked, facts);
  if (isProblem(item)) return item;
  const quantityBase =
    asked.quantity === undefined ? null : readQuantity(item, asked.quantity, asked.unit ?? item.baseUnit);
  if (isProblem(quantityBase)) return quantityBase;
  const wanted = { lot: asked.lot, serials: asked.serials, quantityBase };
  const rows = facts.plate ? facts.rows : looseOf(item, facts.rows, asked.lot);
  return isProblem(rows) ? rows : selectStock(item, rows, wanted);
}

function itemPut(asked: PutBody, facts: PutFacts): StockItem | Problem {
  if (asked.item !== undefined) return itemMeant(asked.item, facts.items, facts.rows, asked.sourceSystem);
  const keys = new Set(facts.rows.map((row) => row.item));
  const item = facts.items.find((candidate) => keys.has(candidate.key));
  return item && keys.size === 1 ? item : problem('putaway.item_required', { licensePlate: asked.licensePlate ?? '' });
}

/** Goods without a plate. Where they stand on several plates nobody can tell which of them is meant. */
function looseOf(item: StockItem, rows: readonly StockRow[], lot: string | undefined): readonly StockRow[] | Problem {
  const ofItem = rows.filter((row) => row.item === item.key && (lot === undefined || row.lot === lot));
  const loose = ofItem.filter((row) => row.licensePlate === '');
  const plates = new Set(ofItem.map((row) => row.licensePlate));
  return loose.length > 0 || plates.size === 0
    ? loose
    : problem('putaway.plate_required', { item: item.number, plates: plates.size });
}

/** A part that is all of the plate is the plate itself, unless it goes onto another one. */
function isWholePlate(asked: PutBody, facts: PutFacts, parts: readonly StockPart[]): boolean {
  if (!facts.plate || (facts.onto && asked.item !== undefined)) return false;
  const partBase = parts.reduce((sum, part) => sum + part.quantityBase, 0);
  const plateBase = totalBase(facts.rows);
  return partBase === plateBase;
}

/** Why goods cannot come onto a plate. */
function whyNotOntoPlate(onto: OntoPlate, { body: asked, warehouse }: Command<PutBody>): Problem | null {
  const why = whyNotOnto(onto, { warehouse, location: asked.to });
  const { number: licensePlate, location } = onto;
  switch (why) {
    case null:
      return null;
    case 'unknown':
      return problem('putaway.plate_unknown', { licensePlate });
    case 'carton':
      return problem('stock.plate_is_carton', { licensePlate });
    case 'location':
      return problem('stock.plate_is_location', { licensePlate });
    case 'onto_itself':
      return problem('putaway.onto_itself', { licensePlate });
    case 'wrong_warehouse':
      return problem('putaway.wrong_warehouse', { licensePlate, warehouse: onto.expectedIn ?? onto.warehouse });
    case 'plate_elsewhere':
      return problem('putaway.plate_elsewhere', { licensePlate, location: location ?? '' });
  }
}

function goodsPut(
  { body: asked }: Command<PutBody>,
  { plate, onto, items }: PutFacts,
  parts: readonly StockPart[],
  isWhole: boolean,
): Goods {
  const licensePlate = onto?.number ?? (isWhole ? (plate?.number ?? null) : null);
  const goods = goodsOf(
    licensePlate,
    parts.map(({ row, quantityBase }) => ({ ...row, quantityBase })),
    items,
  );
  const joinsPlate = onto?.location === asked.to;
  return { ...goods, joinsPlate, isSetAside: asked.overrideReason !== undefined };
}

interface Putting {
  readonly parts: readonly StockPart[];
  readonly isWhole: boolean;
  readonly to: LocationState;
  readonly proposed: string | null;
  readonly crossDocked: readonly CrossDocked[];
}

function decided(command: Command<PutBody>, facts: PutFacts, putting: Putting): Applied<PutPlan, PutResult> {
  const { parts, isWhole, to, proposed, crossDocked: docked } = putting;
  const licensePlate = isWhole ? (facts.plate?.number ?? null) : null;
  const id = facts.openWork ?? `${command.id}.work`;
  const isDone = waitingBase(facts) === parts.reduce((sum, part) => sum + part.quantityBase, 0);
  const onto = facts.onto ?? null;
  const work = { id, isOpen: facts.openWork !== null, isDone };
  const done = { alsoDone: doneInside(facts, parts), work };
  const plan = { parts, licensePlate, onto, to, proposed, crossDocked: docked, ...done };
  const { overrideReason: reasonCode } = command.body;
  const entries = parts.map(({ row, quantityBase }) => {
    // What is nested keeps its own plate while all of it moves.
    const plate = licensePlate === null ? (onto?.number ?? null) : row.licensePlate || null;
    const entry = movedTo({ ...row, quantityBase }, { location: to.code, licensePlate: plate }, 'put');
    return { ...entry, ...(reasonCode !== undefined && { reasonCode }) };
  });
  return applied(plan, { work: id }, entries);
}

/** Put-away of nested plates of which nothing is left where they stood. */
function doneInside({ nestedWork = [], rows }: PutFacts, parts: readonly StockPart[]): string[] {
  const put = new Map(parts.map(({ row, quantityBase }) => [row, quantityBase]));
  const isLeft = (plate: string) =>
    rows.some((row) => row.licensePlate === plate && (put.get(row) ?? 0) < row.quantityBase);
  return nestedWork.filter(({ licensePlate }) => !isLeft(licensePlate)).map(({ id }) => id);
}

/** All that the open work is for: what is on the plate, or the loose goods of the item. */
function waitingBase(facts: PutFacts): number {
  const rows = facts.plate ? facts.rows : facts.rows.filter((row) => row.licensePlate === '');
  return totalBase(rows);
}
