import { decimalsOf, maxDecimals } from '#shared/kernel/quantity.ts';

/** A number of fewer digits is what it looks like; most bodies have none longer. */
const longNumber = /\d[\d.]{15}/;

/**
 * JSON as its sender wrote it: a number that reading rounds to another one becomes NaN, which no schema takes. That is
 * one whose decimals beyond the sixth vanish (10.00000000000000000001), and a whole one beyond 2^53.
 */
export function exactJson(text: string): unknown {
  return longNumber.test(text) ? JSON.parse(text, markRounded) : JSON.parse(text);
}

function markRounded(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== 'number' || source === undefined || source.length < 16) return value;
  return isRounded(source, value) ? Number.NaN : value;
}

function isRounded(source: string, value: number): boolean {
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return true;
  const [mantissa = '', exponent = '0'] = source.toLowerCase().split('e');
  const fraction = (mantissa.split('.')[1] ?? '').replace(/0+$/, '');
  const hadDecimals = fraction.length - Number(exponent);
  return hadDecimals > maxDecimals && decimalsOf(value) <= maxDecimals;
}
