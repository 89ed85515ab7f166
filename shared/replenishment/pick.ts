import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import { carriedTo, type EntryDraft, movedTo } from '#shared/ledger/entry.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { handsOf } from '#shared/ledger/location-type.ts';
import { type MissingGoods, type MissingPart, missingGoods, policyOf } from '#shared/ledger/missing-goods.ts';
import { leftBase, type PickLine, type PickWorkFacts, whyNotWork } from '#shared/ledger/pick-work.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { movableBase, type StockRow } from '#shared/ledger/stock-row.ts';
import { type TakenGoods, takenOf } from './taken-goods.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** The work, or `command:<id>` for the first work that this command made. */
  work: code,
  /** Such work has one line. */
  line: z.literal(1).optional(),
  location: code,
  item: code,
  sourceSystem: code.optional(),
  /** More than asked for is welcome where it is free: what a plate has left goes along. 0 for nothing. */
  quantity: z.number().min(0),
  unit: z.string().min(1).max(32),
  licensePlate: code.optional(),
  lot: z.string().min(1).max(64).optional(),
  /** Of pieces that have any: each of them, unless all of the plate that was scanned goes along. */
  serials: z.array(z.string().min(1).max(64)).min(1).max(500).optional(),
  /** Why it is less than asked for. */
  reason: z.string().min(1).max(32).optional(),
});

export type PickBody = z.infer<typeof body>;

/** The worker takes goods out of reserve, to bring them to the place from which they are picked. */
export const pick = operation({ type: 'replenishment.pick', version: 1, body });

/** What is brought, and where from. */
export type BroughtLine = Omit<PickLine, 'order' | 'orderLine' | 'shipment' | 'blockedBy' | 'isLotFixed'>;

export interface PickFacts extends PickWorkFacts {
  /** With the promises that wait for the goods. */
  readonly line: BroughtLine | null;
  readonly item: StockItem | null;
  /** The goods where they stand, piece by piece where they have serial numbers. */
  readonly rows: readonly StockRow[];
  /** Serial numbers among the promises that an order asks for by number. */
  readonly orderedSerials: readonly string[];
  /** All that is on their plate. */
  readonly plateRows: readonly StockRow[];
  /** Cost of one base unit as decimal text, and what the worker may write off alone. */
  readonly unitCost: string | null;
  readonly valueLimit: number | null;
  /** How many base steps of the item they wrote off or found there within a day; 0 on a device. */
  readonly adjustedLatelyBase: number;
  /** Goods moved after the device's `knownAt`; false on a device. */
  readonly isMoveNews: boolean;
}

export interface PickPlan extends TakenGoods {
  readonly work: string;
  readonly line: BroughtLine;
  readonly item: StockItem;
  readonly quantityBase: number;
  readonly hands: string;
  readonly licensePlate: string | null;
  /** Promises whose goods do not come. */
  readonly left: readonly MissingPart[];
  /** What is done about them; null where they stay where they are, and are picked there. */
  readonly missing: MissingGoods | null;
  readonly isReallocated: boolean;
  readonly reason: string | null;
}

export interface PickResult {
  readonly work: string;
  readonly picked: number;
  readonly unit: string;
  readonly countWork?: string;
  readonly journal?: string;
}

/**
 * Refusals, in this order: `picking.reason_unknown`; of the work, see `whyNotWork`; `picking.line_done` (held when
 * goods moved after `knownAt`), `picking.wrong_location`, `picking.wrong_item`, `picking.wrong_plate`,
 * `picking.wrong_lot`; rules of quantities; `replenishment.reason_missing` it is less than asked for; of the goods, see
 * `takenOf` (held when goods moved after `knownAt`, where they are not there or not free).
 *
 * Whoever waits for goods that were not there, or were damaged, gets others where there are any. With any other reason the
 * goods stay where they are, and are picked there.
 */
