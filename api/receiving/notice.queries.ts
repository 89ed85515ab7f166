import { sql } from 'kysely';
import { bulkTable } from '../platform/db/bulk.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { none } from '../platform/facts/literals.ts';
import type { LoadMaker } from '../platform/facts/loads.queries.ts';

/** The load's row: who locks it keeps it from being completed meanwhile. */
export const loadRow = lockingStatement<{ load: string }>()((k, p) =>
  k
    .selectFrom('inbound_load')
    .select(['load_number', 'warehouse', 'source_system', 'status'])
    .select(
      sql<number>`case when exists (select 1 from inbound_load_line n
        where n.load_number = inbound_load.load_number and n.registered_base > 0) then 1 else 0 end`.as('has_goods'),
    )
    .where('load_number', '=', p('load')),
);

export const loadMaker = statement<{ load: string }>()((k, p) =>
  k.selectFrom('inbound_load').select('made_by').where('load_number', '=', p('load')),
);

export const noticeRow = statement<{ load: string }>()((k, p) =>
  k.selectFrom('advance_notice').select(['load_number', 'version']).where('load_number', '=', p('load')),
);

/** An order by key; who locks it keeps receiving from registering on any of its lines. */
export const noticedOrder = lockingStatement<{ orderKey: string }>()((k, p) =>
  k.selectFrom('inbound_order').select(['order_key', 'warehouse', 'status']).where('order_key', '=', p('orderKey')),
);

export const noticedLines = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('inbound_order_line')
    .select(['line_number', 'item_key', 'lot', 'status', 'over_percent'])
    .where('order_key', '=', p('orderKey')),
);

/** The plates of a load with what is announced on each; one that only carries others has one row without a line. */
export const announcedOn = statement<{ load: string }>()((k, p) =>
  k
    .selectFrom('expected_plate as e')
    .leftJoin('expected_line as l', (join) =>
      join.onRef('l.license_plate', '=', 'e.license_plate').onRef('l.load_number', '=', 'e.load_number'),
    )
    .select(['e.license_plate', 'e.shipment', 'e.parent'])
    .select([
      'l.position',
      'l.order_key',
      'l.line_number',
      'l.item_key',
      'l.unit',
      'l.quantity',
      'l.quantity_base',
      'l.lot',
      'l.expiry_date',
      'l.serials',
      'l.inventory_status',
      'l.registered_base',
    ])
    .where('e.load_number', '=', p('load'))
    .orderBy('e.license_plate')
    .orderBy('l.position'),
);

/** Orders that something of a load is announced for or registered on. */
export const ordersOnLoad = statement<{ load: string }>()((k, p) =>
  k.selectFrom('inbound_shipment').select('order_key').where('load_number', '=', p('load')).orderBy('order_key'),
);

const platesAtOnce = 500;

/** Where plates that hold goods stand, and which other open loads announce them. */
export async function usesOfPlates(read: Runner, plates: readonly string[], load: string) {
  const standing: { license_plate: string; location: string }[] = [];
  const announced: { license_plate: string; load_number: string }[] = [];
  for (let start = 0; start < plates.length; start += platesAtOnce) {
    const some = plates.slice(start, start + platesAtOnce);
    const inStock = read.k.selectFrom('balance').select(['license_plate', 'location']).distinct();
    standing.push(...(await inStock.where('license_plate', 'in', some).where('license_plate', '<>', none).execute()));
    const elsewhere = read.k
      .selectFrom('expected_plate as e')
      .innerJoin('inbound_load as d', 'd.load_number', 'e.load_number')
      .select(['e.license_plate', 'e.load_number']);
    const open = elsewhere.where('e.license_plate', 'in', some).where('e.load_number', '<>', load);
    announced.push(...(await open.where('d.status', '=', 'open').execute()));
  }
  return { standing, announced };
}

export const expectedPlates = bulkTable(
  'expected_plate',
  [
    ['license_plate', 'text'],
    ['load_number', 'text'],
    ['shipment', 'text'],
    ['parent', 'text'],
  ],
  ['license_plate', 'load_number'],
);

