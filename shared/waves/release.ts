import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import { type OrdersMeant, whyNotOrders } from './orders-meant.ts';
import { type OrderHead, partsOf } from './parts.ts';
import { planRelease, type ReleaseOrder, type ReleasePlan } from './plan-release.ts';
import { inProgress, nothingOf, type WaveState, type WavesResult } from './wave.ts';

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
  /** The orders asked for, or those of the wave, where they are few enough to be dealt with at once. */
  readonly orders: readonly ReleaseOrder[];
  /** The same, where they are too many. */
  readonly many: readonly OrderHead[];
  /** Stock of the items of these orders, by item key. */
  readonly candidates: ReadonlyMap<string, readonly StockCandidate[]>;
  /** The wave asked for, `command:<id>` resolved; null when it is unknown or none was. */
  readonly wave: WaveState | null;
}

type Parts = readonly { readonly key: string; readonly part: number }[];

export type ReleaseWavePlan =
  | { readonly kind: 'orders'; readonly release: ReleasePlan }
  /** The wave's work becomes visible; where it was not processed yet, that is done first. */
  | { readonly kind: 'wave'; readonly wave: WaveState; readonly release: ReleasePlan | null }
  /** A large wave, or a new one of many orders (null), is filled part by part. No parts: it is being filled already. */
  | { readonly kind: 'parts'; readonly wave: WaveState | null; readonly parts: Parts }
  | { readonly kind: 'nothing' };

/**
 * Refusals, in this order: `waves.nothing_named` neither orders nor a wave; `waves.unknown`, `waves.cancelled`; of
 * orders see `whyNotOrders`; `waves.order_not_open`, `waves.order_held` where that is so of every order named. Of several
 * orders those that cannot go are told among the shortages, and the others go.
 *
 * More than `ordersAtOnce` orders are released part by part: the answer is `inProgress` and tells of no work. What is
 * released already stays as it is: releasing twice answers what there is and changes nothing.
 */
export function decideRelease(
  { body: asked }: Command<ReleaseBody>,
  facts: ReleaseFacts,
): Decision<ReleaseWavePlan, WavesResult> {
  const why = whyNot(asked, facts);
  if (why) return refused(why);
  const { wave, many } = facts;
  if (wave) return decideWave(wave, facts);
  if (many.length === 0) {
    return applied({ kind: 'orders', release: planRelease(facts.orders, facts.candidates) }, nothingOf(''));
  }
  const left = many.filter(({ isLeft, status, inWork }) => isLeft && status === 'open' && inWork === null);
  if (left.length > 0) return applied({ kind: 'parts', wave: null, parts: partsOf(left) }, inProgress(''));
  const being = many.find(({ inWork }) => inWork !== null)?.inWork ?? null;
  return applied({ kind: 'nothing' }, being === null ? nothingOf('') : inProgress(being));
}

function decideWave(
  wave: WaveState,
  { many, orders, candidates }: ReleaseFacts,
): Decision<ReleaseWavePlan, WavesResult> {
  if (wave.status === 'processing' || many.length > 0) {
    return applied({ kind: 'parts', wave, parts: partsOf(many) }, inProgress(wave.wave));
  }
  const planned = wave.status === 'created' ? planRelease(orders, candidates) : null;
  return applied({ kind: 'wave', wave, release: planned }, nothingOf(wave.wave));
}

function whyNot(asked: ReleaseBody, facts: ReleaseFacts): Problem | null {
  if ((asked.orders === undefined) === (asked.wave === undefined)) return problem('waves.nothing_named');
  if (asked.wave !== undefined) {
    if (!facts.wave) return problem('waves.unknown', { wave: asked.wave });
    return facts.wave.status === 'cancelled' ? problem('waves.cancelled', { wave: facts.wave.wave }) : null;
  }
  const notMeant = whyNotOrders(asked.orders ?? [], facts);
  if (notMeant) return notMeant;
  const [first] = facts.heads;
  if (!first) return null;
  const order = first.number;
  if (facts.heads.every(({ status }) => status !== 'open')) {
    return problem('waves.order_not_open', { order, status: first.status });
  }
  const isHeld = facts.heads.every(({ holdCodes }) => holdCodes.length > 0);
  return isHeld ? problem('waves.order_held', { order, holds: first.holdCodes.join(', ') }) : null;
}
