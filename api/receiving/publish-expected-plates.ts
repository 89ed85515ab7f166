import type { AppTrx } from '../platform/store.ts';
import { platesOnLoad } from './load-facts.queries.ts';

/** The announced plates of a load are others for devices than before: a completed load announces none. */
export async function publishExpectedPlates(trx: AppTrx, load: string, warehouse: string): Promise<void> {
  for (const { license_plate: key } of await trx.all(platesOnLoad, { load })) {
    trx.publish({ kind: 'thing', thing: 'expectedPlate', key, warehouse, deleted: false });
  }
}
