import { type Problem, problem } from '../kernel/problem.ts';
import type { EntryDraft } from './entry.ts';
import { outside } from './place.ts';
import { reasonCodes } from './reason-code.ts';
import type { Reservation } from './reservation.ts';
import { restated } from './restated.ts';
import type { StockItem } from './stock-item.ts';
import { isWorthMore } from './worth.ts';

/** What becomes of goods that should have been there, and of whoever waits for them. */
export interface MissingPolicy {
  /** They are written off, set apart as damaged, or left as they are. */
  readonly stock: 'adjust' | 'damaged' | 'leave';
  /** Somebody counts the place. */
  readonly counts: boolean;
  /** They are taken elsewhere at once, where there are any. */
  readonly reallocates: boolean;
}

const policies: Readonly<Record<string, MissingPolicy>> = {
  'not-there': { stock: 'adjust', counts: true, reallocates: true },
  damaged: { stock: 'damaged', counts: false, reallocates: true },
  correction: { stock: 'leave', counts: true, reallocates: true },
  found: { stock: 'leave', counts: true, reallocates: true },
  customer: { stock: 'leave', counts: false, reallocates: false },
  other: { stock: 'leave', counts: true, reallocates: true },
};

/** What the reason asks for why less was there; refuses with `picking.reason_unknown`. */
export function policyOf(reason: string): MissingPolicy | Problem {
  return policies[reason] ?? problem('picking.reason_unknown', { reason, reasons: reasonCodes.join(', ') });
}

/** So much of a promise was not there. */
export interface MissingPart {
  readonly reservation: Reservation;
  readonly quantityBase: number;
}

/** What is done to goods that were not there. `blocked`: they are worth more than the worker may write off. */
export interface MissingGoods {
  readonly parts: readonly MissingPart[];
  readonly stock: MissingPolicy['stock'] | 'blocked';
  readonly counts: boolean;
  readonly reason: string;
  /** Entries that a counting journal tells of. */
  readonly adjustments: readonly EntryDraft[];
  /** Entries that set goods apart where they are. */
  readonly setApart: readonly EntryDraft[];
}

/** What decides about missing goods besides the reason. */
export interface MissingFacts {
  readonly commandId: string;
  readonly reason: string;
  readonly item: StockItem;
  readonly missingBase: number;
  /** Cost of one base unit as decimal text. */
  readonly unitCost: string | null;
  /** What the worker may write off alone; null: whatever it is worth. */
  readonly valueLimit: number | null;
  /** How many base steps of the item they wrote off or found there within a day. */
  readonly adjustedLatelyBase: number;
}

/** Judges what is missing by the policy of its reason. */
export function missingGoods(
  parts: readonly MissingPart[],
  policy: MissingPolicy,
  { commandId, reason, item, missingBase, unitCost, valueLimit, adjustedLatelyBase }: MissingFacts,
): MissingGoods {
  const isDear =
    valueLimit !== null && isWorthMore(missingBase + adjustedLatelyBase, item.decimals, unitCost, valueLimit);
  const stock = policy.stock === 'adjust' && isDear ? 'blocked' : policy.stock;
  return {
    parts,
    stock,
    counts: policy.counts || stock === 'blocked',
    reason,
    adjustments: stock === 'adjust' ? parts.map(writeOff(commandId, reason)) : [],
    setApart: stock === 'blocked' || stock === 'damaged' ? parts.map(apart(stock, reason)) : [],
  };
}

/** Why the missing goods are where nobody may promise them; null where they are free as they stand. */
export function statusOf({ stock }: Pick<MissingGoods, 'stock'>): 'damaged' | 'blocked' | null {
  return stock === 'damaged' || stock === 'blocked' ? stock : null;
}

function goodsOf(goods: Reservation) {
  return { item: goods.item, owner: goods.owner, lot: goods.lot || null, serial: goods.serial || null };
}

function placeOf({ location, licensePlate, inventoryStatus }: Reservation) {
  return { location, licensePlate: licensePlate || null, inventoryStatus };
}

function writeOff(commandId: string, reasonCode: string) {
  return ({ reservation, quantityBase }: MissingPart): EntryDraft => ({
    ...goodsOf(reservation),
    quantityBase,
    from: placeOf(reservation),
    to: { ...placeOf(reservation), location: outside.adjustment, licensePlate: null },
    reason: 'adjust',
    reasonCode,
    isReserved: true,
    coverage: { id: commandId, kind: 'counting-journal' },
  });
}

/** Goods that are not to be used before somebody has looked at them: they stay where they are, with another status. */
function apart(inventoryStatus: string, reasonCode: string) {
  return ({ reservation, quantityBase }: MissingPart): EntryDraft =>
    restated({ ...reservation, quantityBase }, { inventoryStatus, reasonCode }, true);
}
