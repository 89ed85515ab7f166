import { hasGs1CheckDigit } from './check-digits.ts';

/** What a code looks like that nothing has, for whoever wonders which label that was. */
export const looks = ['link', 'gtin', 'sscc', 'badge', 'command', 'digits', 'short'] as const;
export type Looks = (typeof looks)[number];

/**
 * The form of a text, the most telling first; null for one that says nothing: letters and digits as locations, items and
 * orders have them all.
 */
export function looksLike(text: string): Looks | null {
  if (/^https?:\/\//i.test(text)) return 'link';
  if (/^%[A-Z]+\d*$/i.test(text)) return 'command';
  if (/^[A-Z]-\d{4,}$/.test(text)) return 'badge';
  if (/^(\d{8}|\d{12,14})$/.test(text) && hasGs1CheckDigit(text)) return 'gtin';
  if (/^(00)?\d{18}$/.test(text) && hasGs1CheckDigit(text.slice(-18))) return 'sscc';
  if (/^\d{1,3}$/.test(text)) return 'short';
  if (/^\d+$/.test(text)) return 'digits';
  return null;
}
