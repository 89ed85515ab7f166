import * as z from 'zod';
import { applied, type Decision, refused } from '../command/decision.ts';
import type { Command } from '../command/envelope.ts';
import type { Limits } from '../command/limits.ts';
import { operation } from '../command/operation.ts';
import { instant } from '../kernel/fields.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { byPercent, fromBase, totalBase } from '../kernel/quantity.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import { reasonCodes } from '../ledger/reason-code.ts';
import { isProblem } from '../ledger/stock-item.ts';
import type { StockRow } from '../ledger/stock-row.ts';
import { isWorthMore } from '../ledger/worth.ts';
import type { CountStatus } from './count.machine.ts';
import { type CountedGoods, type CountedItem, countedGoods, type GoodsFacts } from './counted-goods.ts';
import { type Difference, differencesOf, isKind } from './differences.ts';
import { type CountPosting, type PromisedRow, postDifferences } from './post-differences.ts';
import { type CountPlace, type CountScope, whyNotCountable, whyNotOpen } from './scope.ts';

const code = z.string().min(1).max(64);

const countedLine = z.strictObject({
  location: code,
  item: code,
  sourceSystem: code.optional(),
  licensePlate: code.optional(),
  lot: z.string().min(1).max(64).optional(),
  /** For goods found of a lot that was never here. */
  expiryDate: z.iso.date().optional(),
  serials: z.array(z.string().min(1).max(64)).max(500).optional(),
  quantity: z.number().min(0),
  unit: z.string().min(1).max(32),
  /** When these goods were counted, by the device's clock; left out: with the command. What moves later is no difference. */
  countedAt: instant.optional(),
});

const body = z.strictObject({
  work: z.string().min(1).max(80),
  lines: z.array(countedLine).max(1000).default([]),
  /** Nothing is there. */
  empty: z.boolean().optional(),
  reason: z.string().min(1).max(32).optional(),
});

export type CountBody = z.infer<typeof body>;
export type CountedLine = z.infer<typeof countedLine>;

/** What somebody found, all of it: goods of the place (or of the item at a place) that are not named are not there. */
export const count = operation({ type: 'counting.count', version: 1, body });

export interface CountFacts extends GoodsFacts {
  readonly work: CountWorkState | null;
  /** The places that are counted, by their codes; null: there is no such place. */
  readonly locations: ReadonlyMap<string, CountPlace | null>;
  readonly items: readonly CountedItem[];
  /** Stock of the places as it is now. */
  readonly rows: readonly StockRow[];
  /** The same as it was when it was counted: without what moved since. */
  readonly rowsThen: readonly StockRow[];
  readonly promised: readonly PromisedRow[];
  /** Places whose profile lets their stock go below zero; left out: none. */
  readonly mayOwe?: ReadonlySet<string>;
  readonly limits: Limits;
  /** Who counts may also accept counts: differences need nobody else, however often they were counted. */
  readonly isReviewer: boolean;
}

export interface CountWorkState extends CountScope {
  readonly id: string;
  readonly status: string;
  readonly count: { readonly id: string; readonly status: CountStatus; readonly attempts: number } | null;
  readonly notBy: string | null;
  /** Where something is different, somebody else counts it once more. */
  readonly isSecondCounter: boolean;
}

export type CountOutcome = 'posted' | 'recount' | 'review';

export interface CountPlan {
  readonly work: CountWorkState;
  readonly outcome: CountOutcome;
  readonly attempts: number;
  /** Who may not count it once more. */
  readonly notBy: string | null;
  readonly differences: readonly Difference[];
  /** What is posted with it; null where nothing is, or not yet. */
  readonly posting: CountPosting | null;
  readonly reason: string;
  /** Lots that were never here. */
  readonly newLots: readonly { readonly item: string; readonly lot: string; readonly expiryDate: string | null }[];
  readonly newPlates: readonly string[];
}

