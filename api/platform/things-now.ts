import type { Services } from './services.ts';

/** Claims run out while nothing is written: no answer is older than this. */
const goodForMs = 1000;
/** No more are remembered: whoever asks for all of a large warehouse is mostly the only one. */
const mostRemembered = 5000;

interface Moment {
  readonly version: string;
  readonly atMs: number;
  /** What was asked about each thing: the answer tells of others too. */
  readonly answers: Map<string, Promise<Map<string, unknown>>>;
  readonly memory: Map<string, unknown>;
}

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

  /**
   * The newest state of things of one kind, by key, without those that there are no more: not older than the call. What
   * comes is shared with others, and must not be changed.
   */
  async load(kind: string, keys: readonly string[], warehouse: string): Promise<Map<string, unknown>> {
    const { thingLoaders, store } = this.#services;
    const { answers, memory } = await this.#now();
    const nameOf = (key: string) => JSON.stringify([kind, warehouse, key]);
    const missing = keys.filter((key) => !answers.has(nameOf(key)));
    const loader = missing.length > 0 ? thingLoaders.get(kind) : undefined;
    const fresh =
      loader?.({ ...store.read, memory }, missing, warehouse) ?? Promise.resolve(new Map<string, unknown>());
    if (answers.size + missing.length <= mostRemembered) for (const key of missing) answers.set(nameOf(key), fresh);
    // What could not be read once is asked for anew.
    fresh.catch(() => (this.#moment = null));
    const found = new Map<string, unknown>();
    for (const key of keys) {
      const value = (await (answers.get(nameOf(key)) ?? fresh)).get(key);
      if (value !== undefined) found.set(key, value);
    }
    return found;
  }

  async #now(): Promise<Moment> {
    const { store, clock } = this.#services;
    const version = await store.version();
    const atMs = clock.monotonicMs();
    if (this.#moment?.version !== version || atMs - this.#moment.atMs > goodForMs) {
      this.#moment = { version, atMs, answers: new Map(), memory: new Map() };
    }
    return this.#moment;
  }
}
