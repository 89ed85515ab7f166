export const loadsPath = '/api/console/loads';
export const newLoadHref = '/console/loads/by-hand/new';

export function loadHref(load: string): string {
  return `/console/loads/${encodeURIComponent(load)}`;
}

export function orderHref(sourceSystem: string, order: string): string {
  return `/console/orders/${encodeURIComponent(sourceSystem)}/${encodeURIComponent(order)}`;
}

export function messageHref(sourceSystem: string, messageId: string): string {
  return `/console/messages/${encodeURIComponent(sourceSystem)}/${encodeURIComponent(messageId)}`;
}

export function documentHref(documentNumber: string): string {
  return `/console/documents/${encodeURIComponent(documentNumber)}`;
}
