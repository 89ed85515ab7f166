/** What the console takes from the browser: clock, network, chance, and what is kept between two visits. */
export interface ConsoleWorld {
  /** Milliseconds since 1970. */
  now(): number;
  /** Like the browser's, but cookies are neither sent nor kept: the handheld app in the same browser has its own. */
  request(path: string, init: RequestInit): Promise<Response>;
  bytes(count: number): Uint8Array;
  readonly kept: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}
