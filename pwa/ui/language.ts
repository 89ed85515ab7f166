import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Texts } from '#shared/locales/worded.ts';
import { deviceClock } from '../store/clock.ts';
import { momentsOf } from './moment.ts';
import { wordsIn } from './worded.ts';
import { type TextKey, type WordParams, type Words, words } from './words.ts';

export const languages = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
  { code: 'es', name: 'Español' },
] as const;

export type Language = (typeof languages)[number]['code'];

type Table = readonly [{ readonly texts: Texts }, { readonly floorProblemTexts: Texts }];

/** Each language is fetched when somebody wants it, and kept with the app for use without a network. */
const tables: Readonly<Record<Language, () => Promise<Table>>> = {
  en: () => Promise.all([import('./locales/en.ts'), import('#shared/locales/floor-problems.en.ts')]),
  de: () => Promise.all([import('./locales/de.ts'), import('#shared/locales/floor-problems.de.ts')]),
  es: () => Promise.all([import('./locales/es.ts'), import('#shared/locales/floor-problems.es.ts')]),
};

/** The words of a part of the app, in each language. */
export type TextsOfPart = Readonly<Record<Language, () => Promise<Texts>>>;

const parts: TextsOfPart[] = [];

const spoken = signal<{ readonly language: Language; readonly table: Texts }>({ language: 'en', table: {} });

const zone = signal<string | undefined>(undefined);
/** Numbers without signs between thousands: many of them are parts of codes. */
const numbers = computed(
  () => new Intl.NumberFormat(spoken.value.language, { useGrouping: false, maximumFractionDigits: 6 }),
);
const moments = computed(() => momentsOf(spoken.value.language, zone.value, deviceClock.now));

/** What is spoken now; every text on the screen follows it. */
export const current: ReadonlySignal<{ readonly language: Language }> = spoken;

/**
 * Changes the language of everything that is on the screen, in the middle of a task too. Before the first call there
 * are no words.
 */
export async function speak(language: Language): Promise<void> {
  const [[own, problems], ...more] = await Promise.all([tables[language](), ...parts.map((part) => part[language]())]);
  spoken.value = { language, table: Object.assign({}, problems.floorProblemTexts, own.texts, ...more) };
  document.documentElement.lang = language;
}

/** Speaks also what a part of the app says that is fetched when somebody opens it. */
export async function speakAlso(part: TextsOfPart): Promise<void> {
  if (!parts.includes(part)) parts.push(part);
  await speak(spoken.value.language);
}

export function isLanguage(text: string): text is Language {
  return languages.some(({ code }) => code === text);
}

/** Words for people, in the language that is spoken now. */
export function say(said: Words): string {
  return wordsIn(spoken.value.table, said, {
    moment: moments.value.short,
    number: numbers.value.format,
  });
}

/** The text of a key, with its places filled in. */
export function text(key: TextKey, params?: WordParams): string {
  return say(words(key, params));
}

/** What stands between whole and part of a number where the language is spoken. */
export function decimalPoint(): string {
  return numbers.value.format(0.5).charAt(1);
}

/** A time of day in the warehouse, as it is written where the language is spoken. */
export function clockTime(atMs: number): string {
  return moments.value.time(atMs);
}

/** A moment in the warehouse: its time, with the day where that is not today. */
export function shortMoment(atMs: number): string {
  return moments.value.short(atMs);
}

/** From now on moments are written in the time of this zone; without one in that of the device. */
export function showTimesOf(timeZone: string | undefined): void {
  zone.value = timeZone;
}
