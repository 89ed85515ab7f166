import { type Command, commandReference } from '#shared/command/envelope.ts';
import type { PlateContent } from '#shared/ledger/thing.ts';
import {
  decideUndo,
  type RegistrationFacts,
  type UndoFacts,
  type UndoPlan,
  type UndoRegistrationBody,
  undoRegistration,
} from '#shared/receiving/undo-registration.ts';
import { contentOf, type Effect, type StockEffect } from '../store/effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import type { QueuedCommand } from '../store/queued-command.ts';
import { foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';

/** Taking back what this device registered itself; of other registrations it knows too little to say anything. */
export const undoRegistrationOnDevice = deviceOperation({
  operation: undoRegistration,
  facts: undoFacts,
  decide: decideUndo,
  effects: undoEffects,
});

function undoEffects(
  command: Command<UndoRegistrationBody>,
  { registrations, cancelledWork }: UndoPlan,
  { taken }: KnownFacts,
): Effect[] {
  const made = commandReference(command.body.registration) ?? '';
  const orders = [...new Set(registrations.map(({ order }) => order))];
  return [
    ...orders.map((order): Effect => ({ does: 'undo-registration', order, command: made })),
    ...cancelledWork.map((work): Effect => ({ does: 'close-work', work })),
    ...taken.filter(({ work }) => !cancelledWork.includes(work)),
  ];
}

interface KnownFacts extends UndoFacts {
  /** The loose goods among them, by the put-away that waits for them. */
  readonly taken: readonly Extract<Effect, { does: 'take-loose' }>[];
}

async function undoFacts(
  { body, warehouse }: Command<UndoRegistrationBody>,
  read: ReadThings,
): Promise<KnownFacts | null> {
  const made = commandReference(body.registration);
  const queued = made === null ? undefined : await read.queued(made);
  if (!queued) return null;
  const brought = registeredBy(queued);
  // Of hundreds of serial numbers on one plate, order, plate and put-away are looked up once.
  const orders = new Set(brought.map(([{ order }]) => order));
  for (const order of orders) {
    // Not known any more: it was undone, or a receipt tells of it. Which of the two only the server can say.
    if (!(await isRegistered(read, order, queued.id))) return null;
  }
  const stands = new Map<string, Standing>();
  for (const [, entry] of brought) {
    const place = placeOf(entry);
    if (!stands.has(place)) stands.set(place, await goodsWith(read, entry));
  }
  const registrations: RegistrationFacts[] = [];
  const taken: KnownFacts['taken'][number][] = [];
  for (const [{ order, line, id }, entry] of brought) {
    const { item, owner, lot, serial, quantityBase, to } = entry;
    const { work, goods } = stands.get(placeOf(entry)) ?? { work: null, goods: null };
    const allBase = brought.reduce((sum, [, other]) => sum + (isTogether(entry, other) ? other.quantityBase : 0), 0);
    registrations.push({
      ...{ id, order, line, item, owner, lot, serial, quantityBase, warehouse },
      ...{ entry: '', load: '', loadStatus: 'open', status: 'active', openWork: work },
      ...{ location: to.location, licensePlate: to.licensePlate, inventoryStatus: to.inventoryStatus },
      atDockBase: goods ? sumOf(goods.filter((content) => isSame(content, entry))) : quantityBase,
      othersOnWorkBase: goods ? sumOf(goods) - allBase : 0,
    });
    const isLoose = work !== null && to.licensePlate === null;
    if (isLoose) taken.push({ does: 'take-loose', work, taken: [contentOf(entry, to)] });
  }
  return { registrations, isMoveNews: false, taken };
}

/** Whether a registration stands on the order and is on no receipt yet. */
export async function isRegistered(read: ReadThings, order: string, command: string): Promise<boolean> {
  const known = (await read.thing('inboundOrder', order))?.registrations;
  return known?.some((each) => each.command === command) ?? false;
}

interface Registered {
  readonly id: string;
  readonly order: string;
  readonly line: number;
}

/** The registrations of a command with the stock each brought in: both lists were made in the same order. */
function registeredBy({ effects }: QueuedCommand): [Registered, StockEffect][] {
  const entries = effects.flatMap((effect) => (effect.does === 'move-stock' ? effect.entries : []));
  const made = effects.flatMap((effect) =>
    effect.does === 'register'
      ? effect.registrations.map(({ registration, line }) => ({ id: registration, order: effect.order, line }))
      : [],
  );
  return made.flatMap((registration, index) => {
    const entry = entries[index];
    return entry ? [[registration, entry]] : [];
  });
}

interface Standing {
  readonly work: string | null;
  readonly goods: readonly PlateContent[] | null;
}

/** Goods with the same are asked about once. */
function placeOf({ to, item }: StockEffect): string {
  return JSON.stringify([to.licensePlate, to.location, to.licensePlate === null ? item : null]);
}

/**
 * What stands with the goods where they were registered, and the put-away that waits for all of it. `goods` null: the
 * device cannot know, as of loose goods that no work tells of.
 */
async function goodsWith(read: ReadThings, { to, item }: StockEffect): Promise<Standing> {
  if (to.licensePlate === null) {
    const works = foundOf(await read.byCodes([snapshotCode.workOfLoose(item)]), 'work');
    const work = works.find(({ value }) => value.fromLocation === to.location);
    return { work: work?.key ?? null, goods: work?.value.loose ?? null };
  }
  const [work] = foundOf(await read.byCodes([snapshotCode.workOfPlate(to.licensePlate)]), 'work');
  const plate = await read.thing('licensePlate', to.licensePlate);
  return { work: work?.key ?? null, goods: plate?.location === to.location ? plate.contents : [] };
}

/** On the same plate; loose goods of the same item. */
function isTogether(one: StockEffect, other: StockEffect): boolean {
  const { licensePlate } = one.to;
  return other.to.licensePlate === licensePlate && (licensePlate !== null || other.item === one.item);
}

function isSame({ item, lot, serial }: PlateContent, entry: StockEffect): boolean {
  return item === entry.item && lot === (entry.lot ?? '') && serial === (entry.serial ?? '');
}

function sumOf(goods: readonly PlateContent[]): number {
  return goods.reduce((sum, { quantityBase }) => sum + quantityBase, 0);
}
