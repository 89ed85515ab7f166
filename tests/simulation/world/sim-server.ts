import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type App, openApp } from '../../../api/app.ts';
import type { Clock } from '../../../api/platform/clock.ts';
import type { Chance } from './chance.ts';
import type { EventLog } from './event-log.ts';
import { waitFor } from './settle.ts';
import type { VirtualTime } from './virtual-time.ts';

export interface ServerRequest {
  readonly method: string;
  readonly path: string;
  readonly token?: string;
  /** The whole header. */
  readonly cookie?: string;
  /** JSON text. */
  readonly body?: string;
  /** Bytes instead of JSON. */
  readonly file?: SentFile;
  readonly ifMatch?: string;
}

export interface SentFile {
  readonly type: string;
  readonly content: ArrayBuffer;
}

export interface ServerAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Empty where the answer is a picture. */
  readonly text: string;
  readonly picture?: Uint8Array;
}

/** Bytes that the server goes on sending, until it dies or the reader leaves. */
export interface LiveConnection {
  readonly status: number;
  /** Undefined: the connection is gone. */
  read(): Promise<string | undefined>;
  leave(): void;
}

/** One life of the server, between a start and a kill. */
interface Life {
  readonly app: App;
  readonly file: string;
  readonly connections: Set<() => void>;
  isOver: boolean;
}

/**
 * The real server in this process, on a real SQLite file, with the world's time and randomness. A kill is what `kill -9`
 * is to the file: it is copied as it lies there, in the middle of a transaction too; the next life starts on the copy,
 * and whatever the old one was about to answer is never heard.
 */
export class SimServer {
  readonly #time: VirtualTime;
  readonly #chance: Chance;
  readonly #log: EventLog;
  readonly #folder: string;
  #life: Life | undefined;
  #lives = 0;
  /** Calls of the clock or commits until the armed kill strikes. */
  #strikesIn: number | undefined;
  #whenStruck: (() => void) | undefined;

  private constructor(time: VirtualTime, chance: Chance, log: EventLog, folder: string) {
    this.#time = time;
    this.#chance = chance;
    this.#log = log;
    this.#folder = folder;
  }

  /** Starts on a copy of the file given, which holds sites, people and keys. */
  static async start(time: VirtualTime, chance: Chance, log: EventLog, folder: string, seeded: string) {
    const server = new SimServer(time, chance, log, folder);
    mkdirSync(folder, { recursive: true });
    const file = server.#nextFile();
    copyFileSync(seeded, file);
    await server.#begin(file);
    return server;
  }

  get isUp(): boolean {
    return this.#life !== undefined && !this.#life.isOver;
  }

