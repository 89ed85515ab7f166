import { refuseScan, type ScanRefusal } from '../problems.ts';
import { linters } from './linters.ts';
import type { AiRule, CharacterSet } from './rules.ts';

/**
 * Why this value may not stand behind its application identifier, or null. Checked in this order: empty, too long,
 * then component by component too short, character, content.
 *
 * @param position where the value begins in the scanned text, for the refusal's `position`
 */
export function checkValue(rule: AiRule, value: string, position: number, currentYear: number): ScanRefusal | null {
  const { ai } = rule;
  if (value === '') return refuseScan('scan.gs1_empty', { ai, position });
  if (value.length > rule.longest) {
    return refuseScan('scan.gs1_too_long', { ai, position, length: value.length, limit: rule.longest });
  }
  let start = 0;
  for (const component of rule.components) {
    const part = value.slice(start, start + component.longest);
    if (part === '' && component.optional) continue;
    const at = position + start;
    if (part.length < component.shortest) return refuseScan('scan.gs1_too_short', { ai, position: at });
    const outside = part.search(outsideSet[component.set]);
    if (outside >= 0) return refuseScan('scan.gs1_character', { ai, position: at + outside });
    if (component.set === 'Z' && part.includes('=') && part.length % 3 !== 0) {
      return refuseScan('scan.gs1_value', { ai, position: at });
    }
    for (const name of component.linters) {
      const linter = linters[name];
      if (linter?.accepts(part, currentYear) === false) return refuseScan(linter.code, { ai, position: at });
    }
    start += part.length;
  }
  return null;
}

/** The first character that is not of the set. Source: GS1 General Specifications 7.11. */
const outsideSet: Record<CharacterSet, RegExp> = {
  N: /[^0-9]/,
  X: /[^!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]/,
  Y: /[^#\-/0-9A-Z]/,
  // Padding stands only at the end, and at most twice.
  Z: /[^0-9A-Z_a-z=-]|=(?=[^=])|===/,
};
