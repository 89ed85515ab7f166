import { sql } from 'kysely';
import { statement } from '../db/statement.ts';

/** Operations that always move stock when they are applied. An adjustment may wait for approval instead. */
const movingTypes = ['receiving.register', 'receiving.undo_registration', 'putaway.put', 'inventory.move'];

export const commandCount = statement<object>()((k) =>
  k.selectFrom('command').select((eb) => eb.fn.countAll<number>().as('rows')),
);

/** Plates that goods stand on. */
export const plateCount = statement<object>()((k) =>
  k
    .selectFrom('balance')
    .select((eb) => eb.fn.count<number>('license_plate').distinct().as('rows'))
    .where('license_plate', '<>', '')
    .where('quantity_base', '>', 0),
);

export const registrationCount = statement<object>()((k) =>
  k.selectFrom('registration').select((eb) => eb.fn.countAll<number>().as('rows')),
);

export const commandsWithoutEntries = statement<object>()((k) =>
  k
    .selectFrom('command as c')
    .select(['c.id', 'c.type'])
    .where('c.outcome', '=', 'applied')
    .where((eb) =>
      eb.or([
        eb('c.type', 'in', movingTypes),
        eb.and([eb('c.type', '=', 'inventory.adjust'), eb('c.result', 'like', '%"journal"%')]),
        eb.and([eb('c.type', '=', 'returns.register'), eb('c.result', 'like', '%"documents"%')]),
      ]),
    )
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('ledger_entry as e').select('e.id').whereRef('e.id', '=', sql`c.id || ':0'`))),
    ),
);

export const commandsWithoutEnd = statement<object>()((k) =>
  k.selectFrom('command').select(['id', 'type', 'outcome']).where('outcome', 'in', ['claimed', 'gap']),
);

export const heldWithoutCase = statement<object>()((k) =>
  k
    .selectFrom('command as c')
    .leftJoin('exception_case as x', 'x.id', 'c.id')
    .select(['c.id', 'c.type'])
    .where('c.outcome', '=', 'held')
    .where('x.id', 'is', null),
);

/** What the numbered commands of each device are, beside the number that it is known to have reached. One look at all. */
export const numbersOfDevices = statement<object>()((k) =>
  k
    .selectFrom('device as d')
    .leftJoin(
      (sub) =>
        sub
          .selectFrom('command')
          .select((eb) => [
            'device',
            eb.fn.count<number>('sequence').as('count'),
            eb.fn.count<number>('sequence').distinct().as('different'),
            eb.fn.max('sequence').as('highest'),
          ])
          .where('sequence', 'is not', null)
          .groupBy('device')
          .as('c'),
      (join) => join.onRef('c.device', '=', 'd.id'),
    )
    .select((eb) => [
      'd.id as id',
      'd.last_sequence as last',
      eb.fn.coalesce('c.count', eb.lit(0)).as('count'),
      eb.fn.coalesce('c.different', eb.lit(0)).as('different'),
      'c.highest as highest',
    ]),
);

/** The first number of a device whose next one is missing. */
export const firstHole = statement<{ device: string }>()((k, p) =>
  k
    .selectFrom((sub) =>
      sub
        .selectFrom('command')
        .select((eb) => [
          'sequence',
          eb.fn
            .agg<number | null>('lead', ['sequence'])
            .over((over) => over.orderBy('sequence'))
            .as('following'),
        ])
        .where('device', '=', p('device'))
        .where('sequence', 'is not', null)
        .as('c'),
    )
    .select('c.sequence as sequence')
    .where((eb) => eb.or([eb('c.following', 'is', null), eb('c.following', '>', sql<number>`c.sequence + 1`)]))
    .orderBy('c.sequence')
    .limit(1),
);

