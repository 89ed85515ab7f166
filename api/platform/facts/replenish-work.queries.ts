import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { none, replenishType, rowByRow } from './literals.ts';
import { lockPickWork, type PickWorkRow } from './pick-work.queries.ts';

/**
 * Work that brings just such goods to the face already, and that nobody has: more can be brought with it. Hidden work only
 * where it is of the same wave.
 */
export const workToEnlarge = lockingStatement<{
  warehouse: string;
  face: string;
  location: string;
  licensePlate: string;
  itemKey: string;
  owner: string;
  lot: string;
  inventoryStatus: string;
  wave: string;
}>('work')((k, p) =>
  k
    .selectFrom('work')
    .innerJoin('work_line as l', 'l.work', 'work.id')
    .select('work.id')
    .where('work.type', '=', replenishType)
    .where('work.planned_location', '=', p('face'))
    .where('work.warehouse', '=', p('warehouse'))
    .where('work.status', 'in', ['held', 'open'])
    .where((eb) => eb.or([eb('work.status', '=', 'open'), eb('work.wave', '=', p('wave'))]))
    .where('work.claimed_by', 'is', null)
    .where('l.status', '=', 'open')
    .where('l.location', '=', p('location'))
    .where('l.license_plate', '=', p('licensePlate'))
    .where('l.item_key', '=', p('itemKey'))
    .where('l.owner', '=', p('owner'))
    .where('l.lot', '=', p('lot'))
    .where('l.inventory_status', '=', p('inventoryStatus'))
    .orderBy('work.id')
    .limit(1),
);

export const enlargeWork = statement<{ work: string; quantityBase: number; priority: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({
      quantity_base: eb('quantity_base', '+', p('quantityBase')),
      priority: eb.case().when('priority', '>', p('priority')).then(p('priority')).else(eb.ref('priority')).end(),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', p('work')),
);

export const enlargeLine = statement<{ work: string; quantityBase: number }>()((k, p) =>
  k
    .updateTable('work_line')
    .set((eb) => ({ quantity_base: eb('quantity_base', '+', p('quantityBase')) }))
    .where('work', '=', p('work'))
    .where('line', '=', 1),
);

/** The places from which an item is picked, in walking order: see `isFaceOf`. */
export const facesOfItem = statement<{ warehouse: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('location')
    .select('code')
    .where('fixed_item', '=', p('itemKey'))
    .where(rowByRow('warehouse'), '=', p('warehouse'))
    .where('type', '=', 'pick')
    .where('active', '=', 1)
    .orderBy('walk_sequence')
    .orderBy('code'),
);

/** What is on its way to a face, or will be; not what waits until there is any to bring. */
export const comingToFace = statement<{ warehouse: string; face: string }>()((k, p) =>
  k
    .selectFrom('work as w')
    .innerJoin('work_line as l', 'l.work', 'w.id')
    .selectAll('l')
    .where('w.type', '=', replenishType)
    .where('w.planned_location', '=', p('face'))
    .where('w.warehouse', '=', p('warehouse'))
    .where('w.status', 'in', ['held', 'open'])
    .where('l.location', '<>', none)
    .orderBy('w.id'),
);

export const faceOfWork = statement<{ work: string }>()((k, p) =>
  k.selectFrom('work').select('planned_location').where('id', '=', p('work')),
);

const fedWorks = lockingStatement<{ work: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select('id')
    .where('id', 'in', (eb) => eb.selectFrom('work_line').select('work_line.work').where('blocked_by', '=', p('work')))
    .orderBy('id'),
);

/**
 * Work that brings goods to a face, by its id or `command:<id>`, locked; with all work that waits for it, which is locked
 * first, as by whoever takes promises away: what is promised is split here, and they would not see the new part.
 */
export async function lockFillWork(trx: AppTrx, text: string): Promise<PickWorkRow | undefined> {
  if (trx.dialect === 'sqlite') return lockPickWork(trx, text);
  const locked = new Set((await trx.all(fedWorks.lock.postgres, { work: text })).map(({ id }) => id));
  const work = await lockPickWork(trx, text);
  const fed = work ? await trx.all(fedWorks.read, { work: work.id }) : [];
  if (fed.some(({ id }) => !locked.has(id))) await trx.all(fedWorks.lock.postgres, { work: work?.id ?? '' });
  return work;
}
