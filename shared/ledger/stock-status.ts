/** What goods of a lot on hold have instead of `available`. Only holding a lot gives it, and only its release takes it. */
export const onHoldStatus = 'on-hold';

/** The status that goods come in with: what would be available of a lot on hold is on hold. */
export function statusOnArrival(inventoryStatus: string, lot: { readonly isOnHold?: boolean } | null): string {
  return lot?.isOnHold && inventoryStatus === 'available' ? onHoldStatus : inventoryStatus;
}
