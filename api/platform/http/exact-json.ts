import { decimalsOf, maxDecimals } from '#shared/kernel/quantity.ts';

/** A number of fewer digits is what it looks like; most bodies have none longer. Plates have, but their numbers are texts. */
const longNumber = /(?:^|[:,[\s])-?\d[\d.]{15}/;

/**
 * JSON as its sender wrote it: a number that reading rounds to another one becomes NaN, which no schema takes. That is
 * one whose decimals beyond the sixth vanish (10.00000000000000000001), and a whole one beyond 2^53.
 */
export function exactJson(text: string): unknown {
  const value: unknown = longNumber.test(text) ? JSON.parse(text, markRounded) : JSON.parse(text);
  if (typeof value === 'object' && value !== null && isPlain(text)) plain.add(value);
  return value;
}

/**
 * Whether the text that a value was read from has nothing but plain characters and is not nested deeper than anything
 * that is sent here. One look at a text of many commands costs a tenth of one at each name and number in them.
 */
export function wasPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && plain.has(value);
}

/** Nothing that is sent here is nested deeper; without a limit a few kilobytes of brackets exhaust the stack. */
export const deepest = 32;

const plain = new WeakSet<object>();
/** A backslash may stand for any character. */
const unusualOrEscaped = /[^\t\n\r\u0020-\u005b\u005d-\u007e\u00a0-\ud7ff\ue000-\uffff]/;
const quote = 0x22;
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

function isPlain(text: string): boolean {
  if (unusualOrEscaped.test(text)) return false;
  let depth = 0;
  for (let at = 0; at < text.length && depth <= deepest; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = text.indexOf('"', at + 1);
    else if (code === openBrace || code === openBracket) depth += 1;
    else if (code === closeBrace || code === closeBracket) depth -= 1;
  }
  return depth === 0;
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
