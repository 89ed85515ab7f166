import { commandReference } from '#shared/command/envelope.ts';
import { lockFirst, lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

/** A range of ids: one registration, or all of a command, whose ids begin with its own. */
interface Named {
  readonly from: string;
  readonly to: string;
}

export function registrationsNamed(text: string): Named {
  const commandId = commandReference(text);
  return commandId === null ? { from: text, to: text } : { from: `${commandId}.`, to: `${commandId}/` };
}

const loadsOf = lockingStatement<Named>()((k, p) =>
  k
    .selectFrom('inbound_load')
    .select('load_number')
    .where('load_number', 'in', (sub) =>
      sub.selectFrom('registration').select('load_number').where('id', '>=', p('from')).where('id', '<=', p('to')),
    )
    .orderBy('load_number'),
);

const registrationsFrom = statement<Named>()((k, p) =>
  k
    .selectFrom('registration as r')
    .innerJoin('inbound_load as d', 'd.load_number', 'r.load_number')
    .innerJoin('ledger_entry as e', 'e.id', 'r.entry_id')
    .selectAll('r')
    .select(['d.warehouse', 'd.status as load_status', 'e.from_location'])
    .where('r.id', '>=', p('from'))
    .where('r.id', '<=', p('to'))
    .orderBy('r.id'),
);

/** The registrations asked for, with their loads locked until the transaction ends. */
export async function lockRegistrations(trx: AppTrx, named: Named) {
  await lockFirst(trx, loadsOf, named);
  return trx.all(registrationsFrom, named);
}

/** Answers nothing where it was undone already. */
export const endRegistration = statement<{ id: string }>()((k, p) =>
  k
    .updateTable('registration')
    .set({ status: 'undone' })
    .where('id', '=', p('id'))
    .where('status', '=', 'active')
    .returning('id'),
);

/** One that still stands, of those named. */
export const standingOf = statement<Named>()((k, p) =>
  k
    .selectFrom('registration')
    .select('id')
    .where('id', '>=', p('from'))
    .where('id', '<=', p('to'))
    .where('status', '=', 'active')
    .limit(1),
);

/** No document will tell of a change that was taken back. */
export const withdrawCoverage = statement<{ id: string }>()((k, p) =>
  k.updateTable('coverage').set({ state: 'withdrawn' }).where('id', '=', p('id')).where('state', '=', 'pending'),
);
