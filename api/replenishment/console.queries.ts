import type { Runner } from '../platform/db/connection.ts';
import { isOneOf } from '../platform/db/lists.ts';
import { statement } from '../platform/db/statement.ts';

const fixedItems = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('location')
    .select('fixed_item')
    .distinct()
    .where('warehouse', '=', p('warehouse'))
    .where('type', '=', 'pick')
    .where('fixed_item', 'is not', null),
);

/** Items that places for picking belong to. */
export async function itemsWithFaces(read: Runner, warehouse: string): Promise<string[]> {
  return (await read.all(fixedItems, { warehouse })).flatMap(({ fixed_item: item }) => item ?? []);
}

const described = statement<{ itemKeys: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('item')
    .select(['item_key', 'number', 'source_system', 'description', 'base_unit', 'decimals'])
    .where(isOneOf(dialect, 'item_key', p('itemKeys'))),
);

/** Items as people read them, by their keys. */
export async function describedItems(read: Runner, itemKeys: readonly string[]) {
  const rows = await read.all(described, { itemKeys: [...new Set(itemKeys)] });
  return new Map(
    rows.map((row) => [
      row.item_key,
      {
        ...{ number: row.number, sourceSystem: row.source_system, description: row.description },
        ...{ unit: row.base_unit, decimals: row.decimals },
      },
    ]),
  );
}
