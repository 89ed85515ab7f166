import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { type ChosenStock, chooseStock, type StockCandidate } from '#shared/ledger/choose-stock.ts';
import { handsOf } from '#shared/ledger/location-type.ts';
import {
  type MissingGoods,
  type MissingPart,
  type MissingPolicy,
  missingGoods,
  policyOf,
} from '#shared/ledger/missing-goods.ts';
import { leftBase, type PickLine, whyNotWork } from '#shared/ledger/pick-work.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import type { WorkLineResult } from '#shared/ledger/work-result.ts';
import { pickEntry, wholePlate, whyNotOnto } from './into-hands.ts';
import { type PickFacts, type PickPlan, pickMembers } from './pick.ts';
import { isLineHeld, whyNotLine } from './stop.ts';
import { takenOf } from './taken-goods.ts';

const body = z.strictObject({
  ...pickMembers,
  /** What is really there; 0 for nothing. */
  quantity: z.number().min(0),
  reason: z.string().min(1).max(32),
});

export type ShortPickBody = z.infer<typeof body>;

/** Less is there than the work says: the worker takes what there is and says why. */
export const shortPick = operation({ type: 'picking.short_pick', version: 1, body });

export interface ShortPickFacts extends PickFacts {
  /** Cost of one base unit as decimal text. */
  readonly unitCost: string | null;
  /** What the worker may write off alone; null: whatever it is worth. */
  readonly valueLimit: number | null;
  /** How many base steps of the item they wrote off or found there within a day; 0 on a device. */
  readonly adjustedLatelyBase: number;
  /** Other stock of the line's item. */
  readonly candidates: readonly StockCandidate[];
}

export interface ShortPickPlan {
  readonly line: PickLine;
  readonly item: StockItem;
  /** What was there and is in hand; null for nothing. */
  readonly pick: PickPlan | null;
  readonly missing: MissingGoods;
  readonly missingBase: number;
  readonly instead: ChosenStock['parts'];
}

export interface ShortPickResult {
  readonly picked: number;
  readonly short: number;
  readonly unit: string;
  readonly reallocated: readonly WorkLineResult[];
  readonly countWork?: string;
  readonly journal?: string;
}

/**
 * Refusals, in this order: `picking.reason_unknown`; `inventory.lot_on_hold` as in a pick; of work and line as in a
 * pick; rules of quantities; `picking.not_short` as much is there as was asked for; of the goods that were there as in
 * a pick.
 */
export function decideShortPick(
  command: Command<ShortPickBody>,
  facts: ShortPickFacts,
): Decision<ShortPickPlan, ShortPickResult> {
  const { body: asked } = command;
  const policy = policyOf(asked.reason);
  if (isProblem(policy)) return refused(policy);
  if (facts.lotOnHold) return held(facts.lotOnHold);
  const noWork = whyNotWork(command, facts);
  if (noWork) return noWork.isHeld ? held(noWork.problem) : refused(noWork.problem);
  const { line, item } = facts;
  const noLine = whyNotLine(command, facts);
  if (noLine || !line || !item) {
    const why = noLine ?? problem('picking.line_unknown', { line: asked.line });
    return isLineHeld(why, facts) ? held(why) : refused(why);
  }
  const quantityBase = asked.quantity === 0 ? 0 : readQuantity(item, asked.quantity, asked.unit);
  if (isProblem(quantityBase)) return refused(quantityBase);
  const missingBase = leftBase(line) - quantityBase;
  if (missingBase <= 0) {
    return refused(
      problem('picking.not_short', { wanted: fromBase(leftBase(line), item.decimals), unit: item.baseUnit }),
    );
  }
  const taken = quantityBase === 0 ? [] : takenOf(asked, facts, { line, item, quantityBase });
  if (isProblem(taken)) return facts.isMoveNews ? held(taken) : refused(taken);
  const noPlate = whyNotOnto(facts.toPlate, handsOf(command.operator), command.warehouse, facts.work?.shipment);
  if (noPlate) return refused(noPlate);
  return decided(command, facts, { line, item, policy, quantityBase, missingBase, taken });
}

interface Judged {
  readonly line: PickLine;
  readonly item: StockItem;
  readonly policy: MissingPolicy;
  readonly quantityBase: number;
  readonly missingBase: number;
  readonly taken: PickPlan['taken'];
}

function decided(
  command: Command<ShortPickBody>,
  facts: ShortPickFacts,
  { line, item, policy, quantityBase, missingBase, taken }: Judged,
): Decision<ShortPickPlan, ShortPickResult> {
  const { reason } = command.body;
  const hands = handsOf(command.operator);
  const licensePlate = facts.toPlate?.number ?? wholePlate(facts, taken);
  const work = facts.work?.id ?? command.body.work;
  const { toPlate } = facts;
  const pick =
    taken.length === 0 ? null : { work, line, taken, quantityBase, isLineDone: true, hands, licensePlate, toPlate };
  const { unitCost, valueLimit, adjustedLatelyBase } = facts;
  const limits = { unitCost, valueLimit, adjustedLatelyBase };
  const worth = { commandId: command.id, reason, item, missingBase, ...limits };
  const missing = missingGoods(missingOf(line, taken), policy, worth);
  const instead = policy.reallocates ? insteadOf(facts, line, missingBase) : [];
  const plan: ShortPickPlan = { line, item, pick, missing, missingBase, instead };
  const short = fromBase(missingBase, item.decimals);
  const result = { picked: fromBase(quantityBase, item.decimals), short, unit: item.baseUnit, reallocated: [] };
  return applied(plan, result, [
    ...taken.map(pickEntry(hands, licensePlate)),
    ...missing.adjustments,
    ...missing.setApart,
  ]);
}

/** What is left of the line's promises once those that were picked are taken off. */
function missingOf(line: PickLine, taken: PickPlan['taken']): MissingPart[] {
  return line.promised.flatMap((reservation) => {
    const gone = taken.filter((one) => one.reservation.id === reservation.id);
    const quantityBase = reservation.quantityBase - gone.reduce((sum, one) => sum + one.quantityBase, 0);
    return quantityBase > 0 ? [{ reservation, quantityBase }] : [];
  });
}

/** The same goods elsewhere: where they were missing nobody is sent again. */
function insteadOf(facts: ShortPickFacts, line: PickLine, quantityBase: number): ChosenStock['parts'] {
  if (line.serial !== '') return [];
  const elsewhere = facts.candidates.filter(
    (row) => row.location !== line.location || row.licensePlate !== line.licensePlate,
  );
  const { item, owner, inventoryStatus } = line;
  const lot = line.isLotFixed ? line.lot : null;
  const demand = { item, owner, inventoryStatus, lot, serial: null, goodUntil: facts.goodUntil, quantityBase };
  return chooseStock(demand, elsewhere).parts;
}
