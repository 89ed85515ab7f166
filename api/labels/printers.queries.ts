import { type PrintAddress, type PrinterDocument, printerDocument } from '#shared/labels/printer.ts';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

const ofWarehouse = statement<{ warehouse: string }>()((k, p) =>
  k.selectFrom('printer').select(['code', 'printer']).where('warehouse', '=', p('warehouse')).orderBy('code'),
);

/** The printers of a warehouse, by their codes. */
export async function printersOf(read: Runner, warehouse: string): Promise<PrinterDocument[]> {
  const rows = await read.all(ofWarehouse, { warehouse });
  return rows.map(({ code, printer }) => printerDocument.parse({ ...(JSON.parse(printer) as object), code }));
}

export async function keepPrinter(trx: AppTrx, warehouse: string, document: PrinterDocument): Promise<void> {
  const { code, ...rest } = document;
  const printer = JSON.stringify(rest);
  await trx.k
    .insertInto('printer')
    .values({ warehouse, code, printer, version: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['warehouse', 'code'])
        .doUpdateSet((eb) => ({ printer, version: eb('printer.version', '+', 1) })),
    )
    .execute();
  // Whatever kept it from printing may be mended.
  await trx.k
    .updateTable('printer_state')
    .set({ next_at: 0, failures: 0 })
    .where('warehouse', '=', warehouse)
    .where('code', '=', code)
    .execute();
}

export async function removePrinter(trx: AppTrx, warehouse: string, code: string): Promise<void> {
  await trx.k.deleteFrom('printer').where('warehouse', '=', warehouse).where('code', '=', code).execute();
  await trx.k.deleteFrom('printer_state').where('warehouse', '=', warehouse).where('code', '=', code).execute();
}

const addresses = statement<object>()((k) =>
  k.selectFrom('print_address').select(['host', 'port', 'note']).orderBy('host').orderBy('port'),
);

/** Where printers may be. */
export async function printAddressesOf(read: Runner): Promise<PrintAddress[]> {
  return read.all(addresses, {});
}

export async function keepAddresses(trx: AppTrx, kept: readonly PrintAddress[]): Promise<void> {
  await trx.k.deleteFrom('print_address').execute();
  for (const { host, port, note = null } of kept) {
    await trx.k.insertInto('print_address').values({ host, port, note }).execute();
  }
}

const zoneExists = statement<{ warehouse: string; zone: string }>()((k, p) =>
  k
    .selectFrom('location')
    .select('code')
    .where('warehouse', '=', p('warehouse'))
    .where('zone', '=', p('zone'))
    .limit(1),
);

/** Whether any place lies in the zone. */
export async function isZone(read: Runner, warehouse: string, zone: string): Promise<boolean> {
  return (await read.one(zoneExists, { warehouse, zone })) !== undefined;
}
