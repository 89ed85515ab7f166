/**
 * The shipment that stands for an order where its source system lets only one do so: the newest that more can go with; one
 * that is on the truck where there is no other. Null: none is under way.
 */
export function theOneUnderWay(
  shipments: readonly { readonly shipment: string; readonly status: string }[],
): { readonly shipment: string; readonly isLoaded: boolean } | null {
  const going = shipments.find(({ status }) => status !== 'loaded') ?? shipments[0];
  return going ? { shipment: going.shipment, isLoaded: going.status === 'loaded' } : null;
}
