import { uuidV7 } from '#shared/kernel/id.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { ConsoleSession } from './session.ts';
import type { ConsoleWorld } from './world.ts';

/** What was asked for, or why not. `unreachable` stands for an answer that never came. */
export type Outcome<T> = { readonly data: T; readonly etag?: string | null } | { readonly problem: Problem };

interface Sent {
  readonly body?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const patienceMs = 20_000;

/** Asks the server in the name of the person at the console. */
export class Client {
  readonly #world: ConsoleWorld;
  readonly #session: ConsoleSession | null;
  readonly #onSignedOut: () => void;

  constructor(world: ConsoleWorld, session: ConsoleSession | null, onSignedOut: () => void = () => undefined) {
    this.#world = world;
    this.#session = session;
    this.#onSignedOut = onSignedOut;
  }

  get<T>(path: string): Promise<Outcome<T>> {
    return this.#ask<T>('GET', path);
  }

  /** A file of the server, as it is. */
  text(path: string, type: string): Promise<Outcome<string>> {
    return this.#ask<string>('GET', path, { headers: { accept: type } });
  }

  /** A picture or a paper of the server; null where it cannot be had (yet). */
  async picture(path: string, type = '*/*'): Promise<Blob | null> {
    const headers = { accept: type, ...(this.#session && { authorization: `Bearer ${this.#session.token}` }) };
    const response = await this.#world
      .request(path, { signal: AbortSignal.timeout(patienceMs), headers })
      .catch(() => null);
    return response?.ok ? response.blob() : null;
  }

  post<T>(path: string, body?: unknown): Promise<Outcome<T>> {
    return this.#ask<T>('POST', path, json(body));
  }

  /** A file, as it is. */
  postText<T>(path: string, body: string, type: string): Promise<Outcome<T>> {
    return this.#ask<T>('POST', path, { body, type });
  }

  /** Changes something, knowing it as `etag`; null makes a new one. */
  put<T>(path: string, body: unknown, etag: string | null): Promise<Outcome<T>> {
    const headers = etag === null ? { 'if-none-match': '*' } : { 'if-match': etag };
    return this.#ask<T>('PUT', path, { ...json(body), headers });
  }

  remove(path: string): Promise<Outcome<null>> {
    return this.#ask<null>('DELETE', path);
  }

  /** Takes away something that is taken away whatever became of it meanwhile. */
  revoke(path: string): Promise<Outcome<null>> {
    return this.#ask<null>('DELETE', path, { headers: { 'if-match': '*' } });
  }

  /** Sends a command of this person, outside any order, and answers what became of it. */
  async command(type: string, warehouse: string, body: object): Promise<Outcome<unknown>> {
    const now = this.#world.now();
    const command = {
      id: uuidV7(now, this.#world.bytes(10)),
      type,
      device: this.#session?.device,
      sequence: null,
      warehouse,
      occurredAt: new Date(now).toISOString(),
      body,
    };
    const answer = await this.post<{ results: readonly CommandAnswer[] }>('/api/device/commands', {
      commands: [command],
    });
    if ('problem' in answer) return answer;
    const [result] = answer.data.results;
    if (result?.outcome === 'applied') return { data: result.result };
    return { problem: result?.problem ?? { code: 'server.failed' } };
  }

  async #ask<T>(method: string, path: string, { body, type, headers }: Sent = {}): Promise<Outcome<T>> {
    try {
      const response = await this.#world.request(path, {
        method,
        signal: AbortSignal.timeout(patienceMs),
        headers: {
          accept: 'application/json',
          ...(this.#session && { authorization: `Bearer ${this.#session.token}` }),
          ...(type !== undefined && { 'content-type': type }),
          ...headers,
        },
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      const isJson = /\bjson/.test(response.headers.get('content-type') ?? '');
      const answered: unknown = text === '' ? null : isJson ? JSON.parse(text) : text;
      if (response.ok) return { data: answered as T, etag: response.headers.get('etag') };
      if (response.status === 401 && this.#session) this.#onSignedOut();
      return { problem: problemOf(answered) };
    } catch {
      return { problem: { code: 'unreachable' } };
    }
  }
}

function json(body: unknown): Sent {
  return body === undefined ? {} : { body: JSON.stringify(body), type: 'application/json' };
}

interface CommandAnswer {
  readonly outcome: string;
  readonly result: unknown;
  readonly problem: Problem | null;
}

function problemOf(answered: unknown): Problem {
  const isProblem = typeof answered === 'object' && answered !== null && 'code' in answered;
  return isProblem ? (answered as Problem) : { code: 'server.failed' };
}
