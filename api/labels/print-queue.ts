import { type Problem, problem } from '#shared/kernel/problem.ts';
import { isPrintAllowed } from '#shared/labels/address.ts';
import type { PrinterDocument } from '#shared/labels/printer.ts';
import { afterPublishing } from '../platform/after-publishing.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { askStatus, openRaw, PrintFailure, sendAndAsk, sendRaw } from '../platform/print/raw-print.ts';
import { wordsIn } from '../platform/print/words.ts';
import type { Services } from '../platform/services.ts';
import {
  beginSending,
  duePrinters,
  endLease,
  forgetPrinted,
  keepLease,
  moveJob,
  nextJob,
  noteFailure,
  noteSuccess,
  printerState,
  repeatAsCopy,
  takeLease,
} from './jobs.queries.ts';
import { type Label, marked } from './label.ts';
import { printAddressesOf, printersOf } from './printers.queries.ts';
import { zplOf } from './zpl.ts';

type Job = RowOf<typeof nextJob>;

interface Lane {
  readonly warehouse: string;
  readonly printer: string;
}

const everyMs = 2000;
const restMs = 100;
/** How long a node that died keeps a printer from the others. */
const leaseMs = 30_000;
const renewMs = 10_000;
/** From one try of a printer that is off to the next: doubled each time, up to a minute. */
const firstPauseMs = 2000;
const longestPauseMs = 60_000;
/** A job that breaks off each time it is sent may be on paper each time, and keeps others waiting. */
const mostTries = 3;
/** A printer is given so long for each label before it is thought to hang. */
const labelMs = 2000;
/** Nobody wants a label any more that was asked for a day ago. */
const keptMs = 86_400_000;

/**
 * Sends what waits to the printers: each printer by itself, in the order in which it was asked for, so that one that is off
 * keeps nothing else waiting. Of several nodes one at a time has a printer.
 */
export function startPrinting(services: Services): { stop(): Promise<void> } {
  const queue = new PrintQueue(services);
  const looking = afterPublishing({
    published: services.published,
    clock: services.clock,
    everyMs,
    restMs,
    work: () => queue.look(),
    onError: (error) => services.log.error({ err: error }, 'nothing could be printed until the next look'),
  });
  return {
    stop: async () => {
      await looking.stop();
      await queue.stop();
    },
  };
}

