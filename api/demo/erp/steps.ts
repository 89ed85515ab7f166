import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { WarehouseHttp } from './http.ts';

interface Signing {
  readonly badge: string;
  readonly pin: string;
  readonly device: string;
}

interface CommandToSend {
  readonly id: string;
  readonly device: string;
  readonly [member: string]: unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: results differ by command; whoever asked knows what it asked for
type Result = any;

interface Outcome {
  readonly outcome: string;
  readonly result: Result;
  readonly problem: { readonly detail?: string; readonly code?: string } | null;
}

interface Kept {
  /** The last number that each device has used. */
  readonly sequences: Record<string, number>;
  /** Commands by the name of their step, and what came of them. */
  readonly steps: Record<string, { readonly command: CommandToSend; outcome?: Outcome }>;
  /** What was seen before something was decided. */
  readonly seen: Record<string, Result>;
}

/**
 * What a simulated worker has begun and done. A command is in the file before it is sent, and is sent with the same id
 * and number until it is answered: a process that died resumes by doing all of its steps again.
 */
export class Steps {
  readonly #warehouse: WarehouseHttp;
  readonly #file: string;
  readonly #kept: Kept;
  readonly #people = new Map<string, { readonly device: string; readonly token: string }>();

  constructor(warehouse: WarehouseHttp, file: string) {
    this.#warehouse = warehouse;
    this.#file = file;
    this.#kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { sequences: {}, steps: {}, seen: {} };
  }

  get count(): number {
    return Object.keys(this.#kept.steps).length;
  }

  async signIn(people: readonly Signing[]): Promise<void> {
    for (const person of people) {
      const { token } = await this.#warehouse.post<{ token: string }>('/api/session', '', person);
      this.#people.set(person.badge, { device: person.device, token });
    }
  }

  /** The lines of an order to receive, as devices know them. */
  async linesOf(orderNumber: string): Promise<Result[]> {
    const { token } = this.#person('W-1001');
    let after = 0;
    for (;;) {
      const path = `/api/device/changes?warehouse=EAST&after=${after}&limit=1000`;
      const page = await this.#warehouse.get<Result>(path, token);
      const order = page.items.find(
        (row: Result) => row.kind === 'inboundOrder' && row.value?.orderNumber === orderNumber,
      );
      if (order) return order.value.lines;
      if (!page.hasMore) await new Promise((done) => setTimeout(done, 300));
      after = page.next;
    }
  }

  /** Where there is something of an item. */
  async placesOf(item: string): Promise<string[]> {
    const path = `/api/device/stock?item=${item}&warehouse=EAST`;
    const { items } = await this.#warehouse.get<Result>(path, this.#person('W-1001').token);
    return [...new Set<string>(items.map((row: Result) => row.location))];
  }

  /** What was seen the first time, so that a step is the same when it is done again. */
  async once<T>(name: string, look: () => Promise<T>): Promise<T> {
    const seen: T = this.#kept.seen[name] ?? (await look());
    this.#kept.seen[name] = seen;
    this.#keep();
    return seen;
  }

  /** Does a step, or answers what came of it before. */
  async take(badge: string, name: string, type: string, body: object): Promise<Outcome> {
    const { device, token } = this.#person(badge);
    const step = this.#kept.steps[name] ?? { command: this.#commandOf(device, type, body) };
    if (step.outcome) return step.outcome;
    this.#kept.steps[name] = step;
    this.#keep();
    const answer = await this.#warehouse.post<{ results: Outcome[] }>('/api/device/commands', token, {
      commands: [step.command],
    });
    const [outcome] = answer.results;
    if (!outcome) throw new Error(`${name} was not answered`);
    step.outcome = outcome;
    this.#keep();
    return outcome;
  }

  /** The same for what has to succeed. Answers its result. */
  async must(badge: string, name: string, type: string, body: object): Promise<Result> {
    const { outcome, result, problem } = await this.take(badge, name, type, body);
    if (outcome !== 'applied') throw new Error(`${name} was ${outcome}: ${problem?.code} ${problem?.detail ?? ''}`);
    return result;
  }

  #person(badge: string) {
    const person = this.#people.get(badge);
    if (!person) throw new Error(`${badge} has not signed in`);
    return person;
  }

  #commandOf(device: string, type: string, body: object): CommandToSend {
    const sequence = (this.#kept.sequences[device] ?? 0) + 1;
    this.#kept.sequences[device] = sequence;
    const occurredAt = new Date().toISOString();
    return { id: newId(), type, version: 1, device, sequence, warehouse: 'EAST', occurredAt, causedBy: null, body };
  }

  /** A file is there whole or not at all. */
  #keep(): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#kept));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

/** A UUIDv7 (RFC 9562, 5.7). */
function newId(): string {
  const bytes = Buffer.concat([Buffer.alloc(6), randomBytes(10)]);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
