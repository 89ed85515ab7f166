import { lockFirst, lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

/** A registration by its id, or all of a command: the other name is empty. */
interface Named {
  readonly id: string;
  readonly commandId: string;
}

const loadsOf = lockingStatement<Named>()((k, p) =>
  k
    .selectFrom('inbound_load')
    .select('load_number')
    .where('load_number', 'in', (sub) =>
      sub
        .selectFrom('registration')
        .select('load_number')
        .where((eb) => eb.or([eb('id', '=', p('id')), eb('command_id', '=', p('commandId'))])),
    )
    .orderBy('load_number'),
);

const registrationsNamed = statement<Named>()((k, p) =>
  k
    .selectFrom('registration as r')
    .innerJoin('inbound_load as d', 'd.load_number', 'r.load_number')
    .selectAll('r')
    .select(['d.warehouse', 'd.status as load_status'])
    .where((eb) => eb.or([eb('r.id', '=', p('id')), eb('r.command_id', '=', p('commandId'))]))
    .orderBy('r.id'),
);

/** The registrations asked for, with their loads locked until the transaction ends. */
export async function lockRegistrations(trx: AppTrx, named: Named) {
  await lockFirst(trx, loadsOf, named);
  return trx.all(registrationsNamed, named);
}

export const endRegistration = statement<{ id: string }>()((k, p) =>
  k.updateTable('registration').set({ status: 'undone' }).where('id', '=', p('id')),
);

/** No document will tell of a change that was taken back. */
export const withdrawCoverage = statement<{ id: string }>()((k, p) =>
  k.updateTable('coverage').set({ state: 'withdrawn' }).where('id', '=', p('id')).where('state', '=', 'pending'),
);
