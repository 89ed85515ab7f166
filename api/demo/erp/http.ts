const secondsBetweenAttempts = 2;

/** An answer that asking again will not change, such as a wrong key. */
export class Refused extends Error {}

/** The stand-in's way to the warehouse: HTTP with its own keys, nothing else. */
export class WarehouseHttp {
  readonly #base: string;
  #isAway = false;

  constructor(base: string) {
    this.#base = base;
  }

  /** A GET; throws with the answer's own words when it is refused. */
  get<T>(path: string, key: string): Promise<T> {
    return this.#ask(path, { headers: { authorization: `Bearer ${key}` } });
  }

  /** A POST; everything the stand-in posts may be repeated. */
  post<T>(path: string, key: string, body: unknown): Promise<T> {
    return this.#ask(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** Asks until there is an answer: a warehouse that is stopped, or not started yet, is waited for. */
  async #ask<T>(path: string, request: RequestInit): Promise<T> {
    for (;;) {
      const response = await fetch(new URL(path, this.#base), request).catch(() => null);
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
