import { type Problem, problem } from '../kernel/problem.ts';
import type { Reservation } from './reservation.ts';
import type { WorkStatus } from './work.machine.ts';

/** What sends somebody for goods: an order's work, that of a pick face; or with goods, back to where they came from. */
export const pickWorkTypes = ['pick', 'replenish', 'put_back'] as const;

export type PickWorkType = (typeof pickWorkTypes)[number];

/** Work that sends somebody for goods, as its rules need it. */
export interface PickWork {
  readonly id: string;
  readonly type: string;
  readonly status: WorkStatus;
  readonly warehouse: string;
  readonly shipment: string | null;
  readonly claimedBy: string | null;
  /** Whoever claimed it was not heard of for so long that it is anybody's. */
  readonly isClaimExpired: boolean;
  readonly trolleyPosition: string | null;
}

/** A stop of its walk. `item` and `order` are keys, '' stands for none. */
export interface PickLine {
  readonly line: number;
  readonly status: 'open' | 'picked' | 'short' | 'cancelled' | 'skipped';
  readonly location: string;
  readonly licensePlate: string;
  readonly item: string;
  readonly owner: string;
  readonly lot: string;
  readonly serial: string;
  readonly inventoryStatus: string;
  readonly quantityBase: number;
  readonly pickedBase: number;
  readonly order: string | null;
  readonly orderLine: number | null;
  readonly shipment: string | null;
  readonly blockedBy: string | null;
  /** The order's number and the holds that keep it from going on; missing where there are none, or it is not known. */
  readonly hold?: { readonly order: string; readonly holds: string };
  /** The order asked for just this lot or serial: nothing else will do. */
  readonly isLotFixed: boolean;
  /** What is promised to it here and was not picked yet. */
  readonly promised: readonly Reservation[];
}

/** What every rule of such work asks of it first. */
export interface PickWorkFacts {
  readonly work: PickWork | null;
  /** The work was cancelled, or given to somebody else, after the device's `knownAt`; false on a device. */
  readonly isWorkNews: boolean;
}

export interface WhyNotWork {
  readonly problem: Problem;
  /** Goods may be in hand for it: a physical fact that a person has to look at. */
  readonly isHeld: boolean;
}

/** What a command says of the work it is for. */
interface AskedWork {
  readonly body: { readonly work: string };
  readonly operator: string;
  readonly warehouse: string;
}

/**
 * Why nothing can be done for work of these types. In this order: `picking.work_unknown`, `picking.work_not_released`,
 * `picking.work_cancelled` (held: whoever was on the way has to be told where the goods go), `picking.work_closed`
 * (held when another did it after `knownAt`), `picking.not_yours` somebody else has claimed it (held when that was after
 * `knownAt`).
 */
export function whyNotWork(
  { body: { work: asked }, operator, warehouse }: AskedWork,
  { work, isWorkNews }: PickWorkFacts,
  types: readonly PickWorkType[] = ['pick'],
): WhyNotWork | null {
  const isMeant = work?.warehouse === warehouse && types.some((type) => type === work.type);
  if (!work || !isMeant) return refusal(problem('picking.work_unknown', { work: asked }));
  const named = { work: work.id };
  if (work.status === 'held') return refusal(problem('picking.work_not_released', named));
  if (work.status === 'cancelled') return { problem: problem('picking.work_cancelled', named), isHeld: true };
  if (work.status === 'closed') return { problem: problem('picking.work_closed', named), isHeld: isWorkNews };
  const isOthers = work.claimedBy !== null && work.claimedBy !== operator && !work.isClaimExpired;
  if (!isOthers) return null;
  return { problem: problem('picking.not_yours', { ...named, badge: work.claimedBy ?? '' }), isHeld: isWorkNews };
}

/** Why nobody is shown work yet: its wave was put on hold, or was processed and waits for its release. */
export function whyHeldBack(
  work: string,
  wave: { readonly wave: string | null; readonly status: string | null },
): Problem {
  return wave.wave !== null && wave.status === 'held'
    ? problem('picking.wave_on_hold', { wave: wave.wave, work })
    : problem('picking.work_not_released', { work });
}

function refusal(why: Problem): WhyNotWork {
  return { problem: why, isHeld: false };
}

/** Somebody is still to go for a line; what was skipped is gone for later. */
export function isToDo({ status }: { readonly status: string }): boolean {
  return status === 'open' || status === 'skipped';
}

/** There is something left to take, too. */
export function isLeft(line: Pick<PickLine, 'quantityBase' | 'pickedBase'> & { readonly status: string }): boolean {
  return isToDo(line) && leftBase(line) > 0;
}

/** What is still to be taken for a line. */
export function leftBase({ quantityBase, pickedBase }: Pick<PickLine, 'quantityBase' | 'pickedBase'>): number {
  return Math.max(0, quantityBase - pickedBase);
}
