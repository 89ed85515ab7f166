import { bulkTable } from '../platform/db/bulk.ts';
import { statement } from '../platform/db/statement.ts';

/** Items by key, as far as orders need them. */
export const orderedItems = bulkTable(
  'item',
  [
    ['item_key', 'text'],
    ['number', 'text'],
    ['source_system', 'text'],
    ['base_unit', 'text'],
    ['decimals', 'bigint'],
    ['lot_tracked', 'bigint'],
    ['serial_tracked', 'bigint'],
    ['expiry_tracked', 'bigint'],
  ],
  ['item_key'],
);

/** Units by item and name. */
export const orderedUnits = bulkTable(
  'item_unit',
  [
    ['item_key', 'text'],
    ['unit', 'text'],
    ['numerator', 'bigint'],
    ['denominator', 'bigint'],
  ],
  ['item_key', 'unit'],
);

/** All units of an item, to name them where an order asked for another. */
export const unitsOfItem = statement<{ itemKey: string }>()((k, p) =>
  k.selectFrom('item_unit').selectAll().where('item_key', '=', p('itemKey')).orderBy('unit'),
);
