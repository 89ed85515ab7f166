import { deviceClock } from './clock.ts';
import type { Bell, Environment, Live, Locks, Lost, SlowHash, Wake } from './environment.ts';
import { browserNetwork } from './network.ts';
import { browserRandom } from './random.ts';
import { browserTimers } from './timer.ts';

/** What queue, snapshot and sync take from outside, as a browser has it. */
export function browserEnvironment(): Environment {
  return {
    clock: deviceClock,
    timers: browserTimers,
    random: browserRandom,
    network: browserNetwork,
    storage: indexedDB,
    locks: tabLocks,
    bell: channelBell(),
    live: serverHints,
    wake: pageWakes,
    lost: networkLost,
    slowHash,
  };
}

/** Web Locks elect one tab; the browser passes the lock on when that tab closes or crashes. */
const tabLocks: Locks = {
  hold: (name, work) => {
    const released = new AbortController();
    // Without Web Locks (a page that is not secure) every tab sends: twice as much traffic, the same result.
    if (!('locks' in navigator)) void work(released.signal);
    else navigator.locks.request(name, { signal: released.signal }, () => work(released.signal)).catch(leftTheLine);
    return () => released.abort();
  },
};

/** Giving up a lock that one still waits for is told as an error; any other is one. */
function leftTheLine(reason: unknown): void {
  if (!(reason instanceof DOMException && reason.name === 'AbortError')) throw reason;
}

function channelBell(): Bell {
  const channel = new BroadcastChannel('tallyman-store');
  return {
    ring: () => channel.postMessage(null),
    listen: (run) => {
      const heard = () => run();
      channel.addEventListener('message', heard);
      return () => channel.removeEventListener('message', heard);
    },
  };
}

/** The server says every 15 s that it is still there. */
const silentMs = 40_000;

const serverHints: Live = (warehouse, onHint, onLost) => {
  const address = `/api/device/live?warehouse=${encodeURIComponent(warehouse)}`;
  let stop = listen();

  function listen(): () => void {
    const source = new EventSource(address);
    let cancelSilence = browserTimers.after(silentMs, beginAnew);
    const heard = () => {
      cancelSilence();
      cancelSilence = browserTimers.after(silentMs, beginAnew);
    };
    source.addEventListener('changed', onHint);
    for (const name of ['changed', 'still']) source.addEventListener(name, heard);
    source.addEventListener('error', onLost);
    return () => {
      cancelSilence();
      source.close();
    };
  }

  /** A connection that is dead without having been closed: the browser would wait on it for minutes. */
  function beginAnew(): void {
    stop();
    stop = listen();
    onLost();
  }

  return () => stop();
};

const networkLost: Lost = (run) => {
  window.addEventListener('offline', run);
  return () => window.removeEventListener('offline', run);
};

const pageWakes: Wake = (run) => {
  const whenVisible = () => {
    if (document.visibilityState === 'visible') run();
  };
  window.addEventListener('online', run);
  window.addEventListener('focus', run);
  document.addEventListener('visibilitychange', whenVisible);
  return () => {
    window.removeEventListener('online', run);
    window.removeEventListener('focus', run);
    document.removeEventListener('visibilitychange', whenVisible);
  };
};

/** As many rounds as OWASP asks for PBKDF2 with SHA-256 (2023): about half a second on a handheld. */
const rounds = 600_000;

const slowHash: SlowHash = async (secret, salt) => {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', text.encode(secret), 'PBKDF2', false, ['deriveBits']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: text.encode(salt), iterations: rounds };
  const bits = await crypto.subtle.deriveBits(how, key, 256);
  return [...new Uint8Array(bits)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
