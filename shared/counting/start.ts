import * as z from 'zod';
import { applied, type Decision, refused } from '../command/decision.ts';
import type { Command } from '../command/envelope.ts';
import { operation } from '../command/operation.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { itemMeant } from '../ledger/select-stock.ts';
import { isProblem, type StockItem } from '../ledger/stock-item.ts';
import type { StockRow } from '../ledger/stock-row.ts';
import type { CountStatus } from './count.machine.ts';
import { type CountPlace, type CountScope, whyNotCountable, whyNotOpen } from './scope.ts';

const code = z.string().min(1).max(64);

/** Either work, or a zone, or a location, an item, or both. */
const body = z.strictObject({
  location: code.optional(),
  item: code.optional(),
  sourceSystem: code.optional(),
  /** Work that sends somebody to count, or `command:<id>` of what made it. */
  work: z.string().min(1).max(80).optional(),
  /** The next place of a zone that somebody is sent to: who begins has it, and the others in the zone get the ones after. */
  zone: code.optional(),
});

export type StartBody = z.infer<typeof body>;

/** Somebody begins to count: what they were sent to, or what they stand before. */
export const start = operation({ type: 'counting.start', version: 1, body });

export interface StartFacts {
  /** The work asked for, or the next of the zone, else what is open for the same place and item already; null for none. */
  readonly work: CountWork | null;
  readonly location: CountPlace | null;
  readonly items: readonly StockItem[];
  /** What the books have of it. */
  readonly rows: readonly StockRow[];
  /** The id that new work gets; drawn before, used only where it is made. */
  readonly newWork: string;
  /** The newest position of the feeds. */
  readonly position: number;
}

export interface CountWork extends CountScope {
  readonly id: string;
  readonly status: string;
  /** Where it has got to; null: nobody has begun. */
  readonly count: CountStatus | null;
  /** Who may not count it: who counted before it was to be counted by somebody else. */
  readonly notBy: string | null;
}

export interface StartPlan extends CountScope {
  readonly work: string;
  readonly isNewWork: boolean;
}

/** One kind of goods to be counted. Never how much the books say is there: who counts must not know. */
export interface LineToCount {
  readonly location: string;
  readonly item: string;
  readonly unit: string;
  readonly licensePlate: string | null;
  readonly lot: string | null;
}

export interface StartResult {
  readonly work: string;
  /** The position of the ledger that the count begins at; what moves between then and the count is allowed for. */
  readonly ledgerPosition: number;
  readonly lines: readonly LineToCount[];
  /** Of a zone: where to, and what of it; null: everything there. */
  readonly location?: string | null;
  readonly item?: string | null;
  readonly sourceSystem?: string;
}

/**
 * Refusals, in this order: `counting.scope_missing` neither work nor zone nor place nor item, or several of them;
 * `counting.work_unknown`, see `whyNotOpen`; `counting.zone_done` nothing of the zone is left for who asks;
 * `location.unknown`, `counting.not_countable`; `item.unknown`, `item.ambiguous`; `counting.second_person` somebody
 * else is to count it again.
 */
export function decideStart(command: Command<StartBody>, facts: StartFacts): Decision<StartPlan, StartResult> {
  const { body: asked } = command;
  const { work } = facts;
  const why = whyNotMeant(asked, work);
  if (why) return refused(why);
  const location = work ? work.location : (asked.location ?? null);
  const noPlace = location === null ? null : whyNotCountable(facts.location, location);
  if (noPlace) return refused(noPlace);
  const meant = asked.item === undefined ? null : itemMeant(asked.item, facts.items, facts.rows, asked.sourceSystem);
  if (isProblem(meant)) return refused(meant);
  if (work?.notBy === command.operator) return refused(problem('counting.second_person', { work: work.id }));
  const item = work ? work.item : (meant?.key ?? null);
  const id = work?.id ?? facts.newWork;
  const lines = toCount(facts, item);
  return applied(
    { work: id, isNewWork: work === null, location, item },
    { work: id, ledgerPosition: facts.position, lines, ...(asked.zone !== undefined && whereTo(facts)) },
  );
}

function whyNotMeant(asked: StartBody, work: CountWork | null): Problem | null {
  const isPlace = asked.location !== undefined || asked.item !== undefined;
  const named = [isPlace, asked.work !== undefined, asked.zone !== undefined].filter(Boolean);
  if (named.length !== 1) return problem('counting.scope_missing');
  if (asked.zone !== undefined && !work) return problem('counting.zone_done', { zone: asked.zone });
  if (asked.work === undefined) return null;
  return work ? whyNotOpen(work) : problem('counting.work_unknown', { work: asked.work });
}

function whereTo({ work, items }: StartFacts): Pick<StartResult, 'location' | 'item' | 'sourceSystem'> {
  const item = items.find(({ key }) => key === work?.item);
  return {
    location: work?.location ?? null,
    item: item?.number ?? null,
    ...(item && { sourceSystem: item.sourceSystem }),
  };
}

function toCount({ rows, items }: StartFacts, itemKey: string | null): LineToCount[] {
  const lines = new Map<string, LineToCount>();
  for (const row of rows) {
    const item = items.find(({ key }) => key === row.item);
    if (!item || (itemKey !== null && row.item !== itemKey)) continue;
    const { location, licensePlate, lot } = row;
    lines.set(JSON.stringify([location, row.item, licensePlate, lot]), {
      location,
      item: item.number,
      unit: item.baseUnit,
      licensePlate: licensePlate || null,
      lot: lot || null,
    });
  }
  return [...lines.values()];
}
