import { handsType } from '#shared/ledger/location-type.ts';
import type { Runner } from '../platform/db/connection.ts';
import { isOneOf } from '../platform/db/lists.ts';
import { statement } from '../platform/db/statement.ts';

const itemColumns = [
  'item_key',
  'source_system',
  'number',
  'description',
  'base_unit',
  'decimals',
  'lot_tracked',
  'serial_tracked',
  'expiry_tracked',
  'shelf_life_days',
  'unit_cost',
  'abc_class',
  'status',
  'document',
  'version',
  'changed_at',
  'category',
  'weight_milligrams',
  'volume_mm3',
] as const;

interface OfItems {
  readonly keys: readonly string[];
}

export const itemsWithKeys = statement<OfItems>()((k, p, dialect) =>
  k
    .selectFrom('item')
    .select(itemColumns)
    .where(isOneOf(dialect, 'item_key', p('keys'))),
);

/** Items in order of their keys, those of one source system or all. */
export function itemsAfter(read: Runner, asked: { after: string; limit: number; sourceSystem?: string | undefined }) {
  const query = read.k.selectFrom('item').select(itemColumns).where('item_key', '>', asked.after);
  const { sourceSystem } = asked;
  const ofSystem = sourceSystem === undefined ? query : query.where('source_system', '=', sourceSystem);
  return ofSystem.orderBy('item_key').limit(asked.limit).execute();
}

export type ItemRow = Awaited<ReturnType<typeof itemsAfter>>[number];

export const unitsOf = statement<OfItems>()((k, p, dialect) =>
  k
    .selectFrom('item_unit')
    .selectAll()
    .where(isOneOf(dialect, 'item_key', p('keys')))
    .orderBy('item_key')
    .orderBy('unit'),
);

export const barcodesOf = statement<OfItems>()((k, p, dialect) =>
  k
    .selectFrom('item_barcode')
    .selectAll()
    .where(isOneOf(dialect, 'item_key', p('keys')))
    .orderBy('item_key')
    .orderBy('code'),
);

/** Locations in order of warehouse and code. */
export function locationsAfter(
  read: Runner,
  asked: { after: { warehouse: string; code: string }; limit: number; warehouse?: string | undefined },
) {
  const { after, limit, warehouse } = asked;
  let query = read.k
    .selectFrom('location')
    .selectAll()
    .where('type', '<>', handsType)
    .where((eb) =>
      eb.or([
        eb('warehouse', '>', after.warehouse),
        eb.and([eb('warehouse', '=', after.warehouse), eb('code', '>', after.code)]),
      ]),
    );
  if (warehouse !== undefined) query = query.where('warehouse', '=', warehouse);
  return query.orderBy('warehouse').orderBy('code').limit(limit).execute();
}

export type LocationRow = Awaited<ReturnType<typeof locationsAfter>>[number];
