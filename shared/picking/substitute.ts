import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { decimalOf, fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { handsOf, useOf } from '#shared/ledger/location-type.ts';
import { leftBase, type PickLine, whyNotWork } from '#shared/ledger/pick-work.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { movableBase } from '#shared/ledger/stock-row.ts';
import {
  type PickFacts,
  type PickPlan,
  pickEntry,
  pickMembers,
  serialsNotTracked,
  type TakenGoods,
  whyNotOnto,
} from './pick.ts';
import { isLineHeld, whyNotStop } from './stop.ts';

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
 * moved after `knownAt`), `picking.plate_elsewhere`.
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
  const taken = takenInstead(command.body, facts, line, other, quantityBase);
  if (isProblem(taken)) return facts.isMoveNews && taken.code === 'picking.not_free' ? held(taken) : refused(taken);
  const hands = handsOf(command.operator);
  const noPlate = whyNotOnto(facts.toPlate, hands, command.warehouse);
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

function takenInstead(
  asked: SubstituteBody,
  facts: SubstituteFacts,
  line: PickLine,
  other: StockItem,
  quantityBase: number,
): readonly TakenGoods[] | Problem {
  const { location, serials } = asked;
  const { placeType, today, goodUntil } = facts;
  if (placeType !== null && !useOf(placeType).isReservable) {
    return problem('picking.not_for_sale', { location, type: placeType });
  }
  const noSerials = whyNotSerials(other, serials, quantityBase);
  if (noSerials) return noSerials;
  const rows = facts.rows
    .filter((row) => row.item === other.key && row.owner === line.owner && row.inventoryStatus === line.inventoryStatus)
    .filter((row) => (asked.licensePlate ?? row.licensePlate) === row.licensePlate)
    .filter((row) => (asked.lot ?? row.lot) === row.lot)
    .filter((row) => serials?.includes(row.serial) ?? true);
  const expired = rows.find(({ expiryDate }) => expiryDate !== null && expiryDate < today);
  if (expired) return problem('picking.lot_expired', { lot: expired.lot, expiryDate: expired.expiryDate ?? '' });
  const tooOld = rows.find(({ expiryDate }) => expiryDate !== null && expiryDate < (goodUntil ?? ''));
  if (tooOld) {
    const { expiryDate, lot } = tooOld;
    return problem('picking.lot_too_old', { lot, expiryDate: expiryDate ?? '', wanted: goodUntil ?? '' });
  }
  const taken: TakenGoods[] = [];
  const free = rows.map((row) => ({ row, leftBase: movableBase(row) }));
  let missingBase = quantityBase;
  for (const reservation of line.promised) {
    let fromThisBase = Math.min(missingBase, reservation.quantityBase);
    missingBase -= fromThisBase;
    for (const source of free) {
      const partBase = Math.min(fromThisBase, source.leftBase);
      if (partBase <= 0) continue;
      taken.push({ reservation, quantityBase: partBase, insteadFrom: source.row });
      source.leftBase -= partBase;
      fromThisBase -= partBase;
    }
    if (fromThisBase > 0) missingBase += fromThisBase;
  }
  if (missingBase === 0) return taken;
  const freeBase = rows.reduce((sum, row) => sum + movableBase(row), 0);
  const there = fromBase(freeBase, other.decimals);
  return problem('picking.not_free', { location: asked.location, free: there, unit: other.baseUnit });
}

/** As in a pick: each piece of an item with serial numbers is named once, and no other item has any. */
function whyNotSerials(other: StockItem, serials: readonly string[] | undefined, quantityBase: number): Problem | null {
  if (!other.isSerialTracked) return serials ? serialsNotTracked(other, serials) : null;
  if (!serials) return problem('picking.serials_required', { item: other.number });
  const distinct = new Set(serials).size;
  const isEach = distinct === serials.length && distinct * 10 ** other.decimals === quantityBase;
  const wanted = fromBase(quantityBase, other.decimals);
  return isEach ? null : problem('picking.serial_count', { serials: distinct, wanted });
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
