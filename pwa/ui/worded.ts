import { type Texts, worded } from '#shared/locales/worded.ts';
import type { WordParam, Words } from './words.ts';

/** How a language writes what is no word. */
export interface Writing {
  moment(atMs: number): string;
  number(value: number): string;
}

/** Words in the language of a table. What is filled in may be words itself, several in a row, a moment or a number. */
export function wordsIn(table: Texts, words: Words, writing: Writing): string {
  if (typeof words === 'string') return words;
  if (words.otherwise !== undefined && !Object.hasOwn(table, words.key)) return words.otherwise;
  const filled = Object.entries(words.params ?? {}).map(([name, value]) => [name, filledIn(table, value, writing)]);
  return worded(table, words.key, Object.fromEntries(filled));
}

function filledIn(table: Texts, value: WordParam, writing: Writing): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return writing.number(value);
  if (isList(value)) return value.map((each) => wordsIn(table, each, writing)).join(' / ');
  return 'atMs' in value ? writing.moment(value.atMs) : wordsIn(table, value, writing);
}

function isList(value: WordParam): value is readonly Exclude<Words, string>[] {
  return Array.isArray(value);
}
