import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import { type OrdersMeant, whyNotOrders } from './orders-meant.ts';
import { planRelease, type ReleaseOrder, type ReleasePlan } from './plan-release.ts';
import type { WaveState, WavesResult } from './wave.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** Numbers of orders: all steps at once. */
  orders: z.array(code).min(1).max(1000).optional(),
  sourceSystem: code.optional(),
  /** A wave, or `command:<id>` for the wave of that command: what was made for it is shown to the floor. */
  wave: code.optional(),
});

export type ReleaseBody = z.infer<typeof body>;

/** The supervisor sends orders to the floor: goods are promised to them, and somebody is sent for the goods. */
export const release = operation({ type: 'waves.release', version: 1, body });

export interface ReleaseFacts extends OrdersMeant {
  readonly orders: readonly ReleaseOrder[];
  /** Stock of the items of these orders, by item key. */
  readonly candidates: ReadonlyMap<string, readonly StockCandidate[]>;
  /** The wave asked for, `command:<id>` resolved; null when it is unknown or none was. */
  readonly wave: WaveState | null;
}

export type ReleaseWavePlan =
  | { readonly kind: 'orders'; readonly release: ReleasePlan }
  /** The wave's work becomes visible; where it was not processed yet, that is done first. */
  | { readonly kind: 'wave'; readonly wave: WaveState; readonly release: ReleasePlan | null };

/**
 * Refusals, in this order: `waves.nothing_named` neither orders nor a wave; `waves.unknown`, `waves.cancelled`; of
 * orders see `whyNotOrders`; `waves.order_not_open`, `waves.order_held` where that is so of every order named. Of several
 * orders those that cannot go are told among the shortages, and the others go.
 *
 * What is released already stays as it is: releasing twice answers what there is and changes nothing.
 */
export function decideRelease(
  { body: asked }: Command<ReleaseBody>,
  facts: ReleaseFacts,
): Decision<ReleaseWavePlan, WavesResult> {
  const why = whyNot(asked, facts);
  if (why) return refused(why);
  const nothing = { wave: facts.wave?.wave ?? '', work: [], shortages: [], shipments: [] };
  if (facts.wave) {
    const { wave } = facts;
    const planned = wave.status === 'created' ? planRelease(facts.orders, facts.candidates) : null;
    return applied({ kind: 'wave', wave, release: planned }, nothing);
  }
  return applied({ kind: 'orders', release: planRelease(facts.orders, facts.candidates) }, nothing);
}

function whyNot(asked: ReleaseBody, facts: ReleaseFacts): Problem | null {
  if ((asked.orders === undefined) === (asked.wave === undefined)) return problem('waves.nothing_named');
  if (asked.wave !== undefined) {
    if (!facts.wave) return problem('waves.unknown', { wave: asked.wave });
    return facts.wave.status === 'cancelled' ? problem('waves.cancelled', { wave: facts.wave.wave }) : null;
  }
  const notMeant = whyNotOrders(asked.orders ?? [], facts);
  if (notMeant) return notMeant;
  const [first] = facts.orders;
  if (!first) return null;
  const order = first.number;
  if (facts.orders.every(({ status }) => status !== 'open')) {
    return problem('waves.order_not_open', { order, status: first.status });
  }
  const isHeld = facts.orders.every(({ holdCodes }) => holdCodes.length > 0);
  return isHeld ? problem('waves.order_held', { order, holds: first.holdCodes.join(', ') }) : null;
}
