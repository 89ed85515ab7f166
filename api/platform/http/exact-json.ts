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
const [space, quote, colon, backslash] = [0x20, 0x22, 0x3a, 0x5c];
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

/**
 * A name that one object of a JSON text holds twice, as it is written there; undefined for none. Reading keeps the last of
 * them and drops the other without a word.
 */
export function repeatedName(text: string): string | undefined {
  const names: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === openBrace) names.push(new Set());
    else if (code === closeBrace) names.pop();
    if (code !== quote) continue;
    const start = at;
    at = endOfText(text, at);
    const next = afterSpace(text, at + 1);
    if (text.charCodeAt(next) !== colon) continue;
    const name = text.slice(start + 1, at);
    const known = names.at(-1);
    if (known?.has(name)) return name;
    known?.add(name);
    at = next;
  }
  return undefined;
}

/** Where the text that begins at a quote ends: at the next quote that no backslash stands for. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= space) at += 1;
  return at;
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
