import type { Chance } from '../world/chance.ts';
import type { World } from '../world/world.ts';
import type { DocumentRow } from './books.ts';
import type { Machine } from './machine.ts';

/** What was said of a version of a document so far. */
export interface Acknowledged {
  readonly feed: string;
  readonly documentNumber: string;
  readonly version: number;
  readonly results: Set<string>;
  /** An answer came. */
  isAnswered: boolean;
}

/** Acknowledges the documents of an ERP: late, sometimes twice, sometimes with a change of mind. */
export class Acknowledger {
  readonly said = new Map<string, Acknowledged>();
  readonly violations: string[] = [];
  readonly #world: World;
  readonly #chance: Chance;
  readonly #machine: Machine;
  /** When to speak of a document. */
  readonly #due = new Map<string, number>();

  constructor(world: World, machine: Machine) {
    this.#world = world;
    this.#chance = world.chance.fork();
    this.#machine = machine;
  }

  /** Speaks of what is due among the documents read so far. */
  async work(
    receipts: readonly DocumentRow[],
    journals: readonly DocumentRow[],
    slips: readonly DocumentRow[],
  ): Promise<void> {
    const rows = [
      ...receipts.map((row) => ({ ...row, feed: 'shipment-receipts' })),
      ...journals.map((row) => ({ ...row, feed: 'counting-journals' })),
      ...slips.map((row) => ({ ...row, feed: 'packing-slips' })),
    ];
    for (const { feed, documentNumber, version } of rows) {
      const key = `${documentNumber}/${version}`;
      const dueAt = this.#due.get(key);
      if (dueAt === undefined) this.#due.set(key, this.#world.time.now() + this.#chance.integer(1000, 240_000));
      else if (dueAt <= this.#world.time.now()) await this.#speak(key, { feed, documentNumber, version });
    }
  }

  async #speak(key: string, of: { feed: string; documentNumber: string; version: number }): Promise<void> {
    const said = this.said.get(key) ?? { ...of, results: new Set(), isAnswered: false };
    this.said.set(key, said);
    const isSecondTime = said.isAnswered;
    const usual = key.charCodeAt(key.length - 3) % 5 === 0 ? 'rejected' : 'posted';
    const result = isSecondTime && this.#chance.happens(0.2) ? 'rejected' : usual;
    said.results.add(result);
    if (isSecondTime) this.#world.log.sometimes('acknowledged again');
    const path = `/api/erp/${of.feed}/${of.documentNumber}/versions/${of.version}/acknowledgement`;
    const answer = await this.#machine.ask('POST', path, { result, reference: `ERP-${of.documentNumber}` });
    if (answer && answer.status >= 300) this.violations.push(`${path} was answered ${answer.status}`);
    if (answer) said.isAnswered = true;
    const isDone = said.isAnswered && (isSecondTime || this.#chance.happens(0.7));
    const again = this.#world.time.now() + (isDone ? Number.MAX_SAFE_INTEGER : this.#chance.integer(5000, 120_000));
    this.#due.set(key, again);
  }
}
