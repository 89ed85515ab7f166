import { statement } from '../platform/db/statement.ts';

export const findPerson = statement<{ badge: string }>()((k, p) =>
  k.selectFrom('person').selectAll().where('badge', '=', p('badge')),
);

export const noteFailure = statement<{ badge: string; attempts: number; lockedUntil: number | null }>()((k, p) =>
  k
    .updateTable('person')
    .set({ failed_attempts: p('attempts'), locked_until: p('lockedUntil') })
    .where('badge', '=', p('badge')),
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
    .returning(['last_sequence', 'revoked_at', 'sscc_from', 'sscc_to']),
);

export const findDevice = statement<{ id: string }>()((k, p) =>
  k.selectFrom('device').selectAll().where('id', '=', p('id')),
);

export const giveSsccRange = statement<{ id: string; from: number; to: number }>()((k, p) =>
  k
    .updateTable('device')
    .set({ sscc_from: p('from'), sscc_to: p('to') })
    .where('id', '=', p('id')),
);

export const allWarehouses = statement<object>()((k) =>
  k.selectFrom('warehouse').select(['code', 'name', 'time_zone']).orderBy('code'),
);
