import { bulkTable } from './db/bulk.ts';
import { statement } from './db/statement.ts';

export const readHead = statement<object>()((k) =>
  k.selectFrom('feed_head').select(['position', 'chain_hash', 'audit_hash', 'last_at']).where('id', '=', 1),
);

export const moveHead = statement<{ position: number; chainHash: string; auditHash: string; at: number }>()((k, p) =>
  k
    .updateTable('feed_head')
    .set({ position: p('position'), chain_hash: p('chainHash'), audit_hash: p('auditHash'), last_at: p('at') })
    .where('id', '=', 1),
);

export const deltaTable = bulkTable('inventory_delta', [
  ['position', 'bigint'],
  ['source_system', 'text'],
  ['warehouse', 'text'],
  ['item_key', 'text'],
  ['warehouse_level', 'bigint'],
  ['at', 'bigint'],
  ['location', 'text'],
  ['owner', 'text'],
  ['lot', 'text'],
  ['inventory_status', 'text'],
  ['quantity_base', 'bigint'],
  ['on_hand_after', 'text'],
  ['location_on_hand_after', 'text'],
  ['coverage', 'text'],
  ['body', 'text'],
  ['log', 'text'],
]);

export const feedEntryTable = bulkTable('feed_entry', [
  ['position', 'bigint'],
  ['feed', 'text'],
  ['source_system', 'text'],
  ['warehouse', 'text'],
  ['subject', 'text'],
  ['version', 'bigint'],
  ['at', 'bigint'],
  ['body', 'text'],
  ['settles', 'text'],
]);

export const publishedBalanceTable = bulkTable(
  'published_balance',
  [
    ['location', 'text'],
    ['warehouse', 'text'],
    ['item_key', 'text'],
    ['owner', 'text'],
    ['lot', 'text'],
    ['inventory_status', 'text'],
    ['quantity_base', 'bigint'],
    ['unreported_base', 'bigint'],
    ['registered_base', 'bigint'],
  ],
  ['location', 'warehouse', 'item_key', 'owner', 'lot', 'inventory_status'],
);

export const thingChangeTable = bulkTable(
  'thing_change',
  [
    ['kind', 'text'],
    ['thing_key', 'text'],
    ['warehouse', 'text'],
    ['position', 'bigint'],
    ['deleted', 'bigint'],
  ],
  ['kind', 'thing_key', 'warehouse'],
);

export const chainTable = bulkTable('chain', [
  ['position', 'bigint'],
  ['kind', 'text'],
  ['subject', 'text'],
  ['hash', 'text'],
]);

export const auditTable = bulkTable('audit', [
  ['id', 'text'],
  ['at', 'bigint'],
  ['actor', 'text'],
  ['action', 'text'],
  ['subject', 'text'],
  ['before_json', 'text'],
  ['after_json', 'text'],
  ['command_id', 'text'],
  ['link', 'text'],
]);
