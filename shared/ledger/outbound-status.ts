/** How far goods of an order line are, in steps of the item. Each counter as in `outbound_order_line`. */
export interface OutboundLineCounts {
  readonly status: string;
  readonly quantityBase: number;
  /** Promised by the order itself, not yet released. */
  readonly reservedBase: number;
  /** On shipments, what was picked and shipped of it included. */
  readonly releasedBase: number;
  readonly pickedBase: number;
  readonly shippedBase: number;
  readonly cancelledBase: number;
}

export type ReleaseStatus = 'open' | 'partially_released' | 'released';
export type ShipmentStatus = 'open' | 'partially_shipped' | 'shipped';

/** What nobody has released or cancelled yet. Nothing of a line that is over. */
export function unreleasedBase(line: OutboundLineCounts): number {
  return line.status === 'open' ? Math.max(0, line.quantityBase - line.cancelledBase - line.releasedBase) : 0;
}

/** What is asked for and neither promised nor released. */
export function unreservedBase(line: OutboundLineCounts): number {
  return Math.max(0, unreleasedBase(line) - line.reservedBase);
}

/**
 * What is promised now and still in the building: by the order, on its shipments (`waitingBase`: what nobody has picked
 * of it), and picked. What was picked short is promised to nobody.
 */
export function promisedBase(line: OutboundLineCounts, waitingBase: number): number {
  return line.reservedBase + waitingBase + line.pickedBase - line.shippedBase;
}

/**
 * The first of an order's two axes: how much of what is not cancelled is on shipments. Lines that are cancelled whole do
 * not count; where nothing else is left the order is open on this axis.
 */
export function releaseStatusOf(lines: readonly OutboundLineCounts[]): ReleaseStatus {
  const { isNone, isAll } = reached(lines, (line) => line.releasedBase);
  if (isNone) return 'open';
  return isAll ? 'released' : 'partially_released';
}

/** The second axis: how much of it has left the building. */
export function shipmentStatusOf(lines: readonly OutboundLineCounts[]): ShipmentStatus {
  const { isNone, isAll } = reached(lines, (line) => line.shippedBase);
  if (isNone) return 'open';
  return isAll ? 'shipped' : 'partially_shipped';
}

function reached(lines: readonly OutboundLineCounts[], countOf: (line: OutboundLineCounts) => number) {
  const wanted = lines.filter((line) => line.quantityBase > line.cancelledBase);
  return {
    isNone: wanted.every((line) => countOf(line) === 0),
    isAll: wanted.every((line) => countOf(line) >= line.quantityBase - line.cancelledBase),
  };
}

export type OutboundLineStatus = 'open' | 'closed' | 'cancelled';

/** What a line is by its counters: cancelled where nothing of it is wanted, closed once the rest has left the building. */
export function outboundLineStatusOf(
  line: Pick<OutboundLineCounts, 'quantityBase' | 'shippedBase' | 'cancelledBase'>,
): OutboundLineStatus {
  const wantedBase = line.quantityBase - line.cancelledBase;
  if (wantedBase <= 0 && line.shippedBase === 0) return 'cancelled';
  return line.shippedBase >= wantedBase ? 'closed' : 'open';
}

/** What an order is by its lines. */
export function outboundOrderStatusOf(lines: readonly { readonly status: string }[]): OutboundLineStatus {
  if (lines.some(({ status }) => status === 'open')) return 'open';
  return lines.every(({ status }) => status === 'cancelled') ? 'cancelled' : 'closed';
}
