import { bookAll, type DocumentRow, type LogRow, type OnHandReport, type PerUnit } from '../outside/books.ts';
import type { DeltaRow } from '../outside/sim-planner.ts';
import { differencesOf, sumBy } from './exact.ts';
import { type KnownRegistration, reportedAt } from './registrations.ts';

/** What one ERP reads to know what is on hand. */
export interface ErpBooks {
  readonly sourceSystem: string;
  readonly receipts: readonly DocumentRow[];
  readonly journals: readonly DocumentRow[];
  readonly slips: readonly DocumentRow[];
  readonly log: readonly LogRow[];
  readonly reports: readonly OnHandReport[];
  readonly perUnit: PerUnit;
}

/**
 * After every commit, per item and warehouse: booked by the ERP = on hand − registered and not yet reported −
 * adjustments not yet reported, whichever channel each was told through. Looked at at positions between two commits.
 * `deltas` are those of warehouses.
 */
export function checkErpBooks(
  books: ErpBooks,
  deltas: readonly DeltaRow[],
  registrations: readonly KnownRegistration[],
  positions: readonly number[],
): string[] {
  const { sourceSystem, receipts } = books;
  const own = deltas.filter(({ owner }) => owner === sourceSystem);
  const waiting = registrations.filter((each) => each.sourceSystem === sourceSystem && !each.isLogged);
  return positions.flatMap((position) => {
    const reported = reportedAt(receipts, position);
    const pending = waiting.flatMap(({ id, delta, undoneAt = Number.POSITIVE_INFINITY }) => {
      const isPending = delta && delta.position <= position && undoneAt > position && !reported.has(id);
      return isPending ? [{ ...delta, quantity: -delta.quantity }] : [];
    });
    return differencesOf(
      sumBy([...upTo(own, position), ...pending], keyOf, ({ quantity }) => quantity),
      bookedAt(books, position),
      (key, due, has) => `at ${position} the ERP ${sourceSystem} has booked ${has} of ${key}, and should have ${due}`,
    );
  });
}

/** A report says what is on hand at its position, and what of it the ERP has booked by then: the same with either flag. */
export function checkReports(books: ErpBooks, deltas: readonly DeltaRow[]): string[] {
  const own = deltas.filter(({ owner }) => owner === books.sourceSystem);
  return books.reports.flatMap(({ position, includeRegisteredAndPicked, lines }) => {
    const say = (what: string) => (key: string, expected: number, found: number) =>
      `${books.sourceSystem}: the report at ${position} says that ${found} of ${key} ${what}, it is ${expected}`;
    const told = differencesOf(
      bookedAt(books, position),
      sumBy(lines, keyOf, ({ reportedToErp }) => reportedToErp),
      say('was told'),
    );
    if (!includeRegisteredAndPicked) return told;
    const onHand = sumBy(upTo(own, position), keyOf, ({ quantity }) => quantity);
    const found = sumBy(lines, keyOf, (line) => line.onHand);
    return [...told, ...differencesOf(onHand, found, say('is on hand'))];
  });
}

/** The log of an ERP is every change of its stock at every place, whatever its channel. `deltas` are those of locations. */
export function checkLog({ sourceSystem, log }: ErpBooks, deltas: readonly DeltaRow[]): string[] {
  const textOf = ({ position, transactionId, quantity }: LogRow | DeltaRow): string =>
    `${position} ${transactionId} ${quantity}`;
  const expected = new Set(deltas.filter(({ owner }) => owner === sourceSystem).map(textOf));
  const found = new Set(log.map(textOf));
  return [
    ...[...expected].filter((row) => !found.has(row)).map((row) => `the log of ${sourceSystem} lacks ${row}`),
    ...[...found].filter((row) => !expected.has(row)).map((row) => `the log of ${sourceSystem} makes up ${row}`),
  ];
}

function bookedAt({ receipts, journals, slips, log, perUnit }: ErpBooks, position: number): Map<string, number> {
  return bookAll(upTo([...receipts, ...journals, ...slips], position), upTo(log, position), perUnit);
}

function upTo<Row extends { readonly position: number }>(rows: readonly Row[], position: number): Row[] {
  return rows.filter((row) => row.position <= position);
}

function keyOf({ item, warehouse }: { readonly item: string; readonly warehouse: string }): string {
  return `${item} ${warehouse}`;
}
