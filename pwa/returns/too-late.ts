/** Goods came back later than they are taken. */
export const tooLate: readonly string[] = ['returns.too_late', 'returns.too_late_blind'];
