/** Where waves, their work and their templates are found, at the server and in the console. */
export const wavesHref = '/console/waves';
export const workHref = '/console/waves/all/work';
export const templatesHref = '/console/waves/all/templates';

export function waveHref(wave: string): string {
  return `${wavesHref}/${encodeURIComponent(wave)}`;
}

export function templateHref(code: string): string {
  return `${templatesHref}/${encodeURIComponent(code)}`;
}

export function templatesPath(warehouse: string): string {
  return `/api/admin/wave-templates/${encodeURIComponent(warehouse)}`;
}

export function templatePath(warehouse: string, code: string): string {
  return `${templatesPath(warehouse)}/${encodeURIComponent(code)}`;
}

export function orderHref(sourceSystem: string, order: string): string {
  return `/console/outbound/${encodeURIComponent(sourceSystem)}/${encodeURIComponent(order)}`;
}

/** The orders with this number, whatever their source system. */
export function orderSearch(order: string): string {
  return `/console/outbound?status=all&search=${encodeURIComponent(order)}`;
}
