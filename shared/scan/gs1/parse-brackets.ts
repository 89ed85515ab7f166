import { refuseScan } from '../problems.ts';
import { checkValue } from './check-value.ts';
import type { Gs1Element, SkippedField } from './label.ts';
import { type Gs1Parse, parsed } from './parse-element-string.ts';
import { aiRule } from './rules.ts';

/**
 * The line under a barcode, as people type it: `(01)04012345678901(10)AB12`. A `(` inside a value is written `\(`.
 * Positions count from the beginning of the text.
 */
export function parseBrackets(text: string, currentYear: number, skipsUnknown = false): Gs1Parse {
  const elements: Gs1Element[] = [];
  const skipped: SkippedField[] = [];
  let at = 0;
  while (at < text.length) {
    const [opening = '', ai = ''] = /^\(([^)]*)\)/.exec(text.slice(at)) ?? [];
    if (opening === '') return { refusal: refuseScan('scan.gs1_brackets', { position: at }) };
    const rule = aiRule(ai);
    const valueAt = at + opening.length;
    const [written = ''] = /^(?:\\\(|[^(])*/.exec(text.slice(valueAt)) ?? [];
    if (rule === undefined) {
      const field = { ai: ai.slice(0, 4), position: at + 1 };
      if (!skipsUnknown || !/^\d{2,4}$/.test(ai)) return { refusal: refuseScan('scan.gs1_unknown_ai', field) };
      skipped.push(field);
      at = valueAt + written.length;
      continue;
    }
    const value = written.replaceAll('\\(', '(');
    const refusal = checkValue(rule, value, valueAt, currentYear);
    if (refusal !== null) return { refusal };
    elements.push({ ai, value });
    at = valueAt + written.length;
  }
  if (elements.length + skipped.length === 0) return { refusal: refuseScan('scan.gs1_empty', { position: 0 }) };
  return parsed(elements, skipped);
}
