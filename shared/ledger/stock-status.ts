/** What goods of a lot on hold have instead of `available`. Only holding a lot gives it, and only its release takes it. */
export const onHoldStatus = 'on-hold';
