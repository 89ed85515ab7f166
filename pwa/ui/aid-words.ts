import { effect, signal } from '@preact/signals';
import { worded } from '#shared/locales/worded.ts';
import { current, type Language } from './language.ts';
import type { AidTexts } from './locales/aids.en.ts';

export type AidKey = keyof AidTexts;

const tables: Readonly<Record<Language, () => Promise<{ readonly aidTexts: AidTexts }>>> = {
  en: () => import('./locales/aids.en.ts'),
  de: () => import('./locales/aids.de.ts'),
  es: () => import('./locales/aids.es.ts'),
};

const shown = signal<AidTexts | null>(null);
let opened: Promise<void> | null = null;

/** The words of pages that no work needs: fetched with the first of them, and changed with the language. */
export function openAidTexts(): Promise<void> {
  opened ??= new Promise((resolve) => {
    effect(() => {
      const { language } = current.value;
      void tables[language]().then(({ aidTexts }) => {
        // Somebody who chose two languages one after the other wants the second.
        if (current.peek().language === language) shown.value = aidTexts;
        resolve();
      });
    });
  });
  return opened;
}

/** The text of a key of `locales/aids`, with its places filled in; nothing before it is there. */
export function tell(key: AidKey, params: Readonly<Record<string, string | number>> = {}): string {
  return shown.value ? worded(shown.value, key, params) : '';
}
