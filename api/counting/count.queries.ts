import { sql } from 'kysely';
import { countableTypes } from '#shared/ledger/count-plan.ts';
import { lockingStatement } from '../platform/db/locking.ts';
import { statement } from '../platform/db/statement.ts';
import { countType, openStatus, putawayType, shippedState } from '../platform/facts/literals.ts';

export const workWithId = lockingStatement<{ id: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['id', 'status', 'warehouse', 'from_location', 'item_key'])
    .where('id', '=', p('id'))
    .where('type', '=', countType),
);

/** The work that a command made, or that of a count that a command began. */
export const workOfCommand = statement<{ commandId: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select('id')
    .where('command_id', '=', p('commandId'))
    // In the words of the partial index, or it would not serve.
    .where('type', '<>', putawayType)
    .where('type', '=', countType)
    .orderBy('id')
    .limit(1),
);

/**
 * The next place of a zone that is to be counted, in walking order; first what the operator has begun. What others have
 * begun is left to them until their claim, begun before `expired`, has run out.
 */
export const nextInZone = statement<{ warehouse: string; zone: string; operator: string; expired: number }>()((k, p) =>
  k
    .selectFrom('work as w')
    .innerJoin('location as l', (join) =>
      join.onRef('l.warehouse', '=', 'w.warehouse').onRef('l.code', '=', 'w.from_location'),
    )
    .leftJoin('stock_count as c', 'c.work', 'w.id')
    .select('w.id')
    .where('w.type', '=', countType)
    .where('w.status', '=', openStatus)
    .where('w.warehouse', '=', p('warehouse'))
    .where('l.zone', '=', p('zone'))
    .where('l.type', 'in', [...countableTypes])
    .where((eb) => eb.or([eb('c.not_by', 'is', null), eb('c.not_by', '<>', p('operator'))]))
    .where((eb) =>
      eb.or([
        eb('w.claimed_by', 'is', null),
        eb('w.claimed_by', '=', p('operator')),
        eb('w.claimed_at', '<=', p('expired')),
      ]),
    )
    .orderBy((eb) => eb.case().when('w.claimed_by', '=', p('operator')).then(0).else(1).end())
    .orderBy('l.walk_sequence')
    .orderBy('l.code')
    .orderBy('w.id')
    .limit(1),
);

/** The places of a zone that can be counted, in walking order. */
export const placesOfZone = statement<{ warehouse: string; zone: string }>()((k, p) =>
  k
    .selectFrom('location')
    .select('code')
    .where('warehouse', '=', p('warehouse'))
    .where('zone', '=', p('zone'))
    .where('active', '=', 1)
    .where('type', 'in', [...countableTypes])
    .orderBy('walk_sequence')
    .orderBy('code'),
);

export const startedBy = statement<{ commandId: string }>()((k, p) =>
  k.selectFrom('command').select('result').where('id', '=', p('commandId')).where('type', '=', 'counting.start'),
);

export const countOfWork = lockingStatement<{ work: string }>()((k, p) =>
  k.selectFrom('stock_count').selectAll().where('work', '=', p('work')),
);

export const countWithNumber = lockingStatement<{ number: string }>()((k, p) =>
  k.selectFrom('stock_count').selectAll().where('count_number', '=', p('number')),
);

export const countOfCommand = statement<{ commandId: string }>()((k, p) =>
  k.selectFrom('stock_count').select('count_number').where('command_id', '=', p('commandId')),
);

export const linesOfCount = statement<{ number: string }>()((k, p) =>
  k.selectFrom('stock_count_line').selectAll().where('count_number', '=', p('number')).orderBy('line'),
);

export const insertCount = statement<{
  number: string;
  work: string;
  warehouse: string;
  location: string | null;
  itemKey: string | null;
  position: number;
  commandId: string;
  notBy: string | null;
}>()((k, p) =>
  k.insertInto('stock_count').values({
    count_number: p('number'),
    work: p('work'),
    warehouse: p('warehouse'),
    location: p('location'),
    item_key: p('itemKey'),
    status: 'open',
    attempts: 0,
    ledger_position: p('position'),
    reason: null,
    command_id: p('commandId'),
    counted_by: null,
    counted_at: null,
    not_by: p('notBy'),
    journal: null,
    reviewed_by: null,
    reviewed_at: null,
    review_reason: null,
    version: 1,
  }),
);

export const noteCounted = statement<{
  number: string;
  status: string;
  attempts: number;
  reason: string;
  commandId: string;
  countedBy: string;
  at: number;
  journal: string | null;
  notBy: string | null;
}>()((k, p) =>
  k
    .updateTable('stock_count')
    .set((eb) => ({
      status: p('status'),
      attempts: p('attempts'),
      not_by: p('notBy'),
      reason: p('reason'),
      command_id: p('commandId'),
      counted_by: p('countedBy'),
      counted_at: p('at'),
      journal: p('journal'),
      version: eb('version', '+', 1),
    }))
    .where('count_number', '=', p('number')),
);

