import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { type Goods, type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { itemMeant, type StockPart, selectStock } from '#shared/ledger/select-stock.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { type NestingPlate, whyNotNested } from './nesting.ts';
import {
  type Carried,
  entriesOf,
  followingOf,
  type Moving,
  type MovingPromise,
  promiseCodes,
  shipmentsOn,
  type Target,
  whyNotTogether,
  withFollowing,
} from './promises.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  from: code,
  /** Another place; or the same, where a part of a plate or loose goods come onto another plate. */
  to: code,
  /** Alone: all that is on it. With an item: a part, which leaves the plate. */
  licensePlate: code.optional(),
  /**
   * A plate at `to` that the goods come onto; one that is not known is made. A whole plate is nested in it, a part of one
   * and loose goods stand on it themselves.
   */
  toLicensePlate: code.optional(),
  item: code.optional(),
  sourceSystem: code.optional(),
  quantity: z.number().optional(),
  unit: z.string().min(1).max(32).optional(),
  lot: z.string().min(1).max(64).optional(),
  serials: z.array(z.string().min(1).max(64)).min(1).max(500).optional(),
  inventoryStatus: z.string().min(1).max(32).optional(),
});

export type MoveBody = z.infer<typeof body>;

/** The worker carries goods from one place to another of their own accord: a plate, a part of it, or loose goods. */
export const move = operation({ type: 'inventory.move', version: 1, body });

export interface MoveFacts {
  readonly from: LocationState | null;
  readonly to: LocationState | null;
  /** The plate asked for, `command:<id>` resolved; null when it is unknown or none was asked for. */
  readonly plate: { readonly number: string; readonly warehouse: string; readonly parent?: string | null } | null;
  /** Items with the number asked for; without one, the items on the plate. */
  readonly items: readonly StockItem[];
  /**
   * All that is on the plate and on those nested in it, wherever it is; without a plate, the loose goods of these items
   * at `from`.
   */
  readonly rows: readonly StockRow[];
  /** What of these rows is promised; left out where nothing is. */
  readonly promises?: readonly MovingPromise[];
  /** Who owns goods of an item when nobody says otherwise, by its key; only where `from` may owe loose goods. */
  readonly usualOwners?: ReadonlyMap<string, string>;
  /** The plate that the goods come onto; missing where none was named. */
  readonly onto?: NestingPlate;
  /** It is about nothing else: a plate may stay where it is and only come onto another one. */
  readonly isBuilding?: boolean;
  readonly isMoveNews: boolean;
  readonly isTargetNews: boolean;
  /** Something of the goods was promised after the device's `knownAt`; left out on a device. */
  readonly isPromiseNews?: boolean;
}

export interface MovePlan {
  readonly parts: readonly StockPart[];
  /** The plate that moves whole; null where goods leave one, or have none. */
  readonly licensePlate: string | null;
  /** The plate that they come onto; null for none. */
  readonly onto: NestingPlate | null;
  readonly to: LocationState;
  /** Promises that go along. */
  readonly carried: readonly Carried[];
}

export type MoveResult = Readonly<Record<string, never>>;

/**
 * Refusals, in this order:
 *  1. `inventory.goods_missing` neither a plate nor an item, or loose goods without a quantity;
 *  2. `location.unknown` (from, then to), `inventory.same_place`;
 *  3. `inventory.plate_unknown`, `inventory.wrong_warehouse`, `inventory.plate_not_there` (held when it moved after
 *     `knownAt`);
 *  4. `item.unknown`, `item.ambiguous`, rules of quantities, `inventory.serial_repeated`, `inventory.serial_count`,
 *     `stock.none`, `stock.lot_none`, `stock.lot_required`, `stock.serial_missing`, `stock.serials_required`,
 *     `stock.not_enough` (none and not enough held when goods moved after `knownAt`);
 *  5. of goods that are promised and cannot go along `whyStays` and `followingOf` (held when they were promised after
 *     `knownAt`);
 *  6. of the plate that they come onto, see `whyNotNested`, and `inventory.other_shipment` (held when others used the
 *     target after `knownAt`);
 *  7. the target's own rules, see `whyNotFit` (held when others used it after `knownAt`; a supervisor who has the move
 *     applied overrides them: the goods stand there).
 */
