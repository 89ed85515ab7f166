import { statement } from './db/statement.ts';

export const insertDocument = statement<{
  kind: string;
  number: string;
  version: number;
  supersedes: number | null;
  postingStatus: string;
  sourceSystem: string;
  warehouse: string;
  body: string;
  madeAt: number;
  commandId: string;
}>()((k, p) =>
  k.insertInto('document').values({
    kind: p('kind'),
    number: p('number'),
    version: p('version'),
    active: 1,
    supersedes: p('supersedes'),
    posting_status: p('postingStatus'),
    source_system: p('sourceSystem'),
    warehouse: p('warehouse'),
    body: p('body'),
    made_at: p('madeAt'),
    command_id: p('commandId'),
    acknowledged_at: null,
    acknowledgement: null,
    posted_at: null,
    posting_problem: null,
    posting_checked_at: null,
    reversal: null,
  }),
);

export const newestVersionOf = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('document')
    .select(['version', 'active'])
    .where('number', '=', p('number'))
    .orderBy('version', 'desc')
    .limit(1),
);

export const activeVersion = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('document')
    .select(['kind', 'version', 'warehouse', 'source_system', 'posting_status', 'body'])
    .where('number', '=', p('number'))
    .where('active', '=', 1),
);

/** What the source system said of the version was said of one that stood. */
export const deactivateDocument = statement<{ number: string; version: number; reversal: string }>()((k, p) =>
  k
    .updateTable('document')
    .set({
      active: 0,
      reversal: p('reversal'),
      acknowledged_at: null,
      acknowledgement: null,
      posting_problem: null,
    })
    .where('number', '=', p('number'))
    .where('version', '=', p('version')),
);

/**
 * The coverage of a registration has its id. One that was undone is told of by no document, and one that the update log
 * has told of is reported already.
 */
export const reportCoverageOfReceipt = statement<{ documentNumber: string; load: string }>()((k, p) =>
  k
    .updateTable('coverage')
    .set({ state: 'reported', document_number: p('documentNumber') })
    .where((eb) =>
      eb(
        'id',
        'in',
        eb
          .selectFrom('registration')
          .select('id')
          .where('load_number', '=', p('load'))
          .where('document_number', '=', p('documentNumber'))
          .where('status', '<>', 'undone'),
      ),
    )
    .where('state', '=', 'pending'),
);

/** All that a command changed beside its stock has the command's own id as its coverage. */
export const reportCoverageOfCommand = statement<{ documentNumber: string; commandId: string }>()((k, p) =>
  k
    .updateTable('coverage')
    .set({ state: 'reported', document_number: p('documentNumber') })
    .where('id', '=', p('commandId'))
    .where('state', '=', 'pending'),
);

/** What a receipt told of waits for the next one. */
export const reopenCoverage = statement<{ number: string }>()((k, p) =>
  k
    .updateTable('coverage')
    .set({ state: 'pending', document_number: null })
    .where((eb) =>
      eb(
        'id',
        'in',
        eb
          .selectFrom('shipment_document as s')
          .innerJoin('registration as r', 'r.load_number', 's.load_number')
          .select('r.id')
          .where('s.document_number', '=', p('number')),
      ),
    )
    .where('document_number', '=', p('number'))
    .where('state', '=', 'reported'),
);

/** The channel that a change is told through. */
export const channelOfCoverage = statement<{ id: string }>()((k, p) =>
  k.selectFrom('coverage').select('channel').where('id', '=', p('id')),
);

interface ShipmentChannel {
  kind: string;
  load: string;
  orderKey: string;
  channel: string;
}

/** The first document of a shipment, through a channel, of which no version counts any more. */
export const reversedDocumentOf = statement<ShipmentChannel>()((k, p) =>
  k
    .selectFrom('shipment_document as s')
    .select('s.document_number')
    .where('s.load_number', '=', p('load'))
    .where('s.order_key', '=', p('orderKey'))
    .where('s.kind', '=', p('kind'))
    .where('s.channel', '=', p('channel'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('document as d')
            .select('d.version')
            .whereRef('d.number', '=', 's.document_number')
            .where('d.active', '=', 1),
        ),
      ),
    )
    .orderBy('s.document_number')
    .limit(1),
);

export const keepDocumentOfShipment = statement<ShipmentChannel & { documentNumber: string }>()((k, p) =>
  k
    .insertInto('shipment_document')
    .values({
      document_number: p('documentNumber'),
      kind: p('kind'),
      load_number: p('load'),
      order_key: p('orderKey'),
      channel: p('channel'),
    })
    .onConflict((conflict) => conflict.doNothing()),
);