export interface CountResult {
  readonly work: string;
  readonly count: string;
  readonly outcome: CountOutcome;
  readonly journal?: string;
}

/**
 * Refusals, in this order: `counting.work_unknown`, see `whyNotOpen`; `counting.second_person`;
 * `counting.reason_unknown`; `counting.nothing_counted` neither goods nor that it is empty, or both; of each line
 * `counting.not_in_scope`, `location.unknown`, `counting.not_countable`, and of its goods see `countedGoods`.
 *
 * A difference is posted where it is within the counter's limits (quantity and value for all of an item at a place,
 * percent for each kind of its goods, whatever their serial numbers) and nothing new was found, or where who counts
 * may accept counts and what differs of an item at a place is not worth more than they may change alone. Any other
 * is asked to be counted again as often as the limits say, where the work wants a second counter at least once and
 * by somebody else; then a person has to look at it. So has a person where by now less is there than is missing:
 * whoever counts is never told how much the books say.
 */
export function decideCount(command: Command<CountBody>, facts: CountFacts): Decision<CountPlan, CountResult> {
  const { body: asked } = command;
  const why = whyNotCount(command, facts);
  if (why) return refused(why);
  const { work } = facts;
  if (!work) return refused(problem('counting.work_unknown', { work: asked.work }));
  const goods = countedGoods(asked.lines, facts);
  if (isProblem(goods)) return refused(goods);
  const rowsThen = inScope(facts.rowsThen, work, asked.lines);
  const differences = differencesOf(goods, rowsThen, facts);
  const attempts = (work.count?.attempts ?? 0) + 1;
  const reason = asked.reason ?? 'correction';
  const wanted = outcomeOf(differences, attempts, work, { ...facts, rowsThen });
  const posted = wanted === 'posted' ? postDifferences(command, differences, { ...facts, reason }) : null;
  const posting = isProblem(posted) ? null : posted;
  const outcome = isProblem(posted) ? 'review' : wanted;
  const notBy = outcome === 'recount' ? (work.isSecondCounter ? command.operator : work.notBy) : null;
  const plan: CountPlan = { work, outcome, attempts, notBy, differences, posting, reason, ...news(goods, facts) };
  const result = { work: work.id, count: work.count?.id ?? '', outcome };
  const entries: readonly EntryDraft[] = posting?.entries ?? [];
  return applied(plan, result, entries);
}

function whyNotCount({ operator, body: asked }: Command<CountBody>, facts: CountFacts): Problem | null {
  const { work } = facts;
  if (!work) return problem('counting.work_unknown', { work: asked.work });
  const isOver = whyNotOpen(work);
  if (isOver) return isOver;
  if (work.notBy === operator) return problem('counting.second_person', { work: work.id });
  const { reason } = asked;
  if (reason !== undefined && !(reasonCodes as readonly string[]).includes(reason)) {
    return problem('counting.reason_unknown', { reason, reasons: reasonCodes.join(', ') });
  }
  const isEmpty = asked.empty === true;
  if (isEmpty === asked.lines.length > 0) return problem('counting.nothing_counted', { work: work.id });
  for (const line of asked.lines) {
    if (work.location !== null && line.location !== work.location) {
      return problem('counting.not_in_scope', { counted: line.location, asked: work.location });
    }
    const noPlace = whyNotCountable(facts.locations.get(line.location) ?? null, line.location);
    if (noPlace) return noPlace;
    const items = facts.items.filter((item) => item.number === line.item);
    if (work.item !== null && items.length > 0 && items.every(({ key }) => key !== work.item)) {
      const wanted = facts.items.find(({ key }) => key === work.item);
      return problem('counting.not_in_scope', { counted: line.item, asked: wanted?.number ?? work.item });
    }
  }
  return null;
}

