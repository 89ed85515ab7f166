/**
 * The GS1 check digit (modulo 10, weights 3 and 1 from the right) of a string of digits without its check digit.
 * Source: GS1 General Specifications 7.9.1.
 */
export function gs1CheckDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1;
    sum += weight * Number(digits[index]);
  }
  return String((10 - (sum % 10)) % 10);
}

/** Whether the last of these digits is the GS1 check digit of those before it. */
export function hasGs1CheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && gs1CheckDigit(digits.slice(0, -1)) === digits.slice(-1);
}

const letterValues = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const checkLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * The pair of check characters of an alphanumeric GS1 key such as a GMN: values weighted with the primes from the
 * right, modulo 1021, written in two characters of 5 bits each. Source: GS1 General Specifications 7.9.5.
 */
export function gs1CheckPair(text: string): string {
  let sum = 0;
  let prime = 1;
  for (let index = text.length - 1; index >= 0; index -= 1) {
    prime = nextPrime(prime);
    sum += prime * letterValues.indexOf(text.charAt(index));
  }
  const rest = sum % 1021;
  return checkLetters.charAt(rest >> 5) + checkLetters.charAt(rest & 31);
}

/** Modulo 97 of ISO 7064 over digits and capital letters (A counts 10, Z counts 35), as IBANs use it. */
export function modulo97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value < 10 ? 10 : 100) + value) % 97;
  }
  return rest;
}

/**
 * Two check digits of a location code (ISO 7064 modulo 97-10 over its letters and digits, case ignored): printed
 * small on the label, so that a worker who types or says them has stood there. Every single wrong character and
 * every swap of neighbours changes them. For locations to which the site gave no check digits of its own.
 */
export function locationCheckDigits(location: string): string {
  const plain = location.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return String(98 - modulo97(`${plain}00`)).padStart(2, '0');
}

/** Whether these are the check digits of a place, as somebody gave them; some sites have letters among theirs. */
export function areCheckDigits(given: string, known: string | undefined): boolean {
  return known !== undefined && given.trim().toUpperCase() === known.toUpperCase();
}

function nextPrime(after: number): number {
  let candidate = after + 1;
  while (!isPrime(candidate)) candidate += 1;
  return candidate;
}

function isPrime(candidate: number): boolean {
  for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) {
    if (candidate % divisor === 0) return false;
  }
  return true;
}