export const expectedLines = bulkTable(
  'expected_line',
  [
    ['license_plate', 'text'],
    ['load_number', 'text'],
    ['position', 'bigint'],
    ['order_key', 'text'],
    ['line_number', 'bigint'],
    ['item_key', 'text'],
    ['unit', 'text'],
    ['quantity', 'text'],
    ['quantity_base', 'bigint'],
    ['lot', 'text'],
    ['expiry_date', 'text'],
    ['serials', 'text'],
    ['inventory_status', 'text'],
  ],
  ['license_plate', 'load_number', 'position'],
);

export const dropExpectedLines = statement<{ load: string; licensePlate: string }>()((k, p) =>
  k.deleteFrom('expected_line').where('load_number', '=', p('load')).where('license_plate', '=', p('licensePlate')),
);

export const putNotice = statement<{
  load: string;
  sourceSystem: string;
  messageId: string;
  document: string;
  at: number;
}>()((k, p) =>
  k
    .insertInto('advance_notice')
    .values({
      load_number: p('load'),
      source_system: p('sourceSystem'),
      message_id: p('messageId'),
      document: p('document'),
      created_at: p('at'),
      changed_at: p('at'),
      version: 1,
    })
    .onConflict((conflict) =>
      conflict.column('load_number').doUpdateSet((eb) => ({
        message_id: eb.ref('excluded.message_id'),
        document: eb.ref('excluded.document'),
        changed_at: eb.ref('excluded.changed_at'),
        version: eb('advance_notice.version', '+', 1),
      })),
    ),
);

export const dropNotice = statement<{ load: string }>()((k, p) =>
  k.deleteFrom('advance_notice').where('load_number', '=', p('load')),
);

/** The load is on its way, as its notice says, and open: also one that was closed empty. */
export const noticeOnLoad = statement<{
  load: string;
  warehouse: string;
  madeBy: LoadMaker;
  shippedAt: number;
  document: string;
}>()((k, p) =>
  k
    .updateTable('inbound_load')
    .set((eb) => ({
      status: 'open',
      warehouse: p('warehouse'),
      made_by: p('madeBy'),
      shipped_at: p('shippedAt'),
      document: p('document'),
      completed_at: null,
      completed_by_device: null,
      version: eb('version', '+', 1),
    }))
    .where('load_number', '=', p('load')),
);

/** Nothing is expected any more of what the load was to bring; what its notice says now is put there anew. */
export const forgetNoticedLines = statement<{ load: string }>()((k, p) =>
  k.updateTable('inbound_load_line').set({ expected_base: 0 }).where('load_number', '=', p('load')),
);

export const dropEmptyLoadLines = statement<{ load: string }>()((k, p) =>
  k
    .deleteFrom('inbound_load_line')
    .where('load_number', '=', p('load'))
    .where('expected_base', '=', 0)
    .where('registered_base', '=', 0),
);

/** Orders that the load brings nothing of any more. */
export const dropEmptyShipments = statement<{ load: string }>()((k, p) =>
  k
    .deleteFrom('inbound_shipment')
    .where('load_number', '=', p('load'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('inbound_load_line as n')
            .select('n.line_number')
            .whereRef('n.load_number', '=', 'inbound_shipment.load_number')
            .whereRef('n.order_key', '=', 'inbound_shipment.order_key'),
        ),
      ),
    )
    .returning('order_key'),
);

/** A load that brings nothing and on which nothing was ever registered. */
export const dropEmptyLoad = statement<{ load: string }>()((k, p) =>
  k
    .deleteFrom('inbound_load')
    .where('load_number', '=', p('load'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('registration').select('registration.id').where('registration.load_number', '=', p('load')),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('inbound_shipment')
            .select('inbound_shipment.order_key')
            .where('inbound_shipment.load_number', '=', p('load')),
        ),
      ),
    )
    .returning('load_number'),
);

/** Closes a load that a notice left empty and that has a history. */
export const closeEmptyLoad = statement<{ load: string; at: number }>()((k, p) =>
  k
    .updateTable('inbound_load')
    .set((eb) => ({ status: 'closed_empty', completed_at: p('at'), version: eb('version', '+', 1) }))
    .where('load_number', '=', p('load')),
);
