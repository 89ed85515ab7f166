import { itemKey } from '#shared/ledger/item-key.ts';
import type { AppTrx } from '../store.ts';
import { orderExists, sourceSystems } from './made-orders.queries.ts';
import { itemsByKey } from './stock-items.queries.ts';

/**
 * Whose goods it can be that come without an order: the source system named, as far as it works with the warehouse; else
 * those that know the item, else all of the warehouse.
 */
export async function sourceSystemsFor(trx: AppTrx, warehouse: string, item: string, named: string | undefined) {
  const rows = await trx.all(sourceSystems, {});
  const here = rows.filter(({ warehouses }) => (JSON.parse(warehouses) as string[]).includes(warehouse));
  if (named !== undefined) return here.filter(({ code }) => code === named);
  const known = await itemsByKey(
    trx,
    here.map(({ code }) => itemKey(code, item)),
  );
  const owners = here.filter(({ code }) => known.some(({ key }) => key === itemKey(code, item)));
  return owners.length > 0 ? owners : here;
}

/** A number for an inbound order that people make: the next of the series that the source system has not used itself. */
export async function freeOrderNumber(
  trx: AppTrx,
  { series, sourceSystem, prefix }: { readonly series: string; readonly sourceSystem: string; readonly prefix: string },
): Promise<string> {
  for (;;) {
    const number = `${prefix}${await trx.drawNumber(series)}`;
    if (!(await trx.one(orderExists, { orderKey: itemKey(sourceSystem, number) }))) return number;
  }
}
