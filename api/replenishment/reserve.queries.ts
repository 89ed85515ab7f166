import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import { type AskedFor, withoutAsked } from '#shared/replenishment/from-reserve.ts';
import type { Runner } from '../platform/db/connection.ts';
import { isOneOf } from '../platform/db/lists.ts';
import { type RowOf, statement } from '../platform/db/statement.ts';
import { candidatesForItems } from '../platform/facts/candidates.queries.ts';
import type { NeedKey } from '../platform/facts/fill-requests.queries.ts';
import { openStatus, putawayType, replenishType, undoneWork } from '../platform/facts/literals.ts';

const toBring = statement<NeedKey & { warehouse: string; itemKeys: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('work_line as l')
    .innerJoin('work as w', 'w.id', 'l.work')
    .select([
      'l.item_key',
      'l.location',
      'l.license_plate',
      'l.owner',
      'l.lot',
      'l.inventory_status',
      'l.quantity_base',
    ])
    .select((eb) =>
      eb
        .selectFrom('reservation as r')
        .select((sum) => sum.fn.sum<number>('r.quantity_base').as('promised'))
        .whereRef('r.brought_by', '=', 'w.id')
        .as('promised_base'),
    )
    .select((eb) =>
      eb
        .selectFrom('fill_request as f')
        .select('f.quantity_base')
        .where('f.source_system', '=', p('sourceSystem'))
        .where('f.number', '=', p('number'))
        .whereRef('f.work', '=', 'w.id')
        .as('own_base'),
    )
    .where('w.type', '=', replenishType)
    // Says nothing more, and names the index of work that is undone: there is little of it, and much that is done.
    .where('w.type', '<>', putawayType)
    .where('w.status', 'in', undoneWork)
    .where('w.warehouse', '=', p('warehouse'))
    .where(isOneOf(dialect, 'l.item_key', p('itemKeys')))
    .where('l.status', '=', openStatus)
    .orderBy('w.id'),
);

const nobody: NeedKey = { sourceSystem: '', number: '' };

/**
 * Stock of an item that somebody may be sent for: neither promised, nor asked for already; by anybody but `need`, which is
 * about to be asked anew.
 */
export async function candidatesToBring(
  read: Runner,
  warehouse: string,
  itemKey: string,
  need = nobody,
): Promise<readonly StockCandidate[]> {
  return (await candidatesByItem(read, warehouse, [itemKey], need)).get(itemKey) ?? [];
}

/** The same of several items, by item. */
export async function candidatesByItem(
  read: Runner,
  warehouse: string,
  itemKeys: readonly string[],
  need = nobody,
): Promise<Map<string, readonly StockCandidate[]>> {
  const stock = await candidatesForItems(read, warehouse, itemKeys);
  const asked = Map.groupBy(await read.all(toBring, { warehouse, itemKeys, ...need }), (row) => row.item_key);
  const free = [...stock].map(
    ([item, rows]) => [item, withoutAsked(rows, (asked.get(item) ?? []).map(askedOf))] as const,
  );
  return new Map(free);
}

function askedOf(row: RowOf<typeof toBring>): AskedFor {
  const freeBase = row.quantity_base - Number(row.promised_base ?? 0);
  return {
    ...{ location: row.location, licensePlate: row.license_plate, owner: row.owner, lot: row.lot },
    ...{ inventoryStatus: row.inventory_status, quantityBase: freeBase - Math.min(freeBase, row.own_base ?? 0) },
  };
}
