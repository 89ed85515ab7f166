import type { Runner } from './connection.ts';

/**
 * The answer to a question that many commands of a transaction have, or many things that are told at one moment: asked
 * once, then remembered until that ends. Whoever changes what the answer tells of empties the transaction's memory.
 * Elsewhere it is asked each time, and so is what has no answer (undefined) yet: it may be made in between. A question
 * has answers of one type.
 */
export async function remembered<T>(read: Runner, question: string, ask: () => Promise<T>): Promise<T> {
  const known = read.memory?.get(question);
  if (known !== undefined) return known as T;
  const answer = await ask();
  if (answer !== undefined) read.memory?.set(question, answer);
  return answer;
}
