import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { type OrdersMeant, whyNotGather, whyNotOrders } from './orders-meant.ts';
import { nothingOf, type WaveState, type WavesResult } from './wave.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** A wave, or `command:<id>` for the wave of that command. */
  wave: code,
  orders: z.array(code).min(1).max(1000),
  sourceSystem: code.optional(),
});

export type AddOrdersBody = z.infer<typeof body>;

/** The supervisor puts more orders into a wave that nothing was promised for yet. */
export const addOrders = operation({ type: 'waves.add_orders', version: 1, body });

export interface AddOrdersFacts extends OrdersMeant {
  readonly wave: WaveState | null;
  /** Keys of those orders that are in a wave that was not released yet, other than this one. */
  readonly inOtherWave: ReadonlyMap<string, string>;
}

export interface AddOrdersPlan {
  readonly wave: string;
  readonly orders: readonly string[];
}

/**
 * Refusals, in this order: `waves.unknown`; `waves.cancelled`; `waves.not_created` it has its goods already; of orders
 * see `whyNotOrders`, `whyNotGather`. An order that is in it already stays in it.
 */
export function decideAddOrders(
  { body: asked }: Command<AddOrdersBody>,
  facts: AddOrdersFacts,
): Decision<AddOrdersPlan, WavesResult> {
  const { wave } = facts;
  if (!wave) return refused(problem('waves.unknown', { wave: asked.wave }));
  if (wave.status === 'cancelled') return refused(problem('waves.cancelled', { wave: wave.wave }));
  if (wave.status !== 'created') return refused(problem('waves.not_created', { wave: wave.wave }));
  const why = whyNotOrders(asked.orders, facts) ?? whyNotGather(facts.heads, facts.inOtherWave);
  if (why) return refused(why);
  return applied({ wave: wave.wave, orders: facts.heads.map(({ key }) => key) }, nothingOf(wave.wave));
}
