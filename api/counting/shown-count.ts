import type { CountRow } from '#shared/counting/console.ts';
import { type Difference, isKind } from '#shared/counting/differences.ts';
import type { CountPosting } from '#shared/counting/post-differences.ts';
import { whatAccepting } from '#shared/counting/review.ts';
import type { TrailCommand } from '#shared/counting/trail.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { acceptFacts, differencesIn } from './accept-facts.ts';
import type { countsWith } from './console.queries.ts';
import { attemptsOf, linesOfCount } from './count.queries.ts';
import { explained } from './explained.ts';
import { commandsUntil } from './trail.queries.ts';

type Row = RowOf<typeof countsWith>;

/**
 * A count as the console shows it. Where it waits for a decision: what accepting it would post by now, since others may
 * have been there, and which scans of whoever counted could explain what is different.
 */
export async function shownCount(read: Runner, row: Row): Promise<CountRow> {
  const lines = await read.all(linesOfCount, { number: row.count_number });
  const isWaiting = row.status === 'review';
  const facts = isWaiting ? await acceptFacts(read, row, lines, 'read') : null;
  const differences = facts?.differences ?? (await differencesIn(read, lines));
  const posting = facts && whatAccepting({ id: row.command_id, warehouse: row.warehouse }, facts);
  const commands = isWaiting ? await commandsUntil(read, row.command_id) : [];
  const attempts = await read.all(attemptsOf, { number: row.count_number });
  return {
    ...headOf(row),
    attemptedBy: attempts.map((one) => one.counted_by),
    refusal: isProblem(posting) ? { code: posting.code, params: posting.params ?? {} } : null,
    differences: await Promise.all(
      differences.map(async (difference) => ({
        ...goodsOf(difference),
        posts: postedOf(difference, posting),
        ...(await scansOf(read, row.warehouse, difference, commands)),
      })),
    ),
  };
}

function headOf(row: Row): Omit<CountRow, 'attemptedBy' | 'refusal' | 'differences'> {
  const { status, location, attempts, reason, journal } = row;
  return {
    count: row.count_number,
    work: row.work,
    status: status as CountRow['status'],
    location,
    item: row.number,
    attempts,
    countedBy: row.counted_by,
    countedAt: row.counted_at === null ? null : instant(row.counted_at),
    reason,
    journal,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at === null ? null : instant(row.reviewed_at),
    reviewReason: row.review_reason,
  };
}

type Shown = CountRow['differences'][number];

function goodsOf(one: Difference): Omit<Shown, 'posts' | 'told' | 'causes'> {
  const { item, location, licensePlate, lot, serial, isNew, countedAt } = one;
  return {
    ...{ item: item.number, description: item.description, unit: item.baseUnit, location, isNew },
    licensePlate: licensePlate || null,
    lot: lot || null,
    serial: serial || null,
    expected: fromBase(one.expectedBase, item.decimals),
    counted: fromBase(one.countedBase, item.decimals),
    difference: fromBase(one.differenceBase, item.decimals),
    countedAt: countedAt === null ? null : instant(countedAt),
  };
}

function postedOf(difference: Difference, posting: CountPosting | Problem | null): number | null {
  if (posting === null || isProblem(posting)) return null;
  const { item, location, lot, serial } = difference;
  const goods = { item: item.key, location, lot, serial, licensePlate: difference.licensePlate ?? '' };
  const left = posting.differences.find((one) => one.licensePlate === difference.licensePlate && isKind(goods, one));
  return fromBase(left?.differenceBase ?? 0, item.decimals);
}

async function scansOf(
  read: Runner,
  warehouse: string,
  difference: Difference,
  commands: readonly TrailCommand[],
): Promise<Pick<Shown, 'told' | 'causes'>> {
  const { told, causes } = await explained(read, warehouse, difference, commands);
  return {
    told,
    causes: causes.map(({ kind, scan, place, quantityBase, whereabouts }) => ({
      ...{ kind, command: scan.command, type: scan.type, at: instant(scan.occurredAt), place, whereabouts },
      quantity: fromBase(quantityBase, difference.item.decimals),
    })),
  };
}
