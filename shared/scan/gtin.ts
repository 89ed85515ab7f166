import { gs1CheckDigit, hasGs1CheckDigit } from './check-digits.ts';

/**
 * The GTIN-14 readings of the digits under an EAN, UPC or ITF-14 barcode: none when the length or the check digit
 * is wrong. Eight digits that begin with 0 or 1 can be an EAN-8 and a UPC-E at once; then both are given, the
 * UPC-E first, because EAN-8 numbers beginning with 0 are reserved for use inside a store.
 */
export function gtin14Readings(digits: string): string[] {
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return [];
  const readings: string[] = [];
  const expanded = expandUpcE(digits);
  if (expanded !== null && hasGs1CheckDigit(expanded)) readings.push(expanded.padStart(14, '0'));
  if (hasGs1CheckDigit(digits)) readings.push(digits.padStart(14, '0'));
  return readings;
}

/**
 * The same for six or seven digits from a UPC-E whose scanner leaves out the number system 0, the check digit or both, as
 * many do unless they are told otherwise. With a check digit it is right; seven digits can be read in both ways, then both
 * are given. Empty for anything else.
 */
export function shortUpcEReadings(digits: string): string[] {
  if (!/^\d{6,7}$/.test(digits)) return [];
  const withCheckDigit = expandUpcE(`0${digits}`);
  const without = expandUpcE(`${digits.padStart(7, '0')}0`)?.slice(0, -1);
  const readings = [
    ...(withCheckDigit !== null && hasGs1CheckDigit(withCheckDigit) ? [withCheckDigit] : []),
    ...(without === undefined ? [] : [without + gs1CheckDigit(without)]),
  ];
  return [...new Set(readings)].map((gtin12) => gtin12.padStart(14, '0'));
}

/**
 * The 12 digits of the UPC-A that a UPC-E of 8 digits (number system 0 or 1, six digits, check digit) stands for;
 * null for anything else. The check digit is carried over, not verified. Source: GS1 General Specifications 5.2.2.4.
 */
export function expandUpcE(digits: string): string | null {
  const match = /^([01])(\d)(\d)(\d)(\d)(\d)(\d)(\d)$/.exec(digits);
  if (match === null) return null;
  const [, system = '', a = '', b = '', c = '', d = '', e = '', last = '', check = ''] = match;
  if (last <= '2') return `${system}${a}${b}${last}0000${c}${d}${e}${check}`;
  if (last === '3') return `${system}${a}${b}${c}00000${d}${e}${check}`;
  if (last === '4') return `${system}${a}${b}${c}${d}00000${e}${check}`;
  return `${system}${a}${b}${c}${d}${e}0000${last}${check}`;
}

/** Every way a GTIN may be written in master data: 14 digits, and 13, 12 and 8 where only zeros are left out. */
export function gtinForms(gtin14: string): string[] {
  return [14, 13, 12, 8].map((length) => gtin14.slice(-length)).filter((form) => form.padStart(14, '0') === gtin14);
}
