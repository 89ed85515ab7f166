import type { Runner } from '../platform/db/connection.ts';
import { rowByRow } from '../platform/facts/literals.ts';

/** Whose goods: of one of these. */
export interface PickedAsked {
  readonly warehouse: string;
  readonly work?: string | undefined;
  readonly wave?: string | undefined;
  readonly shipment?: string | undefined;
  readonly order?: string | undefined;
  /** Whose order, where several systems have the number; and a line of it alone. */
  readonly sourceSystem?: string | undefined;
  readonly line?: number | undefined;
}

export const pickedAtMost = 200;

/** What was picked and has not left, in somebody's hands first; pieces with serial numbers of one item together. */
export function pickedShown(read: Runner, { warehouse, work, wave, shipment, order, sourceSystem, line }: PickedAsked) {
  let goods = read.k
    .selectFrom('reservation as r')
    .innerJoin('item as i', 'i.item_key', 'r.item_key')
    .innerJoin('outbound_order as o', 'o.order_key', 'r.order_key')
    .leftJoin('carton as c', 'c.carton', 'r.license_plate')
    .select(['r.location', 'i.number', 'i.description', 'i.base_unit', 'i.decimals', 'o.order_number', 'c.carton'])
    .select((eb) => eb.fn.sum<number>('r.quantity_base').as('quantity_base'))
    .groupBy(['r.location', 'r.item_key', 'i.number', 'i.description', 'i.base_unit', 'i.decimals'])
    .groupBy(['r.order_key', 'o.order_number', 'c.carton'])
    .where(rowByRow('r.warehouse'), '=', warehouse)
    .where('r.state', '=', 'picked');
  if (work !== undefined) goods = goods.where('r.work', '=', work);
  if (shipment !== undefined) goods = goods.where('r.shipment', '=', shipment);
  if (order !== undefined) goods = goods.where('o.order_number', '=', order);
  if (sourceSystem !== undefined) goods = goods.where('o.source_system', '=', sourceSystem);
  if (line !== undefined) goods = goods.where('r.line_number', '=', line);
  if (wave !== undefined) {
    goods = goods.where('r.shipment', 'in', (eb) =>
      eb.selectFrom('outbound_shipment as s').select('s.shipment').where('s.wave', '=', wave),
    );
  }
  return goods.orderBy('r.location').orderBy('o.order_number').orderBy('i.number').limit(pickedAtMost).execute();
}
