import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { LocationState } from '#shared/ledger/fits.ts';
import { isProblem, type StockItem } from '#shared/ledger/stock-item.ts';
import { type Meeting, meetNeed, type Supply, urgentPriority, usualPriority } from './meet-need.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  item: code,
  sourceSystem: code.optional(),
  /** The place that is empty, or soon will be. */
  location: code,
  /** What is left out: as much as stands together in reserve, a plate mostly. */
  quantity: z.number().optional(),
  unit: z.string().min(1).max(32).optional(),
  /** Before all other work of its kind. */
  urgent: z.boolean().optional(),
});

export type RequestBody = z.infer<typeof body>;

/** Somebody sees that a place from which orders are picked runs empty, and asks for more. */
export const request = operation({ type: 'replenishment.request', version: 1, body });

export interface RequestFacts extends Supply {
  /** The item meant, or why it is not known which. */
  readonly item: StockItem | Problem;
  readonly to: LocationState | null;
  /** An instant: nobody waits longer than until then for goods that do not come. */
  readonly waitsUntil: string;
}

export interface RequestPlan {
  readonly item: StockItem;
  readonly to: string;
  readonly meeting: Meeting;
  readonly priority: number;
}

export interface RequestResult {
  /** The first of the works where goods come from several places. */
  readonly work: string;
  /** Nothing is in reserve: somebody is sent as soon as there is something. */
  readonly isWaiting?: boolean;
  /** An instant: then nobody waits any more. */
  readonly waitsUntil?: string;
}

/**
 * Refusals, in this order: of the item, `item.unknown` or `item.ambiguous`; `location.unknown`; of what is asked for as
 * in `meetNeed`. Where none are in reserve the request waits, with work that nobody is shown before there are some, and
 * so long only.
 */
export function decideRequest(
  { body: asked }: Command<RequestBody>,
  { item, to, waitsUntil, ...supply }: RequestFacts,
): Decision<RequestPlan, RequestResult> {
  if (isProblem(item)) return refused(item);
  const { location } = asked;
  if (!to) return refused(problem('location.unknown', { location }));
  const meeting = meetNeed(asked, item, to, supply);
  if (isProblem(meeting)) return refused(meeting);
  const priority = asked.urgent === true ? urgentPriority : usualPriority;
  const isWaiting = meeting.by === 'waiting' || (meeting.by === 'work' && meeting.isWaiting);
  const result = { work: '', ...(isWaiting && { isWaiting, waitsUntil }) };
  return applied({ item, to: location, meeting, priority }, result);
}
