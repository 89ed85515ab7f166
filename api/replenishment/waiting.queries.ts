import type { UnderWay } from '#shared/replenishment/meet-need.ts';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import {
  heldStatus,
  none,
  openStatus,
  replenishType,
  rowByRow,
  undoneLines,
  undoneWork,
} from '../platform/facts/literals.ts';
import type { AppTrx } from '../platform/store.ts';

/** Work for pick faces that nobody has, or whose claim began before `expired`; and that of it which picks wait for. */
export const fillsThatWait = statement<{ warehouse: string; expired: number }>()((k, p) =>
  k
    .selectFrom('work')
    .select((eb) => [
      eb.fn.countAll<number>().as('works'),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when(
              eb.exists(
                eb
                  .selectFrom('work_line as l')
                  .select('l.line')
                  .whereRef('l.blocked_by', '=', 'work.id')
                  .where('l.status', 'in', undoneLines),
              ),
            )
            .then(1)
            .else(0)
            .end(),
        )
        .as('blocking'),
    ])
    .where('type', '=', replenishType)
    .where('status', '=', openStatus)
    .where('warehouse', '=', p('warehouse'))
    .where((eb) => eb.or([eb('claimed_by', 'is', null), eb('claimed_at', '<', p('expired'))])),
);

function withoutStock(of: 'w.id' | 'w.warehouse') {
  return statement<{ of: string }>()((k, p) =>
    k
      .selectFrom('work as w')
      .innerJoin('work_line as l', 'l.work', 'w.id')
      .select(['w.id', 'w.priority', 'w.planned_location', 'l.item_key', 'l.quantity_base'])
      .where('w.type', '=', replenishType)
      .where('w.status', '=', heldStatus)
      .where(of, '=', p('of'))
      .where('l.location', '=', none)
      .orderBy('w.priority')
      .orderBy('w.id'),
  );
}

/** Work that leads nowhere yet, since none of its item is in reserve: who asked first comes first. `of`: the warehouse. */
export const fillsWithoutStock = withoutStock('w.warehouse');

/** The same of one work, if it still waits. */
export const fillWithoutStock = withoutStock('w.id');

/**
 * Of these the ones that only people on the floor ask for, and nobody has since: what an ERP asks for waits until that
 * takes it back.
 */
export const waitsTooLong = statement<{ warehouse: string; before: number }>()((k, p) =>
  k
    .selectFrom('work as w')
    .innerJoin('work_line as l', 'l.work', 'w.id')
    .select('w.id')
    .where('w.type', '=', replenishType)
    .where('w.status', '=', heldStatus)
    .where('w.warehouse', '=', p('warehouse'))
    .where('w.created_at', '<=', p('before'))
    .where('l.location', '=', none)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('fill_request as f')
            .leftJoin('command as c', 'c.id', 'f.number')
            .select('f.number')
            .whereRef('f.work', '=', 'w.id')
            .where((eb) => eb.or([eb('f.source_system', '<>', none), eb('c.received_at', '>', p('before'))])),
        ),
      ),
    )
    .orderBy('w.id'),
);

const toFace = statement<{ warehouse: string; face: string; itemKey: string }>()((k, p) =>
  k
    .selectFrom('work as w')
    .innerJoin('work_line as l', 'l.work', 'w.id')
    .select(['w.id', 'l.location', 'l.status', 'l.quantity_base', 'l.picked_base'])
    .select((eb) =>
      eb
        .selectFrom('reservation as r')
        .select((sum) => sum.fn.sum<number>('r.quantity_base').as('promised'))
        .whereRef('r.brought_by', '=', 'w.id')
        .where('r.order_key', '<>', none)
        .as('promised_base'),
    )
    .where('w.type', '=', replenishType)
    .where('w.planned_location', '=', p('face'))
    .where(rowByRow('w.warehouse'), '=', p('warehouse'))
    .where('w.status', 'in', undoneWork)
    .where('l.item_key', '=', p('itemKey'))
    .orderBy('w.id'),
);

/** Work that brings an item to a place, with how much of that no order waits for; and what waits for goods to bring. */
export async function underWayTo(
  read: Runner,
  asked: { readonly warehouse: string; readonly face: string; readonly itemKey: string },
): Promise<UnderWay[]> {
  return (await read.all(toFace, asked)).map((row) => {
    const comingBase = row.status === 'open' ? row.quantity_base : row.picked_base;
    const isWaiting = row.location === '';
    return { work: row.id, isWaiting, freeBase: isWaiting ? 0 : comingBase - Number(row.promised_base ?? 0) };
  });
}

const raise = statement<{ work: string; priority: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ priority: p('priority'), version: eb('version', '+', 1) }))
    .where('id', '=', p('work'))
    .where('priority', '>', p('priority'))
    .returning('claimed_by'),
);

/** Somebody else asked for what the work brings too, maybe more urgently: whoever has taken it on is told so. */
export async function raiseFill(trx: AppTrx, warehouse: string, work: string, priority: number): Promise<void> {
  const raised = await trx.one(raise, { work, priority });
  if (!raised?.claimed_by) return;
  trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: false });
}

interface Aim {
  readonly work: string;
  readonly location: string;
  readonly quantityBase: number;
  readonly walkSequence: number;
}

/** Work that waited for goods leads there: the floor is shown it. */
export const openFill = statement<Aim & { zone: string }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({
      status: 'open',
      from_location: p('location'),
      quantity_base: p('quantityBase'),
      zone: p('zone'),
      walk_sequence: p('walkSequence'),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', p('work')),
);

/** What it takes there. */
export const aimFill = statement<Aim & { licensePlate: string; owner: string; lot: string; inventoryStatus: string }>()(
  (k, p) =>
    k
      .updateTable('work_line')
      .set({
        location: p('location'),
        license_plate: p('licensePlate'),
        owner: p('owner'),
        lot: p('lot'),
        inventory_status: p('inventoryStatus'),
        quantity_base: p('quantityBase'),
        walk_sequence: p('walkSequence'),
      })
      .where('work', '=', p('work')),
);
