import type { ProblemTexts } from '#shared/locales/problems.en.ts';
import type { cameraTexts } from './locales/camera.en.ts';
import type { texts } from './locales/en.ts';

/** A key of the app's own locale tables, or a problem code. */
export type TextKey = keyof typeof texts | keyof typeof cameraTexts;
export type ProblemCode = keyof ProblemTexts;

/**
 * Something to be read by a person: a key of the locale tables with what is filled in, or a text that is the same in
 * every language (a code, a description). Kept as it is, so that it follows a change of language.
 */
export type Words = string | KeyedWords;

export interface KeyedWords {
  readonly key: TextKey | ProblemCode;
  readonly params?: WordParams;
  /** What is said where the table has no such key. */
  readonly otherwise?: string;
}

/** A moment in milliseconds since 1970: written in the language and the warehouse's time when it is shown. */
interface MomentParam {
  readonly atMs: number;
}

/** What is filled in: a value, a moment, words of their own, or several of them in a row. */
export type WordParam = string | number | MomentParam | KeyedWords | readonly KeyedWords[];

export type WordParams = Readonly<Record<string, WordParam>>;

export function words(key: TextKey | ProblemCode, params?: WordParams): KeyedWords {
  return params ? { key, params } : { key };
}

/** How much of something there is, and of what: the number is written as the language does. */
export function amount(quantity: number, unit: string, what?: string): KeyedWords {
  return what === undefined
    ? words('lookUp.quantity', { quantity, unit })
    : words('lookUp.quantityWhat', { quantity, unit, what });
}

/** How much of what is wanted is done. */
export function amountOf(done: number, wanted: number, unit: string): KeyedWords {
  return words('lookUp.quantityOf', { done, wanted, unit });
}

/** What something is, or where, and how much of it. */
export function withAmount(what: string, quantity: number, unit: string): KeyedWords {
  return words('lookUp.whatQuantity', { what, quantity, unit });
}

/** A problem of the server or of a shared rule. Codes come over the wire, so the table may lack one: it is shown as is. */
export function problemWords(problem: {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}): KeyedWords {
  const { code, params } = problem;
  const status =
    params && aboutStockStatus.includes(code) ? { status: codeWords('stockStatus', `${params.status}`) } : {};
  return { key: code as ProblemCode, ...(params && { params: { ...params, ...status } }) };
}

/** Problems that name the status of goods: it has words of its own. */
const aboutStockStatus: readonly string[] = ['stock.status_blocks', 'inventory.status_already'];

/** The words of a code that a server may add to: one that the table lacks is shown as it is. */
export function codeWords(
  family: 'placeType' | 'orderStatus' | 'loadStatus' | 'stockStatus' | 'paperStatus' | 'workType',
  code: string,
): Words {
  return { key: `${family}.${code}` as TextKey, otherwise: code };
}
