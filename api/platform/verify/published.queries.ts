import { sql } from 'kysely';
import { statement } from '../db/statement.ts';
import { rowsPerRead } from './in-batches.ts';

/** Links of the chain in their order, each with the entry that it stands for, where it stands for one. */
export const linksAfter = statement<{ after: number }>()((k, p) =>
  k
    .selectFrom('chain as h')
    .leftJoin('ledger_entry as e', (join) => join.onRef('e.id', '=', 'h.subject').on('h.kind', '=', 'ledger'))
    .selectAll('e')
    .select(['h.position as position', 'h.kind as kind', 'h.subject as subject', 'h.hash as hash'])
    .where('h.position', '>', p('after'))
    .orderBy('h.position')
    .limit(rowsPerRead),
);

/** Entries of commands that are not there, or that were not applied: held ones move goods once a person applied them. */
export const entriesAtOdds = statement<object>()((k) =>
  k
    .selectFrom('ledger_entry as e')
    .leftJoin('command as c', 'c.id', 'e.command_id')
    .leftJoin('exception_case as x', 'x.id', 'e.command_id')
    .select(['e.id', 'e.command_id', 'c.outcome'])
    .where((eb) =>
      eb.or([
        eb('c.id', 'is', null),
        eb.and([
          eb('c.outcome', '<>', 'applied'),
          eb.or([eb('c.outcome', '<>', 'held'), eb('x.action', 'is', null), eb('x.action', '<>', 'apply')]),
        ]),
      ]),
    ),
);

export const entriesNotCovered = statement<object>()((k) =>
  k
    .selectFrom('ledger_entry as e')
    .leftJoin('coverage as v', 'v.id', 'e.coverage')
    .select(['e.id', 'e.coverage'])
    .where('e.coverage', 'is not', null)
    .where('v.id', 'is', null),
);

export const decimalsOfItems = statement<object>()((k) => k.selectFrom('item').select(['item_key', 'decimals']));

export const auditRow = statement<{ id: string }>()((k, p) =>
  k.selectFrom('audit').selectAll().where('id', '=', p('id')),
);

export const deltasAfter = statement<{ after: number }>()((k, p) =>
  k.selectFrom('inventory_delta').selectAll().where('position', '>', p('after')).orderBy('position').limit(rowsPerRead),
);

/** Rows of feeds that settled something. */
export const settledAfter = statement<{ after: number }>()((k, p) =>
  k
    .selectFrom('feed_entry')
    .select(['position', 'settles'])
    .where('position', '>', p('after'))
    .where('settles', 'is not', null)
    .orderBy('position')
    .limit(rowsPerRead),
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

/** Audit rows in their order. */
export const auditsAfter = statement<{ position: number }>()((k, p) =>
  k
    .selectFrom('chain as h')
    .innerJoin('audit as a', 'a.id', 'h.subject')
    .selectAll('a')
    .select('h.position')
    .where('h.kind', '=', sql.lit('audit'))
    .where('h.position', '>', p('position'))
    .orderBy('h.position')
    .limit(rowsPerRead),
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

/** What is pending of each item in a warehouse, beside what its published sum says is not reported. */
export const pendingBesideUnreported = statement<object>()((k) => ({
  compile: () =>
    sql<{ warehouse: string; item_key: string; pending_base: number; unreported_base: number }>`
      select warehouse, item_key, cast(sum(pending) as bigint) as pending_base, cast(sum(unreported) as bigint) as unreported_base
      from (
        select e.warehouse, e.item_key,
          case when e.to_location like '@%' then -e.quantity_base else e.quantity_base end as pending, 0 as unreported
        from ledger_entry e join coverage c on c.id = e.coverage where c.state = 'pending'
        union all
        select warehouse, item_key, 0, unreported_base from published_balance where location = '' and unreported_base <> 0
      ) as both_sides
      group by warehouse, item_key`.compile(k),
}));

/** Positions that balances were kept of. */
export const keptPositions = statement<object>()((k) =>
  k.selectFrom('stock_snapshot').select('position').orderBy('position'),
);

export const entryCount = statement<object>()((k) =>
  k.selectFrom('ledger_entry').select((eb) => eb.fn.countAll<number>().as('count')),
);

export const auditCount = statement<object>()((k) =>
  k.selectFrom('audit').select((eb) => eb.fn.countAll<number>().as('count')),
);

export const balancesKeptAt = statement<{ position: number }>()((k, p) =>
  k.selectFrom('stock_snapshot_row').selectAll().where('position', '=', p('position')),
);
