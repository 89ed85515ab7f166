import { sql } from 'kysely';
import { type ParameterOf, statement } from '../platform/db/statement.ts';
import { receivingType } from '../platform/facts/literals.ts';
import { isUnseen, type Seen } from '../platform/facts/news.queries.ts';
import type { AppTrx } from '../platform/store.ts';

/**
 * Where goods are to be registered and what is known of their plate and lot: the location asked for (or the first
 * receiving location), the plate with the place of its goods and its open put-away, the lot.
 */
const placeAskedFor = statement<Place & { location: string }>()((k, p) =>
  k
    .selectFrom('location as at')
    .leftJoin('license_plate as plate', (join) => join.on('plate.number', '=', p('licensePlate')))
    .leftJoin('lot', (join) => join.on('lot.item_key', '=', p('itemKey')).on('lot.lot', '=', p('lot')))
    .select([...columns])
    .select([plateStandsAt, plateWork, announcedOn(p)])
    .where('at.warehouse', '=', p('warehouse'))
    .where('at.code', '=', p('location')),
);

const firstPlace = statement<Place>()((k, p) =>
  k
    .selectFrom('location as at')
    .leftJoin('license_plate as plate', (join) => join.on('plate.number', '=', p('licensePlate')))
    .leftJoin('lot', (join) => join.on('lot.item_key', '=', p('itemKey')).on('lot.lot', '=', p('lot')))
    .select([...columns])
    .select([plateStandsAt, plateWork, announcedOn(p)])
    .where('at.warehouse', '=', p('warehouse'))
    .where('at.type', '=', receivingType)
    .where('at.active', '=', sql.lit(1))
    .orderBy('at.walk_sequence')
    .limit(1),
);

/**
 * Where goods are registered: at the location named, else at the dock where their plate stands, else at the first one. A
 * plate that stands at no dock is judged as it is.
 */
export async function placeMeant(trx: AppTrx, location: string | undefined, question: Place) {
  if (location !== undefined) return trx.one(placeAskedFor, { ...question, location });
  const first = await trx.one(firstPlace, question);
  const standsAt = first?.plate_location;
  if (!standsAt || standsAt === first.code) return first;
  const dock = await trx.one(placeAskedFor, { ...question, location: standsAt });
  return dock?.type === first.type ? dock : first;
}

interface Place {
  readonly warehouse: string;
  readonly licensePlate: string;
  readonly itemKey: string;
  readonly lot: string;
}

const columns = [
  'at.code',
  'at.type',
  'at.active',
  'plate.number',
  'plate.warehouse as plate_warehouse',
  'lot.lot',
  'lot.expiry_date',
] as const;

const plateStandsAt = sql<
  string | null
>`(select b.location from balance b where b.license_plate = plate.number and b.license_plate <> '' limit 1)`.as(
  'plate_location',
);

const plateWork = sql<
  string | null
>`(select w.id from work w where w.license_plate = plate.number and w.status = 'open' limit 1)`.as('plate_work');

/** The open load that announces the plate. */
function announcedOn(p: ParameterOf<Place>) {
  return sql<string | null>`(select e.load_number from expected_plate e
    join inbound_load d on d.load_number = e.load_number
    where e.license_plate = ${p('licensePlate')} and d.status = 'open' limit 1)`.as('announced_on');
}

/** What others registered on a line and the device had not seen. */
export const registeredSince = statement<Seen & { orderKey: string; line: number; device: string }>()((k, p) =>
  k
    .selectFrom('inbound_shipment as s')
    .innerJoin('registration as r', (join) =>
      join.onRef('r.load_number', '=', 's.load_number').onRef('r.order_key', '=', 's.order_key'),
    )
    .innerJoin('ledger_entry as e', 'e.id', 'r.entry_id')
    .select(sql<number>`coalesce(sum(r.quantity_base), 0)`.as('quantity_base'))
    .where('s.order_key', '=', p('orderKey'))
    .where('r.line_number', '=', p('line'))
    .where('r.status', '=', 'active')
    .where('e.device', '<>', p('device'))
    .where(isUnseen('e.id', 'e.recorded_at', p)),
);

export const insertRegistration = statement<{
  id: string;
  commandId: string;
  load: string;
  orderKey: string;
  line: number;
  itemKey: string;
  owner: string;
  lot: string | null;
  serial: string | null;
  inventoryStatus: string;
  licensePlate: string;
  location: string;
  quantityBase: number;
  entryId: string;
  occurredAt: number;
  expectedLine: number | null;
}>()((k, p) =>
  k.insertInto('registration').values({
    id: p('id'),
    command_id: p('commandId'),
    load_number: p('load'),
    order_key: p('orderKey'),
    line_number: p('line'),
    item_key: p('itemKey'),
    owner: p('owner'),
    lot: p('lot'),
    serial: p('serial'),
    inventory_status: p('inventoryStatus'),
    license_plate: p('licensePlate'),
    location: p('location'),
    quantity_base: p('quantityBase'),
    entry_id: p('entryId'),
    status: 'active',
    occurred_at: p('occurredAt'),
    expected_line: p('expectedLine'),
  }),
);

/** Adds to what is registered on an order line; less than nothing when a registration is undone. */
export const addRegistered = statement<{ orderKey: string; line: number; quantityBase: number }>()((k, p) =>
  k
    .updateTable('inbound_order_line')
    .set((eb) => ({ registered_base: eb('registered_base', '+', p('quantityBase')) }))
    .where('order_key', '=', p('orderKey'))
    .where('line_number', '=', p('line')),
);

/** The same on the load; the first registration of a line on a load makes the load's line. */
export const addOnLoad = statement<{
  load: string;
  orderKey: string;
  line: number;
  expectedBase: number;
  overPercent: string;
  quantityBase: number;
}>()((k, p) =>
  k
    .insertInto('inbound_load_line')
    .values({
      load_number: p('load'),
      order_key: p('orderKey'),
      line_number: p('line'),
      expected_base: p('expectedBase'),
      over_percent: p('overPercent'),
      registered_base: p('quantityBase'),
    })
    .onConflict((conflict) =>
      conflict.columns(['load_number', 'order_key', 'line_number']).doUpdateSet((eb) => ({
        registered_base: eb('inbound_load_line.registered_base', '+', eb.ref('excluded.registered_base')),
      })),
    ),
);

/** Whether this device itself completed a load of the order, and so knows that it is closed. */
export const completedByDevice = statement<{ orderKey: string; device: string }>()((k, p) =>
  k
    .selectFrom('inbound_shipment as s')
    .innerJoin('inbound_load as d', 'd.load_number', 's.load_number')
    .select('d.load_number')
    .where('s.order_key', '=', p('orderKey'))
    .where('d.completed_by_device', '=', p('device'))
    .limit(1),
);

/** Whether this device itself completed the load. */
export const loadCompletedByDevice = statement<{ load: string; device: string }>()((k, p) =>
  k
    .selectFrom('inbound_load')
    .select('load_number')
    .where('load_number', '=', p('load'))
    .where('completed_by_device', '=', p('device')),
);

/** What the shelf life of goods that arrive is judged by. */
export const shelfLifeRow = statement<{ warehouse: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('warehouse')
    .innerJoin('item', (join) => join.on('item.item_key', '=', p('itemKey')))
    .select(['warehouse.time_zone', 'item.shelf_life_days'])
    .where('warehouse.code', '=', p('warehouse')),
);