/** All of the place was counted, and with it what this was to find. */
export const noteCovered = statement<{ number: string }>()((k, p) =>
  k
    .updateTable('stock_count')
    .set((eb) => ({ status: 'covered', version: eb('version', '+', 1) }))
    .where('count_number', '=', p('number')),
);

/** Nobody has to count it any more. */
export const noteWithdrawn = statement<{ number: string; by: string; at: number; reason: string }>()((k, p) =>
  k
    .updateTable('stock_count')
    .set((eb) => ({
      status: 'withdrawn',
      reviewed_by: p('by'),
      reviewed_at: p('at'),
      review_reason: p('reason'),
      version: eb('version', '+', 1),
    }))
    .where('count_number', '=', p('number')),
);

export const insertAttempt = statement<{ number: string; countedBy: string; at: number; commandId: string }>()((k, p) =>
  k.insertInto('stock_count_attempt').values((eb) => ({
    count_number: p('number'),
    attempt: eb
      .selectFrom('stock_count_attempt as before')
      .select((of) => sql<number>`${of.fn.countAll()} + 1`.as('next'))
      .where('before.count_number', '=', p('number')),
    counted_by: p('countedBy'),
    counted_at: p('at'),
    command_id: p('commandId'),
  })),
);

/** Everybody who counted, in their order. */
export const attemptsOf = statement<{ number: string }>()((k, p) =>
  k.selectFrom('stock_count_attempt').selectAll().where('count_number', '=', p('number')).orderBy('attempt'),
);

export const keepCounted = statement<{ warehouse: string; location: string; itemKey: string; at: number }>()((k, p) =>
  k
    .insertInto('counted_place')
    .values({ warehouse: p('warehouse'), location: p('location'), item_key: p('itemKey'), counted_at: p('at') })
    .onConflict((conflict) =>
      conflict.columns(['warehouse', 'location', 'item_key']).doUpdateSet({ counted_at: p('at') }),
    ),
);

export const taskOf = statement<{ work: string }>()((k, p) =>
  k.selectFrom('count_task').select(['origin', 'plan', 'second_counter']).where('work', '=', p('work')),
);

export const noteReviewed = statement<{
  number: string;
  status: string;
  by: string;
  at: number;
  reason: string;
  journal: string | null;
  work: string;
  notBy: string | null;
}>()((k, p) =>
  k
    .updateTable('stock_count')
    .set((eb) => ({
      status: p('status'),
      reviewed_by: p('by'),
      reviewed_at: p('at'),
      review_reason: p('reason'),
      journal: p('journal'),
      work: p('work'),
      not_by: p('notBy'),
      attempts: eb.lit(0),
      version: eb('version', '+', 1),
    }))
    .where('count_number', '=', p('number')),
);

export const dropLines = statement<{ number: string }>()((k, p) =>
  k.deleteFrom('stock_count_line').where('count_number', '=', p('number')),
);

export const insertLine = statement<{
  number: string;
  line: number;
  itemKey: string;
  location: string;
  licensePlate: string | null;
  lot: string;
  serial: string;
  expectedBase: number;
  countedBase: number;
  differenceBase: number;
  isNew: number;
  countedAt: number | null;
}>()((k, p) =>
  k.insertInto('stock_count_line').values({
    count_number: p('number'),
    line: p('line'),
    item_key: p('itemKey'),
    location: p('location'),
    license_plate: p('licensePlate'),
    lot: p('lot'),
    serial: p('serial'),
    expected_base: p('expectedBase'),
    counted_base: p('countedBase'),
    difference_base: p('differenceBase'),
    is_new: p('isNew'),
    counted_at: p('countedAt'),
  }),
);

export const stockAtPlace = lockingStatement<{ warehouse: string; location: string }>()((k, p) =>
  k
    .selectFrom('balance')
    .selectAll()
    .where('warehouse', '=', p('warehouse'))
    .where('location', '=', p('location'))
    .orderBy('item_key')
    .orderBy('owner')
    .orderBy('lot')
    .orderBy('serial')
    .orderBy('inventory_status')
    .orderBy('license_plate'),
);

/** Promises whose goods are at a place, the newest first. */
export const promisedAtPlace = lockingStatement<{ warehouse: string; location: string }>()((k, p) =>
  k
    .selectFrom('reservation')
    .selectAll()
    .where('warehouse', '=', p('warehouse'))
    .where('location', '=', p('location'))
    .where('state', '<>', shippedState)
    .orderBy('reserved_at', 'desc')
    .orderBy('id', 'desc'),
);

export const serialAt = statement<{ itemKey: string; serial: string }>()((k, p) =>
  k
    .selectFrom('balance')
    .select(['warehouse', 'location'])
    .where('item_key', '=', p('itemKey'))
    .where('serial', '=', p('serial'))
    .limit(1),
);
