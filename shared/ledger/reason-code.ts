/** Why a person departs from what was asked of them. Stable codes; the wording is in the locale tables. */
export const reasonCodes = ['not-there', 'damaged', 'correction', 'found', 'customer', 'other'] as const;

/** Putting goods elsewhere has one reason more, which is the usual one. */
export const overrideReasons = ['full', ...reasonCodes] as const;
