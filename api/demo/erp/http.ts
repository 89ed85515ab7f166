import { randomInt } from 'node:crypto';

const secondsBetweenAttempts = 2;

/** An answer that asking again will not change, such as a wrong key. */
export class Refused extends Error {}

/** The stand-in's way to the warehouse: HTTP with its own keys, nothing else. */
export class WarehouseHttp {
  readonly #base: string;
  readonly #drops: boolean;
  #isAway = false;
  /** Requests and answers that were lost on purpose. */
  dropped = 0;

  /** With `drops`, a third of all requests, or their answers, are lost on their way; and so many are sent again. */
  constructor(base: string, drops = false) {
    this.#base = base;
    this.#drops = drops;
  }

  /** A GET; throws with the answer's own words when it is refused. */
  get<T>(path: string, key: string): Promise<T> {
    return this.#ask(path, { headers: { authorization: `Bearer ${key}` } });
  }

  /** A POST; everything the stand-in posts may be repeated. */
  post<T>(path: string, key: string, body: unknown): Promise<T> {
    const headers = { 'content-type': 'application/json', ...(key !== '' && { authorization: `Bearer ${key}` }) };
    return this.#ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Asks until there is an answer: a warehouse that is stopped, or not started yet, is waited for. */
  async #ask<T>(path: string, request: RequestInit): Promise<T> {
    for (;;) {
      const fate = this.#drops ? fates[randomInt(fates.length * 3)] : undefined;
      if (fate !== undefined) this.dropped += 1;
      if (fate === 'request lost') continue;
      const response = await fetch(new URL(path, this.#base), request).catch(() => null);
      if (fate === 'answer lost') {
        await response?.body?.cancel();
        continue;
      }
      if (response !== null && response.status < 500) {
        if (this.#isAway) console.log('The warehouse answers again.');
        this.#isAway = false;
        if (response.ok) return (await response.json()) as T;
        throw new Refused(`${path} answered ${response.status}: ${await response.text()}`);
      }
      if (!this.#isAway)
        console.log(
          `The warehouse at ${this.#base} does not answer. Is it started? Trying on. Another address: -- --url <address>`,
        );
      this.#isAway = true;
      await new Promise((done) => setTimeout(done, secondsBetweenAttempts * 1000));
    }
  }
}

const fates = ['request lost', 'answer lost'] as const;
