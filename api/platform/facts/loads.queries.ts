import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';

/** Who made a load. Those of notices, messages and people say beforehand what they bring: they are planned. */
export type LoadMaker = 'registration' | 'completion' | 'notice' | 'message' | 'hand';

const planners: readonly (string | null)[] = ['notice', 'message', 'hand'] satisfies readonly LoadMaker[];

export function isPlanned(madeBy: string | null): boolean {
  return planners.includes(madeBy);
}

/** Orders on a load, in key order: who locks them keeps others from registering on them meanwhile. */
export const ordersOnLoad = lockingStatement<{ load: string }>()((k, p) =>
  k
    .selectFrom('inbound_order')
    .select('order_key')
    .where('order_key', 'in', (sub) =>
      sub.selectFrom('inbound_shipment').select('order_key').where('load_number', '=', p('load')),
    )
    .orderBy('order_key'),
);

const insertLoad = statement<{
  load: string;
  warehouse: string;
  sourceSystem: string;
  madeBy: LoadMaker;
  shippedAt: number | null;
  document: string;
  at: number;
}>()((k, p) =>
  k
    .insertInto('inbound_load')
    .values({
      load_number: p('load'),
      warehouse: p('warehouse'),
      status: 'open',
      source_system: p('sourceSystem'),
      created_at: p('at'),
      version: 1,
      made_by: p('madeBy'),
      shipped_at: p('shippedAt'),
      document: p('document'),
    })
    .onConflict((conflict) => conflict.column('load_number').doNothing())
    .returning('load_number'),
);

const insertShipment = statement<{ load: string; orderKey: string; shipment: string }>()((k, p) =>
  k
    .insertInto('inbound_shipment')
    .values({ load_number: p('load'), order_key: p('orderKey'), shipment: p('shipment') })
    .onConflict((conflict) => conflict.columns(['load_number', 'order_key']).doNothing()),
);

const insertLoadLine = statement<{
  load: string;
  orderKey: string;
  line: number;
  expectedBase: number;
  overPercent: string;
}>()((k, p) =>
  k
    .insertInto('inbound_load_line')
    .values({
      load_number: p('load'),
      order_key: p('orderKey'),
      line_number: p('line'),
      expected_base: p('expectedBase'),
      over_percent: p('overPercent'),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['load_number', 'order_key', 'line_number'])
        .doUpdateSet((eb) => ({ expected_base: eb.ref('excluded.expected_base') })),
    ),
);

export interface NewLoad {
  readonly warehouse: string;
  readonly sourceSystem: string;
  readonly madeBy: LoadMaker;
  /** Its name where it has one already; else it gets the next of the series. */
  readonly load?: string;
  readonly shippedAt?: number | null;
  /** What else is known of it. */
  readonly document?: object;
}

/**
 * Makes a load and answers its number with the name that shipments of it get where nobody gave one. Numbers of the series
 * that an ERP has used itself are passed over. Null where the name asked for is taken.
 */
export async function makeLoad(trx: AppTrx, wanted: NewLoad): Promise<{ load: string; shipment: string } | null> {
  const { warehouse, sourceSystem, madeBy, shippedAt = null, document = {} } = wanted;
  const row = { warehouse, sourceSystem, madeBy, shippedAt, document: JSON.stringify(document), at: trx.now };
  for (;;) {
    const number = await trx.drawNumber('load');
    const load = wanted.load ?? `LD-${number}`;
    const made = await trx.one(insertLoad, { ...row, load });
    if (made) return { load, shipment: `S-${number}` };
    if (wanted.load !== undefined) return null;
  }
}

/** Puts an order on a load; where it is on it, its shipment stays what it is. */
export async function putShipment(
  trx: AppTrx,
  on: { readonly load: string; readonly orderKey: string; readonly shipment: string },
): Promise<void> {
  await trx.one(insertShipment, on);
}

/** Says what a load is to bring of an order line. The over-delivery is the order line's, copied once. */
export async function expectOnLoad(
  trx: AppTrx,
  line: {
    readonly load: string;
    readonly orderKey: string;
    readonly line: number;
    readonly expectedBase: number;
    readonly overPercent: number;
  },
): Promise<void> {
  await trx.one(insertLoadLine, { ...line, overPercent: String(line.overPercent) });
}

/** A load is another for devices than before. */
export function publishLoad(trx: AppTrx, load: string, warehouse: string): void {
  trx.publish({ kind: 'thing', thing: 'inboundLoad', key: load, warehouse, deleted: false });
}
