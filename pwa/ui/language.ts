import { type ReadonlySignal, signal } from '@preact/signals';
import { problemTexts } from '#shared/locales/problems.en.ts';
import type { Texts } from '#shared/locales/worded.ts';
import { texts } from './locales/en.ts';
import { wordsIn } from './worded.ts';
import { type TextKey, type WordParams, type Words, words } from './words.ts';

export const languages = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
  { code: 'es', name: 'Español' },
] as const;

export type Language = (typeof languages)[number]['code'];

/** English is always there; the others are loaded when somebody wants them, and kept for use without a network. */
const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Texts>>> = {
  de: async () => {
    const [own, problems] = await Promise.all([import('./locales/de.ts'), import('#shared/locales/problems.de.ts')]);
    return { ...problems.problemTexts, ...own.texts };
  },
  es: async () => {
    const [own, problems] = await Promise.all([import('./locales/es.ts'), import('#shared/locales/problems.es.ts')]);
    return { ...problems.problemTexts, ...own.texts };
  },
};

const spoken = signal<{ readonly language: Language; readonly table: Texts }>({
  language: 'en',
  table: { ...problemTexts, ...texts },
});

/** What is spoken now; every text on the screen follows it. */
export const current: ReadonlySignal<{ readonly language: Language }> = spoken;

/** Changes the language of everything that is on the screen, in the middle of a task too. */
export async function speak(language: Language): Promise<void> {
  const table = language === 'en' ? { ...problemTexts, ...texts } : await loaders[language]();
  spoken.value = { language, table };
  document.documentElement.lang = language;
}

export function isLanguage(text: string): text is Language {
  return languages.some(({ code }) => code === text);
}

/** Words for people, in the language that is spoken now. */
export function say(said: Words): string {
  return wordsIn(spoken.value.table, said);
}

/** The text of a key, with its places filled in. */
export function text(key: TextKey, params?: WordParams): string {
  return say(words(key, params));
}

/** A time of day, as it is written where the language is spoken. */
export function clockTime(atMs: number): string {
  return new Intl.DateTimeFormat(spoken.value.language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(atMs));
}
