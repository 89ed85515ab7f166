/** The stand-in's way to the warehouse: HTTP with its own keys, nothing else. */
export class WarehouseHttp {
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  /** A GET; throws with the answer's own words when it is not 200. */
  async get<T>(path: string, key: string): Promise<T> {
    const response = await fetch(new URL(path, this.#base), { headers: { authorization: `Bearer ${key}` } });
    return answerOf<T>(response, path);
  }

  async post<T>(path: string, key: string, body: unknown): Promise<T> {
    const response = await fetch(new URL(path, this.#base), {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answerOf<T>(response, path);
  }
}

async function answerOf<T>(response: Response, path: string): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
}
