import { statement } from '../platform/db/statement.ts';

export const findPerson = statement<{ badge: string }>()((k, p) =>
  k.selectFrom('person').selectAll().where('badge', '=', p('badge')),
);

/**
 * Counts a wrong secret, and answers how many there were in a row; nothing for a badge that is locked. Counted in the
 * row, so that guesses made at the same moment all count.
 */
export const countFailure = statement<{ badge: string; at: number }>()((k, p) =>
  k
    .updateTable('person')
    .set((eb) => ({ failed_attempts: eb('failed_attempts', '+', 1) }))
    .where('badge', '=', p('badge'))
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', p('at'))]))
    .returning('failed_attempts'),
);

export const lockBadge = statement<{ badge: string; until: number }>()((k, p) =>
  k
    .updateTable('person')
    .set({ failed_attempts: 0, locked_until: p('until') })
    .where('badge', '=', p('badge')),
);

/** The right secret ends the row of wrong ones. Answers nothing for a badge that is locked. */
export const forgetFailures = statement<{ badge: string; at: number }>()((k, p) =>
  k
    .updateTable('person')
    .set({ failed_attempts: 0, locked_until: null })
    .where('badge', '=', p('badge'))
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', p('at'))]))
    .returning('badge'),
);

export const lockedUntil = statement<{ badge: string }>()((k, p) =>
  k.selectFrom('person').select('locked_until').where('badge', '=', p('badge')),
);

export const insertSession = statement<{
  id: string;
  tokenHash: string;
  badge: string;
  device: string;
  createdAt: number;
  expiresAt: number;
}>()((k, p) =>
  k.insertInto('session').values({
    id: p('id'),
    token_hash: p('tokenHash'),
    badge: p('badge'),
    device: p('device'),
    created_at: p('createdAt'),
    expires_at: p('expiresAt'),
  }),
);

export const endSession = statement<{ id: string; at: number }>()((k, p) =>
  k
    .updateTable('session')
    .set({ ended_at: p('at') })
    .where('id', '=', p('id')),
);

export const enrolDevice = statement<{ id: string; at: number }>()((k, p) =>
  k
    .insertInto('device')
    .values({ id: p('id'), enrolled_at: p('at'), last_contact_at: p('at'), last_sequence: 0, waiting_commands: 0 })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ last_contact_at: p('at') }))
    .returning(['last_sequence', 'revoked_at', 'sscc_from', 'sscc_to', 'sscc_prefix']),
);

export const findDevice = statement<{ id: string }>()((k, p) =>
  k.selectFrom('device').selectAll().where('id', '=', p('id')),
);

export const giveSsccRange = statement<{ id: string; from: number; to: number; companyPrefix: string }>()((k, p) =>
  k
    .updateTable('device')
    .set({ sscc_from: p('from'), sscc_to: p('to'), sscc_prefix: p('companyPrefix') })
    .where('id', '=', p('id')),
);

export const allWarehouses = statement<object>()((k) =>
  k.selectFrom('warehouse').select(['code', 'name', 'time_zone']).orderBy('code'),
);
