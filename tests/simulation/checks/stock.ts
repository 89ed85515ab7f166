import type { DocumentRow } from '../outside/books.ts';
import { bookAll, whatIsWrongWith } from '../outside/books.ts';
import { type DeltaRow, dimensionsOf, type Snapshot } from '../outside/sim-planner.ts';

/** Σ of the deltas of warehouses, by item and warehouse. */
function sumBy(deltas: readonly DeltaRow[], keyOf: (delta: DeltaRow) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const delta of deltas) sums.set(keyOf(delta), (sums.get(keyOf(delta)) ?? 0) + delta.quantity);
  return sums;
}

/**
 * After every commit, per item and warehouse: booked by the ERP = on hand − registered and not yet reported −
 * adjustments not yet reported.
 */
export function checkErpBooks(
  documents: readonly DocumentRow[],
  deltas: readonly DeltaRow[],
  piecesOf: (item: string, unit: string) => number,
): string[] {
  const wrong = documents.flatMap((row) => whatIsWrongWith(row, piecesOf));
  const keyOf = ({ item, warehouse }: DeltaRow): string => `${item} ${warehouse}`;
  const onHand = sumBy(deltas, keyOf);
  const pending = sumBy(
    deltas.filter(({ coveredBy }) => coveredBy?.state === 'pending'),
    keyOf,
  );
  const booked = bookAll(documents, piecesOf);
  for (const key of new Set([...onHand.keys(), ...booked.keys()])) {
    const expected = (onHand.get(key) ?? 0) - (pending.get(key) ?? 0);
    if ((booked.get(key) ?? 0) !== expected) {
      wrong.push(
        `the ERP booked ${booked.get(key) ?? 0} of ${key}; on hand is ${onHand.get(key) ?? 0}, ${pending.get(key) ?? 0} of it not reported yet`,
      );
    }
  }
  return wrong;
}

/** Every snapshot and the deltas after it make every later snapshot, to the last unit. */
export function checkSnapshots(snapshots: readonly Snapshot[], deltas: readonly DeltaRow[]): string[] {
  const wrong: string[] = [];
  const ordered = [...snapshots].sort((a, b) => a.position - b.position);
  for (const [index, earlier] of ordered.entries()) {
    const later = ordered[index + 1];
    if (!later) break;
    const between = deltas.filter(({ position }) => position > earlier.position && position <= later.position);
    const changes = sumBy(between, dimensionsOf);
    for (const key of new Set([...earlier.onHand.keys(), ...changes.keys(), ...later.onHand.keys()])) {
      const reckoned = (earlier.onHand.get(key) ?? 0) + (changes.get(key) ?? 0);
      if (reckoned !== (later.onHand.get(key) ?? 0)) {
        wrong.push(
          `${key}: the snapshot at ${earlier.position} and the deltas make ${reckoned}, the one at ${later.position} says ${later.onHand.get(key) ?? 0}`,
        );
      }
    }
  }
  return wrong;
}

/** `onHandAfter` is the running sum, never below zero, on both levels; every move is zero for the warehouse. */
export function checkRunningSums(warehouse: readonly DeltaRow[], location: readonly DeltaRow[]): string[] {
  const wrong: string[] = [];
  const check = (deltas: readonly DeltaRow[], keyOf: (delta: DeltaRow) => string): void => {
    const sums = new Map<string, number>();
    for (const delta of deltas) {
      const sum = (sums.get(keyOf(delta)) ?? 0) + delta.quantity;
      sums.set(keyOf(delta), sum);
      if (delta.onHandAfter !== sum) wrong.push(`delta ${delta.position} says ${delta.onHandAfter}, the sum is ${sum}`);
      if (sum < 0) wrong.push(`delta ${delta.position} leaves ${sum} of ${keyOf(delta)}`);
    }
  };
  check(warehouse, dimensionsOf);
  check(location, (delta) => `${dimensionsOf(delta)} ${delta.location}`);
  const atWarehouse = sumBy(warehouse, dimensionsOf);
  const atLocations = sumBy(location, dimensionsOf);
  for (const key of new Set([...atWarehouse.keys(), ...atLocations.keys()])) {
    if ((atWarehouse.get(key) ?? 0) !== (atLocations.get(key) ?? 0)) {
      wrong.push(`${key} is ${atWarehouse.get(key)} in the warehouse and ${atLocations.get(key)} at its locations`);
    }
  }
  return wrong;
}

/** After each transaction a licence plate stands in one place, and nowhere less than nothing of anything. */
export function checkPlates(location: readonly DeltaRow[]): string[] {
  const wrong: string[] = [];
  const onPlates = new Map<string, Map<string, number>>();
  const places = (plate: string): string[] => {
    const content = onPlates.get(plate) ?? new Map<string, number>();
    return [...new Set([...content].filter(([, sum]) => sum !== 0).map(([key]) => key.split('\u0000')[0] ?? ''))];
  };
  for (const [index, delta] of location.entries()) {
    const plate = delta.licensePlate;
    if (plate === null) continue;
    const content = onPlates.get(plate) ?? new Map<string, number>();
    onPlates.set(plate, content);
    const key = `${delta.location}\u0000${dimensionsOf(delta)}`;
    const sum = (content.get(key) ?? 0) + delta.quantity;
    content.set(key, sum);
    if (sum < 0) wrong.push(`plate ${plate} has ${sum} of ${key} after ${delta.position}`);
    const isLastOfCommand = location[index + 1]?.commandId !== delta.commandId;
    if (isLastOfCommand && places(plate).length > 1) {
      wrong.push(`plate ${plate} stands at ${places(plate).join(' and ')} after ${delta.position}`);
    }
  }
  return wrong;
}
