import type * as z from 'zod';
import { changesBetween, withFaults } from '#shared/command/order-changes.ts';
import type { MessageStatus } from '#shared/integration/message.machine.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { Services } from '../platform/services.ts';
import type { AppTrx } from '../platform/store.ts';
import { carryOut } from './carry-out.ts';
import { earlierReceived, missingOf, wholeMessageRow } from './message.queries.ts';
import { type dryRunAnswer, errorsJson, orderLinkOf, warningsJson } from './message-answer.ts';
import type { ReadMessage } from './read-messages.ts';
import { receiveMessages } from './receive-messages.ts';

type DryRunAnswer = z.infer<typeof dryRunAnswer>;

/** Carries the answers out of a transaction that must not be kept. */
class NotKept extends Error {
  override readonly name = 'NotKept';
  readonly answers: readonly DryRunAnswer[];

  constructor(answers: readonly DryRunAnswer[]) {
    super('a dry run keeps nothing');
    this.answers = answers;
  }
}

/**
 * What would become of messages if they were posted now: they are kept and carried out like any others, one after the
 * other, in a transaction that is then undone. Orders are compared with what they were before; where a message would be
 * refused, or wait for an item, with what it asks for, and what stands against that is told line by line. What waits
 * before them in their lanes is carried out with them.
 */
export async function dryRun(
  { store, pipeline }: Services,
  sourceSystem: string,
  messages: readonly ReadMessage[],
): Promise<readonly DryRunAnswer[]> {
  try {
    await store.write(async (trx) => {
      await receiveMessages(trx, sourceSystem, messages);
      const answers: DryRunAnswer[] = [];
      for (const { messageId, kind, operation, document } of messages) {
        const warnings = warningsJson(kind, () => document);
        const key = { sourceSystem, messageId };
        const snapshot = async () => (await kind.snapshot?.(trx, sourceSystem, document)) ?? null;
        const before = await snapshot();
        await carryOutWithEarlier(trx, pipeline.judge, key);
        const answer = await answerOf(trx, key);
        const isNotDone = answer.status === 'failed' || answer.status === 'parked';
        const message = { ...key, operation, document };
        const after = isNotDone && kind.asked ? await kind.asked(trx, message, before) : await snapshot();
        const changes = kind.snapshot
          ? withFaults(changesBetween(before, after), answer.errors, lineNumbersOf(document))
          : null;
        answers.push({ ...answer, warnings, changes });
      }
      throw new NotKept(answers);
    });
  } catch (error) {
    if (error instanceof NotKept) return error.answers;
    throw error;
  }
  return [];
}

/** Of the lines of an order, as they were sent; a cancellation may have none. */
function lineNumbersOf(document: unknown): number[] {
  const { lines } = document as { readonly lines?: readonly { readonly lineNumber: number }[] | null };
  return lines?.map(({ lineNumber }) => lineNumber) ?? [];
}

interface MessageKey {
  readonly sourceSystem: string;
  readonly messageId: string;
}

async function carryOutWithEarlier(trx: AppTrx, judge: Services['pipeline']['judge'], key: MessageKey): Promise<void> {
  const { lane, number } = await rowOf(trx, key);
  const { sourceSystem } = key;
  for (;;) {
    const earlier = await trx.one(earlierReceived, { sourceSystem, lane, number });
    const status = await carryOut(trx, judge, earlier ? { sourceSystem, messageId: earlier.message_id } : key);
    // Another node is at the one before: this one would wait for it.
    if (!earlier || status === undefined) return;
  }
}

async function answerOf(trx: AppTrx, key: MessageKey): Promise<Omit<DryRunAnswer, 'warnings' | 'changes'>> {
  const row = await rowOf(trx, key);
  const missing = await trx.all(missingOf, key);
  return {
    messageId: key.messageId,
    dryRun: true,
    status: row.status as MessageStatus,
    errors: errorsJson(row.errors),
    waitingFor: missing.map(({ key: waited }) => itemNumberOf(waited)),
    order: orderLinkOf(row),
  };
}

async function rowOf(trx: AppTrx, key: MessageKey) {
  const row = await trx.one(wholeMessageRow.read, key);
  invariant(row, 'the message was kept before');
  return row;
}
