import { useEffect, useState } from 'preact/hooks';
import type { ScannerSetupTexts } from '#shared/locales/scanner-setup.en.ts';
import { worded } from '#shared/locales/worded.ts';
import { current, type Language } from '../../ui/language.ts';

/** Says one of the page's own texts; its table is fetched with the page, in the language that is spoken. */
export type Say = (key: keyof ScannerSetupTexts, params?: Readonly<Record<string, string | number>>) => string;

const tables: Readonly<Record<Language, () => Promise<{ readonly scannerSetupTexts: ScannerSetupTexts }>>> = {
  en: () => import('#shared/locales/scanner-setup.en.ts'),
  de: () => import('#shared/locales/scanner-setup.de.ts'),
  es: () => import('#shared/locales/scanner-setup.es.ts'),
};

/** Null until the words are there. */
export function useTexts(): Say | null {
  const { language } = current.value;
  const [texts, setTexts] = useState<ScannerSetupTexts | null>(null);
  useEffect(() => {
    void tables[language]().then(({ scannerSetupTexts }) => setTexts(scannerSetupTexts));
  }, [language]);
  return texts && ((key, params = {}) => worded(texts, key, params));
}