export function decideMove(command: Command<MoveBody>, facts: MoveFacts): Decision<MovePlan, MoveResult> {
  const asked = command.body;
  const why = whyNotThere(command, facts);
  if (why) return heldWhen(facts.isMoveNews && why.code === 'inventory.plate_not_there', why);
  const { to } = facts;
  if (!to) return refused(problem('location.unknown', { location: asked.to }));
  const target: Target = { location: to.code, type: to.type, isSamePlace: asked.from === asked.to };
  const promises = facts.promises ?? [];
  const parts = partsOf(asked, facts, target);
  if (isProblem(parts)) return heldWhen(isNews(parts, facts), parts);
  const licensePlate = asked.item === undefined ? (facts.plate?.number ?? null) : null;
  const onto = facts.onto ?? null;
  const moving = parts.map((part): Moving => {
    const plate = licensePlate === null ? (onto?.number ?? null) : part.row.licensePlate || null;
    return { ...part, licensePlate: plate };
  });
  const carried = whichFollow(moving, promises, target, licensePlate !== null);
  if (isProblem(carried)) return heldWhen(isNews(carried, facts), carried);
  const noPlate = onto && whyNotOnto(onto, command, facts, moving);
  if (noPlate) return heldWhen(facts.isTargetNews && noPlate.code === 'inventory.plate_elsewhere', noPlate);
  const noFit = whyNotFit(to, goodsMoved(facts, moving, licensePlate, target));
  if (noFit && command.approvedBy === undefined) return heldWhen(facts.isTargetNews, noFit);
  const plan = { parts, licensePlate, onto, to, carried };
  return applied(plan, {}, entriesOf(moving, carried, to.code, 'move'));
}

const movedCodes: readonly string[] = ['stock.none', 'stock.lot_none', 'stock.not_enough', 'stock.serial_missing'];

function isNews({ code }: Problem, { isMoveNews, isPromiseNews = false }: MoveFacts): boolean {
  return (isMoveNews && movedCodes.includes(code)) || (isPromiseNews && promiseCodes.includes(code));
}

function heldWhen(isNew: boolean, why: Problem) {
  return isNew ? held(why) : refused(why);
}

function whyNotThere({ body: asked, warehouse }: Command<MoveBody>, facts: MoveFacts): Problem | null {
  const isNamed = asked.item === undefined ? asked.licensePlate !== undefined : true;
  const hasQuantity = asked.quantity !== undefined || asked.serials !== undefined;
  if (!isNamed || (asked.item !== undefined && !hasQuantity)) return problem('inventory.goods_missing');
  if (!facts.from) return problem('location.unknown', { location: asked.from });
  if (!facts.to) return problem('location.unknown', { location: asked.to });
  const mayStay = facts.onto !== undefined && (asked.item !== undefined || facts.isBuilding === true);
  if (asked.from === asked.to && !mayStay) return problem('inventory.same_place', { location: asked.to });
  if (asked.licensePlate === undefined) return null;
  const { plate } = facts;
  if (!plate) return problem('inventory.plate_unknown', { licensePlate: asked.licensePlate });
  if (plate.warehouse !== warehouse) {
    return problem('inventory.wrong_warehouse', { licensePlate: plate.number, warehouse: plate.warehouse });
  }
  const isThere = facts.rows.some((row) => row.location === asked.from);
  return isThere ? null : problem('inventory.plate_not_there', { licensePlate: plate.number, location: asked.from });
}

