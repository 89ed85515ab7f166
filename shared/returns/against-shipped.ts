import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { AnnouncedLine } from './announced.ts';
import type { ShippedLine } from './facts.ts';
import { isLate, type ReturnPolicy } from './policy.ts';

/** So much of what went out on a line comes back; `line` null: nobody knows what it went out with, or more came back. */
export interface ReturnedShare {
  readonly line: ShippedLine | null;
  /** The line that announces it, of an order that the ERP has sent. */
  readonly announced?: AnnouncedLine;
  readonly quantityBase: number;
  readonly serial: string | null;
}

interface Asked {
  readonly returnId?: string | undefined;
  readonly order?: string | undefined;
  readonly lot?: string | undefined;
  readonly serials?: readonly string[] | undefined;
  readonly askIfLate?: boolean | undefined;
}

/**
 * What went out and comes back, or why it cannot, in this order: `returns.item_not_shipped`, `returns.lot_not_shipped`,
 * `returns.serial_not_shipped` (names the serial), `returns.not_taken` by the policy, `returns.more_than_shipped` with
 * what was shipped and came back already, `returns.too_late` with the day it left, but where somebody is asked about what
 * is late. A supervisor may let in what is too late or too much; the rest is then of no line.
 */
export function againstShipped(
  asked: Asked,
  lines: readonly ShippedLine[],
  item: StockItem,
  quantityBase: number,
  { policy, isApproved }: { readonly policy: ReturnPolicy; readonly isApproved: boolean },
): readonly ReturnedShare[] | Problem {
  const slip = asked.returnId ?? asked.order ?? '';
  const ofItem = lines.filter((line) => line.item === item.key);
  if (ofItem.length === 0) return problem('returns.item_not_shipped', { item: item.number, slip });
  const { lot, serials } = asked;
  const ofLot = lot === undefined ? ofItem : ofItem.filter((line) => line.lot === lot);
  if (ofLot.length === 0) {
    const lots = [...new Set(ofItem.map((line) => line.lot))].join(', ');
    return problem('returns.lot_not_shipped', { item: item.number, lot: lot ?? '', slip, lots });
  }
  const stranger = serials?.find((serial) => !ofLot.some((line) => line.serial === serial));
  if (stranger !== undefined) {
    return problem('returns.serial_not_shipped', { item: item.number, serial: stranger, slip });
  }
  if (!policy.isTaken) return problem('returns.not_taken', { item: item.number });
  const meant = serials ? ofLot.filter((line) => serials.includes(line.serial)) : ofLot;
  const isLetIn = isApproved && !item.isSerialTracked;
  if (leftOf(meant) < quantityBase && !isLetIn) return moreThanShipped(slip, item, meant);
  const inTime = meant.filter((line) => !isLate(line.daysAgo, policy));
  const isInTime = leftOf(inTime) >= quantityBase;
  if (!isInTime && !isApproved && asked.askIfLate !== true) {
    const late = meant.find((line) => !inTime.includes(line));
    const params = { item: item.number, shippedOn: late?.shippedOn ?? '', days: policy.days ?? 0 };
    return problem('returns.too_late', { ...params, daysAgo: late?.daysAgo ?? 0 });
  }
  return sharesOf(isInTime ? inTime : meant, quantityBase);
}

function leftOf(lines: readonly ShippedLine[]): number {
  return lines.reduce((sum, line) => sum + leftOn(line), 0);
}

function leftOn({ shippedBase, returnedBase }: ShippedLine): number {
  return Math.max(0, shippedBase - returnedBase);
}

function moreThanShipped(slip: string, item: StockItem, lines: readonly ShippedLine[]): Problem {
  const shippedBase = lines.reduce((sum, line) => sum + line.shippedBase, 0);
  const leftBase = leftOf(lines);
  return problem('returns.more_than_shipped', {
    slip,
    item: item.number,
    shipped: fromBase(shippedBase, item.decimals),
    returned: fromBase(shippedBase - leftBase, item.decimals),
    left: fromBase(leftBase, item.decimals),
    unit: item.baseUnit,
  });
}

/** Line by line until all of it has one; a line with a serial is one piece. */
function sharesOf(lines: readonly ShippedLine[], quantityBase: number): ReturnedShare[] {
  const shares: ReturnedShare[] = [];
  let restBase = quantityBase;
  for (const line of lines) {
    const takenBase = Math.min(restBase, leftOn(line));
    if (takenBase === 0) continue;
    restBase -= takenBase;
    shares.push({ line, quantityBase: takenBase, serial: line.serial || null });
  }
  return restBase > 0 ? [...shares, { line: null, quantityBase: restBase, serial: null }] : shares;
}
