/**
 * Everything that queue, snapshot and sync take from the outside. The app passes in the browser's (`pwa/main.tsx`), the
 * simulation its own: a virtual clock, a network that loses things, a storage that dies.
 */
export interface Environment {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly network: Network;
  readonly storage: IDBFactory;
  readonly locks: Locks;
  readonly bell: Bell;
  readonly live: Live;
  readonly wake: Wake;
  readonly lost: Lost;
  readonly slowHash: SlowHash;
}

export interface Clock {
  /** Milliseconds since 1970 by the device's own clock, which may be wrong. */
  now(): number;
}

export interface Timers {
  /** Runs something once after so many milliseconds; the answer cancels it. */
  after(ms: number, run: () => void): () => void;
}

export interface Random {
  bytes(count: number): Uint8Array;
}

export interface NetworkRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With the query, such as `/api/device/changes?after=0`. */
  readonly path: string;
  readonly body?: unknown;
  /** Bytes to send instead of JSON. */
  readonly file?: { readonly type: string; readonly content: ArrayBuffer };
}

export interface NetworkAnswer {
  readonly status: number;
  /** The parsed JSON, or null when the answer had none. */
  readonly body: unknown;
  /** The `Date` header in milliseconds since 1970, where there was one: whole seconds. */
  readonly serverTimeMs: number | null;
}

/**
 * Rejects when no answer came. It may hang for ever: the caller has a timer. The session's cookie goes with it: what
 * `POST /api/session` sets, later requests carry.
 */
export type Network = (request: NetworkRequest) => Promise<NetworkAnswer>;

export interface Locks {
  /**
   * Waits for the named lock among all tabs of this origin, then works while holding it. `release` gives it up: what is
   * under way is told by the signal, what still waits leaves the line.
   */
  hold(name: string, work: (released: AbortSignal) => Promise<void>): () => void;
}

/** Tells the other tabs of this device that something changed in the storage they share. */
export interface Bell {
  ring(): void;
  listen(run: () => void): () => void;
}

/**
 * Hints from the server that something changed; a hint may be lost, polling is behind it. `onLost`: the connection broke,
 * or nothing came over it for too long. Call the answer to stop.
 */
export type Live = (warehouse: string, onHint: () => void, onLost: () => void) => () => void;

/** Moments worth another try: the page came to sight or focus, the browser believes to be online again. */
export type Wake = (run: () => void) => () => void;

/** Moments at which the browser believes to have lost the network. */
export type Lost = (run: () => void) => () => void;

/** A deliberately slow hash of a PIN with its salt, both as text. */
export type SlowHash = (secret: string, salt: string) => Promise<string>;
