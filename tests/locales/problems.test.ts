import { describe, expect, test } from 'vitest';
import { floorProblemTexts } from '#shared/locales/floor-problems.en.ts';
import { approvalsProblems } from '#shared/locales/problems/approvals.en.ts';
import { problemTexts as german } from '#shared/locales/problems.de.ts';
import { problemTexts as english } from '#shared/locales/problems.en.ts';
import { problemTexts as spanish } from '#shared/locales/problems.es.ts';
import type { Texts } from '#shared/locales/worded.ts';
import { everyString, problemUses, problemUsesIn } from '../support/problem-codes.ts';

const tables: readonly [language: string, texts: Texts][] = [
  ['English', english],
  ['German', german],
  ['Spanish', spanish],
];

/** Where problems are made that only desks and other systems meet. */
const ofDesks =
  /^(?:shared|api|pwa)\/(?:catalogue|documents|integration|monitoring|orders|people|planning|sites|waves|demo|app\.ts|bin)\b|^api\/labels\b|console|routes/;

describe('every problem has its words', () => {
  test.each(tables)('in %s', (_, texts) => {
    const silent = problemUses().filter(({ code }) => !Object.hasOwn(texts, code));
    expect(silent.map(({ code, where }) => `${code} (${where})`)).toEqual([]);
  });

  test('a handheld has them for everything that a task of the floor can meet; approvals are asked for at desks', () => {
    const known = { ...floorProblemTexts, ...approvalsProblems };
    const silent = problemUses().filter(({ code, where }) => !where.match(ofDesks) && !Object.hasOwn(known, code));
    expect(silent.map(({ code, where }) => `${code} (${where})`)).toEqual([]);
  });

  test('a sentence fills in only what the place that makes the problem gives', () => {
    const unfilled = problemUses().flatMap(({ code, params, where }) =>
      params === null
        ? []
        : placesOf(english, code)
            .filter((place) => !params.includes(place))
            .map((place) => `${where} makes ${code} without {${place}}`),
    );
    expect(unfilled).toEqual([]);
  });

  test('no sentence is left of which nothing makes the problem', () => {
    const written = everyString();
    expect(Object.keys(english).filter((code) => !written.has(code))).toEqual([]);
  });
});

describe('the languages say the same', () => {
  test.each(tables.slice(1))('%s fills in what English does', (_, texts) => {
    const differing = Object.keys(english).filter(
      (code) => placesOf(texts, code).join() !== placesOf(english, code).join(),
    );
    expect(differing).toEqual([]);
  });

  test.each(tables.slice(1))('%s is translated throughout', (_, texts) => {
    const same = Object.entries(english).filter(([code, text]) => texts[code] === text || texts[code]?.trim() === '');
    expect(same.map(([code]) => code)).toEqual([]);
  });
});

test.each<[text: string, found: string]>([
  ["problem('a.b');", 'a.b()'],
  ["problem('a.b', { one, two: 2 });", 'a.b(one two)'],
  ["problem(late ? 'a.late' : 'a.early', { at });", 'a.late(at) a.early(at)'],
  ["problem('a.b', params);", 'a.b(?)'],
  ["problem('a.b', { ...params });", 'a.b(?)'],
  ["refuseScan('scan.empty');", 'scan.empty()'],
  ["const fault = { pointer, code: 'a.b', params: { n } };", 'a.b(n)'],
  ["const warning = { code: 'a.b' as const };", 'a.b(?)'],
  ["const item = { code: 'A-01-01' };", ''],
  ["operation({ type: 'receiving.register' });", ''],
])('%s makes %s', (text, found) => {
  const uses = problemUsesIn('shared/kernel/a.ts', text);
  expect(uses.map(({ code, params }) => `${code}(${params?.join(' ') ?? '?'})`).join(' ')).toBe(found);
});

function placesOf(texts: Texts, code: string): string[] {
  return [...(texts[code] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}
