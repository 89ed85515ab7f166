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

/**
 * Writes all of it and hears of it once, when it is kept as durably as the transaction asked for: all of it or nothing.
 * The storage is told that no more comes, so it need not ask.
 */
export function committed(transaction: IDBTransaction, write: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    try {
      write();
    } catch (bug) {
      transaction.abort();
      throw bug;
    }
    transaction.commit();
  });
}
