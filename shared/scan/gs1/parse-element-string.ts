import { refuseScan, type ScanRefusal } from '../problems.ts';
import { checkValue } from './check-value.ts';
import { dateOfSixDigits } from './dates.ts';
import type { Gs1Element, SkippedField } from './label.ts';
import { type AiRule, aiRuleAt } from './rules.ts';

/** What a parser of any GS1 syntax answers. */
export type Gs1Parse =
  | {
      readonly elements: readonly Gs1Element[];
      /** Left out for none: what was passed over because GS1 knows no such identifier. */
      readonly skipped?: readonly SkippedField[];
      /** Left out for none: the identifier whose value looks as if a date ran into it because a separator was lost. */
      readonly mayHide?: string;
      readonly refusal?: never;
    }
  | { readonly refusal: ScanRefusal; readonly elements?: never; readonly mayHide?: never };

export interface ElementStringOptions {
  readonly currentYear: number;
  /** Where the string begins in the scanned text; positions in refusals count from the text's beginning. */
  readonly position?: number;
  /** The device is known to drop separators: a value that could hide another element is refused, not guessed. */
  readonly separatorsLost?: boolean;
  /** Fields that GS1 does not know are passed over up to the next separator, instead of ending it. */
  readonly skipsUnknown?: boolean;
}

/** FNC1 as barcode readers transmit it. */
export const groupSeparator = '\u001d';

/**
 * Splits a GS1 element string, with U+001D between elements, and checks every value. One leading separator, one at
 * the end and one behind values of predefined length are accepted. The first thing wrong ends it. With `skipsUnknown` a
 * label may lose what stands behind an unknown field without a separator, but never becomes one that says nothing.
 * Source: GS1 General Specifications 7.8.
 */
export function parseElementString(text: string, options: ElementStringOptions): Gs1Parse {
  const parse = splitElements(text, options);
  const last = parse.elements?.at(-1);
  if (parse.elements === undefined || last === undefined || text.includes(groupSeparator)) return parse;
  const valueAt = text.length - last.value.length;
  if (aiRuleAt(text, valueAt - last.ai.length)?.selfDelimiting !== false) return parse;
  if (options.separatorsLost === true && hidesElement(last.value, last.value.length, options)) {
    return { refusal: refuseScan('scan.gs1_separator_lost', { ai: last.ai, position: valueAt + offset(options) }) };
  }
  return endsInDate(last, options) ? { ...parse, mayHide: last.ai } : parse;
}

/** A lot or serial number with a date of about now behind it, identifier and all: more likely lost a separator than not. */
function endsInDate({ ai, value }: Gs1Element, { currentYear }: ElementStringOptions): boolean {
  const [, digits = ''] = /^.+1[1-35-7](\d{6})$/.exec(value) ?? [];
  const year = Number(dateOfSixDigits(digits, currentYear)?.date.slice(0, 4) ?? 0);
  return (ai === '10' || ai === '21') && Math.abs(year - currentYear) <= datedWithinYears;
}

const datedWithinYears = 8;

