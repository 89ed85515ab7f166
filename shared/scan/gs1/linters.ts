import { gs1CheckPair, hasGs1CheckDigit, modulo97 } from '../check-digits.ts';
import type { ScanProblemCode } from '../problems.ts';
import { isCountryCode, isCountryNumber, isCurrencyNumber, isPackageType } from './code-lists.ts';
import { isCouponCode, isPositiveOfferCoupon } from './coupons.ts';
import { dateOfSixDigits, isDateOfEightDigits } from './dates.ts';

/** A check that the GS1 Syntax Dictionary asks of a component, and the code of the refusal when it fails. */
export interface Linter {
  readonly code: ScanProblemCode;
  readonly accepts: (value: string, currentYear: number) => boolean;
}

/**
 * By the dictionary's own names. Components reach a linter after their length and character set were checked.
 * Source of what each accepts: the GS1 General Specifications, sections 3 and 7, and the dictionary's description.
 */
export const linters: Readonly<Record<string, Linter>> = {
  csum: refusing('scan.gs1_check_digit', hasGs1CheckDigit),
  csumalpha: refusing('scan.gs1_check_digit', (value) => gs1CheckPair(value.slice(0, -2)) === value.slice(-2)),
  yymmdd: refusing('scan.gs1_date', (value, year) => dateOfSixDigits(value, year)?.dayUnspecified === false),
  yymmd0: refusing('scan.gs1_date', (value, year) => dateOfSixDigits(value, year) !== null),
  yyyymmdd: refusing('scan.gs1_date', isDateOfEightDigits),
  hh: refusing('scan.gs1_time', (value) => value < '24'),
  mi: refusing('scan.gs1_time', (value) => value < '60'),
  ss: refusing('scan.gs1_time', (value) => value < '60'),
  hhmi: refusing('scan.gs1_time', matches(/^([01]\d|2[0-3])[0-5]\d$/)),
  // A company prefix has at least four digits; which ones are given out is not for a scanner to know.
  gcppos1: refusing('scan.gs1_value', matches(/^\d{4}/)),
  gcppos2: refusing('scan.gs1_value', matches(/^.\d{4}/)),
  iso3166: refusing('scan.gs1_value', isCountryNumber),
  iso3166999: refusing('scan.gs1_value', (value) => value === '999' || isCountryNumber(value)),
  iso3166alpha2: refusing('scan.gs1_value', isCountryCode),
  iso4217: refusing('scan.gs1_value', isCurrencyNumber),
  iso5218: refusing('scan.gs1_value', matches(/^[0129]$/)),
  iban: refusing('scan.gs1_value', isIban),
  packagetype: refusing('scan.gs1_value', isPackageType),
  couponcode: refusing('scan.gs1_value', isCouponCode),
  couponposoffer: refusing('scan.gs1_value', isPositiveOfferCoupon),
  hasnondigit: refusing('scan.gs1_value', matches(/\D/)),
  hyphen: refusing('scan.gs1_value', matches(/^-+$/)),
  importeridx: refusing('scan.gs1_value', matches(/^[\w-]$/)),
  latitude: refusing('scan.gs1_value', (value) => value <= '1800000000'),
  longitude: refusing('scan.gs1_value', (value) => value <= '3600000000'),
  mediatype: refusing('scan.gs1_value', matches(/^(0[1-9]|10|[89]\d)$/)),
  nonzero: refusing('scan.gs1_value', matches(/[1-9]/)),
  nozeroprefix: refusing('scan.gs1_value', matches(/^(0$|[^0])/)),
  pcenc: refusing('scan.gs1_value', matches(/^([^%]|%[\dA-Fa-f]{2})*$/)),
  pieceoftotal: refusing('scan.gs1_value', (value) => isPieceOf(value.slice(0, 2), value.slice(2))),
  posinseqslash: refusing('scan.gs1_value', isPositionInSequence),
  winding: refusing('scan.gs1_value', matches(/^[019]$/)),
  yesno: refusing('scan.gs1_value', matches(/^[01]$/)),
  zero: refusing('scan.gs1_value', matches(/^0+$/)),
};

function refusing(code: ScanProblemCode, accepts: Linter['accepts']): Linter {
  return { code, accepts };
}

function matches(pattern: RegExp): (value: string) => boolean {
  return (value) => pattern.test(value);
}

/** Account numbers have at least one character beyond country, check digits and the shortest bank code. */
function isIban(value: string): boolean {
  if (!/^[A-Z]{2}[0-9A-Z]{9,}$/.test(value) || !isCountryCode(value.slice(0, 2))) return false;
  return modulo97(value.slice(4) + value.slice(0, 4)) === 1;
}

function isPieceOf(piece: string, total: string): boolean {
  return Number(piece) > 0 && Number(piece) <= Number(total);
}

function isPositionInSequence(value: string): boolean {
  const [, position = '', end = ''] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(value) ?? [];
  return isPieceOf(position, end);
}