export class PrintQueue {
  readonly #services: Services;
  readonly #node: string;
  readonly #running = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(services: Services) {
    this.#services = services;
    this.#node = Buffer.from(services.random.bytes(12)).toString('hex');
  }

  /** Begins with every printer that has something to do and waits for none of them. */
  async look(): Promise<void> {
    const { store, clock } = this.#services;
    for (const lane of await store.read.all(duePrinters, { at: clock.now() })) {
      const key = JSON.stringify([lane.warehouse, lane.printer]);
      if (this.#isStopped || this.#running.has(key)) continue;
      const running = this.#work(lane).finally(() => this.#running.delete(key));
      this.#running.set(key, running);
    }
  }

  get #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Until what is being sent has been sent. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running.values());
  }

  async #work(lane: Lane): Promise<void> {
    const { log } = this.#services;
    try {
      if (!(await this.#take(lane))) return;
      const renewing = this.#services.clock.every(renewMs, () => void this.#renew(lane));
      try {
        while (!this.#isStopped && (await this.#printNext(lane))) await this.#renew(lane);
      } finally {
        renewing.stop();
        await this.#services.store.write((trx) => trx.one(endLease, this.#mine(lane)));
      }
    } catch (error) {
      log.error({ err: error, printer: lane.printer }, 'a printer could not be seen to');
    }
  }

  /** The printer is this node's; what another left half sent waits as a copy. */
  async #take(lane: Lane): Promise<boolean> {
    return this.#services.store.write(async (trx) => {
      const mine = { ...this.#mine(lane), now: trx.now, until: trx.now + leaseMs };
      if ((await trx.count(takeLease, mine)) === 0) return false;
      await trx.one(repeatAsCopy, lane);
      return true;
    });
  }

  async #renew(lane: Lane): Promise<void> {
    await this.#services.store
      .write((trx) => trx.one(keepLease, { ...this.#mine(lane), until: trx.now + leaseMs }))
      .catch((error: unknown) => this.#services.log.warn({ err: error }, 'a printer may go to another node'));
  }

  #mine({ warehouse, printer: code }: Lane) {
    return { warehouse, code, node: this.#node };
  }

  /** False where nothing is left to do on the printer for now. */
  async #printNext(lane: Lane): Promise<boolean> {
    const { store } = this.#services;
    const job = await store.read.one(nextJob, lane);
    if (!job) return false;
    const printer = (await printersOf(store.read, lane.warehouse)).find(({ code }) => code === lane.printer);
    if (!printer) return this.#end(job, 'failed', problem('printer.unknown', { printer: lane.printer }));
    if (job.asked_at + keptMs < this.#services.clock.now()) return this.#end(job, 'expired', null);
    if (job.attempts >= mostTries) {
      return this.#end(job, 'failed', this.#problemOf(new PrintFailure('printer.gave_up'), printer));
    }
    if (!printer.isActive) {
      await this.#pause(lane, problem('printer.paused_here', { printer: printer.code }));
      return false;
    }
    try {
      return await this.#print(lane, printer, job);
    } catch (failure) {
      if (!(failure instanceof PrintFailure)) throw failure;
      await this.#pause(lane, this.#problemOf(failure, printer));
      return false;
    }
  }

  async #print(lane: Lane, printer: PrinterDocument, job: Job): Promise<boolean> {
    const { store, mode } = this.#services;
    const { connection, reportsStatus } = printer;
    // A test printer has its labels as soon as they are asked for; they are drawn when somebody looks at them.
    if (connection.type === 'test') return this.#printed(lane, job, 'waiting');
    if (!isPrintAllowed(await printAddressesOf(store.read), connection)) {
      throw new PrintFailure('printer.address_not_allowed');
    }
    const socket = await openRaw(connection, { isDemo: mode === 'demo' });
    let hindrance: string | null = null;
    try {
      hindrance = reportsStatus ? await askStatus(socket) : null;
      if (hindrance !== null) throw new PrintFailure(hindrance);
      const zpl = zplOf(labelsOf(job), printer.dpi, job.copies, printer.font);
      // Cancelled or given to another printer meanwhile, or another node has this one: then nothing was sent.
      if (!(await this.#begin(lane, job))) return false;
      const within = job.label_count * job.copies * labelMs;
      const sent = reportsStatus
        ? sendAndAsk(socket, zpl, { within, signal: this.#stopping.signal })
        : sendRaw(socket, zpl).then(() => null);
      hindrance = await sent.catch(async (failure: unknown) => {
        await store.write((trx) => trx.one(repeatAsCopy, lane));
        throw failure;
      });
    } finally {
      socket.destroy();
    }
    await this.#printed(lane, job, 'sending');
    // It has the labels and prints on as soon as it can; until somebody sees to it, that is told.
    if (hindrance !== null) await this.#pause(lane, this.#problemOf(new PrintFailure(hindrance), printer));
    return hindrance === null;
  }

  async #begin(lane: Lane, { job }: Job): Promise<boolean> {
    return this.#services.store.write(async (trx) => {
      const { warehouse, code, node } = this.#mine(lane);
      const state = await trx.one(printerState, { warehouse, code });
      const isMine = state?.leased_by === node && state.leased_until > trx.now;
      return isMine && (await trx.count(beginSending, { job, printer: code })) === 1;
    });
  }

  async #printed(lane: Lane, { job }: Job, from: string): Promise<boolean> {
    await this.#services.store.write(async (trx) => {
      await trx.one(moveJob, { job, from, to: 'printed', endedAt: trx.now, problem: null });
      await trx.one(noteSuccess, { warehouse: lane.warehouse, code: lane.printer, at: trx.now });
    });
    return true;
  }

  async #end(kept: Job, to: 'failed' | 'expired', why: Problem | null): Promise<boolean> {
    const { job } = kept;
    await this.#services.store.write(async (trx) => {
      const text = why && JSON.stringify(why);
      const { may_have_printed: mayHavePrinted } = kept;
      await trx.one(moveJob, { job, from: 'waiting', to, endedAt: trx.now, problem: text });
      if (mayHavePrinted === 0) await trx.one(forgetPrinted, { job });
    });
    return true;
  }

  async #pause({ warehouse, printer: code }: Lane, why: Problem): Promise<void> {
    await this.#services.store.write(async (trx) => {
      const failures = (await trx.one(printerState, { warehouse, code }))?.failures ?? 0;
      const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 10));
      await trx.one(noteFailure, {
        warehouse,
        code,
        at: trx.now,
        nextAt: trx.now + pauseMs,
        problem: JSON.stringify(why),
      });
    });
  }

  #problemOf({ code }: PrintFailure, { code: printer, connection }: PrinterDocument): Problem {
    const { host, port } = connection.type === 'network' ? connection : { host: '', port: 0 };
    return problem(code, { printer, host, address: `${host}:${port}` });
  }
}

/** What goes to the printer: what was kept, and that it is a copy if it is. */
export function labelsOf({ labels, is_copy: isCopy, language }: Pick<Job, 'labels' | 'is_copy' | 'language'>): Label[] {
  const word = wordsIn(language).say('copy');
  return (JSON.parse(labels) as Label[]).map((label) => (isCopy === 1 || label.isCopy ? marked(label, word) : label));
}
