import { invariant } from '../kernel/invariant.ts';
import { gs1CheckDigit, hasGs1CheckDigit } from './check-digits.ts';

/**
 * The company prefix of demo mode. GS1 prefix 952 is set aside for demonstrations and examples, so that no plate of the
 * demo can be mistaken for a company's.
 */
export const demoCompanyPrefix = '9521234';

/** GS1 gives company prefixes of 4 to 12 digits. */
export const companyPrefixText = /^\d{4,12}$/;

/** True for prefixes that GS1 keeps for examples: no real label may carry one. */
export function isExamplePrefix(companyPrefix: string): boolean {
  return companyPrefix.startsWith('952');
}

/** How many plates there can be under a company prefix: all digits between it and the check digit, and the first one. */
export function plateNumbersOf(companyPrefix: string): number {
  return 10 ** (17 - companyPrefix.length);
}

/**
 * The SSCC (18 digits) of a number from 0 up: its first digit is the extension digit, then the company prefix, the rest
 * of the number filled up with zeros, check digit. Devices give out the numbers of the ranges they got, the server draws
 * from the same series, so both make the same text of the same number. Source: GS1 General Specifications, application
 * identifier (00).
 */
export function ssccOf(number: number, companyPrefix: string = demoCompanyPrefix): string {
  const isFit = Number.isSafeInteger(number) && number >= 0 && number < plateNumbersOf(companyPrefix);
  invariant(isFit, `${number} is no number of a licence plate under ${companyPrefix}`);
  const [extension = '', ...serial] = String(number).padStart(17 - companyPrefix.length, '0');
  const digits = extension + companyPrefix + serial.join('');
  return digits + gs1CheckDigit(digits);
}

/** True for the 18 digits of an SSCC, whoever made it. */
export function isSscc(text: string): boolean {
  return /^\d{18}$/.test(text) && hasGs1CheckDigit(text);
}
