import type { Runner } from './db/connection.ts';

/** Reads the newest state of things of one kind, by key. A key that is missing from the answer no longer exists. */
export type LoadThings = (read: Runner, keys: readonly string[], warehouse: string) => Promise<Map<string, unknown>>;

/** Every kind of thing that devices keep a copy of. Slices add theirs where the application is put together. */
export type ThingLoaders = Map<string, LoadThings>;
