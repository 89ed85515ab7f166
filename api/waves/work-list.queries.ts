import { handsType } from '#shared/ledger/location-type.ts';
import { pickWorkTypes } from '#shared/ledger/pick-work.ts';
import type { Runner } from '../platform/db/connection.ts';
import { beginsWith } from '../platform/db/lists.ts';
import { putawayType, undoneWork } from '../platform/facts/literals.ts';

export interface WorkAsked {
  readonly warehouse: string;
  readonly wave?: string | undefined;
  readonly zone?: string | undefined;
  /** Only what somebody has; or only what nobody has. */
  readonly claimed?: 'yes' | 'no' | undefined;
  /** Begins the number of the work, its order, or the badge of whoever has it. */
  readonly search?: string | undefined;
  readonly limit: number;
}

/** Work that is not over, the most urgent first; of a wave that is named, what is done too. */
export function workShown(read: Runner, asked: WorkAsked) {
  return matching(read, asked)
    .leftJoin('outbound_shipment as s', 's.shipment', 'w.shipment')
    .select(['w.id', 'w.type', 'w.status', 'w.shipment', 's.load_number', 'w.wave', 'w.priority', 'w.zone'])
    .select(['w.from_location', 'w.claimed_by', 'w.claimed_at', 'o.order_number', 'o.cutoff_at', 'o.ship_by'])
    .orderBy((eb) => eb.case().when('w.status', '=', 'closed').then(1).else(0).end())
    .orderBy('w.priority')
    .orderBy('w.id')
    .limit(asked.limit)
    .execute();
}

export async function workCounted(read: Runner, asked: WorkAsked): Promise<number> {
  const row = await matching(read, asked)
    .select((eb) => eb.fn.countAll<number>().as('works'))
    .executeTakeFirst();
  return Number(row?.works ?? 0);
}

function matching(read: Runner, { warehouse, wave, zone, claimed, search }: WorkAsked) {
  let works = read.k
    .selectFrom('work as w')
    .leftJoin('outbound_order as o', 'o.order_key', 'w.order_key')
    .where('w.warehouse', '=', warehouse)
    .where('w.type', 'in', pickWorkTypes);
  works =
    wave === undefined
      ? works.where('w.status', 'in', undoneWork).where('w.type', '<>', putawayType)
      : works.where('w.wave', '=', wave).where('w.status', '<>', 'cancelled');
  if (zone !== undefined) works = works.where('w.zone', '=', zone);
  if (claimed === 'yes') works = works.where('w.claimed_by', 'is not', null);
  if (claimed === 'no') works = works.where('w.claimed_by', 'is', null);
  if (search !== undefined) {
    works = works.where((eb) =>
      eb.or([beginsWith('w.id', search), beginsWith('w.claimed_by', search), beginsWith('o.order_number', search)]),
    );
  }
  return works;
}

/** How much of each work is done. */
export function linesOfWorks(read: Runner, works: readonly string[]) {
  return read.k
    .selectFrom('work_line')
    .select(['work', (eb) => eb.fn.countAll<number>().as('lines')])
    .select((eb) => [
      eb.fn.sum<number>(eb.case().when('status', 'in', ['picked', 'short']).then(1).else(0).end()).as('done'),
      eb.fn.sum<number>(eb.case().when('status', '=', 'short').then(1).else(0).end()).as('short'),
    ])
    .where('work', 'in', works)
    .where('status', '<>', 'cancelled')
    .groupBy('work')
    .execute();
}

/** How much of each work is in somebody's hands: picked, and not put down yet. */
export function inHandOfWorks(read: Runner, works: readonly string[]) {
  return read.k
    .selectFrom('reservation as r')
    .innerJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'r.warehouse').onRef('l.code', '=', 'r.location'),
    )
    .select(['r.work', (eb) => eb.fn.countAll<number>().as('goods')])
    .where('r.work', 'in', works)
    .where('r.state', '=', 'picked')
    .where('l.type', '=', handsType)
    .groupBy('r.work')
    .execute();
}
