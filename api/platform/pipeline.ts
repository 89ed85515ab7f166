import { type Decision, refused as refusedByRule } from '#shared/command/decision.ts';
import type { Command, Envelope, Outcome } from '#shared/command/envelope.ts';
import { isPermitted } from '#shared/command/roles.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { causeOf, claimOf, commandOf, contentHashOf } from './command-parts.ts';
import { isStorageFailure } from './db/storage-failure.ts';
import { fieldErrors } from './field-errors.ts';
import type { AnyHandler, JudgedAgain } from './handler.ts';
import { unfitTexts } from './http/body.ts';
import { type Cause, post } from './ledger.ts';
import {
  caseOfCommand,
  claimCommand,
  dropClaim,
  enrolUnknownDevice,
  findCommand,
  keptCommand,
  lockDevice,
  moveDevice,
  openException,
  settleCommand,
} from './pipeline.queries.ts';
import type { AppStore, AppTrx } from './store.ts';
import { whyTooMuch } from './too-much.ts';

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

export interface CommandResult {
  readonly id: string;
  readonly outcome: Outcome;
  readonly repeated: boolean;
  readonly result: unknown;
  readonly problem: Problem | null;
}

export interface Pipeline {
  /** Judges commands in the order given; each is flushed to disk before its result is answered. */
  submit(envelopes: readonly Envelope[], caller: Author): Promise<CommandResult[]>;
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
 * The one way in for whatever changes state: claim the id, find the facts, let the shared rule decide, post the ledger,
 * write the slice's rows, keep the outcome. All of it in one transaction per command. A refusal is kept like any other
 * outcome, so that a retry cannot turn a "no" into a "yes".
 */
export function makePipeline(options: PipelineOptions): Pipeline {
  const handlers = new Map(options.handlers.map((entry) => [keyOf(entry.operation), entry]));

  function judge(trx: AppTrx, envelope: Envelope, caller: Author): Promise<CommandResult> {
    return judgeWith(trx, envelope, caller, decide);
  }

  async function judgeWith(
    trx: AppTrx,
    envelope: Envelope,
    caller: Author,
    verdict: (trx: AppTrx, envelope: Envelope, author: Author | undefined) => Promise<Settled>,
  ): Promise<CommandResult> {
    const contentHash = contentHashOf(envelope);
    const sequence = envelope.sequence ?? null;
    const device = sequence === null ? undefined : await deviceOf(trx, envelope.device);
    const author = await authorOf(trx, envelope, caller);
    const claimed = await trx.one(claimCommand, claimOf(trx, envelope, author, contentHash));
    if (!claimed) return repeatOf(trx, envelope, contentHash, caller);
    if (sequence !== null) {
      const misplaced = misplacedIn(envelope, sequence, device);
      if (misplaced) {
        await trx.one(dropClaim, { id: envelope.id });
        return misplaced;
      }
      await trx.one(moveDevice, { id: envelope.device, sequence, at: trx.now });
    }
    return settle(trx, envelope, await verdict(trx, envelope, author));
  }

  async function deviceOf(trx: AppTrx, id: string) {
    const known = await trx.one(lockDevice[trx.dialect], { id });
    if (known || !options.enrolsAnyDevice) return known;
    return trx.one(enrolUnknownDevice, { id, at: trx.now });
  }

  async function authorOf(trx: AppTrx, envelope: Envelope, caller: Author): Promise<Author | undefined> {
    if (envelope.session === undefined || envelope.session === caller.session) return caller;
    return options.findAuthor(trx, envelope.session);
  }

  async function repeatOf(
    trx: AppTrx,
    envelope: Envelope,
    contentHash: string,
    caller: Author,
  ): Promise<CommandResult> {
    const known = await trx.one(findCommand, { id: envelope.id });
    if (known && known.content_hash !== contentHash) {
      return refusal(envelope.id, problem('command.id_reused', { id: envelope.id }));
    }
    const canReplay = known?.outcome === 'parked' && handlers.has(keyOf(envelope));
    if (canReplay) return settle(trx, envelope, await decide(trx, envelope, await authorOf(trx, envelope, caller)));
    return {
      id: envelope.id,
      outcome: (known?.outcome ?? 'refused') as Outcome,
      repeated: true,
      result: known?.result ? JSON.parse(known.result) : null,
      problem: known?.problem ? (JSON.parse(known.problem) as Problem) : null,
    };
  }

  /** The ladder of refusals, in the order that the contract documents; then the operation's own rule. */
  async function decide(trx: AppTrx, envelope: Envelope, author: Author | undefined): Promise<Settled> {
    const entry = handlers.get(keyOf(envelope));
    if (!entry) return parked(envelope);
    if (!author) return refused(problem('session.unknown', { session: envelope.session ?? '' }));
    const cause = await fateOfCause(trx, envelope);
    if (cause) return cause;
    if (author.isRevoked) return heldBack(problem('session.revoked', { operator: author.operator }));
    const body = entry.operation.body.safeParse(envelope.body);
    const unfit = unfitTexts(envelope.body, '/body');
    if (!body.success || unfit.length > 0) {
      const faults = body.success ? [] : fieldErrors(body.error, '/body', envelope.body);
      return refused(problem('command.body_invalid', {}, [...faults, ...unfit]));
    }
    if (!isPermitted(author.permitsIn(envelope.warehouse), envelope.type)) {
      return refused(problem('auth.permit_missing', { operation: envelope.type, warehouse: envelope.warehouse }));
    }
    const command = commandOf(envelope, author, body.data);
    const decision = await decisionOf(trx, entry, command);
    if (decision.outcome === 'refused') return refused(decision.problem);
    if (decision.outcome === 'held') return heldBack(decision.problem);
    const result = await carryOut(trx, entry, command, causeOf(envelope, author), decision);
    return { outcome: 'applied', result, problem: null };
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
    const body = entry?.operation.body.safeParse(JSON.parse(kept?.body ?? 'null'));
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
    const cause = causedBy === envelope.id ? undefined : await trx.one(findCommand, { id: causedBy });
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

  async function submit(envelopes: readonly Envelope[], caller: Author): Promise<CommandResult[]> {
    const started = options.monotonicMs();
    let gap: { readonly at: number; readonly answer: CommandResult } | undefined;
    const jobs = envelopes.map((sent, at) => async (trx: AppTrx) => {
      const envelope = { ...sent, id: sent.id.toLowerCase() };
      // A transaction that is done again begins before the gap it found, and must find it anew.
      if (gap && at <= gap.at) gap = undefined;
      if (gap) return behindGap(trx, envelope, gap.answer, caller);
      const answer = await judge(trx, envelope, caller);
      if (answer.outcome === 'gap') gap = { at, answer };
      return answer;
    });
    const settled = await options.store.writeEach(jobs);
    const seconds = (options.monotonicMs() - started) / 1000;
    const results: CommandResult[] = [];
    for (const [index, answer] of settled.entries()) {
      const envelope = envelopes[index];
      invariant(envelope, 'every answer has its command');
      const value = answer.status === 'fulfilled' ? answer.value : await holdAfterBug(envelope, caller, answer.reason);
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
    const known = await trx.one(findCommand, { id: envelope.id });
    return known ? repeatOf(trx, envelope, contentHashOf(envelope), caller) : { ...gap, id: envelope.id };
  }

  /**
   * A command on which the program itself failed is kept for a supervisor like any other fact that does not fit, so that
   * one bug never blocks a device. Where the disk or the database failed nothing can be kept: that is thrown.
   */
  async function holdAfterBug(envelope: Envelope, caller: Author, reason: unknown): Promise<CommandResult> {
    if (isStorageFailure(reason)) throw reason;
    options.onBug(reason, envelope.id);
    const own = { ...envelope, id: envelope.id.toLowerCase() };
    return options.store.write((trx) => judgeWith(trx, own, caller, async () => heldBack(problem('command.failed'))));
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

/** What is kept of a command besides the envelope. */
interface Settled {
  readonly outcome: Outcome;
  readonly result: unknown;
  readonly problem: Problem | null;
}

function refused(because: Problem): Settled {
  return { outcome: 'refused', result: null, problem: because };
}

function heldBack(because: Problem): Settled {
  return { outcome: 'held', result: null, problem: because };
}

function parked(envelope: Envelope): Settled {
  const params = { type: envelope.type, version: envelope.version };
  return { outcome: 'parked', result: null, problem: problem('command.type_unknown', params) };
}

async function settle(trx: AppTrx, envelope: Envelope, settled: Settled): Promise<CommandResult> {
  const problemText = settled.problem ? JSON.stringify(settled.problem) : null;
  const resultText = settled.result === null || settled.result === undefined ? null : JSON.stringify(settled.result);
  await trx.one(settleCommand, {
    id: envelope.id,
    outcome: settled.outcome,
    result: resultText,
    problem: problemText,
  });
  if (settled.outcome === 'held') {
    const { id, warehouse } = envelope;
    await trx.one(openException, { id, warehouse, problem: problemText ?? '{}', at: trx.now });
    trx.publish({ kind: 'thing', thing: 'exception', key: id, warehouse, deleted: false });
  }
  return {
    id: envelope.id,
    outcome: settled.outcome,
    repeated: false,
    result: settled.result ?? null,
    problem: settled.problem,
  };
}

/** A sequence number that is not the next one: beyond it is a gap, before it was used by another command. */
function misplacedIn(
  envelope: Envelope,
  sequence: number,
  device: { last_sequence: number; revoked_at: number | null } | undefined,
): CommandResult | undefined {
  if (!device) return refusal(envelope.id, problem('device.unknown', { device: envelope.device }));
  const expected = device.last_sequence + 1;
  if (sequence > expected) {
    const result = { expectedSequence: expected };
    return {
      id: envelope.id,
      outcome: 'gap',
      repeated: false,
      result,
      problem: problem('command.gap', { expected, sequence }),
    };
  }
  if (sequence < expected) return refusal(envelope.id, problem('command.sequence_reused', { sequence, expected }));
  return undefined;
}

function refusal(id: string, because: Problem): CommandResult {
  return { id, outcome: 'refused', repeated: false, result: null, problem: because };
}

function keyOf(named: { readonly type: string; readonly version: number }): string {
  return `${named.type}@${named.version}`;
}
