import type { StockRow } from '#shared/ledger/stock-row.ts';
import { statement } from '../platform/db/statement.ts';
import { undoneLines } from '../platform/facts/literals.ts';
import { placeOfPlate } from '../platform/facts/plates.queries.ts';
import { promisesAt } from '../platform/facts/promised-goods.queries.ts';
import type { AppTrx } from '../platform/store.ts';

/** What is promised of these rows, locked, as it is kept. */
export async function lockPromises(trx: AppTrx, warehouse: string, rows: readonly StockRow[]) {
  const reserved = rows.filter(({ reservedBase }) => reservedBase > 0);
  const places = new Map(
    reserved.map(({ location, item }) => [`${location}\u0000${item}`, { location, itemKey: item }]),
  );
  const plates = new Set(reserved.map(({ licensePlate }) => licensePlate));
  const found = [];
  for (const place of places.values()) {
    found.push(...(await trx.all(promisesAt.lock[trx.dialect], { warehouse, ...place })));
  }
  return found.filter(({ license_plate: plate }) => plates.has(plate));
}

/** The goods of a stop stand somewhere else now. */
export const moveStop = statement<{
  work: string;
  line: number;
  location: string;
  licensePlate: string;
  walkSequence: number;
}>()((k, p) =>
  k
    .updateTable('work_line')
    .set({ location: p('location'), license_plate: p('licensePlate'), walk_sequence: p('walkSequence') })
    .where('work', '=', p('work'))
    .where('line', '=', p('line'))
    .where('status', 'in', undoneLines),
);

const platesOn = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('license_plate as c')
    .select('c.number')
    .where('c.parent', '=', p('number'))
    .where(placeOfPlate('c.number'), 'is not', null)
    .orderBy('c.number'),
);

/** How many plates stand on one another on a plate, it counted; no deeper than matters. */
export async function levelsOn(trx: AppTrx, licensePlate: string, atMost = 4): Promise<number> {
  if (atMost <= 1) return 1;
  let levels = 0;
  for (const number of await standingOn(trx, licensePlate))
    levels = Math.max(levels, await levelsOn(trx, number, atMost - 1));
  return levels + 1;
}

/** The plates that stand on a plate itself, as long as there are goods on them or on those that they carry. */
export async function standingOn(trx: AppTrx, licensePlate: string): Promise<string[]> {
  return (await trx.all(platesOn, { number: licensePlate })).map(({ number }) => number);
}
