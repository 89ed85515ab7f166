import { type Command, commandReference } from '#shared/command/envelope.ts';
import { totalBase } from '#shared/kernel/quantity.ts';
import type { PlateContent } from '#shared/ledger/thing.ts';
import {
  decideUndo,
  type RegistrationFacts,
  type UndoFacts,
  type UndoPlan,
  type UndoRegistrationBody,
  undoRegistration,
} from '#shared/receiving/undo-registration.ts';
import { commandsOf, type Effect } from '../store/effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import type { QueuedCommand } from '../store/queued-command.ts';
import { foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { contentOf, movedBy, type StockEffect } from '../store/stock-effects.ts';
import type { Registered } from './registered.ts';

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
    ...orders.map(
      (order): Effect => ({ does: 'undo-registration', order, command: made, lines: linesOf(order, registrations) }),
    ),
    ...cancelledWork.map((work): Effect => ({ does: 'close-work', work })),
    ...taken.filter(({ work }) => !cancelledWork.includes(work)),
  ];
}

function linesOf(order: string, registrations: readonly RegistrationFacts[]) {
  const ofOrder = Map.groupBy(
    registrations.filter((one) => one.order === order),
    ({ line }) => line,
  );
  return [...ofOrder].map(([line, same]) => ({ line, quantityBase: totalBase(same) }));
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
  const broughtBase = new Map<string, number>();
  for (const [, entry] of brought) {
    const place = placeOf(entry);
    if (!stands.has(place)) stands.set(place, await goodsWith(read, entry));
    broughtBase.set(place, (broughtBase.get(place) ?? 0) + entry.quantityBase);
  }
  const registrations: RegistrationFacts[] = [];
  const taken: KnownFacts['taken'][number][] = [];
  for (const [{ order, line, registration: id }, entry] of brought) {
    const { item, owner, lot, serial, quantityBase, to } = entry;
    const place = placeOf(entry);
    const { work, goods } = stands.get(place) ?? { work: null, goods: null };
    registrations.push({
      ...{ id, order, line, item, owner, lot, serial, quantityBase, warehouse },
      ...{ entry: '', load: '', loadStatus: 'open', status: 'active', openWork: work },
      ...{ location: to.location, licensePlate: to.licensePlate, inventoryStatus: to.inventoryStatus },
      atDockBase: goods ? (goods.base.get(kindOf(contentOf(entry, to))) ?? 0) : quantityBase,
      othersOnWorkBase: goods ? goods.allBase - (broughtBase.get(place) ?? 0) : 0,
    });
    const isLoose = work !== null && to.licensePlate === null;
    if (isLoose) taken.push({ does: 'take-loose', work, taken: [contentOf(entry, to)] });
  }
  return { registrations, isMoveNews: false, taken };
}

/** Whether a registration stands on the order and is on no receipt yet. */
export async function isRegistered(read: ReadThings, order: string, command: string): Promise<boolean> {
  const known = (await read.thing('inboundOrder', order))?.registrations;
  return known?.some((each) => commandsOf(each).includes(command)) ?? false;
}

/**
 * The stock that a command brought in, piece by piece, with the registration it belongs to: both lists were made in the same
 * order, and pieces of one line are one registration here.
 */
function registeredBy({ effects }: QueuedCommand): [Registered, StockEffect][] {
  const made = effects.flatMap((effect) =>
    effect.does === 'register' ? effect.registrations.map((one) => ({ ...one, order: effect.order })) : [],
  );
  let leftBase = 0;
  let of: Registered | undefined;
  return movedBy(effects).flatMap((entry) => {
    if (leftBase <= 0) {
      of = made.shift();
      leftBase = of?.quantityBase ?? 0;
    }
    leftBase -= entry.quantityBase;
    return of ? [[of, entry]] : [];
  });
}

interface Standing {
  readonly work: string | null;
  readonly goods: Together | null;
}

/** How much stands together, and how much of each kind of it. */
interface Together {
  readonly allBase: number;
  readonly base: ReadonlyMap<string, number>;
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
    return { work: work?.key ?? null, goods: work?.value.loose ? together(work.value.loose) : null };
  }
  const [work] = foundOf(await read.byCodes([snapshotCode.workOfPlate(to.licensePlate)]), 'work');
  const plate = await read.thing('licensePlate', to.licensePlate);
  return { work: work?.key ?? null, goods: together(plate?.location === to.location ? plate.contents : []) };
}

function together(contents: readonly PlateContent[]): Together {
  const base = new Map<string, number>();
  for (const content of contents) base.set(kindOf(content), (base.get(kindOf(content)) ?? 0) + content.quantityBase);
  return { allBase: totalBase(contents), base };
}

/** Told apart by item, lot and serial. */
function kindOf({ item, lot, serial }: PlateContent): string {
  return [item, lot, serial].join('\u0000');
}
