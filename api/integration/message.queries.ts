import { sql } from 'kysely';
import { bulkTable } from '../platform/db/bulk.ts';
import type { Dialect, Runner } from '../platform/db/connection.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';

export const messageTable = bulkTable(
  'message',
  [
    ['source_system', 'text'],
    ['message_id', 'text'],
    ['number', 'bigint'],
    ['type', 'text'],
    ['operation', 'text'],
    ['lane', 'text'],
    ['body', 'text'],
    ['content_hash', 'text'],
    ['status', 'text'],
    ['errors', 'text'],
    ['order_number', 'text'],
    ['replaces', 'text'],
    ['origin', 'text'],
    ['received_at', 'bigint'],
    ['attempts', 'bigint'],
  ],
  ['source_system', 'message_id'],
);

export const missingItemTable = bulkTable(
  'missing_item',
  [
    ['item_key', 'text'],
    ['source_system', 'text'],
    ['message_id', 'text'],
  ],
  ['item_key', 'source_system', 'message_id'],
);

export const missingOrderTable = bulkTable(
  'missing_order',
  [
    ['order_key', 'text'],
    ['source_system', 'text'],
    ['message_id', 'text'],
  ],
  ['order_key', 'source_system', 'message_id'],
);

interface MessageKey {
  readonly sourceSystem: string;
  readonly messageId: string;
}

/** The hashes of what was sent before, by id. */
export const contentHashes = bulkTable(
  'message',
  [
    ['source_system', 'text'],
    ['message_id', 'text'],
    ['content_hash', 'text'],
  ],
  ['source_system', 'message_id'],
);

/**
 * Messages that wait to be carried out, oldest first. What the partial index holds is said in its own words, or SQLite
 * would not see that it serves, and read all messages that ever came.
 */
export const waitingMessages = statement<{ limit: number }>()((k, p) =>
  k
    .selectFrom('message')
    .select(['source_system', 'message_id', 'lane', 'order_number'])
    .where('status', 'in', [sql.lit('received'), sql.lit('parked')])
    .where('status', '=', sql.lit('received'))
    .orderBy('number')
    .limit(p('limit')),
);

const laneColumns = ['source_system', 'message_id', 'number', 'lane', 'status', 'attempts', 'order_number'] as const;

/**
 * The message, if it still waits to be carried out and nobody else is at it. On PostgreSQL it is locked until the
 * transaction ends, so that several nodes never carry out one message twice.
 */
export const takeReceived = {
  sqlite: statement<MessageKey>()((k, p) =>
    k
      .selectFrom('message')
      .select(laneColumns)
      .where('source_system', '=', p('sourceSystem'))
      .where('message_id', '=', p('messageId'))
      .where('status', '=', 'received'),
  ),
  postgres: statement<MessageKey>()((k, p) =>
    k
      .selectFrom('message')
      .select(laneColumns)
      .where('source_system', '=', p('sourceSystem'))
      .where('message_id', '=', p('messageId'))
      .where('status', '=', 'received')
      .forUpdate()
      .skipLocked(),
  ),
} satisfies Record<Dialect, unknown>;

/** Cheaper than all of it, for who asks again and again. */
export const stateOfMessage = statement<MessageKey>()((k, p) =>
  k
    .selectFrom('message')
    .select('status')
    .where('source_system', '=', p('sourceSystem'))
    .where('message_id', '=', p('messageId')),
);

/** The message whole, whatever its state; locked for what people do by hand. */
export const wholeMessageRow = lockingStatement<MessageKey>()((k, p) =>
  k
    .selectFrom('message')
    .selectAll()
    .where('source_system', '=', p('sourceSystem'))
    .where('message_id', '=', p('messageId')),
);

/**
 * What stands around a message in its lane and matters: earlier ones that are not done, and later ones that were carried
 * out already (with what result ever). Mostly none.
 */
export const neighboursInLane = statement<{ sourceSystem: string; lane: string; number: number }>()((k, p) =>
  k
    .selectFrom('message')
    .select(['source_system', 'message_id', 'number', 'status', 'attempts', 'order_number'])
    .where('source_system', '=', p('sourceSystem'))
    .where('lane', '=', p('lane'))
    .where((eb) =>
      eb.or([
        eb.and([eb('number', '<', p('number')), eb('status', 'in', ['received', 'failed', 'parked'])]),
        eb.and([eb('number', '>', p('number')), eb('status', 'in', ['accepted', 'failed', 'parked'])]),
      ]),
    )
    .orderBy('number'),
);

/** The next message of the lane that is waiting before this one; what `blockedBy` names. */
export const earlierReceived = statement<{ sourceSystem: string; lane: string; number: number }>()((k, p) =>
  k
    .selectFrom('message')
    .select('message_id')
    .where('source_system', '=', p('sourceSystem'))
    .where('lane', '=', p('lane'))
    .where('number', '<', p('number'))
    .where('status', '=', 'received')
    .orderBy('number')
    .limit(1),
);

/** Moves a message from one state to another; answers its number when it was in that state. */
export const moveMessage = statement<
  MessageKey & {
    from: string;
    to: string;
    /** Null: what was wrong before is kept to be read. */
    errors: string | null;
    waitingFor: string | null;
    processedAt: number | null;
    attempts: number;
    supersededBy: string | null;
    replacedBy: string | null;
  }
