import { statement } from '../db/statement.ts';

/** Keeps the key for this request unless it is kept already, for this or another one. Answers the key when it is new. */
export const claimKey = statement<{ holder: string; key: string; requestHash: string; at: number }>()((k, p) =>
  k
    .insertInto('idempotency_key')
    .values({
      holder: p('holder'),
      key: p('key'),
      request_hash: p('requestHash'),
      status: 0,
      body: '',
      content_type: '',
      created_at: p('at'),
    })
    .onConflict((conflict) => conflict.columns(['holder', 'key']).doNothing())
    .returning('key'),
);

export const findKeptAnswer = statement<{ holder: string; key: string }>()((k, p) =>
  k
    .selectFrom('idempotency_key')
    .select(['request_hash', 'status', 'body', 'content_type', 'created_at'])
    .where('holder', '=', p('holder'))
    .where('key', '=', p('key')),
);

export const keepAnswer = statement<{
  holder: string;
  key: string;
  status: number;
  body: string;
  contentType: string;
}>()((k, p) =>
  k
    .updateTable('idempotency_key')
    .set({ status: p('status'), body: p('body'), content_type: p('contentType') })
    .where('holder', '=', p('holder'))
    .where('key', '=', p('key')),
);

export const dropKey = statement<{ holder: string; key: string }>()((k, p) =>
  k.deleteFrom('idempotency_key').where('holder', '=', p('holder')).where('key', '=', p('key')),
);

/** Keys that are too old, and claims that were given up because the server died before it answered. */
export const dropOldKeys = statement<{ before: number; unansweredBefore: number }>()((k, p) =>
  k
    .deleteFrom('idempotency_key')
    .where((eb) =>
      eb.or([
        eb('created_at', '<', p('before')),
        eb.and([eb('status', '=', 0), eb('created_at', '<', p('unansweredBefore'))]),
      ]),
    ),
);