  /** The application as it is now, for checks from outside. */
  get app(): App {
    if (!this.#life) throw new Error('the server is not running');
    return this.#life.app;
  }

  /** Takes a request. Undefined: the connection was refused, or broke before the answer. */
  async take(request: ServerRequest): Promise<ServerAnswer | undefined> {
    const life = this.#life;
    if (!life || life.isOver) return undefined;
    const headers = new Headers();
    if (request.token !== undefined) headers.set('authorization', `Bearer ${request.token}`);
    if (request.cookie !== undefined) headers.set('cookie', request.cookie);
    if (request.ifMatch !== undefined) headers.set('if-match', request.ifMatch);
    if (request.body !== undefined) headers.set('content-type', 'application/json');
    if (request.file !== undefined) headers.set('content-type', request.file.type);
    const body = request.file?.content ?? request.body;
    const sent = { method: request.method, headers, ...(body !== undefined && { body }) };
    const answer = await waitFor(
      Promise.resolve(life.app.http.request(request.path, sent)).then((response) => readWhole(response)),
    ).catch((error: unknown) => {
      if (life.isOver) return undefined;
      throw error;
    });
    return life.isOver ? undefined : answer;
  }

  /** Opens a connection that stays open. Undefined: it was refused. */
  async listen(path: string, token: string): Promise<LiveConnection | undefined> {
    const life = this.#life;
    if (!life || life.isOver) return undefined;
    const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
    const response = await waitFor(Promise.resolve(life.app.http.request(path, { headers })));
    const reader = response.body?.getReader();
    if (!reader) return undefined;
    if (life.isOver) {
      void reader.cancel().catch(() => {});
      return undefined;
    }
    const decoder = new TextDecoder();
    let isGone = false;
    const leave = (): void => {
      isGone = true;
      life.connections.delete(leave);
      void reader.cancel().catch(() => {});
    };
    life.connections.add(leave);
    return {
      status: response.status,
      leave,
      read: async () => {
        const { value, done } = await reader.read();
        return done || isGone || life.isOver ? undefined : decoder.decode(value, { stream: true });
      },
    };
  }

  /** Kills the server within the next moments of work, in the middle of a transaction as likely as between two. */
  armKill(whenStruck: () => void): void {
    if (this.#strikesIn !== undefined) return;
    this.#strikesIn = this.#chance.integer(1, 12);
    this.#whenStruck = whenStruck;
  }

  /** Takes back a kill that has not struck. */
  spare(): void {
    this.#strikesIn = undefined;
  }

  /** Starts the next life on what the last one left on the disk. */
  async restart(): Promise<void> {
    const old = this.#life;
    if (!old?.isOver) return;
    for (const leave of old.connections) leave();
    await old.app.close().catch(() => {});
    for (const end of ['', '-wal', '-shm']) rmSync(`${old.file}${end}`, { force: true });
    await this.#begin(this.#fileOfLife(this.#lives));
    this.#log.note('server', `life ${this.#lives} begins`);
  }

  async stop(): Promise<void> {
    for (const leave of this.#life?.connections ?? []) leave();
    await this.#life?.app.close().catch(() => {});
    this.#life = undefined;
  }

  async #begin(file: string): Promise<void> {
    const chance = this.#chance.fork();
    const life: { current?: Life } = {};
    const isOver = (): boolean => life.current?.isOver ?? false;
    const app = await openApp({
      databaseUrl: `sqlite:${file}`,
      mode: 'demo',
      clock: this.#clockOf(isOver),
      random: { bytes: (count) => chance.bytes(count) },
      afterCommit: () => this.#strike(),
    });
    life.current = { app, file, connections: new Set(), isOver: false };
    this.#life = life.current;
  }

  #clockOf(isOver: () => boolean): Clock {
    return {
      now: () => {
        this.#strike();
        return this.#time.now();
      },
      monotonicMs: () => this.#time.now(),
      every: (ms, work) => {
        let isStopped = false;
        const again = (): void => {
          if (isStopped || isOver()) return;
          work();
          this.#time.after(ms, again);
        };
        this.#time.after(ms, again);
        return {
          stop: () => {
            isStopped = true;
          },
        };
      },
    };
  }

  /** Comes by wherever the server asks for the time, also inside a transaction, and after each commit. */
  #strike(): void {
    if (this.#strikesIn === undefined || !this.#life || this.#life.isOver) return;
    this.#strikesIn -= 1;
    if (this.#strikesIn > 0) return;
    this.#strikesIn = undefined;
    const { file } = this.#life;
    const next = this.#nextFile();
    copyFileSync(file, next);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${next}-wal`);
    this.#life.isOver = true;
    this.#log.note('server', 'is killed');
    this.#log.sometimes('server killed');
    this.#whenStruck?.();
  }

  #nextFile(): string {
    this.#lives += 1;
    return this.#fileOfLife(this.#lives);
  }

  #fileOfLife(life: number): string {
    return join(this.#folder, `life-${life}.db`);
  }
}

async function readWhole(response: Response): Promise<ServerAnswer> {
  const { status, headers } = response;
  const isPicture = headers.get('content-type')?.startsWith('image/') ?? false;
  if (!isPicture) return { status, headers, text: await response.text() };
  return { status, headers, text: '', picture: new Uint8Array(await response.arrayBuffer()) };
}
