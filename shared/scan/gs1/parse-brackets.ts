import { refuseScan } from '../problems.ts';
import { checkValue } from './check-value.ts';
import type { Gs1Element } from './label.ts';
import type { Gs1Parse } from './parse-element-string.ts';
import { aiRule } from './rules.ts';

/**
 * The line under a barcode, as people type it: `(01)04012345678901(10)AB12`. A `(` inside a value is written `\(`.
 * Positions count from the beginning of the text.
 */
export function parseBrackets(text: string, currentYear: number): Gs1Parse {
  const elements: Gs1Element[] = [];
  let at = 0;
  while (at < text.length) {
    const [opening = '', ai = ''] = /^\(([^)]*)\)/.exec(text.slice(at)) ?? [];
    if (opening === '') return { refusal: refuseScan('scan.gs1_brackets', { position: at }) };
    const rule = aiRule(ai);
    if (rule === undefined) {
      return { refusal: refuseScan('scan.gs1_unknown_ai', { ai: ai.slice(0, 4), position: at + 1 }) };
    }
    const valueAt = at + opening.length;
    const [written = ''] = /^(?:\\\(|[^(])*/.exec(text.slice(valueAt)) ?? [];
    const value = written.replaceAll('\\(', '(');
    const refusal = checkValue(rule, value, valueAt, currentYear);
    if (refusal !== null) return { refusal };
    elements.push({ ai, value });
    at = valueAt + written.length;
  }
  return elements.length > 0 ? { elements } : { refusal: refuseScan('scan.gs1_empty', { position: 0 }) };
}
