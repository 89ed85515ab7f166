/** The lowest id of a command made at an instant (ms): ids begin with it, so their key finds what was made since. */
export function firstCommandIdAt(atMs: number): string {
  const hex = Math.max(0, atMs).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}`;
}
