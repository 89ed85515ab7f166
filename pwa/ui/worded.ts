import { type Texts, worded } from '#shared/locales/worded.ts';
import type { WordParam, Words } from './words.ts';

/** Words in the language of a table. What is filled in may be words itself, several in a row, or a moment. */
export function wordsIn(table: Texts, words: Words, moment: (atMs: number) => string): string {
  if (typeof words === 'string') return words;
  if (words.otherwise !== undefined && !Object.hasOwn(table, words.key)) return words.otherwise;
  const filled = Object.entries(words.params ?? {}).map(([name, value]) => [name, filledIn(table, value, moment)]);
  return worded(table, words.key, Object.fromEntries(filled));
}

function filledIn(table: Texts, value: WordParam, moment: (atMs: number) => string): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (isList(value)) return value.map((each) => wordsIn(table, each, moment)).join(' / ');
  return 'atMs' in value ? moment(value.atMs) : wordsIn(table, value, moment);
}

function isList(value: WordParam): value is readonly Exclude<Words, string>[] {
  return Array.isArray(value);
}
