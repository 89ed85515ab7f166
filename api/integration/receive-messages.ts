import { type FieldError, problem } from '#shared/kernel/problem.ts';
import { nextNumber } from '../platform/counter.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import type { AppTrx } from '../platform/store.ts';
import { contentHashes, messageTable } from './message.queries.ts';
import type { ReadMessage } from './read-messages.ts';

/**
 * Keeps messages, all or none. One that was kept before under the same id with the same content is left as it is; with
 * other content it throws 409 `idempotency.key_reused` and nothing is kept. Answers how many are new.
 *
 * The numbers are drawn first: on PostgreSQL that makes messages wait for each other until they are committed, so that
 * numbers appear in their order, and two requests with the same id see one another.
 */
export async function receiveMessages(
  trx: AppTrx,
  sourceSystem: string,
  messages: readonly ReadMessage[],
  replaces: string | null = null,
): Promise<number> {
  const first = await nextNumber(trx, 'message', messages.length);
  const keys = messages.map(({ messageId }) => ({ source_system: sourceSystem, message_id: messageId }));
  const before = await contentHashes.find(trx, keys);
  const hashes = new Map(before.map((row) => [row.message_id, row.content_hash]));
  const fresh = new Map<string, ReadMessage>();
  const reused: FieldError[] = [];
  for (const message of messages) {
    const { messageId, pointer } = message;
    const known = fresh.get(messageId)?.contentHash ?? hashes.get(messageId);
    if (known === undefined) fresh.set(messageId, message);
    else if (known !== message.contentHash) {
      reused.push({ pointer: `${pointer}/messageId`, code: 'idempotency.key_reused', value: messageId });
    }
  }
  if (reused.length > 0) throw new HttpProblem(409, problem('idempotency.key_reused', {}, reused));
  const rows = [...fresh.values()].map((message, index) => ({
    ...rowOf(message),
    source_system: sourceSystem,
    number: first + index,
    replaces,
    received_at: trx.now,
  }));
  await messageTable.insert(trx, rows);
  return rows.length;
}

function rowOf({ messageId, kind, operation, document, text, contentHash }: ReadMessage) {
  return {
    message_id: messageId,
    type: kind.type,
    operation,
    lane: kind.laneOf(document),
    body: text,
    content_hash: contentHash,
    status: 'received',
    errors: '[]',
    order_number: kind.orderNumberOf(document),
    origin: 'integration',
    attempts: 0,
  };
}
