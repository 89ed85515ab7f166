import type { Found } from '#shared/inventory/look-up.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { consigneeNameOf } from '#shared/ledger/consignee.ts';
import { nestingOf } from './look-up.queries.ts';
import { goodsOf, type LookUp } from './look-up-common.ts';
import { cartonRow } from './look-up-outbound.queries.ts';
import { blankPaper, different, inTurn, turn } from './look-up-paper.ts';

/** A carton by its SSCC: what is in it, or was when it left; for which shipment; where it is. */
export async function foundCarton(asked: LookUp, carton: string): Promise<Found | null> {
  const row = await asked.read.one(cartonRow, { carton });
  if (!row) return null;
  const [goods, nesting] = await Promise.all([
    goodsOf(asked, { licensePlates: [carton] }, { of: 'licensePlate', licensePlate: carton }),
    nestingOf(asked.read, carton),
  ]);
  const location = row.status === 'shipped' ? null : (goods.stock[0]?.location ?? row.location);
  return {
    ...goods,
    kind: 'carton',
    name: carton,
    sourceSystem: null,
    description: null,
    plate: { location, ...nesting, announcedOn: null },
    paper: {
      ...blankPaper,
      status: row.status,
      consignee: consigneeNameOf(row.consignee),
      carrier: row.carrier || null,
      location,
      weightKg: row.weight_grams === null ? null : fromBase(row.weight_grams, 3),
      trackingNumber: row.tracking_number,
      orders: different([...goods.promised, ...goods.shipped].map(({ order }) => order)),
      shipments: [row.shipment],
      loads: [row.load_number],
      documents: different(goods.shipped.map(({ documentNumber }) => documentNumber)),
      turns: inTurn([
        ...turn(row.opened_at, 'opened', null, row.opened_by),
        ...turn(row.closed_at, 'closed', null),
        ...(row.status === 'shipped' ? turn(row.confirmed_at, 'shipped', null) : []),
      ]),
    },
    expected: [],
    work: [],
    whyNot: null,
  };
}
