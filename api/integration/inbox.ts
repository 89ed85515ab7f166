import type { MessageStatus } from '#shared/integration/message.machine.ts';
import { isStorageFailure } from '../platform/db/storage-failure.ts';
import type { Services } from '../platform/services.ts';
import { carryOut, carryOutTogether, mayBeAwaited, moveTo, wakeParked } from './carry-out.ts';
import { takeReceived, waitingMessages } from './message.queries.ts';

const pollMs = 500;
/** How many messages are looked at together, and of how many lanes at once. */
const messagesAtOnce = 256;
const lanesAtOnce = 6;
/** Tries before a message that the database could not take is given up; the pause doubles from one to the next. */
const triesAtMost = 5;
const firstPauseMs = 500;
/** Polls between looks at parked messages without a reason: a node may have died between an item and the look. */
const pollsBetweenSweeps = 120;

interface Waiting {
  readonly sourceSystem: string;
  readonly messageId: string;
}

interface WaitingRow {
  readonly source_system: string;
  readonly message_id: string;
  readonly lane: string;
  readonly order_number: string | null;
}

/**
 * What others refer to comes first: items and parties, then orders, then what is announced of orders. Items and parties
 * are small and come by the thousand: so many lanes of one message share a transaction.
 */
const turns: readonly { isTheirs(row: WaitingRow): boolean; readonly together: number }[] = [
  { isTheirs: (row) => row.order_number === null && !isNotice(row), together: 32 },
  { isTheirs: (row) => row.order_number !== null && !isNotice(row), together: 1 },
  { isTheirs: isNotice, together: 1 },
];

interface Lane {
  readonly name: string;
  readonly messages: readonly Waiting[];
}

function isNotice(row: WaitingRow): boolean {
  return row.lane.startsWith('notice:');
}

interface Pause {
  readonly failures: number;
  readonly until: number;
}

/**
 * Carries out the messages that wait: at once when this process received some, and every half second what another node
 * left. One lane after the other within an order, several orders at a time, none waiting for another.
 */
export function startInbox(services: Services): { stop(): Promise<void> } {
  const inbox = new Inbox(services);
  const stopListening = services.messagesReceived.listen(() => inbox.poke());
  let polls = 0;
  const timer = services.clock.every(pollMs, () => {
    polls += 1;
    inbox.poke(polls % pollsBetweenSweeps === 0);
  });
  inbox.poke(true);
  return {
    stop: async () => {
      timer.stop();
      stopListening();
      await inbox.stop();
    },
  };
}

class Inbox {
  readonly #services: Services;
  readonly #pauses = new Map<string, Pause>();
  #running: Promise<void> | undefined;
  #isPoked = false;
  #mayWake = false;
  #isStopped = false;

  constructor(services: Services) {
    this.#services = services;
  }

