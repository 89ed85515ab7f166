import { dateOfSixDigits } from './dates.ts';
import type { Gs1Element } from './label.ts';
import { aiRule } from './rules.ts';

/** What a value means. Numbers with decimals stay texts, so that `1.250` keeps its scale. */
export type Gs1Meaning =
  | { readonly type: 'date'; readonly date: string; readonly dayUnspecified: boolean }
  | { readonly type: 'measure'; readonly value: string; readonly unit: string; readonly logistic: boolean }
  | { readonly type: 'amount'; readonly value: string; readonly currency?: string }
  | { readonly type: 'count'; readonly value: number }
  | { readonly type: 'text' };

/** The meaning of an element that was checked before. */
export function interpret({ ai, value }: Gs1Element, currentYear: number): Gs1Meaning {
  if (ai === '30' || ai === '37') return { type: 'count', value: Number(value) };
  const decimals = Number(ai.slice(3));
  const [unit, logistic] = measureOf(ai) ?? [];
  if (unit !== undefined) {
    return { type: 'measure', value: withDecimals(value, decimals), unit, logistic: logistic === true };
  }
  if (/^39[0-5]\d$/.test(ai)) return amountOf(ai, value, decimals);
  const date = isDated(ai) ? dateOfSixDigits(value.slice(0, 6), currentYear) : null;
  return date === null ? { type: 'text' } : { type: 'date', ...date };
}

/** 391n and 393n begin with a currency, 394n is a percentage off. */
function amountOf(ai: string, value: string, decimals: number): Gs1Meaning {
  if (ai.startsWith('394')) {
    return { type: 'measure', value: withDecimals(value, decimals), unit: '%', logistic: false };
  }
  if (!/^39[13]/.test(ai)) return { type: 'amount', value: withDecimals(value, decimals) };
  return { type: 'amount', value: withDecimals(value.slice(3), decimals), currency: value.slice(0, 3) };
}

function isDated(ai: string): boolean {
  return aiRule(ai)?.components[0]?.linters.some((name) => name.startsWith('yymmd')) ?? false;
}

/** `001234` with 3 decimals is `1.234`. */
function withDecimals(digits: string, decimals: number): string {
  const padded = digits.padStart(decimals + 1, '0');
  const whole = padded.slice(0, padded.length - decimals).replace(/^0+(?=\d)/, '');
  return decimals === 0 ? whole : `${whole}.${padded.slice(-decimals)}`;
}

function measureOf(ai: string): readonly [unit: string, logistic: boolean] | undefined {
  const unit = /^3[1-6]\d\d$/.test(ai) ? unitsByIdentifier[ai.slice(0, 3)] : undefined;
  return unit === undefined ? undefined : [unit, logisticIdentifiers.has(ai.slice(0, 3))];
}

/** Source: GS1 General Specifications 3.6.2 and 3.6.3, by the first three digits of the identifier. */
const unitsByIdentifier: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['kg', '310 330'],
      ['kg/m2', '337'],
      ['lb', '320 340'],
      ['troy oz', '356'],
      ['m', '311 312 313 331 332 333'],
      ['in', '321 324 327 341 344 347'],
      ['ft', '322 325 328 342 345 348'],
      ['yd', '323 326 329 343 346 349'],
      ['m2', '314 334'],
      ['in2', '350 353'],
      ['ft2', '351 354'],
      ['yd2', '352 355'],
      ['l', '315 335'],
      ['m3', '316 336'],
      ['oz', '357'],
      ['qt', '360 362'],
      ['gal', '361 363'],
      ['in3', '364 367'],
      ['ft3', '365 368'],
      ['yd3', '366 369'],
    ] as const
  ).flatMap(([unit, identifiers]) => identifiers.split(' ').map((identifier) => [identifier, unit])),
);

/** Those that measure the logistic unit, packing included. */
const logisticIdentifiers: ReadonlySet<string> = new Set(
  '330 331 332 333 334 335 336 340 341 342 343 344 345 346 347 348 349 353 354 355 362 363 367 368 369'.split(' '),
);
