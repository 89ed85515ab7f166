import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { problem } from '#shared/kernel/problem.ts';
import { type PickedGoods, whyNotBack } from '#shared/ledger/put-back.ts';
import { evenParts, ordersAtOnce } from './parts.ts';
import { putBack } from './supervised-work.ts';
import { inProgress, nothingOf, type WaveState, type WavesResult } from './wave.ts';

const body = z.strictObject({
  /** A wave, or `command:<id>` for the wave of that command. */
  wave: z.string().min(1).max(64),
  reason: z.string().trim().min(1).max(500).optional(),
  /** What was promised stays with the orders, or is free for others; the latter unless said otherwise. */
  keepReservations: z.boolean().optional(),
  putBack,
});

export type CancelBody = z.infer<typeof body>;

/**
 * The supervisor takes a wave back: what nobody has picked is not to be picked any more, and what was picked goes back to
 * its shelf where that is asked for.
 */
export const cancel = operation({ type: 'waves.cancel', version: 1, body });

export interface CancelFacts {
  readonly wave: WaveState | null;
  /**
   * Its shipments, with the key of each order on them; and those of other waves that more was to go with, with the work
   * that fetches just that.
   */
  readonly shipments: readonly { readonly shipment: string; readonly order: string; readonly work?: string }[];
  /** Work of which something was picked, and those goods as far as they have not left. */
  readonly begun: readonly string[];
  readonly goods: readonly PickedGoods[];
}

export interface CancelPlan {
  readonly wave: string;
  /** Empty where the wave is large: then its orders are taken back part by part. */
  readonly shipments: CancelFacts['shipments'];
  readonly parts: readonly { readonly key: string; readonly part: number }[];
  readonly promises: 'keep' | 'give-up';
  /** What was picked goes back to its shelf. */
  readonly isPutBack: boolean;
}

/**
 * A cancelled wave is over at once and nobody picks for it any more; where it is large, what its orders were promised
 * is given back part by part. Refusals, in this order: `waves.unknown`, `waves.cancelled` already; without `putBack`
 * `waves.begun` something of it was picked, with it those of `whyNotBack`.
 */
export function decideCancel(
  { body: asked }: Command<CancelBody>,
  facts: CancelFacts,
): Decision<CancelPlan, WavesResult> {
  const { wave, shipments, begun, goods } = facts;
  if (!wave) return refused(problem('waves.unknown', { wave: asked.wave }));
  if (wave.status === 'cancelled') return refused(problem('waves.cancelled', { wave: wave.wave }));
  const [work] = begun;
  const isPutBack = asked.putBack === true;
  if (work !== undefined && !isPutBack) return refused(problem('waves.begun', { wave: wave.wave, work }));
  const inTheWay = whyNotBack(goods);
  if (inTheWay) return refused(inTheWay);
  const promises = asked.keepReservations === true ? 'keep' : 'give-up';
  const orders = [...new Set(shipments.map(({ order }) => order))];
  if (orders.length <= ordersAtOnce) {
    return applied({ wave: wave.wave, shipments, parts: [], promises, isPutBack }, nothingOf(wave.wave));
  }
  const plan = { wave: wave.wave, shipments: [], parts: evenParts(orders), promises, isPutBack } as const;
  return applied(plan, inProgress(wave.wave));
}
