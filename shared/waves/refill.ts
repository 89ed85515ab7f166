import type { ReleasedOrder, ReleasedPart } from './plan-release.ts';

/** What a release brings to shipments that there are already, and what is left for new ones. */
export interface Refills {
  readonly refills: readonly { readonly shipment: string; readonly orders: readonly ReleasedOrder[] }[];
  readonly rest: readonly ReleasedOrder[];
}

/**
 * Gives each order's goods first to its shipments that were split off without any: they stand for a part of the order
 * that was released once already, and are not released a second time.
 */
export function splitRefills(released: readonly ReleasedOrder[]): Refills {
  const shipments = new Map<string, ReleasedOrder[]>();
  const rest: ReleasedOrder[] = [];
  for (const { order, parts } of released) {
    const pieces = order.lines.flatMap((line) =>
      piecesOf(
        parts.filter((part) => part.line === line),
        line.unfilled,
      ),
    );
    for (const [shipment, own] of Map.groupBy(pieces, (piece) => piece.shipment)) {
      const some = { order, parts: own.map(({ part }) => part) };
      if (shipment === null) rest.push(some);
      else shipments.set(shipment, [...(shipments.get(shipment) ?? []), some]);
    }
  }
  return { refills: [...shipments].map(([shipment, orders]) => ({ shipment, orders })), rest };
}

interface Piece {
  readonly part: ReleasedPart;
  /** Null: for a new shipment. */
  readonly shipment: string | null;
}

/** The goods of a line cut at what each shipment lacks of it. */
function piecesOf(
  parts: readonly ReleasedPart[],
  unfilled: readonly { readonly shipment: string; readonly quantityBase: number }[],
): Piece[] {
  const lacking = unfilled.map((one) => ({ ...one }));
  const pieces: Piece[] = [];
  for (const part of parts) {
    let leftBase = part.quantityBase;
    for (const one of lacking) {
      const quantityBase = Math.min(leftBase, one.quantityBase);
      if (quantityBase === 0) continue;
      pieces.push({ part: { ...part, quantityBase }, shipment: one.shipment });
      one.quantityBase -= quantityBase;
      leftBase -= quantityBase;
    }
    if (leftBase > 0) pieces.push({ part: { ...part, quantityBase: leftBase }, shipment: null });
  }
  return pieces;
}
