import * as z from 'zod';
import { applied, type Decision, refused } from '../command/decision.ts';
import type { Command } from '../command/envelope.ts';
import { operation } from '../command/operation.ts';
import { problem } from '../kernel/problem.ts';
import { itemMeant } from '../ledger/select-stock.ts';
import { isProblem, type StockItem } from '../ledger/stock-item.ts';
import type { StockRow } from '../ledger/stock-row.ts';
import type { CountStatus } from './count.machine.ts';
import { type CountPlace, type CountScope, whyNotCountable } from './scope.ts';

const code = z.string().min(1).max(64);

/** Either work, or a location, an item, or both. */
const body = z.strictObject({
  location: code.optional(),
  item: code.optional(),
  sourceSystem: code.optional(),
  /** Work that sends somebody to count, or `command:<id>` of what made it. */
  work: z.string().min(1).max(80).optional(),
});

export type StartBody = z.infer<typeof body>;

/** Somebody begins to count: what they were sent to, or what they stand before. */
export const start = operation({ type: 'counting.start', version: 1, body });

export interface StartFacts {
  /** The work asked for, else what is open for the same place and item already; null for none. */
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
}

/**
 * Refusals, in this order: `counting.scope_missing` neither work nor place nor item, or both; `counting.work_unknown`, `counting.work_done`; `location.unknown`, `counting.not_countable`;
 * `item.unknown`, `item.ambiguous`; `counting.second_person` somebody else is to count it again.
 */
export function decideStart(command: Command<StartBody>, facts: StartFacts): Decision<StartPlan, StartResult> {
  const { body: asked } = command;
  const { work } = facts;
  const isPlaceNamed = asked.location !== undefined || asked.item !== undefined;
  if (isPlaceNamed === (asked.work !== undefined)) return refused(problem('counting.scope_missing'));
  if (asked.work !== undefined) {
    if (!work) return refused(problem('counting.work_unknown', { work: asked.work }));
    if (work.status !== 'open') return refused(problem('counting.work_done', { work: work.id }));
  }
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
    { work: id, ledgerPosition: facts.position, lines },
  );
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
