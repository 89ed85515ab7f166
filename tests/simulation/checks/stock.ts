import type { DeltaRow, Snapshot } from '../outside/sim-planner.ts';
import { differencesOf, exactly, sumBy } from './exact.ts';

/**
 * Every snapshot is the sum of all deltas up to its position, to the last unit; one as of an instant has all made by
 * then.
 */
export function checkSnapshots(
  snapshots: readonly Snapshot[],
  warehouse: readonly DeltaRow[],
  location: readonly DeltaRow[],
): string[] {
  return snapshots.flatMap(({ level, asOfMs, position, rows }) => {
    const deltas = level === 'warehouse' ? warehouse : location;
    const keyOf = (row: Parameters<typeof dimensionsOf>[0] & { readonly location?: string }): string =>
      level === 'warehouse' ? dimensionsOf(row) : `${dimensionsOf(row)} ${row.location}`;
    const then = deltas.filter((delta) => delta.position <= position);
    const wrong = differencesOf(
      sumBy(then, keyOf, quantityOf),
      sumBy(rows, keyOf, ({ onHand }) => onHand),
      (key, expected, found) => `${key}: the deltas up to ${position} make ${expected}, the snapshot says ${found}`,
    );
    if (asOfMs === null) return wrong;
    const late = deltas.find((delta) => delta.position <= position && Date.parse(delta.at) > asOfMs);
    const missed = deltas.find((delta) => delta.position > position && Date.parse(delta.at) <= asOfMs);
    const stray = late ?? missed;
    if (stray)
      wrong.push(`a snapshot as of ${asOfMs} is of ${position}; the delta ${stray.position} was made ${stray.at}`);
    return wrong;
  });
}

/** `onHandAfter` is the running sum, never below zero, on both levels; every move is zero for the warehouse. */
export function checkRunningSums(warehouse: readonly DeltaRow[], location: readonly DeltaRow[]): string[] {
  const wrong: string[] = [];
  const check = (deltas: readonly DeltaRow[], keyOf: (delta: DeltaRow) => string): void => {
    const sums = new Map<string, number>();
    for (const delta of deltas) {
      const sum = (sums.get(keyOf(delta)) ?? 0) + exactly(delta.quantity);
      sums.set(keyOf(delta), sum);
      // Not rounded: what is written must be the very number.
      if (delta.onHandAfter !== sum / 1000) {
        wrong.push(`delta ${delta.position} says ${delta.onHandAfter}, the sum is ${sum / 1000}`);
      }
      if (sum < 0) wrong.push(`delta ${delta.position} leaves ${sum / 1000} of ${keyOf(delta)}`);
    }
  };
  check(warehouse, dimensionsOf);
  check(location, (delta) => `${dimensionsOf(delta)} ${delta.location}`);
  return [
    ...wrong,
    ...differencesOf(
      sumBy(warehouse, dimensionsOf, quantityOf),
      sumBy(location, dimensionsOf, quantityOf),
      (key, here, there) => `${key} is ${here} in the warehouse and ${there} at its locations`,
    ),
  ];
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
    const key = `${delta.location}\u0000${dimensionsOf(delta)} ${delta.serial}`;
    const sum = (content.get(key) ?? 0) + exactly(delta.quantity);
    content.set(key, sum);
    if (sum < 0) wrong.push(`plate ${plate} has ${sum / 1000} of ${key} after ${delta.position}`);
    const isLastOfCommand = location[index + 1]?.commandId !== delta.commandId;
    if (isLastOfCommand && places(plate).length > 1) {
      wrong.push(`plate ${plate} stands at ${places(plate).join(' and ')} after ${delta.position}`);
    }
  }
  return wrong;
}

/** A serial number is in the building once at most, and after every command in one place only. */
export function checkSerials(warehouse: readonly DeltaRow[], location: readonly DeltaRow[]): string[] {
  const sums = new Map<string, number>();
  const counted = warehouse.filter(({ serial }) => serial !== null);
  const twice = counted.flatMap(({ quantity, position, ...goods }) => {
    const sum = (sums.get(numberOf(goods)) ?? 0) + quantity;
    sums.set(numberOf(goods), sum);
    return sum === 0 || sum === 1 ? [] : [`after ${position} there are ${sum} of ${numberOf(goods)}`];
  });
  const places = new Map<string, Map<string, number>>();
  const elsewhere = location.flatMap((delta, index) => {
    if (delta.serial === null) return [];
    const own = places.get(numberOf(delta)) ?? new Map<string, number>();
    places.set(numberOf(delta), own);
    const place = `${delta.location} ${delta.licensePlate ?? 'loose'} ${delta.inventoryStatus}`;
    own.set(place, (own.get(place) ?? 0) + delta.quantity);
    if (location[index + 1]?.commandId === delta.commandId) return [];
    const there = [...own].filter(([, sum]) => sum !== 0);
    const isOnce = there.length === 0 || (there.length === 1 && there[0]?.[1] === 1);
    return isOnce ? [] : [`after ${delta.position} ${numberOf(delta)} is at ${there.join(' and at ')}`];
  });
  return [...twice, ...elsewhere];
}

function numberOf({ owner, item, serial }: Pick<DeltaRow, 'owner' | 'item' | 'serial'>): string {
  return `${owner} ${item} ${serial}`;
}

/** What a snapshot's rows and the deltas of warehouses have in common. */
function dimensionsOf(row: {
  readonly item: string;
  readonly warehouse: string;
  readonly inventoryStatus: string;
  readonly owner: string;
  readonly lot: string | null;
}): string {
  return [row.item, row.warehouse, row.inventoryStatus, row.owner, row.lot ?? ''].join(' ');
}

function quantityOf({ quantity }: DeltaRow): number {
  return quantity;
}
