import { type KeyedWords, words } from '../ui/words.ts';

/** How much of something there is, the number as the language writes it. */
export function amount(quantity: number, unit: string): KeyedWords {
  return words('lookUp.quantity', { quantity, unit });
}

/** How much of what is wanted is done. */
export function amountOf(done: number, wanted: number, unit: string): KeyedWords {
  return words('lookUp.quantityOf', { done, wanted, unit });
}
