/**
 * Something that is made when it is first looked into: shapes of answers are there for who reads them in the description
 * of the interface, and a server that nobody asks for that would keep thousands of them in memory.
 */
export function later<T extends object>(make: () => T): T {
  let made: T | undefined;
  const it = (): T => (made ??= make());
  return new Proxy({} as T, {
    get: (_, name) => Reflect.get(it(), name, it()),
    has: (_, name) => Reflect.has(it(), name),
    getPrototypeOf: () => Reflect.getPrototypeOf(it()),
    ownKeys: () => Reflect.ownKeys(it()),
    getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(it(), name),
    set: (_, name, value) => Reflect.set(it(), name, value),
  });
}
