import { sql } from 'kysely';
import { commandReference } from '#shared/command/envelope.ts';
import type { Runner } from '../db/connection.ts';
import { lockFirst, lockingStatement, TryAgain } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { openStatus } from './literals.ts';

const plateWithNumber = statement<{ number: string }>()((k, p) =>
  k.selectFrom('license_plate').select(['number', 'warehouse', 'parent']).where('number', '=', p('number')),
);

/** Entries of a command have ids that begin with its own. */
const plateFilledBy = statement<{ from: string; to: string }>()((k, p) =>
  k
    .selectFrom('ledger_entry')
    .select('to_plate as number')
    .where('id', '>=', p('from'))
    .where('id', '<', p('to'))
    .where('to_plate', 'is not', null)
    .limit(1),
);

const platesToLock = lockingStatement<{ number: string }>()((k, p) =>
  k.selectFrom('license_plate').select('number').where('number', '=', p('number')),
);

const insertPlate = statement<{
  number: string;
  warehouse: string;
  parent: string | null;
  commandId: string;
  at: number;
}>()((k, p) =>
  k
    .insertInto('license_plate')
    .values({
      number: p('number'),
      warehouse: p('warehouse'),
      parent: p('parent'),
      command_id: p('commandId'),
      created_at: p('at'),
    })
    .onConflict((conflict) => conflict.column('number').doNothing()),
);

const openWorkOfPlate = statement<{ licensePlate: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select('id')
    .where('license_plate', '=', p('licensePlate'))
    .where('status', '=', openStatus)
    .limit(1),
);

const openWorkOfLoose = statement<{ itemKey: string; location: string; warehouse: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select('id')
    .where('item_key', '=', p('itemKey'))
    .where('from_location', '=', p('location'))
    .where('warehouse', '=', p('warehouse'))
    .where('license_plate', 'is', null)
    .where('status', '=', openStatus)
    .limit(1),
);

/**
 * The number that `command:<id>` stands for, the plate that this command put goods on; or the number itself. Null when
 * that command filled no plate.
 */
export async function plateNumberOf(read: Runner, text: string): Promise<string | null> {
  const commandId = commandReference(text);
  if (commandId === null) return text;
  return (await read.one(plateFilledBy, { from: `${commandId}:`, to: `${commandId};` }))?.number ?? null;
}

/** A plate, and the one it stands on. */
export interface KnownPlate {
  readonly number: string;
  readonly warehouse: string;
  readonly parent: string | null;
}

/** The plate that a command is about to change, locked: goods cannot be put on it while it is carried away. */
export async function takePlate(trx: AppTrx, text: string): Promise<KnownPlate | null> {
  const number = await plateNumberOf(trx, text);
  if (number === null) return null;
  await lockPlate(trx, number);
  return (await trx.one(plateWithNumber, { number })) ?? null;
}

export async function findPlate(read: Runner, text: string): Promise<KnownPlate | null> {
  const number = await plateNumberOf(read, text);
  return number === null ? null : ((await read.one(plateWithNumber, { number })) ?? null);
}

/**
 * For a query: where the goods of a plate stand; of a pallet that only carries other plates, where theirs do. Each storey is
 * asked by itself: asked together, SQLite looks through all that stands anywhere for a plate that has nothing.
 */
export function placeOfPlate(number: string) {
  const plate = sql.ref(number);
  return sql<string | null>`coalesce(
    (select b.location from balance b where b.license_plate = ${plate} and b.license_plate <> '' limit 1),
    (select b.location from license_plate c
      join balance b on b.license_plate = c.number and b.license_plate <> ''
      where c.parent = ${plate} limit 1),
    (select b.location from license_plate m join license_plate c on c.parent = m.number
      join balance b on b.license_plate = c.number and b.license_plate <> ''
      where m.parent = ${plate} limit 1))`;
}

const announcingLoad = statement<{ number: string }>()((k, p) =>
  k
    .selectFrom('expected_plate as e')
    .innerJoin('inbound_load as d', 'd.load_number', 'e.load_number')
    .select('d.warehouse')
    .where('e.license_plate', '=', p('number'))
    .where('d.status', '=', openStatus)
    .limit(1),
);

/** The warehouse that a plate is on its way to; null where no load that is open announces it. */
export async function expectedIn(read: Runner, number: string): Promise<string | null> {
  return (await read.one(announcingLoad, { number }))?.warehouse ?? null;
}

const cartonHere = statement<{ number: string }>()((k, p) =>
  k.selectFrom('carton').select('carton').where('carton', '=', p('number')).where('status', '<>', 'shipped'),
);

/** Whether a number is that of a carton that has not left. */
export async function isCartonHere(read: Runner, number: string): Promise<boolean> {
  return (await read.one(cartonHere, { number })) !== undefined;
}

/** Makes a plate that was not there. Where another transaction made it meanwhile, everything is judged again. */
export async function makePlate(
  trx: AppTrx,
  plate: {
    readonly number: string;
    readonly warehouse: string;
    readonly commandId: string;
    /** The plate it came on. */
    readonly parent?: string | null;
  },
): Promise<void> {
  const made = await trx.count(insertPlate, { ...plate, parent: plate.parent ?? null, at: trx.now });
  if (made === 0) throw new TryAgain(`the plate ${plate.number} was made at the same moment`);
}

/** Locks a plate while goods are put on it: they cannot end up at two places. */
export async function lockPlate(trx: AppTrx, number: string): Promise<void> {
  await lockFirst(trx, platesToLock, { number });
}

/** The put-away that waits for a plate. */
export async function workOfPlate(read: Runner, licensePlate: string): Promise<string | null> {
  return (await read.one(openWorkOfPlate, { licensePlate }))?.id ?? null;
}

/** The put-away that waits for loose goods of an item at a dock. */
export async function workOfLoose(
  read: Runner,
  asked: { readonly warehouse: string; readonly location: string; readonly itemKey: string },
): Promise<string | null> {
  return (await read.one(openWorkOfLoose, asked))?.id ?? null;
}
