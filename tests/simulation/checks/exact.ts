/** Quantities of the simulated items in whole steps of a thousandth, so that sums of them are exact. */
export function exactly(quantity: number): number {
  return Math.round(quantity * 1000);
}

/** Sums by key, in steps. */
export function sumBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  quantityOf: (row: Row) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + exactly(quantityOf(row)));
  return sums;
}

/** Where two lots of sums differ; a missing one is 0. */
export function differencesOf(
  expected: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
  say: (key: string, expected: number, found: number) => string,
): string[] {
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((key) => {
    const [one, other] = [expected.get(key) ?? 0, found.get(key) ?? 0];
    return one === other ? [] : [say(key, one / 1000, other / 1000)];
  });
}
