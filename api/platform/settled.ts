import type { Envelope, Outcome } from '#shared/command/envelope.ts';
import { type FieldError, type Problem, problem } from '#shared/kernel/problem.ts';
import type { RowOf } from './db/statement.ts';
import { type keptOutcome, openException } from './pipeline.queries.ts';
import type { AppTrx } from './store.ts';

/** What the sender of a command is told. */
export interface CommandResult {
  readonly id: string;
  readonly outcome: Outcome;
  readonly repeated: boolean;
  readonly result: unknown;
  readonly problem: Problem | null;
}

/** What is kept of a command that was judged before, as the database has it. */
export type Kept = RowOf<typeof keptOutcome.read>;

/** What is kept of a command besides the envelope. */
export interface Settled {
  readonly outcome: Outcome;
  readonly result: unknown;
  readonly problem: Problem | null;
}

export function refused(because: Problem): Settled {
  return { outcome: 'refused', result: null, problem: because };
}

export function refusedForBody(faults: readonly FieldError[]): Settled {
  return refused(problem('command.body_invalid', {}, faults));
}

export function heldBack(because: Problem): Settled {
  return { outcome: 'held', result: null, problem: because };
}

export function parked(envelope: Envelope): Settled {
  const params = { type: envelope.type, version: envelope.version };
  return { outcome: 'parked', result: null, problem: problem('command.type_unknown', params) };
}

export function textsOf({ outcome, result, problem: because }: Settled) {
  return {
    outcome,
    result: result === null || result === undefined ? null : JSON.stringify(result),
    problem: because ? JSON.stringify(because) : null,
  };
}

/** What the sender is told of an outcome that is kept now. What is held waits for a person. */
export async function answerOf(trx: AppTrx, envelope: Envelope, settled: Settled): Promise<CommandResult> {
  const { id, warehouse } = envelope;
  if (settled.outcome === 'held') {
    await trx.one(openException, { id, warehouse, problem: JSON.stringify(settled.problem ?? {}), at: trx.now });
    trx.publish({ kind: 'thing', thing: 'exception', key: id, warehouse, deleted: false });
  }
  return {
    id,
    outcome: settled.outcome,
    repeated: false,
    result: settled.result ?? null,
    problem: settled.problem,
  };
}

export function repeated(id: string, known: Kept): CommandResult {
  return {
    id,
    outcome: known.outcome as Outcome,
    repeated: true,
    result: known.result ? JSON.parse(known.result) : null,
    problem: known.problem ? (JSON.parse(known.problem) as Problem) : null,
  };
}

/** A refusal that is not kept, because nothing was used up. */
export function refusal(id: string, because: Problem): CommandResult {
  return { id, outcome: 'refused', repeated: false, result: null, problem: because };
}
