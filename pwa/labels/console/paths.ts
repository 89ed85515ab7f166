/** Where printers and what they print are found, at the server and in the console. */
export const labelsHref = '/console/labels';

export function printersPath(warehouse: string): string {
  return `/api/admin/printers/${encodeURIComponent(warehouse)}`;
}

export function printerPath(warehouse: string, code: string): string {
  return `${printersPath(warehouse)}/${encodeURIComponent(code)}`;
}

export const addressesPath = '/api/admin/print-addresses';
export const addressesHref = `${labelsHref}/addresses`;

export function printerHref(code: string): string {
  return `${labelsHref}/printers/${encodeURIComponent(code)}`;
}

export function jobHref(job: string): string {
  return `${labelsHref}/jobs/${encodeURIComponent(job)}`;
}

export function jobsPath(warehouse: string, more: Readonly<Record<string, string>> = {}): string {
  return `/api/console/print-jobs?${new URLSearchParams({ warehouse, ...more })}`;
}
