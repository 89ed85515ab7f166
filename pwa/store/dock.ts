import type { ReceivingPlate } from '#shared/ledger/arriving-goods.ts';
import type { ItemThing, LocationThing, PlateContent } from '#shared/ledger/thing.ts';
import { foundOf, type ReadThings } from './read-things.ts';
import { snapshotCode } from './snapshot-codes.ts';

/** The dock that goods come in at where none is named: the first on the way. */
export async function firstDock(read: ReadThings): Promise<LocationThing | undefined> {
  const docks = foundOf(await read.byCodes([snapshotCode.docks]), 'location').map(({ value }) => value);
  return docks.sort((one, other) => one.walkSequence - other.walkSequence)[0];
}

/** Where no dock is named: that of the plate, else the first. */
export async function dockOf(plate: ReceivingPlate | null, read: ReadThings) {
  const dock = dockUnder(plate);
  return dock === null ? firstDock(read) : read.thing('location', dock);
}

/** The dock that a plate stands at; null where it stands at none. */
export function dockUnder(plate: ReceivingPlate | null): string | null {
  return plate?.locationType === 'receiving' ? plate.location : null;
}

/** The plate as it stands in the building; null where nobody has seen it. */
export async function standing(number: string, warehouse: string, read: ReadThings): Promise<ReceivingPlate | null> {
  const plate = await read.thing('licensePlate', number);
  if (!plate) return null;
  const [location, works] = await Promise.all([
    plate.location === null ? undefined : read.thing('location', plate.location),
    read.byCodes([snapshotCode.workOfPlate(number)]),
  ]);
  const [work] = foundOf(works, 'work');
  const openWork = work?.key ?? null;
  return { number, warehouse, location: plate.location, locationType: location?.type ?? null, openWork };
}

/** The put-away that waits for loose goods of the item at this dock. */
export async function looseWorkAt(read: ReadThings, dock: string, itemKey: string): Promise<string | null> {
  const works = foundOf(await read.byCodes([snapshotCode.workOfLoose(itemKey)]), 'work');
  return works.find(({ value }) => value.fromLocation === dock)?.key ?? null;
}

/** Loose goods as the put-away that waits for them tells of them. */
export function looseAt(
  item: ItemThing | null,
  goods: Omit<PlateContent, 'description' | 'baseUnit' | 'decimals'>,
): PlateContent {
  const { description = '', baseUnit = '', decimals = 0 } = item ?? {};
  return { ...goods, description, baseUnit, decimals };
}
