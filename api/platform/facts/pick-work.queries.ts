import { commandReference } from '#shared/command/envelope.ts';
import { isClaimed } from '#shared/ledger/claim-lease.ts';
import { type PickWork, pickWorkTypes } from '#shared/ledger/pick-work.ts';
import type { WorkStatus } from '#shared/ledger/work.machine.ts';
import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { putawayType, undoneLines, undoneWork } from './literals.ts';

/** What of a work says whether it may be picked, and by whom. */
export const pickWorkColumns = [
  'id',
  'type',
  'status',
  'warehouse',
  'shipment',
  'order_key',
  'wave',
  'claimed_by',
  'claimed_at',
  'trolley_position',
  'target_plate',
  'version',
] as const;

const workWithId = lockingStatement<{ id: string }>()((k, p) =>
  k.selectFrom('work').select(pickWorkColumns).where('id', '=', p('id')),
);

const workOfCommand = statement<{ commandId: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select('id')
    .where('command_id', '=', p('commandId'))
    .where('type', '<>', putawayType)
    .orderBy('id')
    .limit(1),
);

const linesOfWork = lockingStatement<{ work: string }>()((k, p) =>
  k.selectFrom('work_line').selectAll().where('work', '=', p('work')).orderBy('line'),
);

export type PickWorkRow = NonNullable<Awaited<ReturnType<typeof lockPickWork>>>;

/** Work by its id or `command:<id>`, locked; undefined where there is none. */
export async function lockPickWork(trx: AppTrx, text: string) {
  const commandId = commandReference(text);
  const id = commandId === null ? text : ((await trx.one(workOfCommand, { commandId }))?.id ?? '');
  const work = await trx.one(workWithId.lock[trx.dialect], { id });
  return pickWorkTypes.some((type) => type === work?.type) ? work : undefined;
}

/** All lines of work, locked. */
export async function lockLinesOfWork(trx: AppTrx, work: string) {
  return trx.all(linesOfWork.lock[trx.dialect], { work });
}

export type WorkLineRow = Awaited<ReturnType<typeof lockLinesOfWork>>[number];

/** Such work as its rules ask for it, at an instant. */
export function workFacts(work: PickWorkRow, now: number): PickWork {
  return {
    id: work.id,
    type: work.type,
    status: work.status as WorkStatus,
    warehouse: work.warehouse,
    shipment: work.shipment,
    claimedBy: work.claimed_by,
    isClaimExpired: !isClaimed(work.claimed_by, work.claimed_at, now),
    trolleyPosition: work.trolley_position,
  };
}

/** Whoever picks for work has it, for as long again. */
export const keepClaim = statement<{ id: string; by: string; at: number; targetPlate: string | null }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({
      claimed_by: p('by'),
      claimed_at: p('at'),
      target_plate: eb.fn.coalesce(p('targetPlate'), 'target_plate'),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', p('id')),
);

/** All that was to be done for it is done; `to`: where its last goods were put down, or null. */
export const closePickWork = statement<{ id: string; to: string | null; at: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({
      status: 'closed',
      to_location: p('to'),
      closed_at: p('at'),
      claimed_by: null,
      claimed_at: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', p('id')),
);

/** How many lines of work are left to fetch. */
export const openLines = statement<{ work: string }>()((k, p) =>
  k
    .selectFrom('work_line')
    .select((eb) => eb.fn.countAll<number>().as('lines'))
    .where('work', '=', p('work'))
    .where('status', 'in', undoneLines),
);

const claimedWorkOf = statement<{ shipment: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['id', 'warehouse'])
    .where('shipment', '=', p('shipment'))
    .where('status', 'in', undoneWork)
    .where('claimed_by', 'is not', null)
    .orderBy('id'),
);

/** A shipment is made up elsewhere by now: who else picks for it is to bring their goods there too. */
export async function tellWhereToBring(trx: AppTrx, shipment: string, exceptWork = ''): Promise<void> {
  for (const { id: key, warehouse } of await trx.all(claimedWorkOf, { shipment })) {
    if (key !== exceptWork) trx.publish({ kind: 'thing', thing: 'pickWork', key, warehouse, deleted: false });
  }
}

/** A shipment is picked when none of its work is left. */
export const shipmentPicked = statement<{ shipment: string }>()((k, p) =>
  k
    .updateTable('outbound_shipment')
    .set((eb) => ({ status: 'picked', version: eb('version', '+', 1) }))
    .where('shipment', '=', p('shipment'))
    .where('status', 'in', ['open', 'waved', 'in_process'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('work')
            .select('work.id')
            .where('work.shipment', '=', p('shipment'))
            .where('work.status', 'in', undoneWork),
        ),
      ),
    ),
);
