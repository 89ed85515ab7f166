import type { Applied, Decision } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import type { Operation } from '#shared/command/operation.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { AppTrx } from './store.ts';

/**
 * How the server carries out one operation: reads the facts the shared rule needs (rows about to change locked), lets
 * the rule decide, and writes what only this slice knows. Stock is posted by the pipeline from the decision's entries.
 */
export interface Handler<Body, Facts, Plan, Result> {
  readonly operation: Operation<Body>;
  readonly facts: (trx: AppTrx, command: Command<Body>, judgeAgain: JudgeAgain) => Promise<Facts>;
  readonly decide: (command: Command<Body>, facts: Facts) => Decision<Plan, Result>;
  /**
   * Adds to the facts what only a refusal needs, such as whether the device could have known; then the rule is asked
   * again. So the usual case never pays for it.
   */
  readonly reconsider?: (trx: AppTrx, command: Command<Body>, facts: Facts, refusal: Problem) => Promise<Facts>;
  /**
   * Writes the slice's own rows. Runs after the entries are posted, in the same transaction. Answers the result where it
   * says more than the rule could, such as the number of a document that was made.
   */
  readonly apply?: (
    trx: AppTrx,
    command: Command<Body>,
    decision: Applied<Plan, Result>,
    facts: Facts,
  ) => Promise<Result | undefined>;
}

/**
 * Judges a command that is kept already once more, as approved by a second person. Nothing is written until the answer is
 * carried out. Undefined where there is no such command, or its operation is not known.
 */
export type JudgeAgain = (trx: AppTrx, id: string, approvedBy: string) => Promise<JudgedAgain | undefined>;

export interface JudgedAgain {
  readonly decision: Decision<unknown, unknown>;
  /** Posts its entries and writes its rows, in its own name. Only for an applied decision. Answers its result. */
  readonly carryOut: () => Promise<unknown>;
}

/** A handler whose types are its own business: the form in which the list of all handlers keeps it. */
export interface AnyHandler {
  readonly operation: Operation<unknown>;
  readonly run: (trx: AppTrx, command: Command<unknown>, judgeAgain: JudgeAgain) => Promise<Decision<unknown, unknown>>;
  /** Answers what the sender is told. */
  readonly apply: (trx: AppTrx, command: Command<unknown>, decision: Applied<unknown, unknown>) => Promise<unknown>;
}

/** Closes over the types of one handler. The pipeline has read the body with this operation's own schema before. */
export function handler<Body, Facts, Plan, Result>(own: Handler<Body, Facts, Plan, Result>): AnyHandler {
  const factsOf = new WeakMap<object, Facts>();
  return {
    operation: own.operation as Operation<unknown>,
    run: async (trx, command, judgeAgain) => {
      const typed = command as Command<Body>;
      const known = await own.facts(trx, typed, judgeAgain);
      const first = own.decide(typed, known);
      const facts =
        first.outcome === 'refused' && own.reconsider ? await own.reconsider(trx, typed, known, first.problem) : known;
      const decision = facts === known ? first : own.decide(typed, facts);
      factsOf.set(decision, facts);
      return decision;
    },
    apply: async (trx, command, decision) => {
      const facts = factsOf.get(decision) as Facts;
      const result = await own.apply?.(trx, command as Command<Body>, decision as Applied<Plan, Result>, facts);
      return result ?? decision.result;
    },
  };
}
