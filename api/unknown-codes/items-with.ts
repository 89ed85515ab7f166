import { gtinForms } from '#shared/scan/gtin.ts';
import { readScan } from '#shared/scan/read-scan.ts';
import type { AppTrx } from '../platform/store.ts';
import { itemsCalled } from './unknown-codes.queries.ts';

/** Numbers of the items that a scan of the code would mean by now, in whatever form it is written. */
export async function itemsWith(trx: AppTrx, code: string): Promise<string[]> {
  const reading = readScan({ text: code, source: 'typed' }, { currentYear: new Date(trx.now).getUTCFullYear() });
  const forms = reading.kind === 'gtin' ? reading.gtins.flatMap(gtinForms) : [];
  return itemsCalled(trx, [...new Set([code, code.toUpperCase(), ...forms])], code);
}
