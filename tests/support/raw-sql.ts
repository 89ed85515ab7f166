import type { AppTrx } from '../../api/platform/store.ts';
import type { TestApp } from './app.ts';

/** Writes past every rule, as a fault of the disk or a hand in the database would. */
export function rawSql(app: TestApp, sql: string): Promise<void> {
  return app.services.store.write(async (trx: AppTrx) => {
    const query = { kind: 'RawNode' as const, sqlFragments: [sql], parameters: [] };
    await trx.k.executeQuery({ sql, parameters: [], query, queryId: { queryId: sql } });
  });
}
