const thorough = globalThis.structuredClone;

/** What was copied when it was stored: nobody but the storage has it, until it is read, and then nobody can change it. */
const stored = new WeakSet<object>();

/**
 * What is stored and read in the simulated storage is plain data, and there is very much of it: it is copied by hand when
 * it is stored; whoever reads it gets the very same, frozen. A program that writes into what it has read fails here, though
 * a browser would let it. Anything else is left to the platform.
 */
export function copyPlainDataFast(): void {
  globalThis.structuredClone = <T>(value: T): T => {
    if (typeof value !== 'object' || value === null) return value;
    if (stored.has(value)) return frozen(value);
    const copy = copyOf(value) as T & object;
    stored.add(copy);
    return copy;
  };
}

/** True for what was stored: those who would each need a copy can share it. */
export function isStored(value: object): boolean {
  return stored.has(value);
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  // Bytes cannot be frozen, and nobody writes into the bytes of a picture.
  if (value instanceof ArrayBuffer) return value;
  for (const member of Object.values(value)) frozen(member);
  return Object.freeze(value);
}

function copyOf(value: unknown): unknown {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  if (Object.getPrototypeOf(value) !== Object.prototype) return thorough(value);
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) copy[name] = copyOf((value as Record<string, unknown>)[name]);
  return copy;
}
