/** Where the set-up of sites is found, at the server and in the console. */
export const warehousesPath = '/api/admin/warehouses';

export function warehousePath(warehouse: string): string {
  return `${warehousesPath}/${encodeURIComponent(warehouse)}`;
}

export function locationsPath(warehouse: string): string {
  return `${warehousePath(warehouse)}/locations`;
}

export function warehouseHref(warehouse: string): string {
  return `/console/setup/warehouses/${encodeURIComponent(warehouse)}`;
}

export function locationHref(warehouse: string, code: string): string {
  return `${warehouseHref(warehouse)}/locations/${encodeURIComponent(code)}`;
}

export function scanRulesPath(warehouse: string): string {
  return `${warehousePath(warehouse)}/scan-rules`;
}
