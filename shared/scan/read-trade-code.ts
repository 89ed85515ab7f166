import { hasGs1CheckDigit } from './check-digits.ts';
import { gtin14Readings, shortUpcEReadings } from './gtin.ts';
import { refuseScan, type ScanRefusal } from './problems.ts';

/** A number of trade by its check digit, or why it is none. */
export type TradeCode =
  | { readonly kind: 'gtin'; readonly gtins: readonly string[] }
  | { readonly kind: 'sscc'; readonly sscc: string }
  | { readonly kind: 'refused'; readonly refusal: ScanRefusal };

/**
 * Digits that may come from any barcode: a GTIN of 8, 12, 13 or 14 digits, an SSCC of 18, or of 20 with `00` in
 * front. Null for what has another form; refused when only the check digit is wrong.
 */
export function readTradeDigits(text: string): TradeCode | null {
  if (/^(\d{8}|\d{12,14})$/.test(text)) return gtinOf(gtin14Readings(text));
  const [, sscc] = /^(?:00)?(\d{18})$/.exec(text) ?? [];
  if (sscc === undefined) return null;
  return hasGs1CheckDigit(sscc) ? { kind: 'sscc', sscc } : wrongCheckDigit;
}

/**
 * The digits of an EAN or UPC barcode. `]E4` is an EAN-8, `]E3` an EAN-13 with an add-on behind it; the others are
 * EAN-13, UPC-A or UPC-E, also where a scanner leaves digits of a UPC-E out. Source: ISO/IEC 15424, which wants 13 digits of
 * each; many scanners send a UPC-A with 12 all the same.
 */
export function readRetailDigits(identifier: string, text: string): TradeCode {
  if (!/^\d+$/.test(text)) return { kind: 'refused', refusal: refuseScan('scan.bad_character') };
  if (identifier === ']E4' && text.length === 8) {
    return gtinOf(hasGs1CheckDigit(text) ? [text.padStart(14, '0')] : []);
  }
  const digits = identifier === ']E3' ? text.slice(0, 13) : text;
  if (identifier !== ']E4' && (digits.length === 6 || digits.length === 7)) return gtinOf(shortUpcEReadings(digits));
  if (![8, 12, 13].includes(digits.length)) return partial;
  return gtinOf(gtin14Readings(digits));
}

/** A beam that leaves an Interleaved 2 of 5 early reads a shorter code that looks right: only 14 digits are safe. */
export function readInterleavedDigits(text: string): TradeCode {
  return text.length === 14 ? gtinOf(gtin14Readings(text)) : partial;
}

const wrongCheckDigit: TradeCode = { kind: 'refused', refusal: refuseScan('scan.check_digit') };
const partial: TradeCode = { kind: 'refused', refusal: refuseScan('scan.partial_code') };

function gtinOf(gtins: readonly string[]): TradeCode {
  return gtins.length > 0 ? { kind: 'gtin', gtins } : wrongCheckDigit;
}
