import type { Page } from 'playwright-core';

/** What a device keeps in one of its stores: each record by its key, in the order of the keys. */
export function keptOnDevice(
  page: Page,
  store: string,
): Promise<readonly { readonly key: IDBValidKey; readonly value: unknown }[]> {
  return page.evaluate(async (name) => {
    const answered = <Answer>(request: IDBRequest<Answer>) =>
      new Promise<Answer>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answered(indexedDB.open('tallyman'));
    const records = database.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([answered(records.getAllKeys()), answered(records.getAll())]);
    database.close();
    return keys.map((key, place) => ({ key, value: values[place] as unknown }));
  }, store);
}
