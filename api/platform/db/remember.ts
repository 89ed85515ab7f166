import type { Runner } from './connection.ts';

/**
 * The answer to a question that many commands of a transaction have: asked once, then remembered until it ends. Whoever
 * changes what the answer tells of empties the transaction's memory. Outside a transaction it is asked each time, and so
 * is what has no answer ('') yet: it may be made in between.
 */
export async function remembered(read: Runner, question: string, ask: () => Promise<string>): Promise<string> {
  const known = read.memory?.get(question);
  if (known !== undefined) return known;
  const answer = await ask();
  if (answer !== '') read.memory?.set(question, answer);
  return answer;
}
