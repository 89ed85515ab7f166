import type { WorkThing } from '#shared/ledger/thing.ts';

/** Whether somebody has the goods of this work on a trip at an instant, by the server's clock. */
export function isTaken({ claimedBy, claimedUntil }: WorkThing, now: string | number): boolean {
  if (!claimedBy) return false;
  return claimedUntil === undefined || Date.parse(claimedUntil) > new Date(now).getTime();
}
