import { commandReference } from '#shared/command/envelope.ts';
import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { putawayType } from './literals.ts';

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
  return work && (work.type === 'pick' || work.type === 'replenish') ? work : undefined;
}

/** All lines of work, locked. */
export async function lockLinesOfWork(trx: AppTrx, work: string) {
  return trx.all(linesOfWork.lock[trx.dialect], { work });
}

export type WorkLineRow = Awaited<ReturnType<typeof lockLinesOfWork>>[number];
