import { commandReference } from '#shared/command/envelope.ts';
import { type AssignFacts, assign, decideAssign } from '#shared/exceptions/assign.ts';
import { handler } from '../platform/handler.ts';
import { assignDiscrepancy, exceptionToAssign } from './discrepancy.queries.ts';

/** A supervisor gives a discrepancy its class and the desk that sees to it. */
export const assignHandler = handler({
  operation: assign,

  facts: async (trx, command): Promise<AssignFacts> => {
    const found = commandReference(command.body.exception);
    const id = found === null ? command.body.exception : `${found}.discrepancy`;
    const row = await trx.one(exceptionToAssign.lock[trx.dialect], { id, warehouse: command.warehouse });
    return { exception: row ?? null };
  },

  decide: decideAssign,

  apply: async (trx, command, { plan }, { exception }) => {
    await trx.one(assignDiscrepancy, { id: plan.exception, class: plan.class, responsible: plan.responsible });
    trx.publish({
      kind: 'audit',
      id: command.id,
      at: trx.now,
      actor: command.operator,
      action: assign.type,
      subject: plan.exception,
      before: { class: exception?.class, responsible: exception?.responsible },
      after: { class: plan.class, responsible: plan.responsible, reason: command.body.reason },
      commandId: command.id,
    });
    return undefined;
  },
});