>()((k, p) =>
  k
    .updateTable('message')
    .set((eb) => ({
      status: p('to'),
      errors: eb.fn.coalesce(p('errors'), eb.ref('errors')),
      waiting_for: p('waitingFor'),
      processed_at: p('processedAt'),
      attempts: p('attempts'),
      superseded_by: p('supersededBy'),
      replaced_by: p('replacedBy'),
    }))
    .where('source_system', '=', p('sourceSystem'))
    .where('message_id', '=', p('messageId'))
    .where('status', '=', p('from'))
    .returning('number'),
);

export const dropMissingItems = statement<MessageKey>()((k, p) =>
  k.deleteFrom('missing_item').where('source_system', '=', p('sourceSystem')).where('message_id', '=', p('messageId')),
);

export const dropMissingOrders = statement<MessageKey>()((k, p) =>
  k.deleteFrom('missing_order').where('source_system', '=', p('sourceSystem')).where('message_id', '=', p('messageId')),
);

/** Keys of the items and orders that a message waits for. */
export const missingOf = statement<MessageKey>()((k, p) =>
  k
    .selectFrom('missing_item')
    .select('item_key as key')
    .where('source_system', '=', p('sourceSystem'))
    .where('message_id', '=', p('messageId'))
    .unionAll(
      k
        .selectFrom('missing_order')
        .select('order_key as key')
        .where('source_system', '=', p('sourceSystem'))
        .where('message_id', '=', p('messageId')),
    )
    .orderBy('key'),
);

/** Forgets which missing items have arrived meanwhile. */
export const dropArrivedItems = statement<object>()((k) =>
  k
    .deleteFrom('missing_item')
    .where('item_key', 'in', (eb) => eb.selectFrom('item').select('item.item_key'))
    .returning('message_id'),
);

/** The same for missing orders. */
export const dropArrivedOrders = statement<object>()((k) =>
  k
    .deleteFrom('missing_order')
    .where('order_key', 'in', (eb) => eb.selectFrom('inbound_order').select('inbound_order.order_key'))
    .returning('message_id'),
);

/** Forgets that one item is missing, wherever it was. */
export const dropArrivedItem = statement<{ key: string }>()((k, p) =>
  k.deleteFrom('missing_item').where('item_key', '=', p('key')).returning('message_id'),
);

/** The same for one order. */
export const dropArrivedOrder = statement<{ key: string }>()((k, p) =>
  k.deleteFrom('missing_order').where('order_key', '=', p('key')).returning('message_id'),
);

/** Whether any message waits for an item at all. */
export const anyMissingItem = statement<object>()((k) => k.selectFrom('missing_item').select('item_key').limit(1));

/** Whether any waits for an order. */
export const anyMissingOrder = statement<object>()((k) => k.selectFrom('missing_order').select('order_key').limit(1));

/** Parked messages that miss nothing any more wait to be carried out again. */
export const wakeComplete = statement<object>()((k) =>
  k
    .updateTable('message')
    .set({ status: 'received', waiting_for: null })
    .where('status', 'in', [sql.lit('received'), sql.lit('parked')])
    .where('status', '=', sql.lit('parked'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('missing_item')
            .select('missing_item.item_key')
            .whereRef('missing_item.source_system', '=', 'message.source_system')
            .whereRef('missing_item.message_id', '=', 'message.message_id'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('missing_order')
            .select('missing_order.order_key')
            .whereRef('missing_order.source_system', '=', 'message.source_system')
            .whereRef('missing_order.message_id', '=', 'message.message_id'),
        ),
      ),
    )
    .returning('message_id'),
);

const listColumns = [
  'number',
  'message_id',
  'type',
  'operation',
  'status',
  'order_number',
  'errors',
  'origin',
  'received_at',
  'processed_at',
  'replaces',
  'replaced_by',
  'superseded_by',
] as const;

export interface ListAsked {
  readonly sourceSystem: string;
  readonly status?: string | undefined;
  readonly after: number;
  readonly limit: number;
}

/** The highest number that a message has; whoever draws the next one has it only when its message is there. */
export const newestNumber = statement<object>()((k) =>
  k.selectFrom('counter').select('value').where('name', '=', 'message'),
);

/** Messages of a source system in order of arrival. */
export function messagesAfter(read: Runner, { sourceSystem, status, after, limit }: ListAsked) {
  let query = read.k
    .selectFrom('message')
    .select(listColumns)
    .where('source_system', '=', sourceSystem)
    .where('number', '>', after);
  if (status !== undefined) query = query.where('status', '=', status);
  return query.orderBy('number').limit(limit).execute();
}

export type ListedMessage = Awaited<ReturnType<typeof messagesAfter>>[number];

const newestOfLane = statement<{ sourceSystem: string; lane: string; limit: number }>()((k, p) =>
  k
    .selectFrom('message')
    .select(listColumns)
    .where('source_system', '=', p('sourceSystem'))
    .where('lane', '=', p('lane'))
    .orderBy('number', 'desc')
    .limit(p('limit')),
);

/** All messages about the same order, item or party, oldest first; the newest `limit` of them. */
export async function messagesOfLane(read: Runner, sourceSystem: string, lane: string, limit: number) {
  return (await read.all(newestOfLane, { sourceSystem, lane, limit })).reverse();
}

/** A newer message of the lane that waits to be carried out. */
export const laterReceived = statement<{ sourceSystem: string; lane: string; number: number }>()((k, p) =>
  k
    .selectFrom('message')
    .select('message_id')
    .where('source_system', '=', p('sourceSystem'))
    .where('lane', '=', p('lane'))
    .where('number', '>', p('number'))
    .where('status', '=', 'received')
    .limit(1),
);
