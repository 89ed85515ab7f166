import { type Problem, problem } from '#shared/kernel/problem.ts';
import { carriedTo, type EntryDraft, type EntryReason, movedTo } from '#shared/ledger/entry.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { StockPart } from '#shared/ledger/select-stock.ts';
import { movableBase, type StockRow } from '#shared/ledger/stock-row.ts';
import { totalBase } from '../kernel/quantity.ts';

/** Goods that are promised, as whoever moves them has to know. */
export interface MovingPromise extends Reservation {
  /** Somebody is at the work that fetches them. */
  readonly isInProcess: boolean;
}

/** Where goods come to stand. */
export interface Target {
  readonly location: string;
  readonly type: string;
  /** They stand there already, and only change their plate. */
  readonly isSamePlace: boolean;
}

/** A promise, or a part of it, that goes along with its goods. */
export interface Carried {
  readonly promise: MovingPromise;
  readonly quantityBase: number;
  readonly licensePlate: string | null;
}

/** Goods that move: whole rows, or parts of them, each onto the plate it comes to stand on. */
export interface Moving extends StockPart {
  readonly licensePlate: string | null;
}

/**
 * Why the goods of a promise cannot go along to a place, or null when they can. In this order: `inventory.picked_goods`
 * they are on their way out, `inventory.being_picked`, `inventory.being_replenished` they are to be brought to a pick
 * face, `inventory.reserved` nothing is picked at the target. Goods that only change their plate may be picked ones.
 */
export function whyStays(promise: MovingPromise, target: Target): Problem | null {
  const order = itemNumberOf(promise.order);
  const work = promise.work ?? '';
  const { location, type, isSamePlace } = target;
  if (promise.state === 'picked') return isSamePlace ? null : problem('inventory.picked_goods', { order });
  if (promise.isInProcess) return problem('inventory.being_picked', { work });
  const { broughtBy = null } = promise;
  if (broughtBy !== null || promise.order === '') {
    return problem('inventory.being_replenished', { work: broughtBy ?? work });
  }
  return isSamePlace || useOf(type).isReservable ? null : problem('inventory.reserved', { order, location });
}

/** What is said of promised goods that cannot be moved. */
export const promiseCodes: readonly string[] = [
  'inventory.picked_goods',
  'inventory.being_picked',
  'inventory.being_replenished',
  'inventory.reserved',
  'inventory.part_of_pick',
];

/** Rows as they are for whoever takes promised goods along, only what has to stay reserved; each with what it really is. */
export function withFollowing(
  rows: readonly StockRow[],
  promises: readonly MovingPromise[],
  target: Target,
): ReadonlyMap<StockRow, StockRow> {
  return new Map(
    rows.map((row) => {
      const staying = promisesOf(row, promises).filter((promise) => whyStays(promise, target) !== null);
      return [{ ...row, reservedBase: totalBase(staying) }, row] as const;
    }),
  );
}

/**
 * Which promises go along with goods that move, free ones first. A promise of the order or its shipment may be divided;
 * one that work fetches goes whole, since one stop has one place: `inventory.part_of_pick` where that cannot be.
 */
export function followingOf(
  moving: readonly Moving[],
  promises: readonly MovingPromise[],
  target: Target,
): readonly Carried[] | Problem {
  const carried: Carried[] = [];
  for (const { row, quantityBase, licensePlate } of moving) {
    let leftBase = quantityBase - movableBase(row);
    // What a place owes beyond what stands there is promised to nobody.
    if (leftBase <= 0 || row.reservedBase === 0) continue;
    const own = promisesOf(row, promises);
    const why = own.map((promise) => whyStays(promise, target));
    const free = own.filter((_, index) => why[index] === null).sort(dividedLast);
    for (const promise of free) {
      const isWhole = promise.state === 'work' || promise.state === 'picked';
      if (leftBase === 0 || (isWhole && promise.quantityBase > leftBase)) continue;
      const goesBase = Math.min(leftBase, promise.quantityBase);
      carried.push({ promise, quantityBase: goesBase, licensePlate });
      leftBase -= goesBase;
    }
    if (leftBase === 0) continue;
    const stays = why.find((one) => one !== null);
    return stays ?? problem('inventory.part_of_pick', { work: free[0]?.work ?? '' });
  }
  return carried;
}

/** Stops of work first, largest first: what can be divided fills up the rest. */
function dividedLast(one: MovingPromise, other: MovingPromise): number {
  const rank = ({ state }: MovingPromise) => (state === 'work' || state === 'picked' ? 0 : 1);
  return rank(one) - rank(other) || other.quantityBase - one.quantityBase;
}

/** The entries of goods that move: what is free, then each promise with its goods. */
export function entriesOf(
  moving: readonly Moving[],
  carried: readonly Carried[],
  location: string,
  reason: EntryReason,
): EntryDraft[] {
  return moving.flatMap(({ row, quantityBase, licensePlate }) => {
    const to = { location, licensePlate };
    if (row.location === location && (row.licensePlate || null) === licensePlate) return [];
    const along = carried.filter(({ promise }) => isOf(promise, row));
    const freeBase = quantityBase - along.reduce((sum, one) => sum + one.quantityBase, 0);
    return [
      ...(freeBase > 0 ? [movedTo({ ...row, quantityBase: freeBase }, to, reason)] : []),
      ...along.map((one) => carriedTo({ ...row, quantityBase: one.quantityBase }, to, reason)),
    ];
  });
}

/** What goods are picked for: shipments, and null where some are not picked. */
export function shipmentsOn(rows: readonly StockRow[], promises: readonly MovingPromise[]): Set<string | null> {
  return new Set(
    rows.flatMap((row) => {
      const picked = promisesOf(row, promises).filter(({ state }) => state === 'picked');
      const isAll = totalBase(picked) === row.quantityBase;
      return [...picked.map(({ shipment }) => shipment), ...(isAll ? [] : [null])];
    }),
  );
}

/** Why goods cannot stand on one plate: what is picked stands with goods of the same shipment only. */
export function whyNotTogether(
  some: ReadonlySet<string | null>,
  others: ReadonlySet<string | null>,
  licensePlate: string,
): Problem | null {
  const all = new Set([...some, ...others]);
  const picked = [...all].find((shipment) => shipment !== null);
  if (picked === undefined || all.size === 1) return null;
  return problem('inventory.other_shipment', { licensePlate, shipment: picked ?? '' });
}

function promisesOf(row: StockRow, promises: readonly MovingPromise[]): MovingPromise[] {
  return promises.filter((promise) => isOf(promise, row));
}

const dimensions = ['location', 'item', 'owner', 'lot', 'serial', 'inventoryStatus', 'licensePlate'] as const;

function isOf(promise: MovingPromise, row: StockRow): boolean {
  return dimensions.every((member) => promise[member] === row[member]);
}
