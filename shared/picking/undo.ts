import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import { carriedTo, type EntryDraft } from '#shared/ledger/entry.ts';
import type { Place } from '#shared/ledger/place.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';

const body = z.strictObject({
  /** `command:<id>` of the pick. */
  pick: z.string().min(1).max(96),
});

export type UndoBody = z.infer<typeof body>;

/**
 * The worker took the wrong thing, or too much: the goods go back where they were taken, while they are in hand. What was
 * said to be missing is there after all: nothing is written off or set apart for it, and the line asks for it again. Where
 * other goods were taken instead, the line is promised those again that it asks for; where they are not free any more, it
 * asks for the others from then on.
 */
export const undo = operation({ type: 'picking.undo', version: 1, body });

/** Goods that a pick took, and where from: without the plate, where that stands elsewhere by now. */
export interface TakenEntry {
  readonly entry: string;
  readonly from: Place;
  readonly quantityBase: number;
  /** The promise that has them in hand now; null where they were put down, or packed. */
  readonly inHand: Reservation | null;
  /**
   * Where other goods were taken than the line asks for: those it asks for, free to be promised to it again; null where that
   * much of them is not free any more. Left out where they are what it asks for.
   */
  readonly instead?: readonly { readonly row: StockRow; readonly quantityBase: number }[] | null;
}

/** What a short pick did besides: to goods that were not there, and to the rest of its line. */
export interface ShortTaken {
  readonly line: number;
  /** What was missing, as it was promised to the line where it is picked. */
  readonly missing: readonly Reservation[];
  /** Entries that wrote missing goods off, or set them apart. */
  readonly settled: readonly { readonly entry: string; readonly moved: EntryDraft }[];
  /** How much of the missing goods can be promised anew, in steps, once those entries are turned round. */
  readonly freeBase: number;
  readonly decimals: number;
  readonly unit: string;
  /** Stops that were added for the rest, with what was picked at each. */
  readonly added: readonly {
    readonly line: number;
    readonly pickedBase: number;
    readonly promised: readonly Reservation[];
  }[];
  /** How much the order's line may be promised once those stops are gone, in steps; null: as much, or nobody can tell. */
  readonly roomBase: number | null;
  /** The place was counted since: what is there is known better now. */
  readonly isCounted: boolean;
}

export interface UndoFacts {
  readonly work: string | null;
  readonly workStatus: string | null;
  readonly by: string | null;
  readonly taken: readonly TakenEntry[];
  /** Null where all was there that was asked for. */
  readonly short: ShortTaken | null;
  /** They are a substitute: the line cannot go on asking for them. */
  readonly isSubstitute?: boolean;
}

export interface UndoPlan {
  readonly work: string;
  readonly back: readonly (TakenEntry & { readonly inHand: Reservation })[];
  readonly short: ShortTaken | null;
}

export type UndoResult = Readonly<Record<string, never>>;

/**
 * Refusals, in this order: `picking.pick_unknown`; `picking.not_yours` somebody else made it; `picking.work_closed`;
 * `picking.already_put` the goods are not in hand any more; of a substitute `picking.original_taken` what was ordered was
 * promised to somebody else. Of a short pick then: `picking.rest_taken` elsewhere; `picking.place_counted`;
 * `picking.not_free` what was missing was promised to somebody else.
 */
export function decideUndo(command: Command<UndoBody>, facts: UndoFacts): Decision<UndoPlan, UndoResult> {
  const why = whyNot(command, facts);
  const back = facts.taken.flatMap((one) => (one.inHand ? [{ ...one, inHand: one.inHand }] : []));
  if (why || facts.work === null) return refused(why ?? problem('picking.pick_unknown', { pick: command.body.pick }));
  const { short } = facts;
  const again = (short?.settled ?? []).map(turnedRound(command.id));
  return applied({ work: facts.work, back, short }, {}, [...back.map(entryOf), ...again]);
}

function whyNot({ body: asked, operator }: Command<UndoBody>, facts: UndoFacts): Problem | null {
  const { work, by, taken, short } = facts;
  if (work === null || (taken.length === 0 && short === null))
    return problem('picking.pick_unknown', { pick: asked.pick });
  if (by !== null && by !== operator) return problem('picking.not_yours', { work, badge: by });
  if (facts.workStatus !== 'open') return problem('picking.work_closed', { work });
  if (taken.some(({ inHand }) => inHand === null)) return problem('picking.already_put');
  if (facts.isSubstitute && taken.some(({ instead }) => instead === null)) return problem('picking.original_taken');
  return short && whyNotShort(short);
}

function whyNotShort({ added, roomBase, isCounted, missing, freeBase, decimals, unit }: ShortTaken): Problem | null {
  const [{ location } = { location: '' }] = missing;
  const missingBase = totalBase(missing);
  const isTaken = added.some(({ pickedBase }) => pickedBase > 0) || missingBase > (roomBase ?? missingBase);
  if (isTaken) return problem('picking.rest_taken');
  if (isCounted) return problem('picking.place_counted', { location });
  if (missingBase <= freeBase) return null;
  return problem('picking.not_free', { location, free: fromBase(freeBase, decimals), unit });
}

/** What was written off or set apart is where it was, as it was. */
function turnedRound(commandId: string) {
  return ({ entry, moved }: ShortTaken['settled'][number]): EntryDraft => {
    const { item, owner, lot, serial, quantityBase, from, to, reason } = moved;
    return {
      ...{ item, owner, lot, serial, quantityBase, from: to, to: from, reason },
      reasonCode: 'correction',
      corrects: entry,
      ...(reason === 'adjust' && { coverage: { id: commandId, kind: 'counting-journal' as const } }),
    };
  };
}

function entryOf({ entry, from, quantityBase, inHand }: UndoPlan['back'][number]): EntryDraft {
  return { ...carriedTo({ ...inHand, quantityBase }, from, 'pick'), to: from, corrects: entry };
}
