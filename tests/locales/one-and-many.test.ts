import { expect, test } from 'vitest';
import { problemTexts as germanProblems } from '#shared/locales/problems.de.ts';
import { problemTexts as englishProblems } from '#shared/locales/problems.en.ts';
import { problemTexts as spanishProblems } from '#shared/locales/problems.es.ts';
import { worded } from '#shared/locales/worded.ts';
import { aidTexts as germanAids } from '../../pwa/ui/locales/aids.de.ts';
import { aidTexts as englishAids } from '../../pwa/ui/locales/aids.en.ts';
import { aidTexts as spanishAids } from '../../pwa/ui/locales/aids.es.ts';
import { cameraTexts as germanCamera } from '../../pwa/ui/locales/camera.de.ts';
import { cameraTexts as englishCamera } from '../../pwa/ui/locales/camera.en.ts';
import { cameraTexts as spanishCamera } from '../../pwa/ui/locales/camera.es.ts';
import { texts as germanConsole } from '../../pwa/ui/locales/console.de.ts';
import { texts as englishConsole } from '../../pwa/ui/locales/console.en.ts';
import { texts as spanishConsole } from '../../pwa/ui/locales/console.es.ts';
import { texts as german } from '../../pwa/ui/locales/de.ts';
import { texts as english } from '../../pwa/ui/locales/en.ts';
import { texts as spanish } from '../../pwa/ui/locales/es.ts';

const sentence = { lines: '{done} of {of} {of|line|lines}, {left} {left|is|are} left' };

test.each<[params: Record<string, string | number>, said: string]>([
  [{ done: 1, of: 1, left: 0 }, '1 of 1 line, 0 are left'],
  [{ done: 0, of: 2, left: '1' }, '0 of 2 lines, 1 is left'],
  [{ done: 0, of: 21, left: '1.5' }, '0 of 21 lines, 1.5 are left'],
])('of one thing is not spoken as of many: %o', (params, said) => {
  expect(worded(sentence, 'lines', params)).toBe(said);
});

const languages = [
  ['English', { ...english, ...englishAids, ...englishCamera, ...englishConsole, ...englishProblems }],
  ['German', { ...german, ...germanAids, ...germanCamera, ...germanConsole, ...germanProblems }],
  ['Spanish', { ...spanish, ...spanishAids, ...spanishCamera, ...spanishConsole, ...spanishProblems }],
] as const;

/** Bounds that the program sets, and sentences that are said only where there are too many. */
const neverOne = ['limit', 'most', 'stock.more', 'message.too_many_lines'];

test.each(languages)('%s says no number with a word that is for many only', (_language, texts) => {
  const sentences: [key: string, text: string][] = Object.entries(texts);
  const forMany = new Set(sentences.flatMap(([, text]) => wordsForMany(text)));
  const wrong = sentences.filter(([key, text]) =>
    [...text.matchAll(/\{(\w+)\} (\p{L}+)/gu)].some(
      ([, name = '', word = '']) => forMany.has(word) && ![key, name].some((known) => neverOne.includes(known)),
    ),
  );
  expect(wrong).toEqual([]);
});

test.each(languages)('%s chooses a word only by a number that the sentence names, and has two of them', (_, texts) => {
  const sentences: [key: string, text: string][] = Object.entries(texts);
  const wrong = sentences.filter(([, text]) =>
    formsOf(text).some(({ name, one, many }) => one === many || !text.includes(`{${name}}`)),
  );
  expect(wrong).toEqual([]);
});

function formsOf(text: string): { name: string; one: string; many: string }[] {
  return [...text.matchAll(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g)].map(([, name = '', one = '', many = '']) => ({
    name,
    one,
    many,
  }));
}

/** Words right behind a number that are others where it is 1. */
function wordsForMany(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\} \{\1\|([^| }]*)[^|}]*\|([^| }]*)[^}]*\}/g)].flatMap(
    ([, , one = '', many = '']) => (one === many ? [] : [many]),
  );
}
