import { IDBFactory } from 'fake-indexeddb';
import { isStored } from './plain-copy.ts';
import { turns } from './settle.ts';

/**
 * One installation's storage. It outlives the program that uses it. When the program dies, what is on the disk at that
 * moment is copied, and the next life opens the copy: whatever the dead one still does in its last breath touches only
 * what nobody reads any more. A transaction is on the disk whole or not at all, as IndexedDB promises: one that had not
 * told that it is done is undone.
 */
export class SimStorage {
  #factory = new IDBFactory();

  get factory(): IDBFactory {
    return this.#factory;
  }

  /** Undoes transactions under way, then goes on with a copy. The making of the stores is waited for. */
  async cut(): Promise<void> {
    while (underWay(this.#factory).some(({ mode }) => mode === 'versionchange')) await turns(1);
    for (const transaction of underWay(this.#factory)) {
      for (const undo of transaction._rollbackLog.toReversed()) undo();
    }
    this.#factory = copyOf(this.#factory);
  }
}

/** How the simulated storage keeps itself, as far as it must be known to copy it. */
interface RawFactory {
  readonly _databases: ReadonlyMap<string, { readonly transactions: readonly RawTransaction[] }>;
}

interface RawTransaction {
  readonly mode: string;
  readonly _state: string;
  readonly _rollbackLog: readonly (() => void)[];
}

function underWay(factory: IDBFactory): RawTransaction[] {
  const { _databases: databases } = factory as unknown as RawFactory;
  return [...databases.values()].flatMap(({ transactions }) =>
    transactions.filter(({ _state }) => _state !== 'finished'),
  );
}

/** What belongs to the dead program's connections and not to the data. */
const notData: readonly string[] = ['transactions', 'connections', 'processTransactions'];

function copyOf(factory: IDBFactory): IDBFactory {
  const copy = new IDBFactory();
  const from = (factory as unknown as RawFactory)._databases;
  const to = (copy as unknown as { _databases: Map<string, unknown> })._databases;
  const copies = new Map<object, object>();
  for (const [name, database] of from) to.set(name, deepCopy(database, copies));
  return copy;
}

function deepCopy(value: unknown, copies: Map<object, object>): unknown {
  if (value === null || typeof value !== 'object' || isStored(value)) return value;
  const known = copies.get(value);
  if (known) return known;
  if (value instanceof Map) {
    const copy = new Map();
    copies.set(value, copy);
    for (const [key, member] of value) copy.set(key, deepCopy(member, copies));
    return copy;
  }
  const copy = Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value));
  copies.set(value, copy);
  for (const [name, member] of Object.entries(value)) {
    if (!notData.includes(name)) copy[name] = deepCopy(member, copies);
  }
  if ('processTransactions' in value && typeof value.processTransactions === 'function') {
    copy.transactions = [];
    copy.connections = [];
    copy.processTransactions = Object.getPrototypeOf(value).processTransactions.bind(copy);
  }
  return copy;
}
