import { sql } from 'kysely';
import { statement } from '../db/statement.ts';

export const returnsLooked = statement<object>()((k) =>
  k.selectFrom('customer_return').select((eb) => eb.fn.countAll<number>().as('count')),
);

/** Returns whose goods did not come from a customer. */
export const strangeReturns = statement<object>()((k) =>
  k
    .selectFrom('customer_return as c')
    .leftJoin('registration as r', 'r.id', 'c.registration')
    .leftJoin('ledger_entry as e', 'e.id', 'r.entry_id')
    .select(['c.registration', 'e.from_location'])
    .where((eb) => eb.or([eb('e.from_location', 'is', null), eb('e.from_location', '<>', '@customer')]))
    .orderBy('c.registration'),
);

/** Lines of shipments of which more came back than left. */
export const overReturned = statement<object>()((k) =>
  k
    .selectFrom((eb) =>
      eb
        .selectFrom('customer_return as c')
        .innerJoin('registration as r', 'r.id', 'c.registration')
        .select(['c.shipment', 'c.order_key', 'c.order_line', 'r.item_key'])
        .select(sql<number>`cast(sum(r.quantity_base) as bigint)`.as('returned_base'))
        .where('r.status', '=', 'active')
        .where('c.shipment', 'is not', null)
        .groupBy(['c.shipment', 'c.order_key', 'c.order_line', 'r.item_key'])
        .as('back'),
    )
    .selectAll('back')
    .select(
      sql<number>`cast((select coalesce(sum(s.quantity_base), 0) from reservation s
        where s.shipment = back.shipment and s.order_key = back.order_key and s.line_number = back.order_line
          and s.item_key = back.item_key and s.state = 'shipped') as bigint)`.as('shipped_base'),
    )
    .where(
      sql<boolean>`back.returned_base > (select coalesce(sum(s.quantity_base), 0) from reservation s
        where s.shipment = back.shipment and s.order_key = back.order_key and s.line_number = back.order_line
          and s.item_key = back.item_key and s.state = 'shipped')`,
    )
    .orderBy('back.shipment'),
);
