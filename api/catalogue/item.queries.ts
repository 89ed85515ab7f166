import { sql } from 'kysely';
import { bulkTable } from '../platform/db/bulk.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';

/** The item as it is known. */
export const knownItem = lockingStatement<{ itemKey: string }>()((k, p) =>
  k
    .selectFrom('item')
    .select(['base_unit', 'decimals', 'serial_tracked', 'document', 'status', 'version'])
    .where('item_key', '=', p('itemKey')),
);

/** Whether there is stock of an item, with (1) or without (0) serial numbers. */
export const stockBySerials = statement<{ itemKey: string }>()((k, p) =>
  k
    .selectFrom('balance')
    .select(sql<number>`case when serial = '' then 0 else 1 end`.as('has_serial'))
    .where('item_key', '=', p('itemKey'))
    .where('quantity_base', '<>', 0)
    .groupBy('has_serial'),
);

/** A movement of the item, also of goods that have long gone. */
export const entryOfItem = statement<{ itemKey: string }>()((k, p) =>
  k.selectFrom('ledger_entry').select('id').where('item_key', '=', p('itemKey')).limit(1),
);

/** A line that expects the item, or once did. */
export const orderLineOfItem = statement<{ itemKey: string }>()((k, p) =>
  k.selectFrom('inbound_order_line').select('order_key').where('item_key', '=', p('itemKey')).limit(1),
);

/** A line that asks for the item, or once did. */
export const outboundLineOfItem = statement<{ itemKey: string }>()((k, p) =>
  k.selectFrom('outbound_order_line').select('order_key').where('item_key', '=', p('itemKey')).limit(1),
);

export const itemTable = bulkTable(
  'item',
  [
    ['item_key', 'text'],
    ['source_system', 'text'],
    ['number', 'text'],
    ['description', 'text'],
    ['base_unit', 'text'],
    ['decimals', 'bigint'],
    ['lot_tracked', 'bigint'],
    ['serial_tracked', 'bigint'],
    ['expiry_tracked', 'bigint'],
    ['shelf_life_days', 'bigint'],
    ['unit_cost', 'text'],
    ['abc_class', 'text'],
    ['status', 'text'],
    ['document', 'text'],
    ['version', 'bigint'],
    ['changed_at', 'bigint'],
    ['category', 'text'],
    ['weight_milligrams', 'bigint'],
    ['volume_mm3', 'bigint'],
  ],
  ['item_key'],
);

export const unitTable = bulkTable(
  'item_unit',
  [
    ['item_key', 'text'],
    ['unit', 'text'],
    ['numerator', 'bigint'],
    ['denominator', 'bigint'],
  ],
  ['item_key', 'unit'],
);

export const barcodeTable = bulkTable(
  'item_barcode',
  [
    ['code', 'text'],
    ['item_key', 'text'],
    ['unit', 'text'],
    ['quantity', 'text'],
  ],
  ['code', 'item_key'],
);

export const dropUnits = statement<{ itemKey: string }>()((k, p) =>
  k.deleteFrom('item_unit').where('item_key', '=', p('itemKey')),
);

/** Those that the source system sent; what people bound stays. */
export const dropBarcodes = statement<{ itemKey: string }>()((k, p) =>
  k.deleteFrom('item_barcode').where('item_key', '=', p('itemKey')).where('bound_at', 'is', null),
);

export const deactivateItem = statement<{ itemKey: string; document: string; at: number }>()((k, p) =>
  k
    .updateTable('item')
    .set((eb) => ({ status: 'inactive', document: p('document'), version: eb('version', '+', 1), changed_at: p('at') }))
    .where('item_key', '=', p('itemKey')),
);

export const partyTable = bulkTable(
  'party',
  [
    ['source_system', 'text'],
    ['account', 'text'],
    ['kind', 'text'],
    ['document', 'text'],
    ['changed_at', 'bigint'],
  ],
  ['source_system', 'account'],
);