export const platesInTwoPlaces = statement<object>()((k) =>
  k
    .selectFrom('balance')
    .select((eb) => [
      'license_plate',
      eb.fn.min('location').as('first'),
      eb.fn.max('location').as('last'),
      eb.fn.min('warehouse').as('warehouse'),
    ])
    .where('license_plate', '<>', '')
    .where('quantity_base', '>', 0)
    .groupBy('license_plate')
    .having((eb) =>
      eb.or([
        eb(eb.fn.min('location'), '<>', eb.fn.max('location')),
        eb(eb.fn.min('warehouse'), '<>', eb.fn.max('warehouse')),
      ]),
    ),
);

export const serialsTwice = statement<object>()((k) =>
  k
    .selectFrom('balance as b')
    .innerJoin('item as i', 'i.item_key', 'b.item_key')
    .select((eb) => [
      'b.item_key',
      'b.serial',
      'i.decimals',
      eb.fn.countAll<number>().as('places'),
      eb.fn.sum<number>('b.quantity_base').as('quantity_base'),
    ])
    .where('b.serial', '<>', '')
    .where('b.quantity_base', '>', 0)
    .groupBy(['b.item_key', 'b.serial', 'i.decimals']),
);

/**
 * What is registered on each order line, beside what the line and its loads say. All registrations are summed in one look:
 * no index leads from a line to its own.
 */
export const linesWithRegistrations = statement<object>()((k) =>
  k
    .selectFrom('inbound_order_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .leftJoin(
      (sub) =>
        sub
          .selectFrom('registration')
          .select((eb) => [
            'order_key',
            'line_number',
            eb.fn.sum<number>('quantity_base').as('registered'),
            sql<number>`sum(case when document_number is not null then quantity_base else 0 end)`.as('received'),
          ])
          .where('status', '<>', 'undone')
          .groupBy(['order_key', 'line_number'])
          .as('r'),
      (join) => join.onRef('r.order_key', '=', 'l.order_key').onRef('r.line_number', '=', 'l.line_number'),
    )
    .select((eb) => [
      'l.order_key',
      'l.line_number',
      'l.registered_base',
      'l.received_base',
      'i.decimals',
      eb.fn.coalesce('r.registered', eb.lit(0)).as('registered_sum'),
      eb.fn.coalesce('r.received', eb.lit(0)).as('received_sum'),
    ]),
);

export const loadLinesWithRegistrations = statement<object>()((k) =>
  k
    .selectFrom('inbound_load_line as l')
    .leftJoin('registration as r', (join) =>
      join
        .onRef('r.load_number', '=', 'l.load_number')
        .onRef('r.order_key', '=', 'l.order_key')
        .onRef('r.line_number', '=', 'l.line_number')
        .on('r.status', '<>', 'undone'),
    )
    .select((eb) => [
      'l.load_number',
      'l.order_key',
      'l.line_number',
      'l.registered_base',
      eb.fn.coalesce(eb.fn.sum<number>('r.quantity_base'), eb.lit(0)).as('registered_sum'),
    ])
    .groupBy(['l.load_number', 'l.order_key', 'l.line_number', 'l.registered_base']),
);

/** What is registered of each announced line of a plate, beside what the line says. */
export const announcedWithRegistrations = statement<object>()((k) =>
  k
    .selectFrom('expected_line as x')
    .leftJoin('registration as r', (join) =>
      join
        .onRef('r.load_number', '=', 'x.load_number')
        .onRef('r.license_plate', '=', 'x.license_plate')
        .onRef('r.expected_line', '=', 'x.position')
        .on('r.status', '<>', 'undone'),
    )
    .select((eb) => [
      'x.load_number',
      'x.license_plate',
      'x.position',
      'x.registered_base',
      eb.fn.coalesce(eb.fn.sum<number>('r.quantity_base'), eb.lit(0)).as('registered_sum'),
    ])
    .groupBy(['x.load_number', 'x.license_plate', 'x.position', 'x.registered_base']),
);

