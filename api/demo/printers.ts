import type { AppTrx } from '../platform/store.ts';

/** Printers of demo mode: nothing comes out of them, but what would is seen at the console. */
const printers = [
  { code: 'LABELS', name: 'Test printer for pallets and cartons', media: { width: 101.6, height: 152.4 }, kinds: [] },
  {
    ...{ code: 'SHELF', name: 'Test printer for shelves, items and badges', media: { width: 100, height: 50 } },
    kinds: ['location', 'item', 'badge'],
  },
] as const;

export async function seedPrinters(trx: AppTrx, warehouses: readonly string[]): Promise<void> {
  for (const warehouse of warehouses) {
    for (const { code, ...printer } of printers) {
      const document = { ...printer, dpi: 203, connection: { type: 'test' } };
      await trx.k
        .insertInto('printer')
        .values({ warehouse, code, printer: JSON.stringify(document), version: 1 })
        .execute();
    }
  }
}
