import type { Applied } from '#shared/command/decision.ts';
import { type Command, commandReference } from '#shared/command/envelope.ts';
import type { CountStatus } from '#shared/counting/count.machine.ts';
import type { Difference } from '#shared/counting/differences.ts';
import {
  decideReview,
  type ReviewBody,
  type ReviewFacts,
  type ReviewPlan,
  type ReviewResult,
  review,
} from '#shared/counting/review.ts';
import { nextName } from '../platform/counter.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { countWorkFor, openCountWork, publishCountWork } from '../platform/facts/count-work.queries.ts';
import { keepLot, lotFacts } from '../platform/facts/lots.queries.ts';
import { findPlate, makePlate } from '../platform/facts/plates.queries.ts';
import { lockItem } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { acceptFacts } from './accept-facts.ts';
import {
  attemptsOf,
  countOfCommand,
  countOfWork,
  countWithNumber,
  linesOfCount,
  noteReviewed,
} from './count.queries.ts';
import { keepDifferences } from './keep-differences.ts';
import { settleCount } from './settle-count.ts';
import { countTold } from './trail.queries.ts';

export const reviewHandler = handler({ operation: review, facts, decide: decideReview, apply });

interface KnownFacts extends ReviewFacts {
  /** What is counted once more, and the command that counted it last. */
  readonly scope: {
    readonly location: string | null;
    readonly itemKey: string | null;
    readonly work: string;
    readonly commandId: string;
  };
}

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<ReviewBody>): Promise<KnownFacts> {
  const commandId = commandReference(asked.count);
  const number =
    commandId === null ? asked.count : ((await trx.one(countOfCommand, { commandId }))?.count_number ?? '');
  const row = await trx.one(countWithNumber.lock[trx.dialect], { number });
  if (row?.warehouse !== warehouse) return unknown;
  const lines = await trx.all(linesOfCount, { number });
  for (const key of [...new Set(lines.map((line) => line.item_key))].sort()) await lockItem(trx, key);
  return {
    ...(await acceptFacts(trx, row, lines, 'lock')),
    count: { id: number, status: row.status as CountStatus, countedBy: await countersOf(trx, row) },
    otherWork: asked.decision === 'recount' ? await workOfOthers(trx, row) : null,
    scope: { location: row.location, itemKey: row.item_key, work: row.work, commandId: row.command_id },
  };
}

/** Work at which the same is being counted for another count already. */
async function workOfOthers(
  trx: AppTrx,
  { warehouse, location, item_key: itemKey }: RowOf<typeof countWithNumber.read>,
): Promise<string | null> {
  const work = await countWorkFor(trx, { warehouse, location: location ?? '', itemKey });
  return work !== undefined && (await trx.one(countOfWork.read, { work })) ? work : null;
}

async function countersOf(trx: AppTrx, count: RowOf<typeof countWithNumber.read>): Promise<string[]> {
  const attempts = await trx.all(attemptsOf, { number: count.count_number });
  return attempts.length > 0 ? attempts.map((one) => one.counted_by) : [count.counted_by ?? ''];
}

const unknown: KnownFacts = {
  count: null,
  otherWork: null,
  differences: [],
  corrections: [],
  countedAt: 0,
  reason: '',
  rows: [],
  promised: [],
  plates: new Map(),
  serials: new Map(),
  scope: { location: null, itemKey: null, work: '', commandId: '' },
};

async function apply(
  trx: AppTrx,
  command: Command<ReviewBody>,
  { plan, result, entries }: Applied<ReviewPlan, ReviewResult>,
  { count, reason, scope }: KnownFacts,
): Promise<ReviewResult> {
  const { warehouse, operator, body } = command;
  const { status, posting } = plan;
  if (posting) {
    await keepDifferences(trx, plan.count, posting.differences);
    for (const { licensePlate } of posting.differences) await keepPlate(trx, command, licensePlate ?? '');
    await keepLots(trx, scope.commandId, posting.differences);
  }
  const journal = posting ? await settleCount(trx, command, { posting, entries, reason }) : null;
  const isAgain = status === 'recount';
  const work = isAgain ? await workToCountAgain(trx, command, scope) : scope.work;
  const reviewed = { by: operator, at: trx.now, reason: body.reason, journal };
  const notBy = isAgain ? (count?.countedBy.at(-1) ?? null) : null;
  await trx.one(noteReviewed, { number: plan.count, status, ...reviewed, work, notBy });
  if (isAgain) publishCountWork(trx, warehouse, work, false);
  return { ...result, ...(journal !== null && { journal }), ...(isAgain && { work }) };
}

/** New work, or what somebody is sent to already and has not begun. */
async function workToCountAgain(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<unknown>,
  { location, itemKey }: KnownFacts['scope'],
): Promise<string> {
  const id = await nextName(trx, 'work', 'WK');
  return openCountWork(trx, { id, warehouse, location: location ?? '', itemKey, commandId });
}

/** Lots that were found and were never here, with the dates that whoever counted read from them. */
async function keepLots(trx: AppTrx, commandId: string, differences: readonly Difference[]): Promise<void> {
  const found = differences.filter(({ lot, differenceBase }) => lot !== '' && differenceBase > 0);
  if (found.length === 0) return;
  const { lines = [] } = (await countTold(trx, commandId)) ?? {};
  const kinds = new Map(found.map((one) => [JSON.stringify([one.item.key, one.lot]), one]));
  for (const { item, lot } of kinds.values()) {
    if ((await lotFacts(trx, item.key, lot)).isKnown) continue;
    const told = lines.find((line) => line.item === item.number && line.lot === lot && line.expiryDate !== undefined);
    await keepLot(trx, { itemKey: item.key, lot, expiryDate: told?.expiryDate ?? null });
  }
}

/** A plate that was found and that nobody knew. */
async function keepPlate(trx: AppTrx, { id: commandId, warehouse }: Command<unknown>, number: string): Promise<void> {
  if (number === '' || (await findPlate(trx, number))) return;
  await makePlate(trx, { number, warehouse, commandId });
}
