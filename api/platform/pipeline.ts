import * as z from 'zod';
import { type Decision, refused as refusedByRule } from '#shared/command/decision.ts';
import type { Command, Envelope, Outcome } from '#shared/command/envelope.ts';
import { isPermitted } from '#shared/command/roles.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { problem } from '#shared/kernel/problem.ts';
import { causeOf, commandOf, contentHashOf, keptPartsOf } from './command-parts.ts';
import { isKeyTaken, TryAgain } from './db/locking.ts';
import { isStorageFailure } from './db/storage-failure.ts';
import { warehouseExists } from './facts/warehouses.queries.ts';
import { fieldErrors } from './field-errors.ts';
import type { AnyHandler, JudgedAgain } from './handler.ts';
import { unfitTexts } from './http/body.ts';
import { type Cause, post } from './ledger.ts';
import {
  type CommandRow,
  caseOfCommand,
  deviceRow,
  keepCommand,
  keepNewCommand,
  keptCommand,
  keptOutcome,
  settleCommand,
} from './pipeline.queries.ts';
import { isRevoked, turnOf } from './pipeline-turn.ts';
import { readBody } from './read-body.ts';
import {
  answerOf,
  type CommandResult,
  heldBack,
  type Kept,
  parked,
  refusal,
  refused,
  refusedForBody,
  repeated,
  type Settled,
  textsOf,
} from './settled.ts';
import type { AppStore, AppTrx } from './store.ts';
import { whyTooMuch } from './too-much.ts';

/** What every body is, whatever its command. Looks at no member. */
const anyObject = z.custom<object>((body) => typeof body === 'object' && body !== null && !Array.isArray(body), {
  params: { code: 'request.wrong_type', expected: 'object' },
});

/** Who made a command: resolved from its session, never believed from its body. */
export interface Author {
  readonly operator: string;
  readonly session: string | null;
  /** The session was revoked: what was done in it is kept for a supervisor. */
  readonly isRevoked: boolean;
  readonly permitsIn: (warehouse: string) => readonly string[];
}

/** Finds the author of a command that names a session other than the caller's. Undefined: no such session. */
export type FindAuthor = (trx: AppTrx, session: string) => Promise<Author | undefined>;

/** A command as it came in. */
export interface Received extends Envelope {
  /** Its body was looked at already: it holds nothing that no text may hold. */
  readonly isFit?: boolean;
}

export interface Pipeline {
  /** Judges commands in the order given; each is flushed to disk before its result is answered. */
  submit(envelopes: readonly Received[], caller: Author): Promise<CommandResult[]>;
  /** Judges one command inside a transaction that the caller already has: for messages and jobs. */
  judge(trx: AppTrx, envelope: Envelope, caller: Author): Promise<CommandResult>;
}

export interface PipelineOptions {
  readonly store: AppStore;
  readonly handlers: readonly AnyHandler[];
  readonly findAuthor: FindAuthor;
  /** Demo mode: a device that nobody enrolled is enrolled by its first command. */
  readonly enrolsAnyDevice: boolean;
  readonly onJudged: (type: string, outcome: Outcome, seconds: number) => void;
  readonly monotonicMs: () => number;
  readonly onBug: (error: unknown, commandId: string) => void;
}

/**
 * The one way in for whatever changes state: know a repeat, use up the device's number, find the facts, let the shared
 * rule decide, post the ledger, write the slice's rows, keep the command with its outcome. All of it in one transaction
 * per command. A refusal is kept like any other outcome, so that a retry cannot turn a "no" into a "yes".
 */
