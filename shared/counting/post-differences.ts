import type { Command } from '../command/envelope.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { fromBase } from '../kernel/quantity.ts';
import type { Coverage, EntryDraft } from '../ledger/entry.ts';
import { outside } from '../ledger/place.ts';
import type { Reservation } from '../ledger/reservation.ts';
import { isProblem } from '../ledger/stock-item.ts';
import { availableStatus, movableBase, type StockRow } from '../ledger/stock-row.ts';
import { type Difference, isKind } from './differences.ts';

/** A promise whose goods stand where they are counted; the newest promise loses its goods first. */
export type PromisedRow = Reservation;

/** What a difference does to the books. */
export interface CountPosting {
  readonly entries: readonly EntryDraft[];
  readonly differences: readonly Difference[];
  /** Promises whose goods are not there. */
  readonly broken: readonly { readonly reservation: Reservation; readonly quantityBase: number }[];
}

interface PostingFacts {
  /** Stock as it is now. */
  readonly rows: readonly StockRow[];
  readonly promised: readonly PromisedRow[];
  /** Places whose profile lets their stock go below zero; left out: none. */
  readonly mayOwe?: ReadonlySet<string>;
  readonly reason: string;
}

/**
 * The entries that change stock by differences, which were found earlier: what moved since stays moved. Missing goods are
 * taken from what nobody was promised, then from promises. Each source system whose goods differ gets a journal of its own,
 * and so a coverage of its own. `counting.stock_changed`: less is there by now than is missing, but for loose goods of a
 * place that may owe them.
 */
export function postDifferences(
  command: Pick<Command<unknown>, 'id'>,
  differences: readonly Difference[],
  facts: PostingFacts,
): CountPosting | Problem {
  const [first] = differences;
  const coverageOf = ({ item: { sourceSystem } }: Difference): Coverage => ({
    id: sourceSystem === first?.item.sourceSystem ? command.id : `${command.id}.${sourceSystem}`,
    kind: 'counting-journal',
  });
  const entries: EntryDraft[] = [];
  const broken: { reservation: Reservation; quantityBase: number }[] = [];
  for (const difference of differences) {
    const told = { reason: 'count', reasonCode: facts.reason, coverage: coverageOf(difference) } as const;
    if (difference.differenceBase > 0) entries.push({ ...found(difference, facts.rows), ...told });
    else {
      const lost = missing(difference, facts);
      if (isProblem(lost)) return lost;
      entries.push(...lost.entries.map((entry) => ({ ...entry, ...told })));
      broken.push(...lost.broken);
    }
  }
  return { entries, differences, broken };
}

type Draft = Omit<EntryDraft, 'reason' | 'reasonCode' | 'coverage'>;

/** Into the kind of stock that is there already, else available stock of the usual owner. */
function found(difference: Difference, rows: readonly StockRow[]): Draft {
  const { item, location, licensePlate, lot, serial, differenceBase } = difference;
  const ofItem = rows.filter((row) => row.item === item.key && row.location === location);
  const beside = ofItem.find((row) => isKind(row, difference)) ?? ofItem.find((row) => row.lot === lot);
  const inventoryStatus = beside?.inventoryStatus ?? availableStatus;
  return {
    item: item.key,
    owner: beside?.owner ?? item.defaultOwner,
    lot: lot || null,
    serial: serial || null,
    quantityBase: differenceBase,
    from: { location: outside.adjustment, licensePlate: null, inventoryStatus },
    to: { location, licensePlate: (licensePlate ?? beside?.licensePlate) || null, inventoryStatus },
  };
}

function missing(
  difference: Difference,
  { rows, promised, mayOwe }: PostingFacts,
): { entries: Draft[]; broken: { reservation: Reservation; quantityBase: number }[] } | Problem {
  const there = rows.filter((row) => isKind(row, difference));
  const wantedBase = -difference.differenceBase;
  const entries: Draft[] = [];
  const broken: { reservation: Reservation; quantityBase: number }[] = [];
  let leftBase = wantedBase;
  const take = (row: Omit<StockRow, 'reservedBase'>, thereBase: number, isReserved: boolean) => {
    const quantityBase = Math.min(leftBase, thereBase);
    if (quantityBase <= 0) return 0;
    leftBase -= quantityBase;
    entries.push({ ...lostFrom(row, quantityBase), ...(isReserved && { isReserved }) });
    return quantityBase;
  };
  for (const row of there) take(row, movableBase(row), false);
  for (const reservation of promised) {
    if (!isKind(reservation, difference)) continue;
    const quantityBase = take(reservation, reservation.quantityBase, true);
    if (quantityBase > 0) broken.push({ reservation, quantityBase });
  }
  if (leftBase === 0) return { entries, broken };
  const { item, location, lot, serial } = difference;
  if (mayOwe?.has(location) && serial === '' && !difference.licensePlate) {
    const loose = there.find((row) => row.licensePlate === '');
    const owner = (loose ?? there[0])?.owner ?? item.defaultOwner;
    const inventoryStatus = loose?.inventoryStatus ?? availableStatus;
    const owed = { location, item: item.key, owner, lot, serial, inventoryStatus, licensePlate: '' };
    entries.push(lostFrom({ ...owed, quantityBase: leftBase }, leftBase));
    return { entries, broken };
  }
  return problem('counting.stock_changed', {
    item: item.number,
    location,
    missing: fromBase(wantedBase, item.decimals),
    there: fromBase(wantedBase - leftBase, item.decimals),
    unit: item.baseUnit,
  });
}

function lostFrom(row: Omit<StockRow, 'reservedBase'>, quantityBase: number): Draft {
  const { inventoryStatus } = row;
  return {
    item: row.item,
    owner: row.owner,
    lot: row.lot || null,
    serial: row.serial || null,
    quantityBase,
    from: { location: row.location, licensePlate: row.licensePlate || null, inventoryStatus },
    to: { location: outside.adjustment, licensePlate: null, inventoryStatus },
  };
}
