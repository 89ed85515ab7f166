/** Where what leaves is found, at the server and in the console. */
export const loadsPath = '/api/device/outbound-loads';
export const shippingHref = '/console/shipping';

export function loadHref(load: string): string {
  return `${shippingHref}/${encodeURIComponent(load)}`;
}

export function documentHref(documentNumber: string): string {
  return `/console/documents/${encodeURIComponent(documentNumber)}`;
}
