import { type Kysely, sql } from 'kysely';
import { createIndex, createTables, isPostgres } from './create-tables.ts';

/**
 * Put-away as data: where goods of which kind belong (`putaway_rule`, a JSON document each, in the order of `position`),
 * what a location can bear and which goods it takes, what items weigh, and who carries a plate on a trip.
 *
 * Weights of locations are whole grams, volumes whole cubic centimetres; those of items are of one base unit, in
 * milligrams and cubic millimetres, so that light and small things still have one. Null: no limit, or not known.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, [
    [
      'putaway_rule',
      `warehouse text not null, code text not null, position bigint not null, rule text not null,
       version bigint not null, primary key (warehouse, code)`,
    ],
  ]);
  for (const [table, column] of columns)
    await sql.raw(`alter table ${table} add column ${typed(db, column)}`).execute(db);
  for (const [name, table, on, where] of indexes) await createIndex(db, name, table, on, where);
  // The new ones begin with the same column and tell the time as well.
  for (const old of ['ledger_to', 'ledger_from']) await sql.raw(`drop index ${old}`).execute(db);
  await fillItems(db as Kysely<{ item: ItemRow }>);
}

const columns: readonly (readonly [table: string, column: string])[] = [
  ['location', 'capacity_weight_grams bigint'],
  ['location', 'capacity_volume_cm3 bigint'],
  ['location', 'mixed_statuses bigint not null default 1'],
  ['location', 'mixed_owners bigint not null default 1'],
  // JSON lists. Item categories that alone may stand there, that may not, and the statuses it takes (null: by its type).
  ['location', 'only_categories text'],
  ['location', 'barred_categories text'],
  ['location', 'allowed_statuses text'],
  ['item', 'category text'],
  ['item', 'weight_milligrams bigint'],
  ['item', 'volume_mm3 bigint'],
  // The badge of who carries the plate, since when, and where they mean to put it.
  ['work', 'claimed_by text'],
  ['work', 'claimed_at bigint'],
  ['work', 'planned_location text'],
];

/**
 * Look-ups: what became of an item, a lot, a serial, a plate and a location, newest first; and where a lot is now. Each
 * holds only the entries that no other finds, since every one of them is paid for with each movement: what moves with its
 * plate is found by where the plate comes from, and a receipt by its item or plate.
 */
const indexes: readonly (readonly [name: string, table: string, columns: string, where?: string])[] = [
  ['work_planned', 'work', 'warehouse, planned_location', "status = 'open' and planned_location is not null"],
  ['balance_lot', 'balance', 'lot', "lot <> ''"],
  ['balance_serial', 'balance', 'serial', "serial <> ''"],
  ['lot_number', 'lot', 'lot'],
  ['order_line_open_item', 'inbound_order_line', 'item_key', "status = 'open'"],
  ['ledger_item', 'ledger_entry', 'item_key, recorded_at'],
  ['ledger_lot', 'ledger_entry', 'lot, recorded_at', 'lot is not null'],
  ['ledger_serial', 'ledger_entry', 'serial, recorded_at', 'serial is not null'],
  ['ledger_to_at', 'ledger_entry', 'to_location, warehouse, recorded_at', "from_location <> '@supplier'"],
  ['ledger_from_at', 'ledger_entry', 'from_location, warehouse, recorded_at', "substr(from_location, 1, 1) <> '@'"],
  [
    'ledger_to_plate',
    'ledger_entry',
    'to_plate, recorded_at',
    'to_plate is not null and (from_plate is null or from_plate <> to_plate)',
  ],
];

function typed(db: Kysely<unknown>, column: string): string {
  return isPostgres(db)
    ? column.replaceAll(/\btext\b/g, 'text collate "C"')
    : column.replaceAll(/\bbigint\b/g, 'integer');
}

interface ItemRow {
  readonly item_key: string;
  readonly document: string;
  readonly category: string | null;
  readonly weight_milligrams: number | null;
  readonly volume_mm3: number | null;
}

const itemsAtOnce = 500;

/** What the ERPs said of their items already. */
async function fillItems(db: Kysely<{ item: ItemRow }>): Promise<void> {
  let after = '';
  for (;;) {
    const items = await db
      .selectFrom('item')
      .select(['item_key', 'document'])
      .where('item_key', '>', after)
      .orderBy('item_key')
      .limit(itemsAtOnce)
      .execute();
    for (const { item_key: key, document } of items) {
      await db.updateTable('item').set(measuresIn(document)).where('item_key', '=', key).execute();
      after = key;
    }
    if (items.length < itemsAtOnce) return;
  }
}

interface Described {
  readonly category?: string | null;
  readonly weight?: { readonly net?: number | null; readonly gross?: number | null; readonly unit: string } | null;
  readonly dimensions?: {
    readonly length: number;
    readonly width: number;
    readonly height: number;
    readonly unit: string;
  } | null;
}

/** Steps of one unit, as exact fractions: milligrams, and millimetres. */
const weights: Readonly<Record<string, readonly [bigint, bigint]>> = {
  g: [1000n, 1n],
  kg: [1_000_000n, 1n],
  lb: [45_359_237n, 100n],
};
const lengths: Readonly<Record<string, readonly [bigint, bigint]>> = {
  mm: [1n, 1n],
  cm: [10n, 1n],
  m: [1000n, 1n],
  in: [254n, 10n],
};

function measuresIn(document: string) {
  const { category, weight, dimensions } = JSON.parse(document) as Described;
  const heavy = weight?.gross ?? weight?.net ?? null;
  const weightUnit = weights[weight?.unit ?? ''];
  const lengthUnit = lengths[dimensions?.unit ?? ''];
  return {
    category: category ?? null,
    weight_milligrams: heavy !== null && weightUnit ? steps([heavy], weightUnit) : null,
    volume_mm3:
      dimensions && lengthUnit ? steps([dimensions.length, dimensions.width, dimensions.height], lengthUnit) : null,
  };
}

/** The product of these numbers of a unit in whole steps, rounded up. Numbers have six decimals at most. */
function steps(values: readonly number[], [numerator, denominator]: readonly [bigint, bigint]): number {
  const million = 1_000_000n;
  const top = values.reduce((product, value) => product * BigInt(Math.round(value * 1_000_000)) * numerator, 1n);
  const bottom = values.reduce((product) => product * million * denominator, 1n);
  const rounded = (top + bottom - 1n) / bottom;
  return Number(rounded < BigInt(Number.MAX_SAFE_INTEGER) ? rounded : BigInt(Number.MAX_SAFE_INTEGER));
}
