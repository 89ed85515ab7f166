/**
 * The answers to requests of one transaction. The storage answers in the order it was asked, so only the last answer is
 * waited for: hearing of each costs a slow device milliseconds before the tone. Rejects when the transaction fails.
 */
export function answersTo<Answer>(
  transaction: IDBTransaction,
  asked: readonly IDBRequest<Answer>[],
): Promise<readonly Answer[]> {
  return new Promise((resolve, reject) => {
    transaction.onabort = () => reject(transaction.error);
    const answer = () => resolve(asked.map(({ result }) => result));
    const last = asked.at(-1);
    if (last) last.onsuccess = answer;
    else answer();
  });
}