/** Registrations whose entry or coverage says something else than they do. */
export const registrationsAtOdds = statement<object>()((k) =>
  k
    .selectFrom('registration as r')
    .leftJoin('ledger_entry as e', 'e.id', 'r.entry_id')
    .leftJoin('coverage as v', 'v.id', 'r.id')
    .select([
      'r.id',
      'r.status',
      'r.document_number',
      'r.quantity_base',
      'e.quantity_base as entry_base',
      'v.state as state',
      'v.document_number as covered_by',
      'v.channel as channel',
    ])
    .where((eb) =>
      eb.or([
        eb('e.id', 'is', null),
        eb('e.quantity_base', '<>', eb.ref('r.quantity_base')),
        eb('e.item_key', '<>', eb.ref('r.item_key')),
        eb('v.id', 'is', null),
        eb.and([eb('r.document_number', 'is not', null), eb('v.state', '<>', 'reported')]),
        eb.and([
          eb('v.channel', '=', 'documents'),
          eb('r.document_number', 'is', null),
          eb('v.state', '=', 'reported'),
        ]),
        eb.and([eb('v.channel', '=', 'update-log'), eb('v.state', '<>', 'reported')]),
        eb.and([eb('v.channel', '=', 'documents'), eb('v.document_number', '<>', eb.ref('r.document_number'))]),
        eb.and([eb('v.channel', '=', 'update-log'), eb('v.document_number', 'is not', null)]),
      ]),
    ),
);

export const documentsAfter = statement<{ number: string; version: number }>()((k, p) =>
  k
    .selectFrom('document as d')
    .select([
      'd.kind',
      'd.number',
      'd.version',
      'd.active',
      'd.supersedes',
      'd.posting_status',
      'd.source_system',
      'd.command_id',
      'd.body',
    ])
    .where((eb) =>
      eb.or([
        eb('d.number', '>', p('number')),
        eb.and([eb('d.number', '=', p('number')), eb('d.version', '>', p('version'))]),
      ]),
    )
    .orderBy('d.number')
    .orderBy('d.version')
    .limit(4000),
);

/** What an adjustment did to the stock of each item: the sum of its entries, in minus out. */
export const adjustedBy = statement<{ commandId: string; coverage: string }>()((k, p) =>
  k
    // Summed before their items are looked up: joined at once, SQLite goes through all entries of all items.
    .selectFrom((eb) =>
      eb
        .selectFrom('ledger_entry as e')
        .select([
          'e.item_key',
          // What only moves inside, as the goods that a short pick did find, is no difference.
          sql<number>`sum(case when e.from_location like '@%' then e.quantity_base
            when e.to_location like '@%' then -e.quantity_base else 0 end)`.as('quantity_base'),
        ])
        .where('e.id', '>=', sql<string>`${p('commandId')} || ':'`)
        .where('e.id', '<', sql<string>`${p('commandId')} || ';'`)
        .where('e.coverage', '=', p('coverage'))
        .groupBy('e.item_key')
        .as('adjusted'),
    )
    .innerJoin('item as i', 'i.item_key', 'adjusted.item_key')
    .select(['i.decimals', 'adjusted.quantity_base']),
);

/** Rows of feeds that tell of documents, in order. */
export const feedEntriesAfter = statement<{ after: number }>()((k, p) =>
  k
    .selectFrom('feed_entry')
    .select(['position', 'feed', 'subject', 'version', 'source_system', 'body'])
    .where('position', '>', p('after'))
    .orderBy('position')
    .limit(4000),
);

export const coverageWithoutDocument = statement<object>()((k) =>
  k
    .selectFrom('coverage as v')
    .leftJoin('document as d', 'd.number', 'v.document_number')
    .select(['v.id', 'v.document_number'])
    .where('v.state', '=', 'reported')
    .where('v.channel', '=', 'documents')
    .where('d.number', 'is', null),
);

/** Registrations that stand, by the document that they are on: how many, and how many of each channel. */
export const registrationsOnDocuments = statement<object>()((k) =>
  k
    .selectFrom('registration as r')
    .innerJoin('coverage as v', 'v.id', 'r.id')
    .select((eb) => ['r.document_number as number', 'v.channel as channel', eb.fn.countAll<number>().as('count')])
    .where('r.status', '<>', 'undone')
    .where('r.document_number', 'is not', null)
    .groupBy(['r.document_number', 'v.channel'])
    .orderBy('r.document_number'),
);