export function makePipeline(options: PipelineOptions): Pipeline {
  const handlers = new Map(options.handlers.map((entry) => [keyOf(entry.operation), entry]));
  /** Warehouses that were found once: none is ever removed. */
  const knownWarehouses = new Set<string>();

  function judge(trx: AppTrx, envelope: Received, caller: Author): Promise<CommandResult> {
    return judgeWith(trx, envelope, caller, decide);
  }

  /**
   * `looksFirst`: whether the command is there already is asked before anything is done. Where it is not, a command that
   * has the next number of its device is taken for new, as all but a broken device's are; if it was not, all is undone.
   */
  async function judgeWith(
    trx: AppTrx,
    envelope: Received,
    caller: Author,
    verdict: (trx: AppTrx, envelope: Received, author: Author | undefined, isRevoked: boolean) => Promise<Settled>,
    looksFirst = true,
  ): Promise<CommandResult> {
    const contentHash = contentHashOf(envelope);
    const known = looksFirst ? await trx.one(keptOutcome.read, { id: envelope.id }) : undefined;
    if (known) return repeatOf(trx, envelope, contentHash, caller, known);
    const turn = await turnOf(trx, envelope, caller, options.enrolsAnyDevice);
    if (turn.known) return repeatOf(trx, envelope, contentHash, caller, turn.known);
    if (turn.misplaced) return turn.misplaced;
    const author = await authorOf(trx, envelope, caller);
    const settled = await verdict(trx, envelope, author, turn.isRevoked);
    await keep(trx, { ...keptPartsOf(trx, envelope, author, contentHash), ...textsOf(settled) }, looksFirst);
    return answerOf(trx, envelope, settled);
  }

  /**
   * Keeps a command with its outcome. Where its id is taken, by one that was judged under another number or by another
   * node just now, all that was done here is undone.
   */
  async function keep(trx: AppTrx, row: CommandRow, looksFirst: boolean): Promise<void> {
    if (!looksFirst && trx.dialect === 'sqlite') await trx.later(keepNewCommand, row);
    else if ((await trx.count(keepCommand, row)) === 0)
      throw new TryAgain(`the command ${row.id} came twice at the same moment`);
  }

  async function authorOf(trx: AppTrx, envelope: Envelope, caller: Author): Promise<Author | undefined> {
    if (!envelope.session || envelope.session === caller.session) return caller;
    return options.findAuthor(trx, envelope.session);
  }

  /** The first answer again; or, where this program knows what it was parked for, its outcome now. */
  async function repeatOf(
    trx: AppTrx,
    envelope: Envelope,
    contentHash: string,
    caller: Author,
    known: Kept,
  ): Promise<CommandResult> {
    const { id } = envelope;
    if (known.content_hash !== contentHash) return refusal(id, problem('command.id_reused', { id }));
    if (known.outcome !== 'parked' || !handlers.has(keyOf(envelope))) return repeated(id, known);
    const newest = (await trx.one(keptOutcome.lock[trx.dialect], { id })) ?? known;
    if (newest.outcome !== 'parked') return repeated(id, newest);
    const device = await trx.one(deviceRow.read, { id: envelope.device });
    const author = await authorOf(trx, envelope, caller);
    const settled = await decide(trx, envelope, author, isRevoked(device));
    await trx.one(settleCommand, { id, ...textsOf(settled) });
    return answerOf(trx, envelope, settled);
  }

  /** The ladder of refusals, in the order that the contract documents; then the operation's own rule. */
  async function decide(
    trx: AppTrx,
    envelope: Received,
    author: Author | undefined,
    isDeviceRevoked: boolean,
  ): Promise<Settled> {
    const entry = handlers.get(keyOf(envelope));
    const shape = anyObject.safeParse(envelope.body);
    if (!shape.success) return refusedForBody(fieldErrors(shape.error, '/body', envelope.body));
    if (!entry) return parked(envelope);
    if (!author) return refused(problem('session.unknown', { session: envelope.session ?? '' }));
    const cause = await fateOfCause(trx, envelope);
    if (cause) return cause;
    if (author.isRevoked) return heldBack(problem('session.revoked', { operator: author.operator }));
    if (isDeviceRevoked) return heldBack(problem('device.revoked', { device: envelope.device }));
    const body = readBody(entry.operation.body, envelope.body);
    const unfit = envelope.isFit ? [] : unfitTexts(envelope.body, '/body');
    if (!body.success || unfit.length > 0) {
      const faults = body.success ? [] : fieldErrors(body.error, '/body', envelope.body);
      return refusedForBody([...faults, ...unfit]);
    }
    if (!isPermitted(author.permitsIn(envelope.warehouse), envelope.type)) {
      return refused(problem('auth.permit_missing', { operation: envelope.type, warehouse: envelope.warehouse }));
    }
    if (!(await isThere(trx, envelope, author))) {
      return refused(problem('warehouse.unknown', { warehouse: envelope.warehouse }));
    }
    const command = commandOf(envelope, author, body.data);
    const decision = await decisionOf(trx, entry, command);
    if (decision.outcome === 'refused') return refused(decision.problem);
    if (decision.outcome === 'held') return heldBack(decision.problem);
    const result = await carryOut(trx, entry, command, causeOf(envelope, author), decision);
    return { outcome: 'applied', result, problem: null };
  }

  /** Whether a person's command is about a warehouse that there is: a role everywhere is none in a place of any name. */
  async function isThere(trx: AppTrx, { warehouse }: Envelope, { session }: Author): Promise<boolean> {
    if (session === null || knownWarehouses.has(warehouse)) return true;
    const found = await warehouseExists(trx, warehouse);
    if (found) knownWarehouses.add(warehouse);
    return found;
  }

  /** What the operation's rule says; but nothing is applied that would take the books beyond what they can count. */
  async function decisionOf(trx: AppTrx, entry: AnyHandler, command: Command<unknown>) {
    const decision = await entry.run(trx, command, judgeAgain);
    const tooMuch = decision.outcome === 'applied' ? await whyTooMuch(trx, decision.entries) : null;
    return tooMuch ? refusedByRule(tooMuch) : decision;
  }

  async function judgeAgain(trx: AppTrx, id: string, approvedBy: string): Promise<JudgedAgain | undefined> {
    const kept = await trx.one(keptCommand, { id });
    const entry = kept && handlers.get(keyOf(kept));
    const body = entry && readBody(entry.operation.body, JSON.parse(kept.body));
    if (!entry || !body?.success) return undefined;
    const { type, version, device, warehouse, operator } = kept;
    const occurredAt = new Date(kept.occurred_at).toISOString();
    const named = { id, type, version, device, warehouse, occurredAt, knownAt: null, operator, approvedBy };
    const command = { ...named, body: body.data };
    const decision = await decisionOf(trx, entry, command);
    const cause = { commandId: id, warehouse, operator, device, occurredAt: kept.occurred_at };
    return { decision, carryOut: async () => carryOut(trx, entry, command, cause, decision) };
  }

  async function fateOfCause(trx: AppTrx, envelope: Envelope): Promise<Settled | undefined> {
    if (!envelope.causedBy) return undefined;
    const causedBy = envelope.causedBy.toLowerCase();
    const cause = causedBy === envelope.id ? undefined : await trx.one(keptOutcome.read, { id: causedBy });
    if (!cause) return refused(problem('command.cause_unknown', { causedBy: envelope.causedBy }));
    const because = problem('command.cause_not_applied', { causedBy: envelope.causedBy, outcome: cause.outcome });
    if (cause.outcome === 'refused' || cause.outcome === 'skipped')
      return { outcome: 'skipped', result: null, problem: because };
    if (cause.outcome === 'held') {
      const decided = await trx.one(caseOfCommand, { id: causedBy });
      return decided?.action === 'apply' ? undefined : heldBack(because);
    }
    if (cause.outcome === 'parked') return { outcome: 'parked', result: null, problem: because };
    return undefined;
  }

  async function submit(envelopes: readonly Received[], caller: Author): Promise<CommandResult[]> {
    const started = options.monotonicMs();
    let gap: { readonly at: number; readonly answer: CommandResult } | undefined;
    const jobs = envelopes.map((sent, at) => {
      const envelope = { ...sent, id: sent.id.toLowerCase() };
      const isNumbered = envelope.sequence !== null && envelope.sequence !== undefined;
      let runs = 0;
      return async (trx: AppTrx) => {
        runs += 1;
        // A transaction that is done again begins before the gap it found, and must find it anew.
        if (gap && at <= gap.at) gap = undefined;
        if (gap) return behindGap(trx, envelope, gap.answer, caller);
        const answer = await judgeWith(trx, envelope, caller, decide, !isNumbered || runs > 1);
        if (answer.outcome === 'gap') gap = { at, answer };
        return answer;
      };
    });
    const settled = await options.store.writeEach(jobs);
    const seconds = (options.monotonicMs() - started) / 1000;
    const results: CommandResult[] = [];
    for (const [index, answer] of settled.entries()) {
      const envelope = envelopes[index];
      invariant(envelope, 'every answer has its command');
      const value =
        answer.status === 'fulfilled' ? answer.value : await settleAfterThrow(envelope, caller, answer.reason);
      options.onJudged(envelope.type, value.outcome, seconds);
      results.push(value);
    }
    return results;
  }

  /** Everything behind a gap of its batch is a gap too, whatever its own number; what is final already stays so. */
  async function behindGap(
    trx: AppTrx,
    envelope: Envelope,
    gap: CommandResult,
    caller: Author,
  ): Promise<CommandResult> {
    const known = await trx.one(keptOutcome.read, { id: envelope.id });
    return known ? repeatOf(trx, envelope, contentHashOf(envelope), caller, known) : { ...gap, id: envelope.id };
  }

  /**
   * A command on which the program itself failed is kept for a supervisor like any other fact that does not fit, so that
   * one bug never blocks a device. What was there already is answered as it was. Where the disk or the database failed
   * nothing can be kept: that is thrown.
   */
  async function settleAfterThrow(envelope: Received, caller: Author, reason: unknown): Promise<CommandResult> {
    const own = { ...envelope, id: envelope.id.toLowerCase() };
    const isSettled = reason instanceof TryAgain || (isKeyTaken(reason) && (await isFinal(own.id)));
    if (isSettled) return options.store.write((trx) => judge(trx, own, caller));
    if (isStorageFailure(reason)) throw reason;
    options.onBug(reason, envelope.id);
    return options.store.write((trx) => judgeWith(trx, own, caller, async () => heldBack(problem('command.failed'))));
  }

  /** Whether another request brought the command meanwhile: what this one would have written had its keys already. */
  async function isFinal(id: string): Promise<boolean> {
    const kept = await options.store.read.one(keptOutcome.read, { id });
    return kept !== undefined && kept.outcome !== 'parked';
  }

  return { submit, judge };
}

/** Posts the entries of an applied decision and writes the rows of its slice; answers what the sender is told. */
async function carryOut(
  trx: AppTrx,
  entry: AnyHandler,
  command: Command<unknown>,
  cause: Cause,
  decision: Decision<unknown, unknown>,
): Promise<unknown> {
  invariant(decision.outcome === 'applied', 'only what a rule allows is carried out');
  await post(trx, cause, decision.entries);
  return entry.apply(trx, command, decision);
}

function keyOf(named: { readonly type: string; readonly version: number }): string {
  return `${named.type}@${named.version}`;
}
