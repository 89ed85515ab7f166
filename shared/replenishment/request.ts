import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { ChosenStock, StockCandidate } from '#shared/ledger/choose-stock.ts';
import { type LocationState, whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { availableBase } from '#shared/ledger/stock-row.ts';
import { chosenFrom, inReserve } from './from-reserve.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  item: code,
  sourceSystem: code.optional(),
  /** The place that is empty, or soon will be. */
  location: code,
  /** What is left out: as much as stands together in reserve, a plate mostly. */
  quantity: z.number().optional(),
  unit: z.string().min(1).max(32).optional(),
  /** Before all other work of its kind. */
  urgent: z.boolean().optional(),
});

export type RequestBody = z.infer<typeof body>;

/** Somebody sees that a place from which orders are picked runs empty, and asks for more. */
export const request = operation({ type: 'replenishment.request', version: 1, body });

export interface RequestFacts {
  /** The item meant, or why it is not known which. */
  readonly item: StockItem | Problem;
  readonly to: LocationState | null;
  /** Stock of the item in the warehouse. */
  readonly candidates: readonly StockCandidate[];
}

export interface RequestPlan {
  readonly item: StockItem;
  readonly to: string;
  /** What is brought, from where; never nothing. */
  readonly parts: ChosenStock['parts'];
  readonly priority: number;
}

export interface RequestResult {
  /** The first of the works where goods come from several places. */
  readonly work: string;
}

/** Requests have this rank among orders unless they are urgent: lower numbers go first. */
const usualPriority = 500;

/**
 * Refusals, in this order: of the item, `item.unknown` or `item.ambiguous`; `location.unknown`; `replenishment.not_pickable`
 * orders are not served from there; rules of quantities; `replenishment.none_in_reserve`; of the place as in `whyNotFit`.
 *
 * Where there is less than was asked for, what there is is brought. It is promised to nobody until somebody takes it.
 */
export function decideRequest(
  { body: asked }: Command<RequestBody>,
  { item, to, candidates }: RequestFacts,
): Decision<RequestPlan, RequestResult> {
  if (isProblem(item)) return refused(item);
  const { location } = asked;
  if (!to) return refused(problem('location.unknown', { location }));
  if (!useOf(to.type).isReservable) return refused(problem('replenishment.not_pickable', { location, type: to.type }));
  const reserve = inReserve(candidates, location);
  const quantityBase =
    asked.quantity === undefined
      ? standingTogether(item, reserve)
      : readQuantity(item, asked.quantity, asked.unit ?? item.baseUnit);
  if (isProblem(quantityBase)) return refused(quantityBase);
  const { parts } = chosenFrom(reserve, item, quantityBase);
  if (parts.length === 0) return refused(problem('replenishment.none_in_reserve', { item: item.number }));
  const goods = goodsOf(
    null,
    parts.map((part) => ({ ...part.row, quantityBase: part.quantityBase })),
    [item],
  );
  const why = whyNotFit(to, goods);
  if (why) return refused(why);
  return applied({ item, to: location, parts, priority: asked.urgent === true ? 0 : usualPriority }, { work: '' });
}

/** All that is free of what would be taken first: a row, or the pieces beside each other that have serial numbers. */
function standingTogether(item: StockItem, rows: readonly StockCandidate[]): number {
  const [first] = chosenFrom(rows, item, 1).parts;
  if (!first) return 1;
  const { location, licensePlate, lot, owner, inventoryStatus } = first.row;
  const beside = rows.filter(
    (row) =>
      row.location === location &&
      row.licensePlate === licensePlate &&
      row.lot === lot &&
      row.owner === owner &&
      row.inventoryStatus === inventoryStatus,
  );
  return beside.reduce((sum, row) => sum + availableBase(row, row.locationType), 0);
}
