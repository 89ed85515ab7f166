import type { Kysely } from 'kysely';
import { lockingStatement } from './db/locking.ts';
import type { Database } from './db/schema.ts';
import { type ParameterOf, statement } from './db/statement.ts';

/** The device's row, locked where the database locks rows: commands of one device are judged one after the other. */
export const deviceRow = lockingStatement<{ id: string }>()((k, p) =>
  k.selectFrom('device').select(['last_sequence', 'revoked_at']).where('id', '=', p('id')),
);

export const enrolUnknownDevice = statement<{ id: string; at: number }>()((k, p) =>
  k
    .insertInto('device')
    .values({ id: p('id'), enrolled_at: p('at'), last_contact_at: p('at'), last_sequence: 0, waiting_commands: 0 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning(['last_sequence', 'revoked_at']),
);

/** Uses up the number that comes next; changes nothing where it is not the next, or the device was revoked. */
export const useNextNumber = statement<{ id: string; sequence: number; before: number; at: number }>()((k, p) =>
  k
    .updateTable('device')
    .set({ last_sequence: p('sequence'), last_contact_at: p('at') })
    .where('id', '=', p('id'))
    .where('last_sequence', '=', p('before'))
    .where('revoked_at', 'is', null),
);

/** The same for a device whose row was looked at and is locked. */
export const useNumber = statement<{ id: string; sequence: number; at: number }>()((k, p) =>
  k
    .updateTable('device')
    .set({ last_sequence: p('sequence'), last_contact_at: p('at') })
    .where('id', '=', p('id')),
);

/** What a device said of itself: how many commands wait on it. */
export const noteWaiting = statement<{ id: string; waiting: number }>()((k, p) =>
  k
    .updateTable('device')
    .set({ waiting_commands: p('waiting') })
    .where('id', '=', p('id')),
);

/** A command with its outcome, as it is kept. Instants in ms. */
export interface CommandRow {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly device: string;
  readonly sequence: number | null;
  readonly warehouse: string;
  readonly operator: string;
  readonly session: string | null;
  readonly occurredAt: number;
  readonly receivedAt: number;
  readonly causedBy: string | null;
  readonly contentHash: string;
  readonly body: string;
  readonly outcome: string;
  readonly result: string | null;
  readonly problem: string | null;
}

/** Keeps a command with its outcome; changes nothing where the id is there already. */
export const keepCommand = statement<CommandRow>()((k, p) =>
  keeping(k, p).onConflict((conflict) => conflict.column('id').doNothing()),
);

/** The same for one that is taken for new; throws where it is not. */
export const keepNewCommand = statement<CommandRow>()(keeping);

function keeping(k: Kysely<Database>, p: ParameterOf<CommandRow>) {
  return k.insertInto('command').values({
    id: p('id'),
    type: p('type'),
    version: p('version'),
    device: p('device'),
    sequence: p('sequence'),
    warehouse: p('warehouse'),
    operator: p('operator'),
    session: p('session'),
    occurred_at: p('occurredAt'),
    received_at: p('receivedAt'),
    caused_by: p('causedBy'),
    content_hash: p('contentHash'),
    body: p('body'),
    outcome: p('outcome'),
    result: p('result'),
    problem: p('problem'),
  });
}

/** What is kept of a command; locked where it is about to be judged again. */
export const keptOutcome = lockingStatement<{ id: string }>()((k, p) =>
  k.selectFrom('command').select(['content_hash', 'outcome', 'result', 'problem']).where('id', '=', p('id')),
);

/** A command as its sender made it, for a person who decides on it. */
export const keptCommand = statement<{ id: string }>()((k, p) =>
  k
    .selectFrom('command')
    .select(['type', 'version', 'device', 'warehouse', 'operator', 'occurred_at', 'body'])
    .where('id', '=', p('id')),
);

/** What a person decided on a held command; no action while nobody has. */
export const caseOfCommand = statement<{ id: string }>()((k, p) =>
  k.selectFrom('exception_case').select('action').where('id', '=', p('id')),
);

/** The outcome of a command that was parked. */
export const settleCommand = statement<{
  id: string;
  outcome: string;
  result: string | null;
  problem: string | null;
}>()((k, p) =>
  k
    .updateTable('command')
    .set({ outcome: p('outcome'), result: p('result'), problem: p('problem') })
    .where('id', '=', p('id')),
);

export const openException = statement<{
  id: string;
  warehouse: string;
  problem: string;
  at: number;
}>()((k, p) =>
  k.insertInto('exception_case').values({
    id: p('id'),
    kind: 'held_command',
    warehouse: p('warehouse'),
    command_id: p('id'),
    status: 'open',
    problem: p('problem'),
    opened_at: p('at'),
  }),
);
