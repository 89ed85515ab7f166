import { commandReference } from '#shared/command/envelope.ts';
import { decideResolve, isCarriedOut, type ResolveFacts, resolve } from '#shared/exceptions/resolve.ts';
import type { DiscrepancyDetails } from '#shared/ledger/discrepancy.ts';
import { publishEvent } from '../platform/events.ts';
import { handler, type JudgedAgain } from '../platform/handler.ts';
import { closeException, exceptionOf, openCaseOf } from './resolve.queries.ts';

interface Facts extends ResolveFacts {
  /** What a discrepancy is about; null for anything else. */
  readonly details: DiscrepancyDetails | null;
  readonly judged: JudgedAgain | null;
  readonly problem: unknown;
}

/**
 * A supervisor decides. What is applied or approved is posted in the name of the command that waited, which keeps the
 * answer it was given; the device hears of the decision through the exception it has a copy of.
 */
export const resolveHandler = handler({
  operation: resolve,

  facts: async (trx, command, judgeAgain): Promise<Facts> => {
    const id = commandReference(command.body.exception) ?? command.body.exception;
    const row = await trx.one(exceptionOf.lock[trx.dialect], { id, warehouse: command.warehouse });
    if (!row) return { exception: null, isCauseOpen: false, again: null, judged: null, problem: null, details: null };
    const cause = row.caused_by === null ? undefined : await trx.one(openCaseOf, { command: row.caused_by });
    const exception = { id: row.id, kind: row.kind, status: row.status, command: row.command, operator: row.operator };
    const isAsked = isCarriedOut(command.body.action) && row.status === 'open' && row.operator !== command.operator;
    const judged = (isAsked && (await judgeAgain(trx, row.command, command.operator))) || null;
    const isCauseOpen = cause !== undefined;
    const details = row.details === null ? null : (JSON.parse(row.details) as DiscrepancyDetails);
    return {
      exception,
      isCauseOpen,
      again: judged?.decision ?? null,
      judged,
      problem: JSON.parse(row.problem),
      details,
    };
  },

  decide: decideResolve,

  apply: async (trx, command, { plan, result }, facts) => {
    const { reason } = command.body;
    const { action } = result;
    const made = plan.isCarriedOut ? ((await facts.judged?.carryOut()) ?? null) : null;
    const closing = { id: plan.exception, at: trx.now, by: command.operator, action, reason };
    await trx.one(closeException, { ...closing, result: made === null ? null : JSON.stringify(made) });
    const { warehouse } = command;
    trx.publish({ kind: 'thing', thing: 'exception', key: plan.exception, warehouse, deleted: false });
    const sourceSystem = facts.details?.sourceSystem;
    if (sourceSystem !== undefined) {
      publishEvent(trx, {
        id: command.id,
        type: 'discrepancy.resolved',
        sourceSystem,
        warehouse,
        subject: plan.exception,
        data: { discrepancy: plan.exception, warehouse, action, reason },
      });
    }
    trx.publish({
      kind: 'audit',
      id: command.id,
      at: trx.now,
      actor: command.operator,
      action: resolve.type,
      subject: plan.exception,
      before: { status: 'open', problem: facts.problem },
      after: { status: 'resolved', action, reason, result: made },
      commandId: command.id,
    });
    return { ...result, result: made };
  },
});
