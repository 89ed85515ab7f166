import * as z from 'zod';
import { applied, refused } from '#shared/command/decision.ts';
import { operation } from '#shared/command/operation.ts';
import { type DueDocument, isDue, whyNotFinal } from '#shared/documents/finalise.ts';
import { name64 } from '#shared/kernel/fields.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { type DocumentKind, type ToldDocument, tell } from '../platform/documents.ts';
import { type AnyHandler, handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  coveredBy,
  type DueRow,
  keepPostingProblem,
  lockVersion,
  postDocument,
  shippedBy,
} from './finalise.queries.ts';

/** How many versions one command finalises at most. */
export const documentsAtOnce = 200;

const body = z.strictObject({
  documents: z
    .array(z.strictObject({ number: name64, version: z.int().min(1) }))
    .min(1)
    .max(documentsAtOnce),
});

type FinaliseBody = z.infer<typeof body>;

/** The server makes documents final when their time for reversing is over: nobody else does. */
export const finalise = operation({ type: 'documents.finalise', version: 1, body });

interface Due extends DueDocument {
  readonly told: ToldDocument;
  /** The problem that was found when it was looked at before, as text. */
  readonly before: string | null;
}

interface Plan {
  readonly posted: readonly Due[];
  readonly kept: readonly { readonly due: Due; readonly why: Problem }[];
}

interface Result {
  readonly posted: number;
  readonly kept: number;
}

/**
 * Refused from anybody but the server itself (`auth.permit_missing`). Makes final what nothing stands against; the rest
 * stays ready, with the reason. What another node did meanwhile is left as it is.
 */
export function finaliseHandler(): AnyHandler {
  return handler<FinaliseBody, readonly Due[], Plan, Result>({
    operation: finalise,
    facts: (trx, command) => (command.operator === 'server' ? lockDue(trx, command.body) : Promise.resolve([])),
    decide: (command, documents) => {
      if (command.operator !== 'server') {
        const params = { operation: finalise.type, warehouse: command.warehouse };
        return refused(problem('auth.permit_missing', params));
      }
      const judged = documents.filter(isDue).map((due) => ({ due, why: whyNotFinal(due) }));
      const posted = judged.filter(({ why }) => why === null).map(({ due }) => due);
      const kept = judged.flatMap(({ due, why }) => (why === null ? [] : [{ due, why }]));
      return applied({ posted, kept }, { posted: posted.length, kept: kept.length });
    },
    apply: async (trx, _command, { plan }) => {
      for (const { number, version, told } of plan.posted) {
        await trx.one(postDocument, { number, version, at: trx.now });
        tell(trx, told, 'posted', { active: true, postingStatus: 'posted' });
      }
      for (const { due, why } of plan.kept) await keep(trx, due, why);
      return undefined;
    },
  });
}

/** Says so once for each reason, not every time it is looked at. */
async function keep(trx: AppTrx, { number, version, told, before }: Due, why: Problem): Promise<void> {
  const text = JSON.stringify(why);
  await trx.one(keepPostingProblem, { number, version, problem: text, at: trx.now });
  if (text === before) return;
  tell(trx, told, 'posting-failed', { active: true, postingStatus: 'ready', problem: why }, `:${trx.now}`);
}

/** In the order of their numbers, which every operation that locks several documents keeps to. */
async function lockDue(trx: AppTrx, { documents }: FinaliseBody): Promise<Due[]> {
  const due: Due[] = [];
  for (const { number, version } of [...documents].sort((a, b) => (a.number < b.number ? -1 : 1))) {
    const row = await trx.one(lockVersion.lock[trx.dialect], { number, version });
    if (row) due.push(await dueOf(trx, row));
  }
  return due;
}

/** How many of its details count as told by it. */
async function coveredOf(trx: AppTrx, { kind, number }: DueRow, details: number): Promise<number> {
  if (kind === 'shipment-receipt') return (await trx.one(coveredBy, { number }))?.count ?? 0;
  if (kind === 'packing-slip') return (await trx.one(shippedBy, { number }))?.count ?? 0;
  return details;
}

interface Body {
  readonly lines: readonly { readonly details?: readonly unknown[] }[];
}

async function dueOf(trx: AppTrx, row: DueRow): Promise<Due> {
  const { number, version, source_system: sourceSystem, warehouse } = row;
  const { lines } = JSON.parse(row.body) as Body;
  const details = lines.reduce((sum, line) => sum + (line.details?.length ?? 0), 0);
  return {
    number,
    version,
    isActive: row.active === 1,
    postingStatus: row.posting_status,
    acknowledgement: row.acknowledgement === null ? null : JSON.parse(row.acknowledgement),
    details,
    covered: await coveredOf(trx, row, details),
    told: { kind: row.kind as DocumentKind, documentNumber: number, version, sourceSystem, warehouse },
    before: row.posting_problem,
  };
}
