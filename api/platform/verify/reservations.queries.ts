import { sql } from 'kysely';
import { statement } from '../db/statement.ts';
import { undoneLines } from '../facts/literals.ts';

interface PromisedRow {
  readonly warehouse: string;
  readonly location: string;
  readonly item_key: string;
  readonly owner: string;
  readonly lot: string;
  readonly serial: string;
  readonly inventory_status: string;
  readonly license_plate: string;
  readonly reserved_base: number;
  readonly promised_base: number;
}

/** Balances whose reserved part is not what is promised of them, and promises of goods that no balance has. */
export const promisesBesideBalances = statement<object>()((k) => ({
  compile: () =>
    sql<PromisedRow>`
      select warehouse, location, item_key, owner, lot, serial, inventory_status, license_plate,
        cast(sum(reserved_base) as bigint) as reserved_base, cast(sum(promised_base) as bigint) as promised_base
      from (
        select warehouse, location, item_key, owner, lot, serial, inventory_status, license_plate,
          reserved_base, 0 as promised_base
        from balance where reserved_base <> 0
        union all
        select warehouse, location, item_key, owner, lot, serial, inventory_status, license_plate,
          0 as reserved_base, quantity_base as promised_base
        from reservation where state <> 'shipped'
      ) as both_sides
      group by warehouse, location, item_key, owner, lot, serial, inventory_status, license_plate
      having sum(reserved_base) <> sum(promised_base)`.compile(k),
}));

interface LineRow {
  readonly order_key: string;
  readonly line_number: number;
  readonly quantity_base: number;
  readonly reserved_base: number;
  readonly released_base: number;
  readonly picked_base: number;
  readonly shipped_base: number;
  readonly cancelled_base: number;
  readonly held_by_order_base: number;
  readonly on_shipments_base: number;
  readonly picked_on_shipments_base: number;
  readonly shipped_on_shipments_base: number;
  readonly shipped_goods_base: number;
  readonly substituted: number;
}

/** Lines of outbound orders beside what shipments and promises say of them; only those where something differs. */
export const linesBesideShipments = statement<object>()((k) => ({
  compile: () =>
    sql<LineRow>`
      select * from (
        select l.order_key, l.line_number, l.quantity_base, l.reserved_base, l.released_base, l.picked_base,
          l.shipped_base, l.cancelled_base,
          cast(coalesce(r.held_base, 0) as bigint) as held_by_order_base,
          cast(coalesce(s.quantity_base, 0) as bigint) as on_shipments_base,
          cast(coalesce(s.picked_base, 0) as bigint) as picked_on_shipments_base,
          cast(coalesce(s.shipped_base, 0) as bigint) as shipped_on_shipments_base,
          cast(coalesce(r.shipped_base, 0) as bigint) as shipped_goods_base,
          cast(coalesce(r.substituted, 0) as bigint) as substituted
        from outbound_order_line l
        left join (
          select p.order_key, p.line_number,
            sum(case when p.state = 'order' then p.quantity_base else 0 end) as held_base,
            sum(case when p.state = 'shipped' then p.quantity_base else 0 end) as shipped_base,
            sum(case when p.item_key <> o.item_key then 1 else 0 end) as substituted
          from reservation p
          join outbound_order_line o on o.order_key = p.order_key and o.line_number = p.line_number
          group by p.order_key, p.line_number
        ) as r on r.order_key = l.order_key and r.line_number = l.line_number
        left join (
          select e.order_key, e.line_number, sum(e.quantity_base) as quantity_base, sum(e.picked_base) as picked_base,
            sum(e.shipped_base) as shipped_base
          from outbound_shipment_line e
          join outbound_shipment h on h.shipment = e.shipment
          where h.status <> 'cancelled'
          group by e.order_key, e.line_number
        ) as s on s.order_key = l.order_key and s.line_number = l.line_number
      ) as lines
      where reserved_base <> held_by_order_base
        or released_base <> on_shipments_base
        or picked_base <> picked_on_shipments_base
        or shipped_base <> shipped_on_shipments_base
        or (shipped_base <> shipped_goods_base and substituted = 0)
        or shipped_base > picked_base
        or picked_base > released_base
        or released_base + cancelled_base > quantity_base`.compile(k),
}));

/** Promises, and lines, that wait for work that is over: nobody would ever bring their goods. */
export const waitingForNobody = statement<object>()((k) =>
  k
    .selectFrom('reservation as r')
    .leftJoin('work as w', 'w.id', 'r.brought_by')
    .select(['r.id as name', 'r.brought_by as work'])
    .where('r.brought_by', 'is not', null)
    .where((eb) => eb.or([eb('w.id', 'is', null), eb('w.status', 'not in', ['held', 'open'])]))
    .unionAll(
      k
        .selectFrom('work_line as l')
        .leftJoin('work as w', 'w.id', 'l.blocked_by')
        .select(['l.work as name', 'l.blocked_by as work'])
        .where('l.blocked_by', 'is not', null)
        .where('l.status', 'in', undoneLines)
        .where((eb) => eb.or([eb('w.id', 'is', null), eb('w.status', 'not in', ['held', 'open'])])),
    ),
);

/** How much there is to look at. */
export const promiseAndLineCount = statement<object>()((k) =>
  k.selectNoFrom((eb) => [
    eb
      .selectFrom('reservation')
      .select((of) => of.fn.countAll<number>().as('rows'))
      .as('promises'),
    eb
      .selectFrom('outbound_order_line')
      .select((of) => of.fn.countAll<number>().as('rows'))
      .as('lines'),
  ]),
);
