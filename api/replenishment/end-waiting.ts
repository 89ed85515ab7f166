import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { cancelReplenishment } from '../platform/facts/end-replenishment.ts';
import { lockFillWork } from '../platform/facts/replenish-work.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { waitsTooLong } from './waiting.queries.ts';

/**
 * So long somebody's request waits for goods to bring: all shifts of a day have seen by then whether the face is empty
 * still, and whoever does asks again.
 */
export const waitMs = 24 * 60 * 60_000;

const body = z.strictObject({ work: z.string().min(1).max(64) });

type EndWaitingBody = z.infer<typeof body>;

/** The server sees that goods never came that somebody asked for a day ago: nobody else does. */
export const endWaiting = operation({ type: 'replenishment.end_waiting', version: 1, body });

/**
 * Refusals, in this order: `auth.permit_missing` from anybody but the server itself; `replenishment.still_needed` somebody
 * asked meanwhile, or there are goods.
 */
export const endWaitingHandler = handler({ operation: endWaiting, facts, decide, apply });

async function facts(
  trx: AppTrx,
  { operator, warehouse, body: { work } }: Command<EndWaitingBody>,
): Promise<string | null> {
  if (operator !== 'server') return null;
  await lockFillWork(trx, work);
  const over = await trx.all(waitsTooLong, { warehouse, before: trx.now - waitMs });
  return over.find(({ id }) => id === work)?.id ?? null;
}

function decide(command: Command<EndWaitingBody>, work: string | null): Decision<string, Record<string, never>> {
  const { operator, warehouse, body: asked } = command;
  if (operator !== 'server') return refused(problem('auth.permit_missing', { operation: endWaiting.type, warehouse }));
  return work === null ? refused(problem('replenishment.still_needed', asked)) : applied(work, {});
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<EndWaitingBody>,
  { plan: work }: { readonly plan: string },
): Promise<undefined> {
  await cancelReplenishment(trx, { commandId, warehouse, work, reason: 'no-stock' });
  return undefined;
}
