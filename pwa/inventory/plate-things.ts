import type { NestingPlate } from '#shared/inventory/nesting.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import type { LicensePlateThing } from '#shared/ledger/thing.ts';
import type { NestPlate } from '../store/nesting-effects.ts';
import type { ReadThings } from '../store/read-things.ts';

/** A plate with those that stand on it, as the device knows them. */
export interface KnownFamily {
  readonly plate: LicensePlateThing;
  readonly plates: readonly LicensePlateThing[];
  /** What is on all of them. What of it is promised the device does not know: the server judges that. */
  readonly rows: readonly StockRow[];
}

export async function familyOf(number: string, read: ReadThings): Promise<KnownFamily | null> {
  const plate = await read.thing('licensePlate', number);
  if (!plate) return null;
  const nested = await Promise.all((plate.nested ?? []).map((each) => read.thing('licensePlate', each)));
  const plates = [plate, ...nested.filter((each) => each !== undefined)];
  const location = plates.find((each) => each.location !== null)?.location ?? '';
  const rows = plates.flatMap(({ licensePlate, contents }) =>
    contents.map((content) => ({ ...content, location, licensePlate, reservedBase: 0 })),
  );
  return { plate, plates, rows };
}

/** The same for what needs to know the goods; null also where they are not told of, because they are being counted. */
export async function familyWithGoods(number: string, read: ReadThings): Promise<KnownFamily | null> {
  const family = await familyOf(number, read);
  return family?.plates.every(({ withheld }) => withheld === undefined) ? family : null;
}

/** The plate that goods come onto, as far as the device knows it. */
export async function nestingPlate(
  number: string,
  asked: { readonly warehouse: string; readonly moving: KnownFamily | null },
  read: ReadThings,
): Promise<NestingPlate> {
  const onto = await familyOf(number, read);
  const { warehouse, moving } = asked;
  return {
    number,
    warehouse,
    parent: onto?.plate.parent ?? null,
    location: onto?.rows[0]?.location ?? null,
    isNew: onto === null,
    isInside: moving?.plates.some(({ licensePlate }) => licensePlate === number) ?? false,
    levels: 1,
    shipments: new Set(),
  };
}

/** The plates that a plate stands on, however many on top of one another. */
async function carriersOf(number: string | undefined, read: ReadThings): Promise<string[]> {
  const carriers: string[] = [];
  for (let next = number; next !== undefined && !carriers.includes(next); ) {
    carriers.push(next);
    next = (await read.thing('licensePlate', next))?.parent;
  }
  return carriers;
}

/** What becomes of a plate that comes to stand on another one, or on none; nothing where it stays where it is. */
export async function standOn(number: string, parent: string | null, read: ReadThings): Promise<NestPlate[]> {
  const family = await familyOf(number, read);
  const before = family?.plate.parent;
  if ((before ?? null) === parent) return [];
  const left = await carriersOf(before, read);
  const onto = parent === null ? [] : await carriersOf(parent, read);
  const members = family?.plates.map(({ licensePlate }) => licensePlate) ?? [number];
  return [{ does: 'nest-plate', licensePlate: number, parent, family: members, left, onto }];
}