/** What is on the books where it was counted. Of an item that is counted everywhere, only the places that were told. */
function inScope(rows: readonly StockRow[], work: CountScope, lines: readonly CountedLine[]): StockRow[] {
  const told = new Set(lines.map(({ location }) => location));
  return rows
    .filter((row) => work.item === null || row.item === work.item)
    .filter((row) =>
      work.location === null ? told.size === 0 || told.has(row.location) : row.location === work.location,
    );
}

function outcomeOf(
  differences: readonly Difference[],
  attempts: number,
  { isSecondCounter }: CountWorkState,
  { limits, isReviewer, rowsThen }: CountFacts,
): CountOutcome {
  if (differences.length === 0) return 'posted';
  const altogether = byItemAndPlace(differences);
  if (isReviewer) {
    if (isSecondCounter && attempts === 1) return 'recount';
    return altogether.some((one) => isDear(one, limits.adjustment.value)) ? 'review' : 'posted';
  }
  const isLittle = altogether.every((one) => isFew(one, limits.count.quantity) && !isDear(one, limits.count.value));
  // Nothing that is new anywhere is small.
  const isSmall = differences.every(({ isNew }) => !isNew) && isWithin(limits.count.percent, differences, rowsThen);
  if (isLittle && isSmall) return 'posted';
  return attempts <= Math.max(limits.recounts, isSecondCounter ? 1 : 0) ? 'recount' : 'review';
}

/** How many of an item are missing or too many at a place, each kind of its goods for itself. */
interface Altogether {
  readonly item: CountedItem;
  readonly base: number;
}

/** Fifty pieces with serial numbers are fifty differences of one each: a limit holds for all of them together. */
function byItemAndPlace(differences: readonly Difference[]): Altogether[] {
  const sums = new Map<string, Altogether>();
  for (const { item, location, differenceBase } of differences) {
    const key = JSON.stringify([location, item.key]);
    sums.set(key, { item, base: (sums.get(key)?.base ?? 0) + Math.abs(differenceBase) });
  }
  return [...sums.values()];
}

function isFew({ item, base }: Altogether, limit: number | null): boolean {
  return limit === null || fromBase(base, item.decimals) <= limit;
}

/** Whether each kind of goods differs by no more than that part of what there was of it: one of fifty pieces is two per cent. */
function isWithin(percent: number | null, differences: readonly Difference[], rowsThen: readonly StockRow[]): boolean {
  if (percent === null) return true;
  const kinds = Map.groupBy(differences, ({ item, location, licensePlate, lot }) =>
    JSON.stringify([item.key, location, licensePlate, lot]),
  );
  return [...kinds.values()].every((same) => {
    const [first] = same;
    if (!first) return true;
    const expectedBase = totalBase(rowsThen.filter((row) => isKind({ ...row, serial: first.serial }, first)));
    const differentBase = same.reduce((sum, { differenceBase }) => sum + Math.abs(differenceBase), 0);
    return differentBase <= byPercent(expectedBase, percent) - expectedBase;
  });
}

function isDear({ item, base }: Altogether, limit: number | null): boolean {
  return limit !== null && isWorthMore(base, item.decimals, item.unitCost, limit);
}

function news(goods: readonly CountedGoods[], facts: CountFacts): Pick<CountPlan, 'newLots' | 'newPlates'> {
  const found = goods.filter(({ quantityBase }) => quantityBase > 0);
  const newLots = found.flatMap(({ item, lot, expiryDate }) => {
    const isNew = lot !== '' && !(facts.lots.get(JSON.stringify([item.key, lot]))?.isKnown ?? false);
    return isNew ? [{ item: item.key, lot, expiryDate }] : [];
  });
  const plates = found.map(({ licensePlate }) => licensePlate);
  const newPlates = [...new Set(plates)].filter((plate) => plate !== '' && facts.plates.get(plate) === undefined);
  return {
    newLots: [...new Map(newLots.map((lot) => [JSON.stringify([lot.item, lot.lot]), lot])).values()],
    newPlates,
  };
}
