import * as z from 'zod';
import { applied, refused } from '#shared/command/decision.ts';
import type { MessageVerdict } from '#shared/command/message-verdict.ts';
import { mendsItself } from '#shared/command/message-verdict.ts';
import { operation } from '#shared/command/operation.ts';
import { name64 } from '#shared/kernel/fields.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { type FieldError, type Problem, problem } from '#shared/kernel/problem.ts';
import { fieldErrors } from '../platform/field-errors.ts';
import { type AnyHandler, handler } from '../platform/handler.ts';
import type { JudgedMessage, MessageKind } from '../platform/message-kind.ts';
import type { AppTrx } from '../platform/store.ts';
import { wholeMessageRow } from './message.queries.ts';
import { schemaOf } from './read-messages.ts';
import type { WholeMessage } from './take-alone.queries.ts';

const body = z.strictObject({
  sourceSystem: name64,
  messageId: name64,
  attempt: z.int().min(1),
  supersedesEarlier: z.boolean(),
});

export type ProcessMessageBody = z.infer<typeof body>;

/** The server carries out a message of an ERP: nobody else does, so it stands in no list of what devices may send. */
export const processMessage = operation({ type: 'integration.process_message', version: 1, body });

interface Facts {
  readonly judged: JudgedMessage | null;
  readonly errors: readonly FieldError[];
}

/**
 * Carries out one message, once for each attempt. Refusals, in this order: `auth.permit_missing` from anybody but the
 * server itself; `message.failed` with every fault; `message.parked` where all faults are items or orders that are not
 * known yet.
 */
export function processMessageHandler(kinds: readonly MessageKind[]): AnyHandler {
  return handler<ProcessMessageBody, Facts, JudgedMessage, null>({
    operation: processMessage,
    facts: (trx, command) => factsOf(trx, kinds, command),
    decide: (command, facts) => {
      if (command.operator !== 'server') {
        const params = { operation: processMessage.type, warehouse: command.warehouse };
        return refused(problem('auth.permit_missing', params));
      }
      const { judged, errors } = facts;
      if (!judged) return refused(problem('message.failed', {}, errors));
      return judged.verdict.outcome === 'accepted' ? applied(judged, null) : refused(problemOf(judged.verdict));
    },
    apply: async (_trx, _command, { plan }) => {
      await plan.apply();
      return undefined;
    },
  });
}

const atHand = new WeakMap<AppTrx, WholeMessage>();

/** Whoever has read the message already spares its command from reading it again, in this transaction. */
export function keepAtHand(trx: AppTrx, row: WholeMessage): void {
  atHand.set(trx, row);
}

function takeFromHand(trx: AppTrx, sourceSystem: string, messageId: string): WholeMessage | undefined {
  const row = atHand.get(trx);
  atHand.delete(trx);
  return row?.source_system === sourceSystem && row.message_id === messageId ? row : undefined;
}

async function factsOf(
  trx: AppTrx,
  kinds: readonly MessageKind[],
  command: { readonly id: string; readonly operator: string; readonly body: ProcessMessageBody },
): Promise<Facts> {
  if (command.operator !== 'server') return { judged: null, errors: [] };
  const { sourceSystem, messageId, supersedesEarlier } = command.body;
  const row =
    takeFromHand(trx, sourceSystem, messageId) ?? (await trx.one(wholeMessageRow.read, { sourceSystem, messageId }));
  const kind = kinds.find(({ type }) => type === row?.type);
  invariant(row && kind, `the message ${messageId} of ${sourceSystem} or its kind is gone`);
  const type = row.operation === 'cancel' ? 'cancel' : 'upsert';
  const sent: unknown = JSON.parse(row.body);
  // Read again: what was kept by an older version of the program is read by the schema of this one.
  const read = schemaOf(kind, type).safeParse(sent);
  if (!read.success) return { judged: null, errors: fieldErrors(read.error, '', sent) };
  const document = (read.data as Record<string, unknown>)[kind.member];
  const message = { sourceSystem, messageId, operation: type, document } as const;
  const judged = await kind[type].judge(trx, message, {
    commandId: command.id,
    supersedesEarlier,
    receivedAt: row.received_at,
  });
  return { judged, errors: [] };
}

function problemOf(verdict: Exclude<MessageVerdict<unknown>, { outcome: 'accepted' }>): Problem {
  const waits = verdict.errors.every(mendsItself);
  return problem(waits ? 'message.parked' : 'message.failed', {}, verdict.errors);
}
