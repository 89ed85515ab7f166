import type { Found } from '#shared/inventory/look-up.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { consigneeNameOf } from '#shared/ledger/consignee.ts';
import { releaseStatusOf, shipmentStatusOf, unreleasedBase } from '#shared/ledger/outbound-status.ts';
import { instant } from '../platform/clock.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { countsOf } from '../platform/facts/outbound-counts.ts';
import { type LookUp, noGoods } from './look-up-common.ts';
import {
  cartonsOf,
  outboundOrderLines,
  outboundOrderRow,
  shipmentsOfOrder,
  slipsOf,
  wavesOfOrder,
  workFor,
} from './look-up-outbound.queries.ts';
import { asWhy, blankPaper, different, heldBy, inTurn, linesShown, paperLine, turn } from './look-up-paper.ts';
import { promisedTo, shippedTo } from './look-up-promises.ts';

type Line = RowOf<typeof outboundOrderLines>;

/** An order that goes out: how far each line is, why it is no further, and on which shipments, trucks and slips it is. */
export async function foundOutboundOrder({ read, warehouse }: LookUp, orderKey: string): Promise<Found | null> {
  const order = await read.one(outboundOrderRow, { orderKey });
  if (!order) return null;
  const [lines, shipments, waves, work, slips, promised, shipped] = await Promise.all([
    read.all(outboundOrderLines, { orderKey, limit: linesShown + 1 }),
    shipmentsOfOrder(read, orderKey),
    wavesOfOrder(read, orderKey),
    workFor(read, { orderKey }),
    slipsOf(read, { orderKey }),
    promisedTo(read, warehouse, { orderKey }),
    shippedTo(read, warehouse, { orderKey }),
  ]);
  const cartons = await cartonsOf(
    read,
    shipments.map(({ shipment }) => shipment),
  );
  const held = heldBy(order.order_number, order.hold_codes);
  const counts = lines.map(countsOf);
  return {
    ...noGoods,
    kind: 'outboundOrder',
    name: order.order_number,
    sourceSystem: order.source_system,
    description: null,
    paper: {
      ...blankPaper,
      status: order.status,
      releaseStatus: releaseStatusOf(counts),
      shipmentStatus: shipmentStatusOf(counts),
      consignee: consigneeNameOf(order.consignee),
      carrier: order.carrier || null,
      priority: order.priority,
      holds: JSON.parse(order.hold_codes) as string[],
      dueAt: order.ship_by === null ? null : instant(order.ship_by),
      shipments: shipments.map(({ shipment }) => shipment),
      loads: different(shipments.map(({ load_number: load }) => load)),
      waves: different([...waves, ...shipments.map(({ wave }) => wave)]),
      work: work.map(({ id }) => id),
      cartons: cartons.map(({ carton }) => carton),
      documents: slips.map(({ number }) => number),
      lines: lines.slice(0, linesShown).map((line) => {
        const { reserved_base: reserved, released_base: released, picked_base: picked } = line;
        const { quantity_base: wanted, shipped_base: shippedBase, cancelled_base: cancelled } = line;
        const all = { wanted, reserved, released, picked, shipped: shippedBase, cancelled };
        const named = { ...line, order_number: order.order_number };
        return paperLine(named, line.line_number, all, { why: asWhy(whyWaits(line, held)) });
      }),
      hasMoreLines: lines.length > linesShown,
      turns: inTurn([
        ...turn(order.created_at, 'made', null),
        ...shipments.flatMap((one) => turn(one.created_at, 'released', one.shipment)),
        ...work.flatMap((one) => turn(one.closed_at, 'closed', one.id, one.claimed_by)),
        ...shipments.flatMap((one) => turn(one.confirmed_at, 'shipped', one.shipment)),
        ...slips.flatMap((one) => turn(one.made_at, 'documented', one.number)),
      ]),
    },
    ...promised,
    ...shipped,
    whyNot: asWhy(order.status === 'open' ? held : null),
  };
}

/** What a release said of the rest of a line, in words of its own where it is one of ours. */
const waits = {
  no_stock: 'order.waits_for_goods',
  ship_complete: 'order.waits_to_be_complete',
  below_minimum: 'order.waits_for_minimum',
  shipment_loaded: 'order.waits_for_shipment',
  one_shipment: 'order.waits_to_be_released',
} as const;

/** Why the rest of a line is on no shipment; null where all of it is, or nobody has tried yet. */
function whyWaits(line: Line, held: Problem | null): Problem | null {
  if (unreleasedBase(countsOf(line)) === 0) return null;
  if (held) return held;
  const { backorder_reason: reason, expected_on: expectedOn, number: item } = line;
  if (reason === null) return null;
  if (expectedOn !== null) return problem('order.waits_for_arrival', { item, expectedOn });
  const known = Object.keys(waits).find((code) => code === reason) as keyof typeof waits | undefined;
  return known ? problem(waits[known], { item }) : problem('order.backordered', { item, reason });
}
