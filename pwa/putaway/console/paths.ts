/** Where the rules of put-away are found, at the server and in the console. */
export function rulesPath(warehouse: string): string {
  return `/api/admin/warehouses/${encodeURIComponent(warehouse)}/putaway-rules`;
}

export function rulePath(warehouse: string, code: string): string {
  return `${rulesPath(warehouse)}/${encodeURIComponent(code)}`;
}

export const screenHref = '/console/putaway';

export function ruleHref(code: string): string {
  return `${screenHref}/${encodeURIComponent(code)}`;
}
