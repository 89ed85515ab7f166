import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Environment, NetworkAnswer, NetworkRequest } from '../../pwa/store/environment.ts';

/** A device's surroundings that a test has in its hands: time stands still until told, the network is a function. */
export interface VirtualEnvironment extends Environment {
  /** Lets so much time pass: everything that is due happens, in order. */
  pass(ms: number): Promise<void>;
  /** Answers every request from now on; null: no answer, as without a network. */
  answer(how: (request: NetworkRequest) => Promise<NetworkAnswer | null> | NetworkAnswer | null): void;
  readonly requests: NetworkRequest[];
  /** A hint from the server that something changed. */
  hint(): void;
  /** The page comes to sight. */
  wakeUp(): void;
  /** The browser says that the network is gone. */
  lose(): void;
  /** The live connection breaks. */
  breakLive(): void;
  /** Another tab of the same device: same storage, locks and bell. */
  tab(): VirtualEnvironment;
}

interface Shared {
  nowMs: number;
  readonly due: { at: number; order: number; run: () => void }[];
  readonly lockLine: { run: () => void }[];
  isLocked: boolean;
  readonly ears: Set<{ tab: object; run: () => void }>;
  counter: number;
}

export function virtualEnvironment(storage: IDBFactory = new IDBFactory()): VirtualEnvironment {
  return environmentOf(storage, {
    nowMs: Date.parse('2026-03-02T07:00:00Z'),
    due: [],
    lockLine: [],
    isLocked: false,
    ears: new Set(),
    counter: 0,
  });
}

function environmentOf(storage: IDBFactory, shared: Shared): VirtualEnvironment {
  const requests: NetworkRequest[] = [];
  const hints = new Set<() => void>();
  const wakes = new Set<() => void>();
  const losses = new Set<() => void>();
  const breaks = new Set<() => void>();
  const tab = {};
  let how: (request: NetworkRequest) => Promise<NetworkAnswer | null> | NetworkAnswer | null = () => null;
  return {
    storage,
    requests,
    clock: { now: () => shared.nowMs },
    random: {
      bytes: (count) => {
        shared.counter += 1;
        return Uint8Array.from({ length: count }, (_, index) => (shared.counter * 31 + index * 7) % 256);
      },
    },
    timers: {
      after: (ms, run) => {
        shared.counter += 1;
        const entry = { at: shared.nowMs + ms, order: shared.counter, run };
        shared.due.push(entry);
        return () => {
          const index = shared.due.indexOf(entry);
          if (index >= 0) shared.due.splice(index, 1);
        };
      },
    },
    network: async (request) => {
      requests.push(request);
      const answer = await how(request);
      if (answer === null) throw new TypeError('no network');
      return answer;
    },
    locks: {
      hold: (_name, work) => {
        const released = new AbortController();
        const entry = { run: () => void work(released.signal).then(passOn) };
        const passOn = () => {
          shared.isLocked = false;
          const next = shared.lockLine.shift();
          if (next) take(next);
        };
        const take = (next: { run: () => void }) => {
          shared.isLocked = true;
          next.run();
        };
        if (shared.isLocked) shared.lockLine.push(entry);
        else take(entry);
        return () => {
          const waiting = shared.lockLine.indexOf(entry);
          if (waiting >= 0) shared.lockLine.splice(waiting, 1);
          released.abort();
        };
      },
    },
    bell: {
      ring: () => {
        for (const ear of shared.ears) if (ear.tab !== tab) ear.run();
      },
      listen: (run) => {
        const ear = { tab, run };
        shared.ears.add(ear);
        return () => shared.ears.delete(ear);
      },
    },
    live: (_warehouse, onHint, onLost) => {
      hints.add(onHint);
      breaks.add(onLost);
      return () => {
        hints.delete(onHint);
        breaks.delete(onLost);
      };
    },
    wake: (run) => {
      wakes.add(run);
      return () => wakes.delete(run);
    },
    lost: (run) => {
      losses.add(run);
      return () => losses.delete(run);
    },
    slowHash: async (secret, salt) => `hash of ${secret} with ${salt}`,
    pass: (ms) => pass(shared, ms),
    answer: (next) => {
      how = next;
    },
    hint: () => {
      for (const run of hints) run();
    },
    wakeUp: () => {
      for (const run of wakes) run();
    },
    lose: () => {
      for (const run of losses) run();
    },
    breakLive: () => {
      for (const run of breaks) run();
    },
    tab: () => environmentOf(storage, shared),
  };
}

async function pass(shared: Shared, ms: number): Promise<void> {
  const until = shared.nowMs + ms;
  await settled();
  for (;;) {
    shared.due.sort((one, other) => one.at - other.at || one.order - other.order);
    const [next] = shared.due;
    if (!next || next.at > until) break;
    shared.due.shift();
    shared.nowMs = next.at;
    next.run();
    await settled();
  }
  shared.nowMs = until;
}

/** Lets everything that needs no time happen: storage and promises. */
async function settled(): Promise<void> {
  for (let round = 0; round < 800; round += 1) await new Promise((resolve) => setImmediate(resolve));
}
