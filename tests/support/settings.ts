import type { SourceSystemSettings } from '#shared/ledger/source-system-settings.ts';
import type { TestApp } from './app.ts';

/** What a source system decides for itself, from now on; everything else is as it is unless said otherwise. */
export async function decideFor(
  app: TestApp,
  settings: Partial<SourceSystemSettings>,
  sourceSystem = 'DEMO',
): Promise<void> {
  await app.services.store.write(async (trx) => {
    await trx.k
      .updateTable('source_system')
      .set({ settings: JSON.stringify(settings) })
      .where('code', '=', sourceSystem)
      .execute();
  });
}
