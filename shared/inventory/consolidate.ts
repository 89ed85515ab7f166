import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { isProblem, type StockItem } from '#shared/ledger/stock-item.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { type NestingPlate, whyNotNested } from './nesting.ts';
import { type Carried, entriesOf, followingOf, type MovingPromise, shipmentsOn, whyNotTogether } from './promises.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** The plate that is emptied. */
  licensePlate: code,
  /** The plate that all of it comes onto; one that is not known is made where the goods stand. */
  toLicensePlate: code,
});

export type ConsolidateBody = z.infer<typeof body>;

/** The worker lays all that is on one plate onto another: goods onto it, plates that stood on the one onto the other. */
export const consolidate = operation({ type: 'inventory.consolidate', version: 1, body });

export interface ConsolidateFacts {
  readonly plate: { readonly number: string; readonly warehouse: string } | null;
  /** All that is on the plate and on those nested in it. */
  readonly rows: readonly StockRow[];
  readonly items: readonly StockItem[];
  readonly promises: readonly MovingPromise[];
  /** Plates that stand on it with goods. */
  readonly nested: readonly string[];
  readonly onto: NestingPlate;
  /** Where the other plate stands; of one with nothing on it, where the goods do. Null: not where goods are kept. */
  readonly to: LocationState | null;
  readonly isMoveNews: boolean;
}

export interface ConsolidatePlan {
  readonly from: string;
  readonly nested: readonly string[];
  readonly onto: NestingPlate;
  readonly to: LocationState;
  readonly carried: readonly Carried[];
  readonly itemKeys: readonly string[];
}

export type ConsolidateResult = Readonly<Record<string, never>>;

/**
 * Refusals, in this order: `inventory.plate_unknown`, `inventory.wrong_warehouse`, `inventory.plate_empty` (held when
 * goods were taken off it after `knownAt`); of the other plate as `whyNotNested`; `inventory.in_hands` one of the two is
 * in somebody's hands; `inventory.other_shipment`; of what is promised as `whyStays`; the rules of the place, see
 * `whyNotFit`, where the other plate stands elsewhere.
 */
export function decideConsolidate(
  { body: asked, warehouse, approvedBy }: Command<ConsolidateBody>,
  facts: ConsolidateFacts,
): Decision<ConsolidatePlan, ConsolidateResult> {
  const { plate, rows, onto, to, promises, nested } = facts;
  if (!plate) return refused(problem('inventory.plate_unknown', { licensePlate: asked.licensePlate }));
  const licensePlate = plate.number;
  if (plate.warehouse !== warehouse) {
    return refused(problem('inventory.wrong_warehouse', { licensePlate, warehouse: plate.warehouse }));
  }
  const [first] = rows;
  if (!first) {
    const empty = problem('inventory.plate_empty', { licensePlate });
    return facts.isMoveNews ? held(empty) : refused(empty);
  }
  const noNest = whyNotNested(onto, { warehouse, location: onto.location ?? first.location });
  if (noNest) return refused(noNest);
  if (!to) return refused(problem('inventory.in_hands', { licensePlate: onto.number }));
  const apart = whyNotTogether(shipmentsOn(rows, promises), onto.shipments, onto.number);
  if (apart) return refused(apart);
  const target = { location: to.code, type: to.type, isSamePlace: first.location === to.code };
  const moving = rows.map((row) => {
    const plateAfter = row.licensePlate === licensePlate ? onto.number : row.licensePlate;
    return { row, quantityBase: row.quantityBase, licensePlate: plateAfter };
  });
  const changing = moving.filter(({ row, licensePlate: after }) => !target.isSamePlace || row.licensePlate !== after);
  const carried = followingOf(changing, promises, target);
  if (isProblem(carried)) return refused(carried);
  const noFit = target.isSamePlace ? null : whyNoRoom(facts, to);
  if (noFit && approvedBy === undefined) return refused(noFit);
  const itemKeys = [...new Set(rows.map(({ item }) => item))];
  const plan = { from: licensePlate, nested, onto, to, carried, itemKeys };
  return applied(plan, {}, entriesOf(changing, carried, to.code, 'move'));
}

function whyNoRoom({ rows, items, onto }: ConsolidateFacts, to: LocationState): Problem | null {
  return whyNotFit(to, { ...goodsOf(onto.number, rows, items), joinsPlate: true, isSetAside: true });
}
