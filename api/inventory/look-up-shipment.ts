import type { Found } from '#shared/inventory/look-up.ts';
import { consigneeNameOf } from '#shared/ledger/consignee.ts';
import { type LookUp, noGoods } from './look-up-common.ts';
import { cartonsOf, shipmentLines, shipmentRow, slipsOf, workFor } from './look-up-outbound.queries.ts';
import { asWhy, blankPaper, different, heldBy, inTurn, linesShown, paperLine, turn } from './look-up-paper.ts';
import { promisedTo, shippedTo } from './look-up-promises.ts';

/** A shipment: how far it is, on which truck, in which cartons, and where its goods are. */
export async function foundShipment({ read, warehouse }: LookUp, shipment: string): Promise<Found | null> {
  const row = await read.one(shipmentRow, { shipment });
  if (!row) return null;
  const [lines, cartons, work, slips, promised, shipped] = await Promise.all([
    shipmentLines(read, { shipment }, linesShown + 1),
    cartonsOf(read, [shipment]),
    workFor(read, { shipment }),
    slipsOf(read, { shipment }),
    promisedTo(read, warehouse, { shipment }),
    shippedTo(read, warehouse, { shipment }),
  ]);
  return {
    ...noGoods,
    kind: 'shipment',
    name: shipment,
    sourceSystem: row.source_system,
    description: null,
    paper: {
      ...blankPaper,
      status: row.status,
      consignee: consigneeNameOf(row.consignee),
      carrier: row.carrier || null,
      location: row.staging,
      orders: different(lines.map(({ order_number: order }) => order)),
      loads: [row.load_number],
      waves: different([row.wave]),
      work: work.map(({ id }) => id),
      cartons: cartons.map(({ carton }) => carton),
      documents: slips.map(({ number }) => number),
      lines: lines.slice(0, linesShown).map((line) => lineOf(line)),
      hasMoreLines: lines.length > linesShown,
      turns: inTurn([
        ...turn(row.created_at, 'made', null),
        ...work.flatMap((one) => turn(one.closed_at, 'closed', one.id, one.claimed_by)),
        ...cartons.flatMap((one) => turn(one.opened_at, 'opened', one.carton, one.opened_by)),
        ...cartons.flatMap((one) => turn(one.closed_at, 'closed', one.carton)),
        ...turn(row.confirmed_at, 'shipped', null),
        ...slips.flatMap((one) => turn(one.made_at, 'documented', one.number)),
      ]),
    },
    ...promised,
    ...shipped,
  };
}

/** A line of a shipment: what of it is on it, is picked and has left; and that its order is on hold. */
export function lineOf(line: Awaited<ReturnType<typeof shipmentLines>>[number]) {
  const { quantity_base: wanted, picked_base: picked, shipped_base: shipped } = line;
  const isDone = line.status === 'shipped' || line.status === 'cancelled';
  const why = isDone ? null : asWhy(heldBy(line.order_number, line.hold_codes));
  return paperLine(line, line.line_number, { wanted, released: wanted, picked, shipped }, { why });
}
