import type { Language } from '../language.ts';

/**
 * How numbers are said where machines run. Radio operators' practice: digits one by one wherever two numbers sound alike
 * or where a language says them in another order than they are written.
 */
interface SpokenNumbers {
  /** 0 to 9. German says `zwo`, which nobody takes for `drei`. */
  readonly digits: readonly string[];
  /** A nought inside a number, where it is said otherwise than alone. */
  readonly nought: string;
  /** Numbers of two digits that are said as one word: none of them sounds like another. */
  readonly words: Readonly<Record<number, string>>;
}

/** 21 to 99, but for those that end in 0, as tens and ones. */
function tensAndOnes(tens: Readonly<Record<number, string>>, ones: readonly string[], joint: string) {
  return Object.fromEntries(
    Object.entries(tens).flatMap(([ten, word]) =>
      ones.slice(1).map((one, index) => [Number(ten) + index + 1, `${word}${joint}${one}`]),
    ),
  );
}

const englishDigits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const spanishDigits = ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'];

const numbers: Readonly<Record<Language, SpokenNumbers>> = {
  // Fifteen sounds like fifty: from 13 to 19, and the tens from 30, go by digits.
  en: {
    digits: englishDigits,
    nought: 'oh',
    words: {
      ...{ 10: 'ten', 11: 'eleven', 12: 'twelve', 20: 'twenty' },
      ...tensAndOnes(
        {
          20: 'twenty',
          30: 'thirty',
          40: 'forty',
          50: 'fifty',
          60: 'sixty',
          70: 'seventy',
          80: 'eighty',
          90: 'ninety',
        },
        englishDigits,
        '-',
      ),
    },
  },
  // Vierundzwanzig begins with its last digit, and dreizehn sounds like dreißig.
  de: {
    digits: ['null', 'eins', 'zwo', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'],
    nought: 'null',
    words: { 10: 'zehn', 11: 'elf', 12: 'zwölf', 20: 'zwanzig' },
  },
  // Sesenta sounds like setenta, doce like dos, trece like tres.
  es: {
    digits: spanishDigits,
    nought: 'cero',
    words: {
      ...{ 10: 'diez', 11: 'once', 14: 'catorce', 15: 'quince', 16: 'dieciséis', 17: 'diecisiete', 18: 'dieciocho' },
      ...{
        19: 'diecinueve',
        20: 'veinte',
        30: 'treinta',
        40: 'cuarenta',
        50: 'cincuenta',
        80: 'ochenta',
        90: 'noventa',
      },
      ...{ 21: 'veintiuno', 22: 'veintidós', 23: 'veintitrés', 24: 'veinticuatro', 25: 'veinticinco' },
      ...{ 26: 'veintiséis', 27: 'veintisiete', 28: 'veintiocho', 29: 'veintinueve' },
      ...tensAndOnes(
        { 30: 'treinta', 40: 'cuarenta', 50: 'cincuenta', 80: 'ochenta', 90: 'noventa' },
        spanishDigits,
        ' y ',
      ),
    },
  },
};

/** Digits one by one: `03` is "oh three". */
export function digitByDigit(digits: string, language: Language): string {
  const { digits: names, nought } = numbers[language];
  if (digits.length === 1) return names[Number(digits)] ?? digits;
  return [...digits].map((digit) => (digit === '0' ? nought : (names[Number(digit)] ?? digit))).join(' ');
}

/** A run of digits in a code: of two digits as a number where that is as clear, else one by one. */
export function spokenDigits(digits: string, language: Language): string {
  const word = digits.length === 2 ? numbers[language].words[Number(digits)] : undefined;
  return digits.startsWith('0') || word === undefined ? digitByDigit(digits, language) : word;
}

/** A whole number up to twelve as a word; null for others, which voices read well from their digits. */
export function smallNumber(value: number, language: Language): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 12) return null;
  const { digits, words } = numbers[language];
  return digits[value] ?? words[value] ?? digitByDigit(String(value), language);
}

/** Whether a whole number, said as one word, may be taken for another one. */
export function soundsLikeAnother(value: number, language: Language): boolean {
  return Number.isInteger(value) && value > 12 && value < 100 && numbers[language].words[value] === undefined;
}
