import type { Answer, TestApp } from './app.ts';
import { signInAtConsole } from './console.ts';

/** Signs in at the console; a demo badge with its PIN. */
export async function atConsole(app: TestApp, user: string, password?: string): Promise<Administrator> {
  return new Administrator(app, await signInAtConsole(app, user, password));
}

/** Somebody at the console, who knows what they read. */
export class Administrator {
  readonly token: string;
  readonly #app: TestApp;

  constructor(app: TestApp, token: string) {
    this.#app = app;
    this.token = token;
  }

  get(path: string): Promise<Answer> {
    return this.#app.call('GET', path, { as: this.token });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#app.call('POST', path, { as: this.token, body, headers });
  }

  /** Makes something new. */
  make(path: string, body: unknown): Promise<Answer> {
    return this.#app.call('PUT', path, { as: this.token, body, headers: { 'if-none-match': '*' } });
  }

  /** Changes something, knowing it as it is by now unless another tag is given. */
  async change(path: string, body: unknown, etag?: string): Promise<Answer> {
    const known = etag ?? (await this.get(path)).headers.get('etag') ?? '';
    return this.#app.call('PUT', path, { as: this.token, body, headers: { 'if-match': known } });
  }

  /** Reads something, changes some members of it, and sends all of it back. */
  async edit(path: string, members: object): Promise<Answer> {
    const { body, headers } = await this.get(path);
    return this.change(path, { ...body, ...members }, headers.get('etag') ?? '');
  }

  /** What the audit log tells of a thing, as soon as it has so many rows of it. */
  async audit(subject: string, count: number) {
    for (let tries = 0; tries < 100; tries += 1) {
      const { items } = (await this.get(`/api/admin/audit?limit=1000&subject=${subject}`)).body;
      if (items.length >= count) return items;
      await new Promise((next) => setTimeout(next, 20));
    }
    throw new Error(`the audit log has fewer than ${count} rows of ${subject}`);
  }

  async remove(path: string, etag?: string): Promise<Answer> {
    const known = etag ?? (await this.get(path)).headers.get('etag') ?? '';
    return this.#app.call('DELETE', path, { as: this.token, headers: { 'if-match': known } });
  }
}

/** The faults of an answer as `pointer code`. */
export function faultsIn({ body }: Answer): string[] {
  return body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);
}
