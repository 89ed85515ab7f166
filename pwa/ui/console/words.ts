import type { ProblemTexts } from '#shared/locales/problems.en.ts';
import { worded } from '#shared/locales/worded.ts';
import type { ConsoleTexts } from '../locales/console.en.ts';

export const languages = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
  { code: 'es', name: 'Español' },
] as const;

export type Language = (typeof languages)[number]['code'];
export type ConsoleKey = keyof ConsoleTexts;
export type Params = Readonly<Record<string, string | number>>;

/** Everything the console says in one language. */
export interface Wording {
  readonly language: Language;
  readonly console: ConsoleTexts;
  readonly problems: ProblemTexts;
}

const tables: Readonly<Record<Language, () => Promise<[{ texts: ConsoleTexts }, { problemTexts: ProblemTexts }]>>> = {
  en: () => Promise.all([import('../locales/console.en.ts'), import('#shared/locales/problems.en.ts')]),
  de: () => Promise.all([import('../locales/console.de.ts'), import('#shared/locales/problems.de.ts')]),
  es: () => Promise.all([import('../locales/console.es.ts'), import('#shared/locales/problems.es.ts')]),
};

export async function loadWording(language: Language): Promise<Wording> {
  const [own, problems] = await tables[language]();
  return { language, console: own.texts, problems: problems.problemTexts };
}

export function isLanguage(text: string): text is Language {
  return languages.some(({ code }) => code === text);
}

/** The first of the wanted languages that there is; English otherwise. `de-AT` counts as `de`. */
export function languageFor(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

/** Kinds of codes that the server sends and people call otherwise. */
type Family =
  | 'step'
  | ('status' | 'kind' | 'type' | 'action' | 'operation' | 'field' | 'class' | 'desk')
  | ('setting' | 'choice' | 'role' | 'scope' | 'locationType' | 'inventoryStatus' | 'change' | 'outcome')
  | ('loadMaker' | 'movement' | 'outside' | 'reasonCode')
  | ('waveState' | 'waveOrder' | 'workState' | 'urgency' | 'remainder')
  | 'orderType'
  | ('release' | 'shipment' | 'shipmentState' | 'whyNot' | 'whyCode')
  | ('criterion' | 'handling' | 'strategy' | 'strategyHelp' | 'ruleOutcome');

/** Words of the console and of problems, by key. */
export interface Speak {
  /** A sentence or label of the console. */
  (key: ConsoleKey, params?: Params): string;
  /** The label of a code that comes from the server, such as a state; the code itself where there is none. */
  label(family: Family, code: string): string;
  problem(problem: { readonly code: string; readonly params?: Params | undefined }): string;
  /** A number within a sentence, as it is written there. */
  number(value: number): string;
}

export function speak({ language, console: texts, problems }: Wording): Speak {
  // Without signs between thousands: many of them are parts of codes.
  const numbers = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 6 });
  const written = (params: Params): Params =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? numbers.format(value) : value]),
    );
  const say = (key: ConsoleKey, params: Params = {}) => worded(texts, key, written(params));
  return Object.assign(say, {
    number: (value: number) => numbers.format(value),
    label: (family: string, code: string) => {
      const key = `${family}.${code}`;
      return Object.hasOwn(texts, key) ? worded(texts, key, {}) : code;
    },
    problem: ({ code, params = {} }: { readonly code: string; readonly params?: Params | undefined }) =>
      worded(code.includes('.') ? problems : texts, code, written(withWords(texts, params))),
  });
}

/** Params that are codes, by the families in which their words are looked for. */
const families: Readonly<Record<string, readonly string[]>> = {
  status: ['status', 'inventoryStatus'],
  otherStatus: ['inventoryStatus'],
  outcome: ['status'],
  type: ['locationType'],
  criterion: ['criterion'],
};

/** Params that are codes are said in the language too: not `cancelled` in the midst of a German sentence. */
function withWords(texts: ConsoleTexts, params: Params): Params {
  const said = Object.entries(params).map(([name, value]) => {
    const key = families[name]?.map((family) => `${family}.${value}`).find((each) => Object.hasOwn(texts, each));
    return [name, key === undefined ? value : worded(texts, key, {})];
  });
  return Object.fromEntries(said);
}
