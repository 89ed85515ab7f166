/** From the first bar to the last. Source: GS1 General Specifications, 5.2.1. */
export const eanModules = 95;

/** How far its guard bars reach below the others, mm, at the widest; nothing is written there. */
export const eanGuards = 3;

/** The 13 digits of a GTIN in 14, as an EAN-13 holds them (a UPC-A is one with 0 in front); null for one that has more or less. */
export function eanOf(gtin: string): string | null {
  return /^0(?!0{5})\d{13}$/.test(gtin) ? gtin.slice(1) : null;
}

/** The order that draws it, for a height in dots: the check digit is the printer's own sum. */
export function eanZpl(ean: string, height: number): string {
  return `^BEN,${height},N,N^FD${ean.slice(0, 12)}`;
}
