import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { decimalOf, fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { handsOf, useOf } from '#shared/ledger/location-type.ts';
import { leftBase, whyNotWork } from '#shared/ledger/pick-work.ts';
import { whyNotSerials } from '#shared/ledger/picked-serials.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { pickEntry, whyNotOnto } from './into-hands.ts';
import { type PickFacts, type PickPlan, pickMembers } from './pick.ts';
import { isLineHeld, whyNotStop } from './stop.ts';
import { type AskedGoods, isAlike, type TakenGoods, takenFrom, whyNotFresh } from './taken-goods.ts';

const body = z.strictObject({ ...pickMembers, reason: z.string().trim().min(1).max(500).optional() });

export type SubstituteBody = z.infer<typeof body>;

/** The goods are not to be had, and the order takes others instead: the worker picks those. */
export const substitute = operation({ type: 'picking.substitute', version: 1, body });

export interface SubstituteFacts extends PickFacts {
  /** The item that was scanned, of the order's source system; null where there is none. */
  readonly other: StockItem | null;
  /** Keys of items that the order's line takes instead. */
  readonly substitutes: readonly string[];
  /** What kind of place was scanned; null: it is not known. */
  readonly placeType: string | null;
  /** Cost of one base unit as decimal text: of the line's item, and of the other. */
  readonly unitCost: string | null;
  readonly otherUnitCost: string | null;
}

export interface SubstitutePlan {
  readonly pick: PickPlan | null;
  /** A second person has to agree first. */
  readonly approval: Problem | null;
}

export interface SubstituteResult {
  readonly picked?: number;
  readonly approval?: string;
}

/**
 * Refusals, in this order: of work and line as in a pick; `item.unknown`; `picking.not_a_substitute` the order does not
 * take it; `picking.substitute_unit` it is counted otherwise; rules of quantities; `picking.too_much`;
 * `picking.not_for_sale` nothing may be promised where it was taken; of serials as in a pick; `picking.lot_expired`,
 * `picking.lot_too_old` for the customer; `picking.not_free` of the owner and status that were ordered (held when goods
 * moved after `knownAt`), `stock.plate_is_location`, `picking.plate_elsewhere`, `picking.tote_taken`.
 *
 * An item that costs more than the one it stands for needs the consent of a second person; until then nothing moves.
 */
export function decideSubstitute(
  command: Command<SubstituteBody>,
  facts: SubstituteFacts,
): Decision<SubstitutePlan, SubstituteResult> {
  const noWork = whyNotWork(command, facts);
  if (noWork) return noWork.isHeld ? held(noWork.problem) : refused(noWork.problem);
  const { line, item, other } = facts;
  const noStop = whyNotStop(command.body, facts);
  if (noStop) return isLineHeld(noStop, facts) ? held(noStop) : refused(noStop);
  const why = whyNotMeant(command.body, facts);
  if (why || !line || !item || !other) {
    return refused(why ?? problem('picking.line_unknown', { line: command.body.line }));
  }
  const quantityBase = readQuantity(other, command.body.quantity, command.body.unit);
  if (isProblem(quantityBase)) return refused(quantityBase);
  if (quantityBase > leftBase(line)) {
    const params = { wanted: fromBase(leftBase(line), item.decimals), got: fromBase(quantityBase, item.decimals) };
    return refused(problem('picking.too_much', { ...params, unit: item.baseUnit }));
  }
  const taken = takenInstead(command.body, facts, { line, item: other, quantityBase });
  if (isProblem(taken)) return facts.isMoveNews && taken.code === 'picking.not_free' ? held(taken) : refused(taken);
  const hands = handsOf(command.operator);
  const noPlate = whyNotOnto(facts.toPlate, hands, command.warehouse, facts.work?.shipment);
  if (noPlate) return refused(noPlate);
  const approval = command.approvedBy === undefined ? approvalFor(facts, item, other) : null;
  if (approval) return applied({ pick: null, approval }, { approval: command.id });
  const licensePlate = facts.toPlate?.number ?? null;
  const pick: PickPlan = {
    work: facts.work?.id ?? command.body.work,
    line,
    taken,
    quantityBase,
    isLineDone: leftBase(line) === quantityBase,
    hands,
    licensePlate,
    toPlate: facts.toPlate,
  };
  const result = { picked: fromBase(quantityBase, other.decimals) };
  return applied({ pick, approval: null }, result, taken.map(pickEntry(hands, licensePlate)));
}

function whyNotMeant(asked: SubstituteBody, facts: SubstituteFacts): Problem | null {
  const { line, item, other } = facts;
  if (!line || !item) return problem('picking.line_unknown', { line: asked.line });
  if (!other) return problem('item.unknown', { item: asked.item });
  if (!facts.substitutes.includes(other.key)) {
    const allowed = facts.substitutes.map(itemNumberOf).join(', ');
    return problem('picking.not_a_substitute', { item: other.number, ordered: item.number, allowed: allowed || '–' });
  }
  const isAlike = other.baseUnit === item.baseUnit && other.decimals === item.decimals;
  return isAlike ? null : problem('picking.substitute_unit', { item: other.number, unit: item.baseUnit });
}

function takenInstead(asked: SubstituteBody, facts: SubstituteFacts, of: AskedGoods): readonly TakenGoods[] | Problem {
  const { location, serials } = asked;
  const { placeType, today, goodUntil } = facts;
  if (placeType !== null && !useOf(placeType).isReservable) {
    return problem('picking.not_for_sale', { location, type: placeType });
  }
  const noSerials = whyNotSerials(of.item, serials, of.quantityBase);
  if (noSerials) return noSerials;
  const rows = facts.rows
    .filter((row) => row.item === of.item.key && isAlike(of.line)(row))
    .filter((row) => (asked.licensePlate ?? row.licensePlate) === row.licensePlate)
    .filter((row) => (asked.lot ?? row.lot) === row.lot)
    .filter((row) => serials?.includes(row.serial) ?? true);
  return whyNotFresh(rows, today, goodUntil) ?? takenFrom(rows, location, of);
}

function approvalFor({ unitCost, otherUnitCost }: SubstituteFacts, item: StockItem, other: StockItem): Problem | null {
  if (unitCost === null || otherUnitCost === null || !isMore(otherUnitCost, unitCost)) return null;
  return problem('picking.substitute_needs_approval', { item: other.number, ordered: item.number });
}

function isMore(one: string, other: string): boolean {
  const a = decimalOf(Number(one));
  const b = decimalOf(Number(other));
  return a.digits * 10n ** BigInt(b.scale) > b.digits * 10n ** BigInt(a.scale);
}