  poke(mayWake = false): void {
    if (this.#isStopped) return;
    this.#isPoked = true;
    this.#mayWake ||= mayWake;
    this.#running ??= this.#drain().finally(() => {
      this.#running = undefined;
      if (this.#isPoked && !this.#isStopped) this.poke();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  /** Goes on while there is something that can be done. */
  async #drain(): Promise<void> {
    const { store, log } = this.#services;
    try {
      let hasMoved = true;
      while ((hasMoved || this.#isPoked) && !this.#isStopped) {
        this.#isPoked = false;
        const rows = await store.read.all(waitingMessages, { limit: messagesAtOnce });
        hasMoved = false;
        // In turns, so that an order that came together with its items need not wait for them.
        for (const { isTheirs, together } of turns) {
          if (await this.#carryOutLanes(rows.filter(isTheirs), together)) hasMoved = true;
        }
        if (this.#mayWake) {
          this.#mayWake = false;
          if ((await store.write(wakeParked)) > 0) hasMoved = true;
        }
      }
    } catch (error) {
      log.error({ err: error }, 'the inbox stopped until the next look');
    }
  }

  async #carryOutLanes(rows: readonly WaitingRow[], together: number): Promise<boolean> {
    const lanes = lanesOf(rows).filter(({ name }) => this.#isDue(name));
    // One that failed before is tried by itself, so that it keeps no other from being carried out.
    const isShared = ({ name, messages }: Lane) => together > 1 && messages.length === 1 && !this.#pauses.has(name);
    const parts = [...inParts(lanes.filter(isShared), together), ...lanes.filter((lane) => !isShared(lane)).map(only)];
    const queue = parts.values();
    let hasMoved = false;
    const worker = async () => {
      for (const part of queue) {
        const left = part.length > 1 ? await this.#carryOutTogether(part) : part;
        if (left.length < part.length) hasMoved = true;
        for (const lane of left) if (await this.#carryOutLane(lane)) hasMoved = true;
      }
    };
    await Promise.all(Array.from({ length: lanesAtOnce }, worker));
    return hasMoved;
  }

  /** In one transaction. Answers what is left to be carried out lane by lane: all of it where one of them fails. */
  async #carryOutTogether(lanes: readonly Lane[]): Promise<readonly Lane[]> {
    const { store, pipeline, log } = this.#services;
    if (this.#isStopped) return [];
    const messages = lanes.flatMap((lane) => lane.messages);
    try {
      const done = await store.write((trx) => carryOutTogether(trx, pipeline.judge, messages));
      const left: Lane[] = [];
      for (const lane of lanes) {
        const status = lane.messages[0] && done.get(lane.messages[0]);
        if (status === undefined) left.push(lane);
        else await this.#noteWhatMayWake(lane.name, status);
      }
      return left;
    } catch (error) {
      log.warn({ err: error, messages: messages.length }, 'could not be carried out together; now one by one');
      return lanes;
    }
  }

  /** In order; whatever keeps one from being carried out keeps those behind it. */
  async #carryOutLane({ name: lane, messages }: Lane): Promise<boolean> {
    const { store, pipeline } = this.#services;
    let hasMoved = false;
    for (const message of messages) {
      if (this.#isStopped) return hasMoved;
      try {
        const status = await store.write((trx) => carryOut(trx, pipeline.judge, message));
        if (status === undefined) return hasMoved;
        await this.#noteWhatMayWake(lane, status);
        this.#pauses.delete(lane);
        hasMoved = true;
      } catch (error) {
        await this.#afterFailure(lane, message, error);
        return hasMoved;
      }
    }
    return hasMoved;
  }

  /** Looked at after the commit, on both sides, so that an item and an order that just missed each other meet. */
  async #noteWhatMayWake(name: string, status: MessageStatus): Promise<void> {
    if (this.#mayWake) return;
    const lane = name.slice(name.indexOf('\u0000') + 1);
    this.#mayWake =
      status === 'parked' || (status === 'accepted' && (await mayBeAwaited(this.#services.store.read, lane)));
  }

  /** What the database could not take is tried again later; what the program could not do is failed at once. */
  async #afterFailure(lane: string, message: Waiting, error: unknown): Promise<void> {
    const { clock, log } = this.#services;
    log.error({ err: error, ...message }, 'a message could not be carried out');
    const failures = (this.#pauses.get(lane)?.failures ?? 0) + 1;
    this.#pauses.set(lane, { failures, until: clock.monotonicMs() + firstPauseMs * 2 ** (failures - 1) });
    if (isStorageFailure(error) && failures < triesAtMost) return;
    try {
      await this.#services.store.write(async (trx) => {
        const row = await trx.one(takeReceived[trx.dialect], message);
        const errors = [{ pointer: '', code: 'message.processing_failed' }];
        if (row) await moveTo(trx, row, { to: 'failed', errors, attempts: row.attempts + 1 });
      });
      this.#pauses.delete(lane);
    } catch (again) {
      log.error({ err: again, ...message }, 'nor could it be failed');
    }
  }

  #isDue(lane: string): boolean {
    const pause = this.#pauses.get(lane);
    return pause === undefined || pause.until <= this.#services.clock.monotonicMs();
  }
}

function lanesOf(rows: readonly WaitingRow[]): Lane[] {
  const lanes = Map.groupBy(rows, (row) => `${row.source_system}\u0000${row.lane}`);
  return [...lanes].map(([name, inLane]) => ({
    name,
    messages: inLane.map((row) => ({ sourceSystem: row.source_system, messageId: row.message_id })),
  }));
}

function only(lane: Lane): Lane[] {
  return [lane];
}

function inParts(lanes: readonly Lane[], size: number): Lane[][] {
  return Array.from({ length: Math.ceil(lanes.length / size) }, (_, part) =>
    lanes.slice(part * size, (part + 1) * size),
  );
}
