import { statement } from './db/statement.ts';
import type { AppTrx } from './store.ts';

export const insertDocument = statement<{
  kind: string;
  number: string;
  version: number;
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
    supersedes: null,
    posting_status: 'ready',
    source_system: p('sourceSystem'),
    warehouse: p('warehouse'),
    body: p('body'),
    made_at: p('madeAt'),
    command_id: p('commandId'),
    acknowledged_at: null,
    acknowledgement: null,
  }),
);

/** The coverage of a registration has its id. One that was undone is told of by no document. */
export const reportCoverageOfShipment = statement<{ documentNumber: string; load: string; orderKey: string }>()(
  (k, p) =>
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
            .where('order_key', '=', p('orderKey'))
            .where('status', '<>', 'undone'),
        ),
      )
      .where('state', '=', 'pending'),
);

export async function reportCoverage(trx: AppTrx, documentNumber: string, ids: readonly string[]): Promise<void> {
  await trx.k
    .updateTable('coverage')
    .set({ state: 'reported', document_number: documentNumber })
    .where('id', 'in', ids)
    .execute();
}
