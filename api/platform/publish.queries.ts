import { statement } from './db/statement.ts';

export const readHead = statement<object>()((k) =>
  k.selectFrom('feed_head').select(['position', 'chain_hash', 'last_at']).where('id', '=', 1),
);

export const moveHead = statement<{ position: number; chainHash: string; at: number }>()((k, p) =>
  k
    .updateTable('feed_head')
    .set({ position: p('position'), chain_hash: p('chainHash'), last_at: p('at') })
    .where('id', '=', 1),
);

export const addToPublishedBalance = statement<{
  warehouse: string;
  location: string;
  itemKey: string;
  owner: string;
  lot: string;
  inventoryStatus: string;
  quantityBase: number;
}>()((k, p) =>
  k
    .insertInto('published_balance')
    .values({
      warehouse: p('warehouse'),
      location: p('location'),
      item_key: p('itemKey'),
      owner: p('owner'),
      lot: p('lot'),
      inventory_status: p('inventoryStatus'),
      quantity_base: p('quantityBase'),
    })
    .onConflict((conflict) =>
      conflict.columns(['warehouse', 'location', 'item_key', 'owner', 'lot', 'inventory_status']).doUpdateSet((eb) => ({
        quantity_base: eb('published_balance.quantity_base', '+', eb.ref('excluded.quantity_base')),
      })),
    )
    .returning('quantity_base'),
);

export const insertDelta = statement<{
  position: number;
  sourceSystem: string;
  warehouse: string;
  itemKey: string;
  warehouseLevel: number;
  at: number;
  location: string;
  owner: string;
  lot: string;
  inventoryStatus: string;
  quantityBase: number;
  onHandAfter: string;
  locationOnHandAfter: string;
  coverage: string | null;
  body: string;
}>()((k, p) =>
  k.insertInto('inventory_delta').values({
    position: p('position'),
    source_system: p('sourceSystem'),
    warehouse: p('warehouse'),
    item_key: p('itemKey'),
    warehouse_level: p('warehouseLevel'),
    at: p('at'),
    location: p('location'),
    owner: p('owner'),
    lot: p('lot'),
    inventory_status: p('inventoryStatus'),
    quantity_base: p('quantityBase'),
    on_hand_after: p('onHandAfter'),
    location_on_hand_after: p('locationOnHandAfter'),
    coverage: p('coverage'),
    body: p('body'),
  }),
);

export const insertFeedEntry = statement<{
  position: number;
  feed: string;
  sourceSystem: string;
  warehouse: string;
  subject: string;
  version: number;
  at: number;
  body: string;
}>()((k, p) =>
  k.insertInto('feed_entry').values({
    position: p('position'),
    feed: p('feed'),
    source_system: p('sourceSystem'),
    warehouse: p('warehouse'),
    subject: p('subject'),
    version: p('version'),
    at: p('at'),
    body: p('body'),
  }),
);

export const markThing = statement<{
  kind: string;
  key: string;
  warehouse: string;
  position: number;
  deleted: number;
}>()((k, p) =>
  k
    .insertInto('thing_change')
    .values({
      kind: p('kind'),
      thing_key: p('key'),
      warehouse: p('warehouse'),
      position: p('position'),
      deleted: p('deleted'),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'thing_key', 'warehouse'])
        .doUpdateSet((eb) => ({ position: eb.ref('excluded.position'), deleted: eb.ref('excluded.deleted') })),
    ),
);

export const insertLink = statement<{ position: number; kind: string; subject: string; hash: string }>()((k, p) =>
  k.insertInto('chain').values({ position: p('position'), kind: p('kind'), subject: p('subject'), hash: p('hash') }),
);

export const insertAudit = statement<{
  id: string;
  at: number;
  actor: string;
  action: string;
  subject: string;
  before: string | null;
  after: string | null;
  commandId: string | null;
}>()((k, p) =>
  k.insertInto('audit').values({
    id: p('id'),
    at: p('at'),
    actor: p('actor'),
    action: p('action'),
    subject: p('subject'),
    before_json: p('before'),
    after_json: p('after'),
    command_id: p('commandId'),
  }),
);
