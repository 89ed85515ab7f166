import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { movedTo } from '#shared/ledger/entry.ts';
import { type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { itemMeant, type StockPart, selectStock } from '#shared/ledger/select-stock.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { movableBase, type StockRow } from '#shared/ledger/stock-row.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  from: code,
  to: code,
  /** Alone: all that is on it. With an item: a part, which leaves the plate. */
  licensePlate: code.optional(),
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
  /** All that is on the plate and on those nested in it, wherever it is; without a plate, the loose goods of these items at `from`. */
  readonly rows: readonly StockRow[];
  readonly isMoveNews: boolean;
  readonly isTargetNews: boolean;
}

export interface MovePlan {
  readonly parts: readonly StockPart[];
  readonly licensePlate: string | null;
  readonly to: LocationState;
}

export type MoveResult = Readonly<Record<string, never>>;

/**
 * Refusals, in this order:
 *  1. `inventory.goods_missing` neither a plate nor an item, or loose goods without a quantity;
 *  2. `location.unknown` (from, then to), `inventory.same_place`;
 *  3. `inventory.plate_unknown`, `inventory.wrong_warehouse`, `inventory.plate_not_there` (held when it moved after
 *     `knownAt`);
 *  4. `item.unknown`, `item.ambiguous`, rules of quantities, `stock.none`, `stock.lot_none`, `stock.lot_required`,
 *     `stock.serial_missing`, `stock.serials_required`, `stock.not_enough` (none and not enough held when goods moved
 *     after `knownAt`);
 *     `inventory.reserved` something on the plate is promised to an order;
 *  5. the target's own rules, see `whyNotFit` (held when others used it after `knownAt`; a supervisor who has the move
 *     applied overrides them: the goods stand there).
 */
export function decideMove(command: Command<MoveBody>, facts: MoveFacts): Decision<MovePlan, MoveResult> {
  const asked = command.body;
  const why = whyNotThere(command, facts);
  if (why) return heldWhen(facts.isMoveNews && why.code === 'inventory.plate_not_there', why);
  const parts = partsOf(asked, facts);
  if (isProblem(parts)) return heldWhen(facts.isMoveNews && movedCodes.includes(parts.code), parts);
  const { to } = facts;
  if (!to) return refused(problem('location.unknown', { location: asked.to }));
  const licensePlate = asked.item === undefined ? (facts.plate?.number ?? null) : null;
  const moved = parts.map(({ row, quantityBase }) => ({ ...row, quantityBase }));
  // Whoever carries goods into quarantine sets them aside: nothing there can be promised.
  const noFit = whyNotFit(to, { ...goodsOf(licensePlate, moved, facts.items), isSetAside: true });
  if (noFit && command.approvedBy === undefined) return heldWhen(facts.isTargetNews, noFit);
  const plan = { parts, licensePlate, to };
  const entries = moved.map((goods) => {
    const onto = licensePlate === null ? null : goods.licensePlate || null;
    return movedTo(goods, { location: to.code, licensePlate: onto }, 'move');
  });
  return applied(plan, {}, entries);
}

const movedCodes: readonly string[] = ['stock.none', 'stock.lot_none', 'stock.not_enough', 'stock.serial_missing'];

function heldWhen(isNews: boolean, why: Problem) {
  return isNews ? held(why) : refused(why);
}

function whyNotThere({ body: asked, warehouse }: Command<MoveBody>, facts: MoveFacts): Problem | null {
  const isNamed = asked.item === undefined ? asked.licensePlate !== undefined : true;
  const hasQuantity = asked.quantity !== undefined || asked.serials !== undefined;
  if (!isNamed || (asked.item !== undefined && !hasQuantity)) return problem('inventory.goods_missing');
  if (!facts.from) return problem('location.unknown', { location: asked.from });
  if (!facts.to) return problem('location.unknown', { location: asked.to });
  if (asked.from === asked.to) return problem('inventory.same_place', { location: asked.to });
  if (asked.licensePlate === undefined) return null;
  const { plate } = facts;
  if (!plate) return problem('inventory.plate_unknown', { licensePlate: asked.licensePlate });
  if (plate.warehouse !== warehouse) {
    return problem('inventory.wrong_warehouse', { licensePlate: plate.number, warehouse: plate.warehouse });
  }
  const isThere = facts.rows.some((row) => row.location === asked.from);
  return isThere ? null : problem('inventory.plate_not_there', { licensePlate: plate.number, location: asked.from });
}

function partsOf(asked: MoveBody, facts: MoveFacts): readonly StockPart[] | Problem {
  if (asked.item === undefined) {
    const reserved = facts.rows.find((row) => movableBase(row) < row.quantityBase);
    if (reserved) return problem('inventory.reserved', { licensePlate: reserved.licensePlate });
    return facts.rows.map((row) => ({ row, quantityBase: row.quantityBase }));
  }
  const item = itemMeant(asked.item, facts.items, facts.rows, asked.sourceSystem);
  if (isProblem(item)) return item;
  const { quantity, lot, serials, inventoryStatus } = asked;
  const quantityBase = quantity === undefined ? null : readQuantity(item, quantity, asked.unit ?? item.baseUnit);
  if (isProblem(quantityBase)) return quantityBase;
  return selectStock(item, facts.rows, { lot, serials, quantityBase, inventoryStatus });
}
