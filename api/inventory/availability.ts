import { totalBase } from '#shared/kernel/quantity.ts';
import { availableStatus } from '#shared/ledger/stock-row.ts';

/** What is known of an item in a warehouse, in base steps; days are local, `YYYY-MM-DD`, null where none was said. */
export interface KnownSupply {
  readonly standing: readonly {
    readonly inventoryStatus: string;
    readonly locationType: string;
    readonly quantityBase: number;
    readonly reservedBase: number;
  }[];
  readonly promised: readonly { readonly isPicked: boolean; readonly quantityBase: number }[];
  readonly toCome: readonly { readonly day: string | null; readonly quantityBase: number }[];
  readonly wanted: readonly { readonly day: string | null; readonly quantityBase: number }[];
}

/** A part of what can be promised, with its sign. */
export interface Component {
  readonly kind: 'on-hand' | 'reserved' | 'picked' | 'blocked' | 'expected-receipt' | 'unreserved-demand';
  readonly quantityBase: number;
  readonly day?: string;
}

/**
 * What makes up the available-to-promise of a day, signed so that it adds up: all that is in the building, less what is
 * promised, what is picked, and what may not be sold; what is expected until that day; less what is ordered for it, or
 * for no day at all, and promised nothing yet. Receipts of which nobody said when they come are left out.
 */
export function componentsOf({ standing, promised, toCome, wanted }: KnownSupply, until: string): Component[] {
  const blocked = standing.filter(
    ({ inventoryStatus, locationType }) => inventoryStatus !== availableStatus || locationType === 'quarantine',
  );
  const free = blocked.map(({ quantityBase, reservedBase }) => ({ quantityBase: quantityBase - reservedBase }));
  const parts: Component[] = [
    { kind: 'on-hand', quantityBase: totalBase(standing) },
    { kind: 'reserved', quantityBase: -totalBase(promised.filter(({ isPicked }) => !isPicked)) },
    { kind: 'picked', quantityBase: -totalBase(promised.filter(({ isPicked }) => isPicked)) },
    { kind: 'blocked', quantityBase: -totalBase(free) },
    ...byDay(toCome.filter(({ day }) => day !== null && day <= until)).map(
      ([day, quantityBase]): Component => ({ kind: 'expected-receipt', quantityBase, ...(day !== null && { day }) }),
    ),
    ...byDay(wanted.filter(({ day }) => day === null || day <= until)).map(
      ([day, quantityBase]): Component => ({
        ...{ kind: 'unreserved-demand', quantityBase: -quantityBase },
        ...(day !== null && { day }),
      }),
    ),
  ];
  return parts.filter(({ kind, quantityBase }) => kind === 'on-hand' || quantityBase !== 0);
}

type OfDay = KnownSupply['toCome'][number];

/** The earliest first; what is of no day before all others. */
function byDay(rows: readonly OfDay[]): [day: string | null, quantityBase: number][] {
  const days = Map.groupBy(rows, ({ day }) => day);
  return [...days]
    .map(([day, same]): [string | null, number] => [day, totalBase(same)])
    .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
}
