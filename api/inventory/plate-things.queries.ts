import type { LicensePlateThing, PlateContent } from '#shared/ledger/thing.ts';
import type { Runner } from '../platform/db/connection.ts';
import { isOneOf } from '../platform/db/lists.ts';
import { statement } from '../platform/db/statement.ts';
import { none, rowByRow } from '../platform/facts/literals.ts';

/**
 * These plates with what stands on them and which plates are nested in them. One with nothing on it at all is left out: a
 * device need not know it.
 */
export async function loadPlates(
  read: Runner,
  numbers: readonly string[],
  warehouse: string,
): Promise<Map<string, LicensePlateThing>> {
  const contents = await contentsOf(read, { numbers, warehouse });
  const nested = await nestedIn(read, { numbers, warehouse });
  const parents = await parentsOf(read, numbers);
  const plates = new Map<string, LicensePlateThing>();
  for (const licensePlate of numbers) {
    const own = contents.get(licensePlate) ?? [];
    const below = nested.get(licensePlate) ?? [];
    const parent = parents.get(licensePlate) ?? null;
    if (own.length === 0 && below.length === 0) continue;
    plates.set(licensePlate, {
      licensePlate,
      location: own[0]?.location ?? below[0]?.location ?? null,
      contents: own.map(contentOf),
      ...(parent !== null && { parent }),
      ...(below.length > 0 && { nested: [...new Set(below.map(({ number }) => number))] }),
    });
  }
  return plates;
}

interface OnPlates {
  readonly numbers: readonly string[];
  readonly warehouse: string;
}

const contentsRows = statement<OnPlates>()((k, p, dialect) =>
  k
    .selectFrom('balance')
    .innerJoin('item', 'item.item_key', 'balance.item_key')
    .selectAll('balance')
    .select(['item.description', 'item.base_unit', 'item.decimals'])
    .where(isOneOf(dialect, 'balance.license_plate', p('numbers')))
    .where('balance.license_plate', '<>', none)
    .where(rowByRow('balance.warehouse'), '=', p('warehouse'))
    .orderBy('balance.item_key')
    .orderBy('balance.lot')
    .orderBy('balance.serial'),
);

async function contentsOf(read: Runner, asked: OnPlates) {
  return Map.groupBy(await read.all(contentsRows, asked), (row) => row.license_plate);
}

const nestedRows = statement<OnPlates>()((k, p, dialect) =>
  k
    .withRecursive('below', (db) =>
      db
        .selectFrom('license_plate')
        .select(['license_plate.parent as root', 'license_plate.number'])
        .where(isOneOf(dialect, 'license_plate.parent', p('numbers')))
        .union(
          db
            .selectFrom('license_plate as child')
            .innerJoin('below', 'below.number', 'child.parent')
            .select(['below.root', 'child.number']),
        ),
    )
    .selectFrom('below')
    // In this order: SQLite thinks it cheaper to go through all plates there are.
    .crossJoin('balance')
    .whereRef('balance.license_plate', '=', 'below.number')
    .select(['below.root', 'below.number', 'balance.location'])
    .distinct()
    .where('balance.license_plate', '<>', none)
    .where(rowByRow('balance.warehouse'), '=', p('warehouse'))
    .orderBy('below.root')
    .orderBy('below.number'),
);

/** The plates with goods that stand on these, however deep, by the plate they stand on. */
async function nestedIn(read: Runner, asked: OnPlates) {
  return Map.groupBy(await read.all(nestedRows, asked), (row) => row.root ?? '');
}

const parentRows = statement<{ numbers: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('license_plate')
    .select(['number', 'parent'])
    .where(isOneOf(dialect, 'number', p('numbers'))),
);

async function parentsOf(read: Runner, numbers: readonly string[]): Promise<Map<string, string | null>> {
  return new Map((await read.all(parentRows, { numbers })).map(({ number, parent }) => [number, parent]));
}

function contentOf(row: {
  item_key: string;
  description: string;
  owner: string;
  lot: string;
  serial: string;
  inventory_status: string;
  quantity_base: number;
  base_unit: string;
  decimals: number;
}): PlateContent {
  return {
    item: row.item_key,
    description: row.description,
    owner: row.owner,
    lot: row.lot,
    serial: row.serial,
    inventoryStatus: row.inventory_status,
    quantityBase: row.quantity_base,
    baseUnit: row.base_unit,
    decimals: row.decimals,
  };
}
