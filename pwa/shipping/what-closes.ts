import type { ShipmentThing, UnreleasedThing } from '#shared/ledger/outbound-thing.ts';

/** A line of an order, and how much of it does not go. Quantities in steps of the item. */
export type RestOfLine = UnreleasedThing['lines'][number];

/** What of orders is on no shipment: of this one, or of all that go. Each line once, however many shipments they have. */
export function notReleased(shipments: readonly ShipmentThing[], order?: string): RestOfLine[] {
  const lines = shipments.flatMap(({ orders, unreleased }) =>
    (unreleased?.lines ?? []).filter(({ orderNumber }) => {
      return order === undefined || orderNumber === order || orders.length === 1;
    }),
  );
  return [...new Map(lines.map((line) => [`${line.line} ${line.order}`, line])).values()];
}

/** What is on shipments and was not picked. */
function notPicked(shipments: readonly ShipmentThing[]): RestOfLine[] {
  return shipments.flatMap(({ orders, lines }) =>
    lines
      .filter(({ quantityBase, pickedBase }) => pickedBase < quantityBase)
      .map(({ quantityBase, pickedBase, ...line }) => ({
        ...line,
        orderNumber: orders.join(', '),
        restBase: quantityBase - pickedBase,
      })),
  );
}

/**
 * What will not be delivered once these shipments have gone and their rest is cancelled, line by line: with an order, or
 * where one shipment stands for an order, also what was never released.
 */
export function whatCloses(shipments: readonly ShipmentThing[], order?: string): RestOfLine[] {
  const left = order === undefined ? notReleased(shipments.filter(isOnlyOne)) : notReleased(shipments, order);
  return [...notPicked(shipments), ...left];
}

/** What is closed with these shipments whatever is said of a rest: one of them stands for an order. */
export function closedAnyway(shipments: readonly ShipmentThing[]): RestOfLine[] {
  return whatCloses(shipments.filter(isOnlyOne));
}

/** How many lines more there are of which a device is not told one by one. */
export function moreNotReleased(shipments: readonly ShipmentThing[]): number {
  const untold = shipments.map(({ unreleased }) => (unreleased ? unreleased.count - unreleased.lines.length : 0));
  return untold.reduce((sum, count) => sum + count, 0);
}

/** Some of these are not picked whole, and it is to be said what becomes of that. */
export function isRestOpen(shipments: readonly ShipmentThing[]): boolean {
  return notPicked(shipments.filter((shipment) => !isOnlyOne(shipment))).length > 0;
}

function isOnlyOne(shipment: ShipmentThing): boolean {
  return shipment.isOnlyOne === true;
}
