import type { ReleasedOrder, ReleasedPart } from './plan-release.ts';

/** Orders whose goods go with a shipment that there is already. */
interface ToShipment {
  readonly shipment: string;
  readonly orders: readonly ReleasedOrder[];
}

/** What a release brings to shipments that there are already, and what is left for new ones. */
export interface Refills {
  readonly refills: readonly ToShipment[];
  /** More of an order goes with the one shipment that stands for it. */
  readonly joining: readonly ToShipment[];
  readonly rest: readonly ReleasedOrder[];
}

/**
 * Gives each order's goods first to its shipments that were split off without any: they stand for a part of the order
 * that was released once already, and are not released a second time.
 */
export function splitRefills(released: readonly ReleasedOrder[]): Refills {
  const shipments = new Map<string, ReleasedOrder[]>();
  const underWay = new Map<string, ReleasedOrder[]>();
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
      if (shipment !== null) addTo(shipments, shipment, some);
      else if (order.underWay) addTo(underWay, order.underWay.shipment, some);
      else rest.push(some);
    }
  }
  return { refills: toShipments(shipments), joining: toShipments(underWay), rest };
}

function addTo(shipments: Map<string, ReleasedOrder[]>, shipment: string, order: ReleasedOrder): void {
  shipments.set(shipment, [...(shipments.get(shipment) ?? []), order]);
}

function toShipments(shipments: ReadonlyMap<string, readonly ReleasedOrder[]>): ToShipment[] {
  return [...shipments].map(([shipment, orders]) => ({ shipment, orders }));
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
