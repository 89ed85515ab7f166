import type { SimNotice, SimPlate } from '../outside/sim-notices.ts';
import type { DeltaRow } from '../outside/sim-planner.ts';
import type { Deed } from './deeds.ts';
import { exactly } from './exact.ts';
import type { Announced } from './moved.ts';
import type { KnownRegistration } from './registrations.ts';

/**
 * One scan of a plate brings all that its notice said is on it and on the plates on it, but for what had come of it
 * before. A notice may have been changed meanwhile: one of its words has to fit.
 */
export function asAnnounced(notices: readonly SimNotice[], registrations: readonly KnownRegistration[]): Announced {
  return ({ id, body }: Deed, made: readonly DeltaRow[]) => {
    const plate = String(body.licensePlate);
    const words = notices.filter(({ plates }) => plates.some(({ licensePlate }) => licensePlate === plate));
    const own = registrations.filter(({ command }) => command === id);
    const found = sumsOf(own.flatMap(({ order, line, delta }) => (delta ? [{ order, line, ...delta }] : [])));
    const firstAt = Math.min(...made.map(({ position }) => position));
    const before = registrations.flatMap(({ order, line, delta, undoneAt = Number.POSITIVE_INFINITY }) =>
      delta && delta.position < firstAt && undoneAt > firstAt ? [{ order, line, ...delta }] : [],
    );
    const expected = words.map((word) => leftOf(carriedBy(plate, word), sumsOf(before)));
    return expected.includes(textOf(found))
      ? undefined
      : `it brought ${textOf(found)}, announced was ${expected.at(-1)}`;
  };
}

/** A plate, and all that stand on it. */
function carriedBy(plate: string, { plates }: SimNotice): SimPlate[] {
  const carried = plates.filter(({ licensePlate }) => licensePlate === plate);
  for (const { licensePlate } of carried) carried.push(...plates.filter(({ parent }) => parent === licensePlate));
  return carried;
}

function leftOf(plates: readonly SimPlate[], before: ReadonlyMap<string, number>): string {
  const left = sumsOf(
    plates.flatMap(({ licensePlate, lines }) =>
      lines.map(({ orderNumber: order, lineNumber: line, item, quantity, lot = null }) => {
        return { licensePlate, order, line, item, quantity, lot };
      }),
    ),
  );
  for (const [key, sum] of left) left.set(key, Math.max(0, sum - (before.get(key) ?? 0)));
  return textOf(left);
}

interface Goods {
  readonly order: string;
  readonly line: number;
  readonly item: string;
  readonly licensePlate: string | null;
  readonly lot: string | null;
  readonly quantity: number;
}

function sumsOf(rows: readonly Goods[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { order, line, item, licensePlate, lot, quantity } of rows) {
    const key = [licensePlate, order, line, item, lot ?? ''].join(' ');
    sums.set(key, (sums.get(key) ?? 0) + exactly(quantity));
  }
  return sums;
}

function textOf(sums: ReadonlyMap<string, number>): string {
  const parts = [...sums].filter(([, sum]) => sum !== 0).map(([key, sum]) => `${sum / 1000} of ${key}`);
  return parts.sort().join(', ');
}
