import { describe, expect, test } from 'vitest';
import { aidTexts as germanAids } from '../../pwa/ui/locales/aids.de.ts';
import { aidTexts as englishAids } from '../../pwa/ui/locales/aids.en.ts';
import { aidTexts as spanishAids } from '../../pwa/ui/locales/aids.es.ts';
import { cameraTexts as germanCamera } from '../../pwa/ui/locales/camera.de.ts';
import { cameraTexts as englishCamera } from '../../pwa/ui/locales/camera.en.ts';
import { cameraTexts as spanishCamera } from '../../pwa/ui/locales/camera.es.ts';
import { texts as german } from '../../pwa/ui/locales/de.ts';
import { texts as englishTexts } from '../../pwa/ui/locales/en.ts';
import { texts as spanish } from '../../pwa/ui/locales/es.ts';

const english = { ...englishTexts, ...englishAids, ...englishCamera };

const placesIn = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each<[string, Readonly<Record<string, string>>]>([
  ['German', { ...german, ...germanAids, ...germanCamera }],
  ['Spanish', { ...spanish, ...spanishAids, ...spanishCamera }],
])('%s', (_name, table) => {
  test('has every key of English and no other', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(english).sort());
  });

  test('fills in what English fills in', () => {
    const differing = Object.entries(english).filter(
      ([key, sentence]) => placesIn(table[key] ?? '').join() !== placesIn(sentence).join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('leaves no sentence empty', () => {
    expect(Object.entries(table).filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });
});
