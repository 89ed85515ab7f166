import type { FoundPaper, PaperLine, Turn } from '#shared/inventory/look-up-outbound.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { instant } from '../platform/clock.ts';

/** What something that goes out has not; each kind fills in what it has. */
export const blankPaper: Omit<FoundPaper, 'status'> = {
  ...{ releaseStatus: null, shipmentStatus: null, consignee: null, carrier: null, location: null, priority: null },
  ...{ holds: [], claimedBy: null, dueAt: null, weightKg: null, trackingNumber: null, licensePlate: null },
  ...{ orders: [], shipments: [], loads: [], waves: [], work: [], cartons: [], documents: [] },
  ...{ lines: [], hasMoreLines: false, turns: [] },
};

export const linesShown = 100;

interface LineRow {
  readonly order_number: string | null;
  readonly number: string;
  readonly description: string;
  readonly base_unit: string;
  readonly decimals: number;
  readonly status: string;
}

type Counter = 'wanted' | 'reserved' | 'released' | 'picked' | 'shipped' | 'cancelled';

/** A line as people read it. `counts` in steps of the item; what is left out is 0. */
export function paperLine(
  row: LineRow,
  line: number,
  counts: Partial<Record<Counter, number>>,
  more: Partial<Pick<PaperLine, 'location' | 'why'>> = {},
): PaperLine {
  const shown = (counter: Counter) => fromBase(counts[counter] ?? 0, row.decimals);
  return {
    order: row.order_number ?? '',
    line,
    item: row.number,
    description: row.description,
    unit: row.base_unit,
    status: row.status,
    location: more.location ?? null,
    wanted: shown('wanted'),
    reserved: shown('reserved'),
    released: shown('released'),
    picked: shown('picked'),
    shipped: shown('shipped'),
    cancelled: shown('cancelled'),
    why: more.why ?? null,
  };
}

/** A turn that something took; none where it has no instant. */
export function turn(at: number | null, what: Turn['what'], of: string | null, by: string | null = null): Turn[] {
  return at === null ? [] : [{ at: instant(at), what, of, by }];
}

export function inTurn(turns: readonly Turn[]): Turn[] {
  return [...turns].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))).slice(0, turnsShown);
}

const turnsShown = 40;

export function different(names: readonly (string | null | undefined)[]): string[] {
  return [...new Set(names.filter((name): name is string => name != null && name !== ''))];
}

/** That holds keep an order from going on. */
export function heldBy(order: string | null, codes: string | null): Problem | null {
  const holds = codes === null ? [] : (JSON.parse(codes) as string[]);
  return holds.length === 0 ? null : problem('order.held', { order: order ?? '', holds: holds.join(', ') });
}

/** A problem as it goes over the wire. */
export function asWhy(why: Problem | null): PaperLine['why'] {
  return why && { code: why.code, ...(why.params && { params: { ...why.params } }) };
}
