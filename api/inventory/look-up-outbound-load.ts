import type { Found } from '#shared/inventory/look-up.ts';
import { instant } from '../platform/clock.ts';
import { type LookUp, noGoods } from './look-up-common.ts';
import { cartonsOf, outboundLoadRow, shipmentLines, shipmentsOf } from './look-up-outbound.queries.ts';
import { blankPaper, different, inTurn, linesShown, turn } from './look-up-paper.ts';
import { lineOf } from './look-up-shipment.ts';

/** A truck's load: its shipments and cartons, its door, and how much of it is picked and gone. */
export async function foundOutboundLoad({ read }: LookUp, load: string): Promise<Found | null> {
  const row = await read.one(outboundLoadRow, { load });
  if (!row) return null;
  const [lines, shipments] = await Promise.all([
    shipmentLines(read, { load }, linesShown + 1),
    shipmentsOf(read, { load }),
  ]);
  const cartons = await cartonsOf(
    read,
    shipments.map(({ shipment }) => shipment),
  );
  return {
    ...noGoods,
    kind: 'outboundLoad',
    name: load,
    sourceSystem: null,
    description: null,
    paper: {
      ...blankPaper,
      status: row.status,
      carrier: row.carrier || null,
      location: row.door,
      dueAt: row.departs_at === null ? null : instant(row.departs_at),
      orders: different(lines.map(({ order_number: order }) => order)),
      shipments: shipments.map(({ shipment }) => shipment),
      waves: different(shipments.map(({ wave }) => wave)),
      cartons: cartons.map(({ carton }) => carton),
      lines: lines.slice(0, linesShown).map((line) => lineOf(line)),
      hasMoreLines: lines.length > linesShown,
      turns: inTurn([
        ...turn(row.created_at, 'made', null, row.made_by),
        ...shipments.flatMap((one) => turn(one.confirmed_at, 'shipped', one.shipment)),
        ...turn(row.shipped_at, 'shipped', null),
      ]),
    },
  };
}
