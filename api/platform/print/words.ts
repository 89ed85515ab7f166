import { printTexts as german } from '#shared/locales/print.de.ts';
import { printTexts as english, type PrintTexts } from '#shared/locales/print.en.ts';
import { printTexts as spanish } from '#shared/locales/print.es.ts';
import { worded } from '#shared/locales/worded.ts';

type Key = keyof PrintTexts;

/** What a paper says in one language, and how it writes numbers and days there. */
export interface Words {
  readonly language: string;
  say(key: Key, params?: Readonly<Record<string, string | number>>): string;
  /** The word for a reason code; the text itself where somebody wrote one. */
  reason(text: string): string;
  /** The name of a command barcode; its own word where it has none. */
  command(name: string): string;
  number(value: number): string;
  /** A local day, YYYY-MM-DD, as it is written there. */
  day(day: string): string;
}

const tables: Readonly<Record<string, PrintTexts>> = { en: english, de: german, es: spanish };

/** Words in the language of an order, such as `de` or `de-AT`; English where there is none, or none that we have. */
export function wordsIn(asked: string | null): Words {
  const [first = ''] = (asked ?? '').toLowerCase().split(/[-_]/);
  const language = Object.hasOwn(tables, first) ? first : 'en';
  const texts = tables[language] ?? english;
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  // A day is of no zone: read and written in the same one, it stays what it is.
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    language,
    say: (key, params = {}) => worded(texts, key, params),
    reason: (text) => (Object.hasOwn(texts, `reason.${text}`) ? worded(texts, `reason.${text}`, {}) : text),
    command: (name) => (Object.hasOwn(texts, `command.${name}`) ? worded(texts, `command.${name}`, {}) : name),
    number: (value) => numbers.format(value),
    day: (day) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? days.format(Date.parse(day)) : day),
  };
}

export interface Party {
  readonly account?: string;
  readonly name?: string;
  readonly contactName?: string;
  /** Its own numbers for what it ordered. */
  readonly purchaseOrderNumber?: string | null;
  readonly reference?: string | null;
  readonly address?: Readonly<Record<string, unknown>>;
}

/** A party as it stands on an envelope: name or account, then as much of its address as was said. */
export function partyLines(party: Party | null | undefined, { language }: Words): string[] {
  if (!party) return [];
  const { street, streetNumber, buildingComplement, postBox, district, zipCode, city, state, country } =
    party.address ?? {};
  return [
    party.name ?? party.account,
    party.contactName,
    together(street, streetNumber),
    buildingComplement,
    postBox,
    district,
    together(zipCode, city),
    state,
    isText(country) ? countryIn(language, country) : null,
  ].filter(isText);
}

function together(...parts: unknown[]): string {
  return parts.filter(isText).join(' ');
}

function countryIn(language: string, code: string): string {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(code) ?? code;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
