import { type CountPlanDocument, countPlan } from '#shared/ledger/count-plan.ts';
import type { Runner } from '../db/connection.ts';
import { remembered } from '../db/remember.ts';
import { statement } from '../db/statement.ts';

const ofWarehouse = statement<{ warehouse: string }>()((k, p) =>
  k.selectFrom('count_plan').select(['code', 'plan']).where('warehouse', '=', p('warehouse')).orderBy('code'),
);

const placeAndItem = statement<{ warehouse: string; location: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('location as l')
    .innerJoin('item as i', (join) => join.on('i.item_key', '=', p('itemKey')))
    .select(['l.type', 'l.zone', 'i.abc_class', 'i.decimals'])
    .select((eb) =>
      eb
        .selectFrom('balance as b')
        .select((of) => of.fn.coalesce(of.fn.sum<number>('b.quantity_base'), of.lit(0)).as('sum'))
        .whereRef('b.location', '=', 'l.code')
        .whereRef('b.item_key', '=', 'i.item_key')
        .whereRef('b.warehouse', '=', 'l.warehouse')
        .as('left_base'),
    )
    .where('l.warehouse', '=', p('warehouse'))
    .where('l.code', '=', p('location')),
);

/** The plans of a warehouse by which places are counted. */
export async function countPlansOf(read: Runner, warehouse: string): Promise<CountPlanDocument[]> {
  return remembered(read, `count plans ${warehouse}`, async () => {
    const rows = await read.all(ofWarehouse, { warehouse });
    return rows.map(({ code, plan }) => countPlan.parse({ ...(JSON.parse(plan) as object), code }));
  });
}

/** A place and how much of an item is left there by now. */
export async function whatIsLeft(
  read: Runner,
  at: { readonly warehouse: string; readonly location: string; readonly itemKey: string },
) {
  const row = await read.one(placeAndItem, at);
  if (!row) return null;
  const { type, zone, abc_class: abcClass, decimals, left_base: leftBase } = row;
  return { type, zone, abcClass, decimals, leftBase: Number(leftBase) };
}
