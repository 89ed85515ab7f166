import type { Reservation } from '#shared/ledger/reservation.ts';
import type { AppTrx } from '../store.ts';
import { candidatesFor } from './candidates.queries.ts';
import { originsOf } from './direct-back.queries.ts';
import { placeNamed } from './places.queries.ts';
import { itemsByKey } from './stock-items.queries.ts';

/** Goods of one kind that go to one place, on one plate. */
export interface Stop {
  readonly location: string;
  readonly licensePlate: string;
  readonly unit: string;
  readonly walkSequence: number;
  readonly zone: string;
  readonly goods: readonly Reservation[];
}

/** The walk that brings goods back to where they came from; those straight from the dock go beside others of their kind. */
export async function wayBack(trx: AppTrx, warehouse: string, goods: readonly Reservation[]): Promise<Stop[]> {
  const works = [...new Set(goods.flatMap(({ work }) => work ?? []))];
  const origins = new Map((await trx.all(originsOf, { works })).map((row) => [lineOf(row.work, row.line), row]));
  const items = new Map(
    (await itemsByKey(trx, new Set(goods.map(({ item }) => item)))).map((item) => [item.key, item]),
  );
  const places = new Map<string, Awaited<ReturnType<typeof placeNamed>>>();
  const stops: Stop[] = [];
  for (const one of goods) {
    const taken = origins.get(lineOf(one.work, one.workLine));
    const location = taken?.location ?? (await besideItsKind(trx, warehouse, one));
    if (!places.has(location)) places.set(location, await placeNamed(trx, warehouse, location));
    const place = places.get(location);
    stops.push({
      location,
      licensePlate: taken?.license_plate ?? one.licensePlate,
      unit: taken?.item_key === one.item ? taken.unit : (items.get(one.item)?.baseUnit ?? ''),
      walkSequence: taken?.walk_sequence ?? place?.walkSequence ?? 0,
      zone: place?.zone ?? '',
      goods: [one],
    });
  }
  return joined(stops).sort((a, b) => a.walkSequence - b.walkSequence);
}

function lineOf(work: string | null, line: number | null): string {
  return `${work} ${line}`;
}

async function besideItsKind(trx: AppTrx, warehouse: string, goods: Reservation): Promise<string> {
  const kept = await candidatesFor(trx, warehouse, goods.item);
  const alike = kept.filter(
    ({ owner, inventoryStatus, locationType }) =>
      owner === goods.owner &&
      inventoryStatus === goods.inventoryStatus &&
      (locationType === 'storage' || locationType === 'pick'),
  );
  const ofLot = alike.filter(({ lot }) => lot === goods.lot);
  const [first] = (ofLot.length > 0 ? ofLot : alike).sort((a, b) => a.walkSequence - b.walkSequence);
  return first?.location ?? '';
}

/** What is of one kind, is on one plate and goes to one place is one stop. */
function joined(stops: readonly Stop[]): Stop[] {
  const kindOf = ({ location, licensePlate, goods: [one] }: Stop) =>
    [location, licensePlate, one?.licensePlate, one?.item, one?.owner, one?.lot, one?.inventoryStatus].join('\u0000');
  return [...Map.groupBy(stops, kindOf).values()].flatMap((alike) => {
    const [first] = alike;
    return first ? [{ ...first, goods: alike.flatMap(({ goods }) => goods) }] : [];
  });
}
