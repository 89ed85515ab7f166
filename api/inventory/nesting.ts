import type { NestingPlate } from '#shared/inventory/nesting.ts';
import { shipmentsOn } from '#shared/inventory/promises.ts';
import { ontoPlate } from '../platform/facts/onto-plate.ts';
import {
  carriersOf,
  lockStockOfFamily,
  nestPlate,
  publishCarriers,
  settlePlateIn,
  takeOffCarriers,
} from '../platform/facts/plate-family.queries.ts';
import { makePlate } from '../platform/facts/plates.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { levelsOn } from './promises.queries.ts';
import { promisesOf } from './promises.ts';

/** The plate that goods come onto, and what the rules of nesting ask of it. `moving`: the plate that comes whole, or ''. */
export async function nestingPlate(
  trx: AppTrx,
  asked: { readonly text: string; readonly warehouse: string; readonly moving: string },
): Promise<NestingPlate> {
  const onto = await ontoPlate(trx, asked);
  const rows = await lockStockOfFamily(trx, onto.number);
  const below = (await carriersOf(trx, onto.number)).length;
  const coming = asked.moving === '' ? 0 : await levelsOn(trx, asked.moving);
  return {
    ...onto,
    levels: below + 1 + coming,
    shipments: shipmentsOn(rows, await promisesOf(trx, asked.warehouse, rows)),
  };
}

/** Goods came onto a plate: one that nobody knew is made, one that was empty stands by itself from now on. */
export async function settleNesting(
  trx: AppTrx,
  change: { readonly commandId: string; readonly warehouse: string },
  { number, isNew, location }: NestingPlate,
): Promise<void> {
  if (isNew) await makePlate(trx, { number, ...change });
  else if (location === null) {
    await takeOffCarriers(trx, change.warehouse, number);
    await settlePlateIn(trx, change.warehouse, number);
  }
}

/** A plate stands on another one, or on none, and all that it stood or stands on is another for devices. */
export async function standOn(
  trx: AppTrx,
  warehouse: string,
  licensePlate: string,
  parent: string | null,
): Promise<void> {
  await publishCarriers(trx, warehouse, licensePlate);
  await nestPlate(trx, licensePlate, parent);
  await publishCarriers(trx, warehouse, licensePlate);
}
