import type { Runner } from '../platform/db/connection.ts';
import { beginsWith, isBehind } from '../platform/db/lists.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { statement } from '../platform/db/statement.ts';
import { undoneWork } from '../platform/facts/literals.ts';
import type { Position } from '../platform/http/pages.ts';

const waveWhole = statement<{ wave: string }>()((k, p) =>
  k.selectFrom('wave').selectAll().where('wave', '=', p('wave')),
);

export type WaveColumns = RowOf<typeof waveWhole>;

export function waveNumbered(read: Runner, wave: string): Promise<WaveColumns | undefined> {
  return read.one(waveWhole, { wave });
}

interface Asked {
  readonly warehouse: string;
  readonly status?: 'open' | 'cancelled' | undefined;
  readonly search?: string | undefined;
  readonly before: Position | undefined;
  readonly limit: number;
}

/** Waves of a warehouse, newest first. */
export function newestWaves(read: Runner, { warehouse, status, search, before, limit }: Asked): Promise<WaveColumns[]> {
  let waves = read.k.selectFrom('wave').selectAll().where('warehouse', '=', warehouse);
  if (status === 'cancelled') waves = waves.where('status', '=', 'cancelled');
  if (status === 'open') waves = waves.where('status', '<>', 'cancelled');
  if (search !== undefined) {
    waves = waves.where((eb) =>
      eb.or([
        beginsWith('wave.wave', search),
        beginsWith('wave.name', search),
        eb.exists(
          eb
            .selectFrom('wave_order as wo')
            .innerJoin('outbound_order as o', 'o.order_key', 'wo.order_key')
            .select('o.order_key')
            .whereRef('wo.wave', '=', 'wave.wave')
            .where(beginsWith('o.order_number', search)),
        ),
      ]),
    );
  }
  if (before) waves = waves.where(isBehind('created_at', 'wave', before));
  return waves.orderBy('created_at', 'desc').orderBy('wave', 'desc').limit(limit).execute();
}

/** How many orders each wave has, and how many of them got nothing. */
export function ordersCounted(read: Runner, waves: readonly string[]) {
  return read.k
    .selectFrom('wave_order')
    .select(['wave', (eb) => eb.fn.countAll<number>().as('orders')])
    .select((eb) => eb.fn.sum<number>(eb.case().when('status', '=', 'left_out').then(1).else(0).end()).as('left_out'))
    .where('wave', 'in', waves)
    .groupBy('wave')
    .execute();
}

/** Work of each wave that was not cancelled, and how much of it is done. */
export function worksCounted(read: Runner, waves: readonly string[]) {
  return read.k
    .selectFrom('work')
    .select(['wave', (eb) => eb.fn.countAll<number>().as('works')])
    .select((eb) => eb.fn.sum<number>(eb.case().when('status', '=', 'closed').then(1).else(0).end()).as('done'))
    .where('wave', 'in', waves)
    .where('status', '<>', 'cancelled')
    .groupBy('wave')
    .execute();
}

/** Lines of that work. */
export function linesCounted(read: Runner, waves: readonly string[]) {
  return read.k
    .selectFrom('work as w')
    .innerJoin('work_line as l', 'l.work', 'w.id')
    .select(['w.wave', (eb) => eb.fn.countAll<number>().as('lines')])
    .select((eb) => [
      eb.fn.sum<number>(eb.case().when('l.status', 'in', ['picked', 'short']).then(1).else(0).end()).as('done'),
      eb.fn.sum<number>(eb.case().when('l.status', '=', 'short').then(1).else(0).end()).as('short'),
    ])
    .where('w.wave', 'in', waves)
    .where('w.status', '<>', 'cancelled')
    .where('l.status', '<>', 'cancelled')
    .groupBy('w.wave')
    .execute();
}

/** Orders of each wave that have work left, with when they have to be ready. */
export function ordersUnderWay(read: Runner, waves: readonly string[]) {
  return read.k
    .selectFrom('work as w')
    .innerJoin('outbound_order as o', 'o.order_key', 'w.order_key')
    .select(['w.wave', 'o.order_key', (eb) => eb.fn.coalesce('o.cutoff_at', 'o.ship_by').as('due_at')])
    .distinct()
    .where('w.wave', 'in', waves)
    .where('w.status', 'in', undoneWork)
    .execute();
}

/** Orders of a wave, as it dealt with them. */
export function ordersOfWaveShown(read: Runner, wave: string) {
  return read.k
    .selectFrom('wave_order as wo')
    .innerJoin('outbound_order as o', 'o.order_key', 'wo.order_key')
    .select(['o.source_system', 'o.order_number', 'wo.status', 'wo.shortages'])
    .where('wo.wave', '=', wave)
    .orderBy('wo.part')
    .orderBy('o.priority')
    .orderBy('o.order_number')
    .execute();
}
