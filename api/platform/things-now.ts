import type { Runner } from './db/connection.ts';
import type { Services } from './services.ts';
import type { ThingLoaders } from './thing-loaders.ts';

/** Claims run out while nothing is written: no answer is older than this. */
const goodForMs = 1000;
/** No more are remembered: whoever asks for all of a large warehouse is mostly the only one. */
const mostRemembered = 5000;

/**
 * What things are like now, for everybody who asks. Whatever one person does wakes all handhelds of the warehouse, and each
 * asks for the same things at once: they are read for the first of them, and for nobody again until something is committed.
 */
export class ThingsNow {
  readonly #services: Pick<Services, 'store' | 'thingLoaders' | 'clock'>;
  #moment: Moment | null = null;

  constructor(services: Pick<Services, 'store' | 'thingLoaders' | 'clock'>) {
    this.#services = services;
  }

  /** To be asked for all that is told together: nothing that it tells is older than this call. */
  async now(): Promise<Pick<Moment, 'load'>> {
    const { store, thingLoaders, clock } = this.#services;
    const version = await store.version();
    const atMs = clock.monotonicMs();
    if (this.#moment?.version !== version || this.#moment.hasFailed || atMs - this.#moment.atMs > goodForMs) {
      this.#moment = new Moment(store.read, thingLoaders, version, atMs);
    }
    return this.#moment;
  }
}

class Moment {
  readonly version: string;
  /** By the clock that never goes back. */
  readonly atMs: number;
  /** What could not be read once is asked for anew. */
  hasFailed = false;
  readonly #read: Runner;
  readonly #loaders: ThingLoaders;
  /** What was asked about each thing: the answer tells of others too. */
  readonly #answers = new Map<string, Promise<Map<string, unknown>>>();

  constructor(read: Runner, loaders: ThingLoaders, version: string, atMs: number) {
    this.#read = { ...read, memory: new Map() };
    this.#loaders = loaders;
    this.version = version;
    this.atMs = atMs;
  }

  /**
   * The newest state of things of one kind, by key, without those that there are no more. What comes is shared with
   * others, and must not be changed.
   */
  async load(kind: string, keys: readonly string[], warehouse: string): Promise<Map<string, unknown>> {
    const nameOf = (key: string) => JSON.stringify([kind, warehouse, key]);
    const missing = keys.filter((key) => !this.#answers.has(nameOf(key)));
    const loader = missing.length > 0 ? this.#loaders.get(kind) : undefined;
    const fresh = loader?.(this.#read, missing, warehouse) ?? Promise.resolve(new Map<string, unknown>());
    fresh.catch(() => (this.hasFailed = true));
    if (this.#answers.size + missing.length <= mostRemembered) {
      for (const key of missing) this.#answers.set(nameOf(key), fresh);
    }
    const found = new Map<string, unknown>();
    for (const key of keys) {
      const value = (await (this.#answers.get(nameOf(key)) ?? fresh)).get(key);
      if (value !== undefined) found.set(key, value);
    }
    return found;
  }
}
