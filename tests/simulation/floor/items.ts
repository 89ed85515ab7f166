import { gs1CheckDigit } from '#shared/scan/check-digits.ts';
import type { SimItem } from '../outside/sim-erp.ts';

/** A dozen items with pieces and cases; two of them are kept by lot. */
export const simItems: readonly SimItem[] = Array.from({ length: 12 }, (_, index) => {
  const digits = `400638${String(100_000 + index)}`;
  const ofCase = `1${digits}`;
  return {
    number: `I${String(index + 1).padStart(3, '0')}`,
    gtin: digits + gs1CheckDigit(digits),
    caseGtin: ofCase + gs1CheckDigit(ofCase),
    piecesPerCase: 6,
    lotTracked: index >= 10,
  };
});
