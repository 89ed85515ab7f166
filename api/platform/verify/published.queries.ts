import { statement } from '../db/statement.ts';
import { rowsPerRead } from './in-batches.ts';

/** Links of the chain in their order, each with the entry or audit row that it stands for, and the entry's command. */
export const linksAfter = statement<{ after: number }>()((k, p) =>
  k
    .selectFrom('chain as h')
    .leftJoin('ledger_entry as e', (join) => join.onRef('e.id', '=', 'h.subject').on('h.kind', '=', 'ledger'))
    .leftJoin('item as i', 'i.item_key', 'e.item_key')
    .leftJoin('command as c', 'c.id', 'e.command_id')
    .leftJoin('exception_case as x', 'x.id', 'e.command_id')
    .leftJoin('coverage as v', 'v.id', 'e.coverage')
    .selectAll('e')
    .select([
      'h.position as position',
      'h.kind as kind',
      'h.subject as subject',
      'h.hash as hash',
      'i.decimals as decimals',
      'c.outcome as outcome',
      'x.action as decision',
      'v.id as coverage_there',
    ])
    .where('h.position', '>', p('after'))
    .orderBy('h.position')
    .limit(rowsPerRead),
);

export const auditRow = statement<{ id: string }>()((k, p) =>
  k.selectFrom('audit').selectAll().where('id', '=', p('id')),
);

export const deltasAfter = statement<{ after: number }>()((k, p) =>
  k.selectFrom('inventory_delta').selectAll().where('position', '>', p('after')).orderBy('position').limit(rowsPerRead),
);

export const headRow = statement<object>()((k) => k.selectFrom('feed_head').selectAll());

export const waitingRows = statement<object>()((k) => k.selectFrom('outbox').select('row_json').orderBy('id'));

/** Entries that no link stands for: none, but those whose rows still wait for their position. */
export const unlinkedEntries = statement<object>()((k) =>
  k
    .selectFrom('ledger_entry as e')
    .leftJoin('chain as h', (join) => join.onRef('h.subject', '=', 'e.id').on('h.kind', '=', 'ledger'))
    .selectAll('e')
    .where('h.position', 'is', null)
    .orderBy('e.id'),
);

export const unlinkedAudits = statement<object>()((k) =>
  k
    .selectFrom('audit as a')
    .leftJoin('chain as h', (join) => join.onRef('h.subject', '=', 'a.id').on('h.kind', '=', 'audit'))
    .select('a.id')
    .where('h.position', 'is', null),
);

export const linkedTwice = statement<object>()((k) =>
  k
    .selectFrom('chain')
    .select(['kind', 'subject'])
    .groupBy(['kind', 'subject'])
    .having((eb) => eb.fn.countAll(), '>', 1),
);
