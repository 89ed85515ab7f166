import type { Found } from '#shared/inventory/look-up.ts';
import { type LookUp, noGoods } from './look-up-common.ts';
import { ordersOfWave, shipmentsOf, waveRow, workFor } from './look-up-outbound.queries.ts';
import { blankPaper, different, inTurn, turn } from './look-up-paper.ts';

/** A wave: its orders, shipments and work, and when it was processed and released. */
export async function foundWave({ read }: LookUp, wave: string): Promise<Found | null> {
  const row = await read.one(waveRow, { wave });
  if (!row) return null;
  const [orders, shipments, work] = await Promise.all([
    ordersOfWave(read, wave),
    shipmentsOf(read, { wave }),
    workFor(read, { wave }),
  ]);
  return {
    ...noGoods,
    kind: 'wave',
    name: wave,
    sourceSystem: null,
    description: row.name || null,
    paper: {
      ...blankPaper,
      status: row.status,
      orders,
      shipments: shipments.map(({ shipment }) => shipment),
      loads: different(shipments.map(({ load_number: load }) => load)),
      work: work.map(({ id }) => id),
      turns: inTurn([
        ...turn(row.created_at, 'made', null, row.made_by),
        ...turn(row.released_at, 'released', null),
        ...work.flatMap((one) => turn(one.closed_at, 'closed', one.id, one.claimed_by)),
        ...turn(row.ended_at, 'closed', null),
      ]),
    },
  };
}