export function decidePick(command: Command<PickBody>, facts: PickFacts): Decision<PickPlan, PickResult> {
  const { body: asked } = command;
  const policy = policyOf(asked.reason ?? 'other');
  if (isProblem(policy)) return refused(policy);
  const noWork = whyNotWork(command, facts, ['replenish']);
  if (noWork) return noWork.isHeld ? held(noWork.problem) : refused(noWork.problem);
  const { work, line, item, rows, orderedSerials } = facts;
  const noLine = whyNotLine(asked, facts);
  if (noLine || !work || !line || !item) {
    const why = noLine ?? problem('picking.work_unknown', { work: asked.work });
    return why.code === 'picking.line_done' && facts.isMoveNews ? held(why) : refused(why);
  }
  const quantityBase = asked.quantity === 0 ? 0 : readQuantity(item, asked.quantity, asked.unit);
  if (isProblem(quantityBase)) return refused(quantityBase);
  const wantedBase = Math.min(leftBase(line), thereBase(line, rows));
  if (quantityBase < wantedBase && asked.reason === undefined) {
    const params = { wanted: fromBase(wantedBase, item.decimals), got: asked.quantity, unit: item.baseUnit };
    return refused(problem('replenishment.reason_missing', params));
  }
  const isWhole = line.licensePlate !== '' && onPlateBase(facts) === quantityBase;
  const isWholePlate = isWhole && asked.licensePlate !== undefined;
  const goods = takenOf(asked, { item, promised: line.promised, rows, orderedSerials, isWholePlate }, quantityBase);
  if (isProblem(goods)) return facts.isMoveNews && newsCodes.includes(goods.code) ? held(goods) : refused(goods);
  const left = leftOf(line.promised, goods.taken);
  const isGone = left.length > 0 && policy.stock !== 'leave';
  const { unitCost, valueLimit, adjustedLatelyBase } = facts;
  const missingBase = left.reduce((sum, one) => sum + one.quantityBase, 0);
  const reason = asked.reason ?? null;
  const limits = { unitCost, valueLimit, adjustedLatelyBase };
  const worth = { commandId: command.id, reason: reason ?? '', item, missingBase, ...limits };
  const missing = isGone ? missingGoods(left, policy, worth) : null;
  const plan: PickPlan = {
    ...goods,
    ...{ work: work.id, line, item, quantityBase, hands: handsOf(command.operator), reason },
    ...{ licensePlate: isWhole ? line.licensePlate : null, left, missing, isReallocated: isGone && policy.reallocates },
  };
  const result = { work: work.id, picked: fromBase(quantityBase, item.decimals), unit: item.baseUnit };
  return applied(plan, result, entriesOf(plan));
}

/** So much may be taken: what was asked for beside may have been promised to others, and picked there, meanwhile. */
function thereBase({ promised }: BroughtLine, rows: readonly StockRow[]): number {
  const promisedBase = totalBase(promised);
  return rows.reduce((sum, row) => sum + movableBase(row), promisedBase);
}

/** Why goods are not there, or not free, that were when the device last heard. */
const newsCodes: readonly string[] = ['picking.too_much', 'picking.serial_missing'];

function whyNotLine(asked: PickBody, { line }: PickFacts): Problem | null {
  if (!line) return problem('picking.line_unknown', { line: 1 });
  if (line.status !== 'open') return problem('picking.line_done', { line: line.line });
  const { location, licensePlate, lot, item } = line;
  if (asked.location !== location)
    return problem('picking.wrong_location', { expected: location, got: asked.location });
  const isItem =
    asked.item === itemNumberOf(item) && (asked.sourceSystem ?? sourceSystemOf(item)) === sourceSystemOf(item);
  if (!isItem) return problem('picking.wrong_item', { expected: itemNumberOf(item), got: asked.item });
  if ((asked.licensePlate ?? licensePlate) !== licensePlate) {
    return problem('picking.wrong_plate', { expected: licensePlate || '–', got: asked.licensePlate ?? '' });
  }
  const isLot = (asked.lot ?? lot) === lot;
  return isLot ? null : problem('picking.wrong_lot', { expected: lot || '–', got: asked.lot ?? '' });
}

function leftOf(promised: readonly Reservation[], taken: PickPlan['taken']): MissingPart[] {
  return promised.flatMap((reservation) => {
    const own = taken.find((one) => one.reservation.id === reservation.id);
    const quantityBase = reservation.quantityBase - (own?.quantityBase ?? 0);
    return quantityBase > 0 ? [{ reservation, quantityBase }] : [];
  });
}

function onPlateBase({ plateRows }: PickFacts): number {
  return totalBase(plateRows);
}

function entriesOf(plan: PickPlan): EntryDraft[] {
  const to = { location: plan.hands, licensePlate: plan.licensePlate };
  const free = (row: StockRow, quantityBase: number) => movedTo({ ...row, quantityBase }, to, 'move');
  const promised = plan.taken.map(({ reservation, quantityBase, insteadFrom }) =>
    insteadFrom === null ? carriedTo({ ...reservation, quantityBase }, to, 'move') : free(insteadFrom, quantityBase),
  );
  const more = plan.more.map(({ row, quantityBase }) => free(row, quantityBase));
  return [...promised, ...more, ...(plan.missing?.adjustments ?? []), ...(plan.missing?.setApart ?? [])];
}
