/** Orders that bring goods, and orders that take them away: by the names of their screens. */
export type WayOfOrder = 'orders' | 'outbound';

export function orderHref(
  way: WayOfOrder,
  { sourceSystem, orderNumber }: { readonly sourceSystem: string; readonly orderNumber: string },
): string {
  return `/console/${way}/${encodeURIComponent(sourceSystem)}/${encodeURIComponent(orderNumber)}`;
}

/** Where the server tells of them. */
export const listPaths: Readonly<Record<WayOfOrder, string>> = {
  orders: '/api/console/orders',
  outbound: '/api/console/outbound-orders',
};