function splitElements(text: string, options: ElementStringOptions): Gs1Parse {
  const elements: Gs1Element[] = [];
  const skipped: SkippedField[] = [];
  let at = text.startsWith(groupSeparator) ? 1 : 0;
  if (at === text.length) return { refusal: refuseScan('scan.gs1_empty', { position: offset(options) }) };
  while (at < text.length) {
    const rule = aiRuleAt(text, at);
    if (rule === undefined) {
      const refusal = unknownIdentifier(text, at, options);
      const { ai } = refusal.params;
      if (options.skipsUnknown !== true || ai === '') return { refusal };
      skipped.push({ ai: `${ai}`, position: at + offset(options) });
      const end = text.indexOf(groupSeparator, at);
      at = end < 0 ? text.length : end + 1;
      continue;
    }
    const valueAt = at + rule.ai.length;
    const separatorAt = text.indexOf(groupSeparator, valueAt);
    const segment = text.slice(valueAt, separatorAt < 0 ? text.length : separatorAt);
    const value = segment.slice(0, rule.longest);
    const position = valueAt + offset(options);
    if (value.length < segment.length && !rule.selfDelimiting) {
      return { refusal: overlong(rule, segment, position, options) };
    }
    const refusal = checkValue(rule, value, position, options.currentYear);
    const runOn =
      refusal === null ? swallowsKey(rule, value, options) : hasLettersOfNext(rule, value, refusal, options);
    if (runOn) return { refusal: refuseScan('scan.gs1_separator_missing', { ai: rule.ai, position }) };
    if (refusal !== null) return { refusal };
    elements.push({ ai: rule.ai, value });
    at = valueAt + value.length;
    if (text.startsWith(groupSeparator, at)) at += 1;
  }
  return parsed(elements, skipped);
}

/** What was understood; where nothing was, the first field that GS1 does not know is why. */
export function parsed(elements: readonly Gs1Element[], skipped: readonly SkippedField[]): Gs1Parse {
  const [first] = skipped;
  if (first === undefined) return { elements };
  return elements.length > 0 ? { elements, skipped } : { refusal: refuseScan('scan.gs1_unknown_ai', { ...first }) };
}

function unknownIdentifier(text: string, at: number, options: ElementStringOptions): ScanRefusal {
  const [ai = ''] = /^\d{0,4}/.exec(text.slice(at, at + 4)) ?? [];
  return refuseScan('scan.gs1_unknown_ai', { ai, position: at + offset(options) });
}

/** A value beyond its length: when the rest of it reads as further elements, it was the separator that is missing. */
function overlong(rule: AiRule, segment: string, position: number, options: ElementStringOptions): ScanRefusal {
  const { ai, longest } = rule;
  return hidesElement(segment, longest, options)
    ? refuseScan('scan.gs1_separator_missing', { ai, position })
    : refuseScan('scan.gs1_too_long', { ai, position, length: segment.length, limit: longest });
}

/**
 * Whether a lot, serial or the like ends in a whole plate or trade item with its check digit, and in nothing but
 * further elements behind it: not what anyone prints, but what a dropped separator leaves.
 */
function swallowsKey(rule: AiRule, value: string, { currentYear }: ElementStringOptions): boolean {
  const [text] = rule.components;
  if (rule.components.length > 1 || text?.set !== 'X' || text.longest !== 20) return false;
  const keyAt = value.slice(1).search(/00\d{18}|0[12]\d{14}/) + 1;
  return keyAt > 0 && readsToTheEnd(value.slice(keyAt), currentYear);
}

/** Whether a number has letters in it because a lot or serial ran into it. */
function hasLettersOfNext(rule: AiRule, value: string, refusal: ScanRefusal, options: ElementStringOptions): boolean {
  const letters = refusal.code === 'scan.gs1_character' && !rule.selfDelimiting;
  return letters && hidesElement(value, value.length, options);
}

/** Whether this text reads as a value of 1 to `longest` characters with well-formed elements right behind it. */
function hidesElement(text: string, longest: number, { currentYear }: ElementStringOptions): boolean {
  for (let length = 1; length <= longest && length < text.length; length += 1) {
    if (readsToTheEnd(text.slice(length), currentYear)) return true;
  }
  return false;
}

function readsToTheEnd(text: string, currentYear: number): boolean {
  let at = 0;
  while (at < text.length) {
    const rule = aiRuleAt(text, at);
    if (rule === undefined) return false;
    const valueAt = at + rule.ai.length;
    const value = text.slice(valueAt, rule.selfDelimiting ? valueAt + rule.longest : text.length);
    if (checkValue(rule, value, 0, currentYear) !== null) return false;
    at = valueAt + value.length;
  }
  return true;
}

function offset(options: ElementStringOptions): number {
  return options.position ?? 0;
}
