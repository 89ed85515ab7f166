import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';

/** Orders to receive that an ERP sent under a number. Who locks them keeps others from receiving on them meanwhile. */
export const inboundNumbered = lockingStatement<{ order: string }>()((k, p) =>
  k
    .selectFrom('inbound_order')
    .select(['order_key', 'order_number', 'source_system', 'warehouse', 'status', 'order_type', 'document'])
    .where('order_number', '=', p('order'))
    .where('message_id', 'is not', null)
    .orderBy('order_key'),
);

/** What kind of party an account is; nothing where no master data tell of it. */
export const kindOfParty = statement<{ sourceSystem: string; account: string }>()((k, p) =>
  k
    .selectFrom('party')
    .select('kind')
    .where('source_system', '=', p('sourceSystem'))
    .where('account', '=', p('account')),
);
