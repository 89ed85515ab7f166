import type { OntoPlate } from '#shared/ledger/onto-plate.ts';
import type { AppTrx } from '../store.ts';
import { isLocationHere } from './places.queries.ts';
import { familyOf, stockOfFamily } from './plate-family.queries.ts';
import { expectedIn, findPlate, isCartonHere, lockPlate, plateNumberOf } from './plates.queries.ts';

/**
 * The plate that goods come onto, `command:<id>` resolved, locked. `moving`: the plate that comes whole; '' for goods that
 * do not.
 */
export async function ontoPlate(
  trx: AppTrx,
  asked: { readonly text: string; readonly warehouse: string; readonly moving: string },
): Promise<OntoPlate> {
  const { text, warehouse, moving } = asked;
  const filled = await plateNumberOf(trx, text);
  const number = filled ?? text;
  await lockPlate(trx, number);
  const known = await findPlate(trx, number);
  const [row] = await stockOfFamily(trx, number);
  return {
    number,
    warehouse: known?.warehouse ?? warehouse,
    parent: known?.parent ?? null,
    location: row?.location ?? null,
    isNew: known === null,
    expectedIn: row ? null : await expectedIn(trx, number),
    isUnknown: filled === null,
    isCarton: await isCartonHere(trx, number),
    isLocation: known === null && (await isLocationHere(trx, warehouse, number)),
    isInside: moving !== '' && (await familyOf(trx, moving)).includes(number),
  };
}
