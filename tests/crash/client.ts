import { randomBytes } from 'node:crypto';
import { uuidV7 } from '#shared/kernel/id.ts';
import { type Answer, Connection, type RequestParts, requestBytes } from '../bench/connection.ts';

/** Where the server is, and whether it may be talked to: closed while it is dead and while its books are looked at. */
export class Door {
  readonly port: number;
  #opened: Promise<void>;
  #open: () => void = () => {};

  constructor(port: number) {
    this.port = port;
    this.#opened = Promise.resolve();
  }

  close(): void {
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#open();
  }

  isOpen(): Promise<void> {
    return this.#opened;
  }
}

/** A client that never gives up: what got no answer is sent again, byte for byte, until it gets one. */
export class StubbornClient {
  readonly #door: Door;
  #connection: Connection | undefined;
  /** Requests that had to be sent more than once. */
  resent = 0;

  constructor(door: Door) {
    this.#door = door;
  }

  /** Sends until answered. A storage error (5xx) is no answer: nothing was kept. */
  async send(parts: RequestParts): Promise<Answer> {
    const bytes = requestBytes(parts);
    for (let attempt = 0; ; attempt += 1) {
      await this.#door.isOpen();
      if (attempt > 0) this.resent += 1;
      const answer = await this.#attempt(bytes);
      if (answer && answer.status < 500) return answer;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  close(): void {
    this.#connection?.close();
  }

  async #attempt(bytes: Buffer): Promise<Answer | undefined> {
    try {
      this.#connection ??= await Connection.open(this.#door.port);
      return await this.#connection.send(bytes);
    } catch {
      this.#connection?.close();
      this.#connection = undefined;
      return undefined;
    }
  }
}

/** A command as one of the clients knows it. */
export interface Tracked {
  readonly id: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly device: string;
  readonly text: string;
  /** How many deltas it makes at the level of locations when it is carried out. */
  readonly deltas: number;
  /** What the server said, once it did. */
  outcome: string | undefined;
  result: Readonly<Record<string, unknown>> | null | undefined;
}

/** A handheld that works online: one command, its answer, the next. */
export class Handheld {
  readonly client: StubbornClient;
  readonly commands: Tracked[] = [];
  readonly #device = `CRASH-${randomBytes(5).toString('hex')}`;
  readonly #badge: string;
  #token = '';
  #sequence = 0;

  constructor(door: Door, badge: string) {
    this.client = new StubbornClient(door);
    this.#badge = badge;
  }

  get maySupervise(): boolean {
    return this.#badge.startsWith('S');
  }

  async signIn(): Promise<void> {
    const body = JSON.stringify({ badge: this.#badge, pin: this.#badge.slice(2), device: this.#device });
    const answer = await this.client.send({ method: 'POST', path: '/api/session', body });
    if (answer.status !== 200) throw new Error(`signing in was answered ${answer.status}: ${answer.body}`);
    this.#token = JSON.parse(answer.body).token;
  }

  /** Makes the next command, which makes so many deltas where it is carried out, and sends it until it is answered. */
  async do(type: string, body: Readonly<Record<string, unknown>>, deltas: number): Promise<Tracked> {
    this.#sequence += 1;
    const id = uuidV7(Date.now(), randomBytes(10));
    const occurredAt = new Date().toISOString();
    const sequence = this.#sequence;
    const command = {
      id,
      type,
      version: 1,
      device: this.#device,
      sequence,
      warehouse: 'WEST',
      occurredAt,
      causedBy: null,
      body,
    };
    const tracked: Tracked = {
      id,
      type,
      body,
      device: this.#device,
      text: JSON.stringify(command),
      deltas,
      outcome: undefined,
      result: undefined,
    };
    this.commands.push(tracked);
    const { outcome, result } = await this.send(tracked);
    tracked.outcome = outcome;
    tracked.result = result;
    return tracked;
  }

  /** Sends a command, for the first time or again, and answers what became of it. */
  async send(command: Tracked): Promise<{ outcome: string; repeated: boolean; result: Tracked['result'] }> {
    const answer = await this.client.send({
      method: 'POST',
      path: '/api/device/commands',
      as: this.#token,
      body: `{"commands":[${command.text}]}`,
    });
    if (answer.status !== 200) throw new Error(`a command was answered ${answer.status}: ${answer.body}`);
    return JSON.parse(answer.body).results[0];
  }
}
