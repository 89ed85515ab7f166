import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

/** One code of the inbox, with the item it was bound to. */
export const codeInInbox = lockingStatement<{ code: string }>('u')((k, p) =>
  k
    .selectFrom('unknown_code as u')
    .leftJoin('item as i', 'i.item_key', 'u.item_key')
    .select(['u.code', 'u.status', 'u.suspicion', 'u.item_key', 'i.number'])
    .where('u.code', '=', p('code')),
);

/** Counts a code once more; one that was dismissed is asked about again. */
export const countSeen = statement<{ code: string; suspicion: string | null; at: number }>()((k, p) =>
  k
    .insertInto('unknown_code')
    .values({
      code: p('code'),
      status: 'open',
      suspicion: p('suspicion'),
      times: 1,
      first_seen_at: p('at'),
      last_seen_at: p('at'),
      item_key: null,
      unit: null,
      quantity: null,
      decided_by: null,
      decided_at: null,
      reason: null,
      version: 1,
    })
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        status: 'open',
        times: eb('unknown_code.times', '+', 1),
        last_seen_at: eb.ref('excluded.last_seen_at'),
        version: eb('unknown_code.version', '+', 1),
      })),
    ),
);

export const insertSighting = statement<{
  id: string;
  code: string;
  warehouse: string;
  scanned: string;
  symbology: string | null;
  flow: string | null;
  step: string | null;
  location: string | null;
  order: string | null;
  work: string | null;
  licensePlate: string | null;
  note: string | null;
  photos: string;
  before: string;
  by: string;
  device: string;
  at: number;
}>()((k, p) =>
  k.insertInto('unknown_code_sighting').values({
    id: p('id'),
    code: p('code'),
    warehouse: p('warehouse'),
    scanned: p('scanned'),
    symbology: p('symbology'),
    flow: p('flow'),
    step: p('step'),
    location: p('location'),
    order_number: p('order'),
    work: p('work'),
    license_plate: p('licensePlate'),
    note: p('note'),
    photos: p('photos'),
    scans_before: p('before'),
    scans_after: '[]',
    seen_by: p('by'),
    device: p('device'),
    seen_at: p('at'),
  }),
);

export const sightingWithId = lockingStatement<{ id: string }>()((k, p) =>
  k.selectFrom('unknown_code_sighting').select(['id', 'scans_after']).where('id', '=', p('id')),
);

export const setAfter = statement<{ id: string; after: string }>()((k, p) =>
  k
    .updateTable('unknown_code_sighting')
    .set({ scans_after: p('after') })
    .where('id', '=', p('id')),
);

export const decideCode = statement<{
  code: string;
  status: string;
  itemKey: string | null;
  unit: string | null;
  quantity: string | null;
  by: string;
  reason: string | null;
  at: number;
}>()((k, p) =>
  k
    .updateTable('unknown_code')
    .set((eb) => ({
      status: p('status'),
      item_key: p('itemKey'),
      unit: p('unit'),
      quantity: p('quantity'),
      decided_by: p('by'),
      decided_at: p('at'),
      reason: p('reason'),
      version: eb('version', '+', 1),
    }))
    .where('code', '=', p('code')),
);

/** A barcode of the item from now on; nothing where another bound it at this very moment. */
export const bindBarcode = statement<{ code: string; itemKey: string; unit: string; quantity: string; at: number }>()(
  (k, p) =>
    k
      .insertInto('item_barcode')
      .values({
        code: p('code'),
        item_key: p('itemKey'),
        unit: p('unit'),
        quantity: p('quantity'),
        bound_at: p('at'),
      })
      .onConflict((conflict) => conflict.columns(['code', 'item_key']).doNothing()),
);

/** A code of an item; without the time at which somebody bound it where the ERP says so. */
export const barcodeOf = statement<{ code: string; itemKey: string }>()((k, p) =>
  k.selectFrom('item_barcode').select('bound_at').where('code', '=', p('code')).where('item_key', '=', p('itemKey')),
);

export const unbindBarcode = statement<{ code: string; itemKey: string }>()((k, p) =>
  k
    .deleteFrom('item_barcode')
    .where('code', '=', p('code'))
    .where('item_key', '=', p('itemKey'))
    .where('bound_at', 'is not', null),
);

/** Numbers of items that have one of the codes, or are called so. */
export async function itemsCalled(trx: AppTrx, codes: readonly string[], text: string): Promise<string[]> {
  const rows = await trx.k
    .selectFrom('item_barcode as b')
    .innerJoin('item as i', 'i.item_key', 'b.item_key')
    .select('i.number')
    .where('b.code', 'in', codes)
    .union(trx.k.selectFrom('item').select('number').where('number', '=', text))
    .execute();
  return rows.map(({ number }) => number);
}

/** What of the building is called so, and so would mean two things. */
export const calledOtherwise = statement<{ code: string }>()((k, p) =>
  k
    .selectFrom('location')
    .select((eb) => eb.val('location').as('what'))
    .where('code', '=', p('code'))
    .unionAll((eb) =>
      eb
        .selectFrom('license_plate')
        .select((of) => of.val('licensePlate').as('what'))
        .where('number', '=', p('code')),
    )
    .unionAll((eb) =>
      eb
        .selectFrom('inbound_order')
        .select((of) => of.val('order').as('what'))
        .where('order_number', '=', p('code')),
    )
    .unionAll((eb) =>
      eb
        .selectFrom('outbound_order')
        .select((of) => of.val('order').as('what'))
        .where('order_number', '=', p('code')),
    )
    .limit(1),
);
