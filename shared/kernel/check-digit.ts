/**
 * The two check digits printed on a location's label, which a worker types instead of scanning: a number from 00 to 99
 * that neighbouring codes do not share. Derived from the code, so that a label can be made again.
 */
export function checkDigitOf(code: string): string {
  let sum = 0;
  for (const [index, char] of [...code].entries()) sum = (sum * 31 + (char.codePointAt(0) ?? 0) * (index + 1)) % 97;
  return String(sum).padStart(2, '0');
}
