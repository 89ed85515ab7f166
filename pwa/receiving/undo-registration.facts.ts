import { type Command, commandReference } from '#shared/command/envelope.ts';
import {
  decideUndo,
  type RegistrationFacts,
  type UndoFacts,
  type UndoRegistrationBody,
  undoRegistration,
} from '#shared/receiving/undo-registration.ts';
import type { Effect, StockEffect } from '../store/effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import type { QueuedCommand } from '../store/queued-command.ts';
import type { ReadThings } from '../store/read-things.ts';

/** Taking back what this device registered itself; of other registrations it knows too little to say anything. */
export const undoRegistrationOnDevice = deviceOperation({
  operation: undoRegistration,
  facts: undoFacts,
  decide: decideUndo,
  effects: (command, plan): Effect[] =>
    [...new Set(plan.registrations.map(({ order }) => order))].map((order) => ({
      does: 'undo-registration',
      order,
      command: commandReference(command.body.registration) ?? '',
    })),
});

async function undoFacts(
  { body, warehouse }: Command<UndoRegistrationBody>,
  read: ReadThings,
): Promise<UndoFacts | null> {
  const made = commandReference(body.registration);
  const queued = made === null ? undefined : await read.queued(made);
  if (!queued) return null;
  const registrations: RegistrationFacts[] = [];
  for (const [registration, entry] of registeredBy(queued)) {
    const { order, line, id } = registration;
    const known = (await read.thing('inboundOrder', order))?.registrations;
    // Not known any more: it was undone, or a receipt tells of it. Which of the two only the server can say.
    if (!known?.some((each) => each.command === queued.id)) return null;
    const { item, owner, lot, serial, quantityBase, to } = entry;
    registrations.push({
      ...{ id, order, line, item, owner, lot, serial, quantityBase, warehouse },
      ...{ entry: '', load: '', loadStatus: 'open', status: 'active', openWork: null, othersOnWorkBase: 0 },
      ...{ location: to.location, licensePlate: to.licensePlate, inventoryStatus: to.inventoryStatus },
      atDockBase: await atDockBase(read, entry),
    });
  }
  return { registrations, isMoveNews: false };
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

async function atDockBase(read: ReadThings, entry: StockEffect): Promise<number> {
  if (entry.to.licensePlate === null) return entry.quantityBase;
  const plate = await read.thing('licensePlate', entry.to.licensePlate);
  if (plate?.location !== entry.to.location) return 0;
  return plate.contents
    .filter(
      ({ item, lot, serial }) => item === entry.item && lot === (entry.lot ?? '') && serial === (entry.serial ?? ''),
    )
    .reduce((sum, content) => sum + content.quantityBase, 0);
}
