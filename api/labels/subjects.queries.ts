import type { Runner } from '../platform/db/connection.ts';
import { isOneOf } from '../platform/db/lists.ts';
import { statement } from '../platform/db/statement.ts';
import { placeOfPlate } from '../platform/facts/plates.queries.ts';

const locations = statement<{ warehouse: string; codes: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('location')
    .select(['code', 'zone', 'check_digit'])
    .where('warehouse', '=', p('warehouse'))
    .where(isOneOf(dialect, 'code', p('codes'))),
);

export function locationsOnLabels(read: Runner, warehouse: string, codes: readonly string[]) {
  return read.all(locations, { warehouse, codes });
}

/** A plate that belongs to a warehouse, with where it stands. */
export const plateOnLabel = statement<{ number: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('license_plate as p')
    .innerJoin('warehouse as w', 'w.code', 'p.warehouse')
    .leftJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'p.warehouse').on('l.code', '=', placeOfPlate('p.number')),
    )
    .select(['p.number', 'w.name as warehouse_name', 'l.zone', 'l.code as location'])
    .where('p.number', '=', p('number'))
    .where('p.warehouse', '=', p('warehouse')),
);

/** What stands on a plate and on those that it carries. */
export const goodsOnLabel = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('balance as b')
    .innerJoin('item as i', 'i.item_key', 'b.item_key')
    .leftJoin('lot as t', (join) => join.onRef('t.item_key', '=', 'b.item_key').onRef('t.lot', '=', 'b.lot'))
    .select(['b.item_key', 'i.number', 'i.description', 'i.base_unit', 'i.decimals', 'b.lot', 't.expiry_date'])
    .select((eb) => eb.fn.sum<number>('b.quantity_base').as('quantity_base'))
    .where((eb) =>
      eb(
        'b.license_plate',
        'in',
        eb
          .selectFrom('license_plate')
          .select('number')
          .where((of) => of.or([of('number', '=', p('number')), of('parent', '=', p('number'))])),
      ),
    )
    .where('b.quantity_base', '>', 0)
    .groupBy(['b.item_key', 'i.number', 'i.description', 'i.base_unit', 'i.decimals', 'b.lot', 't.expiry_date'])
    .orderBy('i.number')
    .orderBy('b.lot'),
);

export const barcodesOnLabel = statement<{ itemKey: string }>()((k, p) =>
  k
    .selectFrom('item_barcode')
    .select(['code', 'unit', 'quantity'])
    .where('item_key', '=', p('itemKey'))
    .orderBy('code'),
);

export const personOnLabel = statement<{ badge: string }>()((k, p) =>
  k.selectFrom('person').select(['badge', 'name', 'language']).where('badge', '=', p('badge')),
);

/** Where a carton stands. */
export const zoneOfCarton = statement<{ carton: string }>()((k, p) =>
  k
    .selectFrom('carton as c')
    .innerJoin('outbound_shipment as s', 's.shipment', 'c.shipment')
    .leftJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 's.warehouse').onRef('l.code', '=', 'c.location'),
    )
    .select('l.zone')
    .where('c.carton', '=', p('carton')),
);

const printedOf = statement<{ kind: string; subjects: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('printed_subject')
    .select('subject')
    .where('kind', '=', p('kind'))
    .where(isOneOf(dialect, 'subject', p('subjects'))),
);

/** Those of them that have a label already. */
export async function printedBefore(read: Runner, kind: string, subjects: readonly string[]): Promise<Set<string>> {
  return new Set((await read.all(printedOf, { kind, subjects })).map(({ subject }) => subject));
}
