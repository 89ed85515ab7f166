/** Where counts and their plans are found, at the server and in the console. */
export const countsHref = '/console/counts';
export const plansHref = `${countsHref}/plans`;

export function planHref(code: string): string {
  return `${plansHref}/${encodeURIComponent(code)}`;
}

export function plansPath(warehouse: string): string {
  return `/api/admin/count-plans/${encodeURIComponent(warehouse)}`;
}

export function planPath(warehouse: string, code: string): string {
  return `${plansPath(warehouse)}/${encodeURIComponent(code)}`;
}
