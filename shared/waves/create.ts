import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import { type OrdersMeant, whyNotGather, whyNotOrders } from './orders-meant.ts';
import { planRelease, type ReleaseOrder, type Shortage } from './plan-release.ts';
import { nothingOf, type WavesResult } from './wave.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** Numbers of orders; or the code of a template, which says what it gathers. */
  orders: z.array(code).min(1).max(1000).optional(),
  template: code.optional(),
  sourceSystem: code.optional(),
  /** What people call it. */
  name: z.string().trim().min(1).max(64).optional(),
});

export type CreateBody = z.infer<typeof body>;

/** The supervisor gathers orders that are to be picked together. Nothing is promised to them yet. */
export const create = operation({ type: 'waves.create', version: 1, body });

export interface CreateFacts extends OrdersMeant {
  /** The same orders with their lines; none of a large wave, whose shortages a preview tells. */
  readonly orders: readonly ReleaseOrder[];
  readonly candidates: ReadonlyMap<string, readonly StockCandidate[]>;
  /** The template asked for; null where there is none of that name. */
  readonly template: { readonly code: string; readonly byZone: boolean } | null;
  /** Keys of those orders that are in a wave that was not released yet. */
  readonly inOtherWave: ReadonlyMap<string, string>;
}

export interface CreatePlan {
  readonly orders: readonly string[];
  readonly name: string;
  readonly template: string | null;
  readonly shortages: readonly Shortage[];
}

/**
 * Refusals, in this order: `waves.nothing_named` neither orders nor a template; `waves.template_unknown`; of orders see
 * `whyNotOrders`; `waves.order_not_open`, `waves.order_in_wave` of the first such; `waves.no_orders` the template finds
 * none. The shortages that are told are those of this moment.
 */
export function decideCreate(
  { body: asked }: Command<CreateBody>,
  facts: CreateFacts,
): Decision<CreatePlan, WavesResult> {
  const why = whyNot(asked, facts);
  if (why) return refused(why);
  const { shortages } = planRelease(facts.orders, facts.candidates);
  const plan = {
    orders: facts.heads.map(({ key }) => key),
    name: asked.name ?? asked.template ?? '',
    template: facts.template?.code ?? null,
    shortages,
  };
  return applied(plan, nothingOf(''));
}

function whyNot(asked: CreateBody, facts: CreateFacts): Problem | null {
  if ((asked.orders === undefined) === (asked.template === undefined)) return problem('waves.nothing_named');
  if (asked.template !== undefined) {
    if (!facts.template) return problem('waves.template_unknown', { template: asked.template });
    return facts.heads.length === 0 ? problem('waves.no_orders', { template: asked.template }) : null;
  }
  return whyNotOrders(asked.orders ?? [], facts) ?? whyNotGather(facts.heads, facts.inOtherWave);
}
