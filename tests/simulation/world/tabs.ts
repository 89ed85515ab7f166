import type { Bell, Locks } from '../../../pwa/store/environment.ts';
import type { VirtualTime } from './virtual-time.ts';

/** One tab, as far as those beside it notice. */
export interface Tab {
  readonly isAlive: () => boolean;
}

interface Waiting {
  readonly tab: Tab;
  readonly work: (released: AbortSignal) => Promise<void>;
  readonly released: AbortController;
}

/**
 * What the tabs of one browser share: a lock that one of them holds at a time, the first in line first, passed on when
 * its holder closes or crashes; and a bell that the others hear.
 */
export class SharedByTabs {
  readonly #time: VirtualTime;
  readonly #lines = new Map<string, Waiting[]>();
  readonly #listeners = new Map<Tab, Set<() => void>>();
  /** How often a lock went from one tab to another. */
  passedOn = 0;

  constructor(time: VirtualTime) {
    this.#time = time;
  }

  locksOf(tab: Tab): Locks {
    return {
      hold: (name, work) => {
        const waiting: Waiting = { tab, work, released: new AbortController() };
        const line = this.#lines.get(name) ?? [];
        this.#lines.set(name, line);
        line.push(waiting);
        if (line[0] === waiting) void this.#grant(line, waiting);
        return () => {
          waiting.released.abort();
          if (line[0] !== waiting) this.#leave(line, waiting);
        };
      },
    };
  }

  bellOf(tab: Tab): Bell {
    return {
      // A message to another tab takes a moment.
      ring: () => {
        for (const [other, heard] of this.#listeners) {
          if (other !== tab) for (const run of heard) this.#time.after(1, () => other.isAlive() && run());
        }
      },
      listen: (run) => {
        const heard = this.#listeners.get(tab) ?? new Set();
        this.#listeners.set(tab, heard.add(run));
        return () => heard.delete(run);
      },
    };
  }

  /** A tab is gone: its locks go to the next in line. */
  forget(tab: Tab): void {
    this.#listeners.delete(tab);
    for (const line of this.#lines.values()) {
      for (const waiting of line.filter((each) => each.tab === tab)) this.#leave(line, waiting);
    }
  }

  #leave(line: Waiting[], waiting: Waiting): void {
    const place = line.indexOf(waiting);
    if (place < 0) return;
    line.splice(place, 1);
    const [next] = line;
    if (place > 0 || !next) return;
    this.passedOn += 1;
    this.#time.after(1, () => {
      if (line[0] === next) void this.#grant(line, next);
    });
  }

  async #grant(line: Waiting[], waiting: Waiting): Promise<void> {
    await waiting.work(waiting.released.signal);
    this.#leave(line, waiting);
  }
}
