/**
 * How long goods that somebody has taken along are theirs without another word of them, in milliseconds. Whoever puts
 * one of their plates down, or takes another along, has all of them for as long again. Afterwards anybody may take them:
 * a device that was dropped or has no power would keep them for ever.
 */
export const claimLeaseMs = 30 * 60_000;

/**
 * How long whoever began to count is not told what the books say, in milliseconds, unless they said what is there, it is done
 * or it was withdrawn: a shift. Others may take the count over much sooner, but until it is done it can still come from
 * whoever began it, and who is back from a break must not have been told meanwhile.
 */
export const blindMs = 12 * 60 * 60_000;

/** A lease that is so far gone is lengthened; earlier it is not worth a write. */
export const claimRenewalMs = 5 * 60_000;

/** Whether a claim still stands at an instant. Who has none has no claim. */
export function isClaimed(claimedBy: string | null, claimedAtMs: number | null, nowMs: number): boolean {
  return claimedBy !== null && (claimedAtMs ?? 0) + claimLeaseMs > nowMs;
}
