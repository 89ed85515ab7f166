import { hash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import { nextNumber } from '../counter.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';

const insert = statement<{
  sourceSystem: string;
  messageId: string;
  number: number;
  type: string;
  operation: string;
  lane: string;
  body: string;
  contentHash: string;
  orderNumber: string | null;
  at: number;
}>()((k, p) =>
  k
    .insertInto('message')
    .values({
      source_system: p('sourceSystem'),
      message_id: p('messageId'),
      number: p('number'),
      type: p('type'),
      operation: p('operation'),
      lane: p('lane'),
      body: p('body'),
      content_hash: p('contentHash'),
      status: 'received',
      errors: '[]',
      waiting_for: null,
      order_number: p('orderNumber'),
      replaces: null,
      replaced_by: null,
      superseded_by: null,
      origin: 'program',
      received_at: p('at'),
      processed_at: null,
      attempts: 0,
    })
    .onConflict((conflict) => conflict.columns(['source_system', 'message_id']).doNothing()),
);

/** A message that this program sends itself in the name of a source system: `member` is what it is about. */
interface OwnMessage {
  readonly messageId: string;
  readonly type: string;
  /** `upsert` unless said. */
  readonly operation?: 'upsert' | 'cancel';
  readonly lane: string;
  readonly orderNumber: string | null;
  readonly member: string;
  readonly document: object;
}

/**
 * Puts a message into the inbox, to be carried out like those of ERPs: by the same rules, in its turn, and shown with its
 * reason where it cannot be.
 */
export async function sendMessage(trx: AppTrx, sourceSystem: string, own: OwnMessage): Promise<void> {
  const { messageId, type, operation = 'upsert', lane, orderNumber, member, document } = own;
  const sent = { messageId, type, operation, [member]: document };
  await trx.one(insert, {
    ...{ sourceSystem, messageId, type, operation, lane, orderNumber },
    number: await nextNumber(trx, 'message', 1),
    body: JSON.stringify(sent),
    contentHash: hash('sha256', canonicalJson(sent)),
    at: trx.now,
  });
}
