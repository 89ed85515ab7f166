import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { type PickLine, type PickWork, pickWorkTypes } from '#shared/ledger/pick-work.ts';
import type { WorkResult } from '#shared/ledger/work-result.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** Certain work, or `command:<id>` for the first work that this command made. */
  work: code.optional(),
  /** All work of a shipment, or of an order. */
  shipment: code.optional(),
  order: code.optional(),
  /**
   * What is next to be picked for orders, unless it is said that pick faces are to be filled, or picked goods brought back.
   * Where no order waits, goods that are to be brought back.
   */
  type: z.enum(pickWorkTypes).optional(),
  /** Only what is to be picked in this zone: what of the work lies in others is left to whoever picks there. */
  zone: code.optional(),
  /** So many works at once, each into a place of a trolley: how many places it has, or what they are called. */
  positions: z.union([z.int().min(1).max(40), z.array(code).min(1).max(40)]).optional(),
  /** Where the worker is: what is near comes first among what is equally urgent. */
  near: code.optional(),
  /** Somebody else has it: both have agreed, or their handheld is dead. */
  takeOver: z.boolean().optional(),
});

export type ClaimBody = z.infer<typeof body>;

/** The worker takes work on: nobody else is sent for it. Named work, that of a shipment, or the next that is due. */
export const claim = operation({ type: 'picking.claim', version: 1, body });

export interface ClaimFacts {
  /** The work named, or that of the shipment or order; the next that is due where nothing was named. Most urgent first. */
  readonly works: readonly ClaimableWork[];
  /** What was named exists, even if nothing of it is left to do. */
  readonly isKnown: boolean;
}

/** Work with the hold that keeps its order from going on; missing for none. */
export interface ClaimableWork extends PickWork {
  readonly hold?: PickLine['hold'];
}

export interface ClaimPlan {
  readonly works: readonly ClaimedWork[];
}

interface ClaimedWork {
  readonly id: string;
  readonly position: string | null;
  /** What of it lies in other zones is left to others; null: all of it is taken on. */
  readonly zone: string | null;
}

export interface ClaimResult {
  readonly work: readonly WorkResult[];
}

/**
 * Refusals, in this order: `picking.work_unknown`, `picking.shipment_unknown`, `picking.order_unknown`;
 * `picking.work_not_released`, `picking.work_closed` (closed or cancelled) of certain work;
 * `picking.order_not_released` no work was made for the order yet; `picking.nothing_to_do`; `picking.work_on_hold` its
 * order may not go on; `picking.work_claimed` by somebody else, unless it is taken over or that claim has run out. Who has
 * work may claim it again. Of several works those that others have are left to them, and those on hold are left alone.
 *
 * Picks that somebody else made for work before their claim ran out may still come, and name its lines: such work is taken
 * on as it is, in whatever zones it lies.
 */
export function decideClaim(command: Command<ClaimBody>, facts: ClaimFacts): Decision<ClaimPlan, ClaimResult> {
  const { body: asked } = command;
  const why = whyNotKnown(asked, facts) ?? whyNotOpen(asked, facts);
  if (why) return refused(why);
  const open = facts.works.filter(({ status }) => status === 'open');
  const going = open.filter(({ hold }) => hold === undefined);
  const free = going.filter((work) => asked.takeOver === true || !isOthers(work, command.operator));
  const [first] = open;
  if (!first) return refused(whyNothing(asked, facts));
  if (going.length === 0) return refused(problem('picking.work_on_hold', { work: first.id, ...first.hold }));
  if (free.length === 0) {
    const [others = first] = going;
    return refused(problem('picking.work_claimed', { work: others.id, badge: others.claimedBy ?? '' }));
  }
  const isAll = asked.shipment !== undefined || asked.order !== undefined;
  const positions = positionsOf(asked);
  const works = free.slice(0, positions?.length ?? (isAll ? free.length : 1));
  const taken = works.map((work, index) => ({
    ...{ id: work.id, position: positions?.[index] ?? null },
    zone: isForZone(work, command.operator) ? (asked.zone ?? null) : null,
  }));
  return applied({ works: taken }, { work: [] });
}

function isForZone({ type, claimedBy }: PickWork, operator: string): boolean {
  return type === 'pick' && (claimedBy === null || claimedBy === operator);
}

/** The places of the trolley, numbered from 1 where nobody named them; null without one. */
export function positionsOf({ positions }: ClaimBody): readonly string[] | null {
  if (positions === undefined) return null;
  if (typeof positions !== 'number') return [...new Set(positions)];
  return Array.from({ length: positions }, (_, index) => String(index + 1));
}

function whyNothing({ order }: ClaimBody, { works }: ClaimFacts): Problem {
  const isReleased = order === undefined || works.some(({ status }) => status !== 'held');
  return isReleased ? problem('picking.nothing_to_do') : problem('picking.order_not_released', { order });
}

function isOthers({ claimedBy, isClaimExpired }: PickWork, operator: string): boolean {
  return claimedBy !== null && claimedBy !== operator && !isClaimExpired;
}

function whyNotKnown(asked: ClaimBody, { isKnown }: ClaimFacts): Problem | null {
  if (isKnown) return null;
  if (asked.work !== undefined) return problem('picking.work_unknown', { work: asked.work });
  if (asked.shipment !== undefined) return problem('picking.shipment_unknown', { shipment: asked.shipment });
  return asked.order === undefined ? null : problem('picking.order_unknown', { order: asked.order });
}

function whyNotOpen(asked: ClaimBody, { works: [work] }: ClaimFacts): Problem | null {
  if (asked.work === undefined || !work || work.status === 'open') return null;
  return problem(work.status === 'held' ? 'picking.work_not_released' : 'picking.work_closed', { work: work.id });
}