/** All of the plate, or what was asked for: free goods, and promised ones where those do not do. */
function partsOf(asked: MoveBody, facts: MoveFacts, target: Target): readonly StockPart[] | Problem {
  if (asked.item === undefined) return facts.rows.map((row) => ({ row, quantityBase: row.quantityBase }));
  const item = itemMeant(asked.item, facts.items, facts.rows, asked.sourceSystem);
  if (isProblem(item)) return item;
  const { quantity, lot, serials, inventoryStatus } = asked;
  const quantityBase = quantity === undefined ? null : readQuantity(item, quantity, asked.unit ?? item.baseUnit);
  if (isProblem(quantityBase)) return quantityBase;
  const miscounted = serials && whyNotSerials(serials, item, quantityBase);
  if (miscounted) return miscounted;
  const owner = facts.usualOwners?.get(item.key);
  const owing = owner === undefined ? undefined : { location: asked.from, owner };
  const wanted = { lot, serials, quantityBase, inventoryStatus, owing };
  const free = selectStock(item, facts.rows, wanted);
  if (!isProblem(free) || !facts.promises?.length) return free;
  const originals = new Map(facts.rows.map((row) => [{ ...row, reservedBase: 0 }, row]));
  const all = selectStock(item, [...originals.keys()], wanted);
  if (isProblem(all)) return free;
  const following = withFollowing(facts.rows, facts.promises, target);
  const some = selectStock(item, [...following.keys()], wanted);
  // Where it is there and some of it has to stay, the reason is told of that.
  const [parts, rowOf] = isProblem(some) ? [all, originals] : [some, following];
  return parts.map((part) => ({ ...part, row: rowOf.get(part.row) ?? part.row }));
}

/** Serial numbers are said once each, and where a quantity is said besides it is theirs. */
function whyNotSerials(serials: readonly string[], item: StockItem, quantityBase: number | null): Problem | null {
  const repeated = serials.find((serial, index) => serials.indexOf(serial) !== index);
  if (repeated !== undefined) return problem('inventory.serial_repeated', { serial: repeated });
  return quantityBase === null || quantityBase === serials.length * 10 ** item.decimals
    ? null
    : problem('inventory.serial_count', { serials: serials.length, unit: item.baseUnit });
}

/** What is promised of a plate that only comes onto another one at its place stays as it is. */
function whichFollow(
  moving: readonly Moving[],
  promises: readonly MovingPromise[],
  target: Target,
  isWhole: boolean,
): readonly Carried[] | Problem {
  return isWhole && target.isSamePlace ? [] : followingOf(moving, promises, target);
}

function whyNotOnto(
  onto: NestingPlate,
  { body: asked, warehouse }: Command<MoveBody>,
  { plate, promises = [] }: MoveFacts,
  moving: readonly Moving[],
): Problem | null {
  const isWhole = asked.item === undefined;
  const isThere = isWhole ? plate?.parent === onto.number : moving.every(({ row }) => row.licensePlate === onto.number);
  if (asked.from === asked.to && isThere) return problem('inventory.on_it_already', { licensePlate: onto.number });
  const why = whyNotNested(onto, { warehouse, location: asked.to });
  if (why) return why;
  const shipments = shipmentsOn(
    moving.map(({ row }) => row),
    promises,
  );
  return whyNotTogether(shipments, onto.shipments, onto.number);
}

/** Goods that stay at their place are there already: only another plate may need room. */
function goodsMoved(
  { items, onto }: MoveFacts,
  moving: readonly Moving[],
  plate: string | null,
  target: Target,
): Goods {
  const joinsPlate = onto?.location === target.location;
  const licensePlate = onto?.number ?? plate;
  if (target.isSamePlace) return { licensePlate, contents: [], joinsPlate: joinsPlate || plate !== null };
  const goods = goodsOf(
    licensePlate,
    moving.map(({ row, quantityBase }) => ({ ...row, quantityBase })),
    items,
  );
  // Whoever carries goods into quarantine sets them aside: nothing there can be promised.
  return { ...goods, joinsPlate, isSetAside: true };
}
