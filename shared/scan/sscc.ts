import { invariant } from '../kernel/invariant.ts';
import { gs1CheckDigit } from './check-digits.ts';

/**
 * The company prefix that our own licence plates begin with. GS1 prefix 952 is set aside for demonstrations and
 * examples, so that no plate of ours can be mistaken for another company's.
 */
export const demoCompanyPrefix = '9521234';

const extensionDigit = '0';

/**
 * The SSCC (18 digits) of a serial number from 0 up: extension digit, company prefix, the number filled up with zeros,
 * check digit. Devices give out the numbers of the range they got at sign-in, the server draws from the same series, so
 * both make the same text of the same number. Source: GS1 General Specifications, application identifier (00).
 */
export function ssccOf(number: number, companyPrefix: string = demoCompanyPrefix): string {
  const serialDigits = 16 - companyPrefix.length;
  const serial = String(number).padStart(serialDigits, '0');
  const isFit = Number.isSafeInteger(number) && number >= 0 && serial.length === serialDigits;
  invariant(isFit, `${number} does not fit into the serial reference of an SSCC`);
  const digits = extensionDigit + companyPrefix + serial;
  return digits + gs1CheckDigit(digits);
}
