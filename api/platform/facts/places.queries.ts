import type { Runner } from '../db/connection.ts';
import { isOneOf } from '../db/lists.ts';
import { remembered } from '../db/remember.ts';
import { type RowOf, statement } from '../db/statement.ts';

/** What a place is for and where it lies on the walk, without what stands there. */
export interface Place {
  readonly code: string;
  readonly type: string;
  readonly zone: string;
  readonly walkSequence: number;
  readonly isActive: boolean;
}

const columns = ['code', 'type', 'zone', 'walk_sequence', 'active'] as const;

const placeWithCode = statement<{ warehouse: string; code: string }>()((k, p) =>
  k.selectFrom('location').select(columns).where('warehouse', '=', p('warehouse')).where('code', '=', p('code')),
);

const firstWithType = statement<{ warehouse: string; type: string }>()((k, p) =>
  k
    .selectFrom('location')
    .select(columns)
    .where('warehouse', '=', p('warehouse'))
    .where('type', '=', p('type'))
    .where('active', '=', 1)
    .orderBy('walk_sequence')
    .orderBy('code')
    .limit(1),
);

const mayOwe = statement<{ warehouse: string; codes: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('location')
    .select('code')
    .where('warehouse', '=', p('warehouse'))
    .where(isOneOf(dialect, 'code', p('codes')))
    .where('allows_negative', '=', 1),
);

/** Which of these places have a profile that lets their stock go below zero. */
export async function placesThatMayOwe(
  read: Runner,
  warehouse: string,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  return new Set((await read.all(mayOwe, { warehouse, codes })).map(({ code }) => code));
}

/** A place by its code, somebody's hands too; null where there is none. Asked once in a transaction. */
export async function placeNamed(read: Runner, warehouse: string, code: string): Promise<Place | null> {
  const place = await remembered(read, `place ${warehouse} ${code}`, async () => {
    const row = await read.one(placeWithCode, { warehouse, code });
    return row && placeOf(row);
  });
  return place ?? null;
}

const locationNamed = statement<{ warehouse: string; code: string; upper: string }>()((k, p) =>
  k
    .selectFrom('location')
    .select('code')
    .where('warehouse', '=', p('warehouse'))
    .where((eb) => eb.or([eb('code', '=', p('code')), eb('code', '=', p('upper'))]))
    .limit(1),
);

/** The code of the location that a text names as it stands or in capitals; null where there is none. */
export async function locationCodeOf(read: Runner, warehouse: string, text: string): Promise<string | null> {
  return (await read.one(locationNamed, { warehouse, code: text, upper: text.toUpperCase() }))?.code ?? null;
}

/** Whether a number that no plate has is the code of a location: somebody scanned that instead. */
export async function isLocationHere(read: Runner, warehouse: string, number: string): Promise<boolean> {
  return (await locationCodeOf(read, warehouse, number)) !== null;
}

const locationsAmong = statement<{ warehouse: string; codes: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('location')
    .select('code')
    .where('warehouse', '=', p('warehouse'))
    .where(isOneOf(dialect, 'code', p('codes'))),
);

const platesAmong = statement<{ numbers: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('license_plate')
    .select('number')
    .where(isOneOf(dialect, 'number', p('numbers'))),
);

/** Which of these numbers no plate has and a location here is called, as they stand or in capitals. */
export async function locationsNamedLike(
  read: Runner,
  warehouse: string,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const codes = numbers.flatMap((number) => [number, number.toUpperCase()]);
  const named = new Set((await read.all(locationsAmong, { warehouse, codes })).map(({ code }) => code));
  const alike = numbers.filter((number) => named.has(number) || named.has(number.toUpperCase()));
  if (alike.length === 0) return new Set();
  const plates = new Set((await read.all(platesAmong, { numbers: alike })).map(({ number }) => number));
  return new Set(alike.filter((number) => !plates.has(number)));
}

/** The first place of a type on the walk that is in use; null where there is none. */
export async function firstPlaceOf(read: Runner, warehouse: string, type: string): Promise<Place | null> {
  const row = await read.one(firstWithType, { warehouse, type });
  return row ? placeOf(row) : null;
}

function placeOf(row: RowOf<typeof placeWithCode>): Place {
  const { code, type, zone, walk_sequence: walkSequence, active } = row;
  return { code, type, zone, walkSequence, isActive: active === 1 };
}
