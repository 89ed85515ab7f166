import { type Command, commandReference } from '#shared/command/envelope.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import type { RegisterFacts } from '#shared/receiving/facts.ts';
import { decideRegister, type RegisterBody, type RegisterPlan, register } from '#shared/receiving/register.ts';
import { undoRegistration } from '#shared/receiving/undo-registration.ts';
import type { Effect } from '../store/effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import type { ReadThings } from '../store/read-things.ts';
import { firstDock, ordersNamed, receivingLine, receivingOrder } from './order-facts.ts';

/** Registering on the device: lots and serials of the whole building are not known here, so nothing is said about them. */
export const registerOnDevice = deviceOperation({
  operation: register,
  facts: registerFacts,
  decide: decideRegister,
  effects: registerEffects,
  undo: ({ id, state }) => {
    const isThere = state === 'waiting' || state === 'applied';
    return isThere ? { ...undoRegistration, body: { registration: `command:${id}` } } : null;
  },
});

async function registerFacts(
  { body, warehouse }: Command<RegisterBody>,
  read: ReadThings,
): Promise<RegisterFacts | null> {
  const orders = await ordersNamed(read, body.order, body.sourceSystem);
  const [order] = orders;
  const isByLoad = body.load !== undefined || body.order === undefined;
  const namesCommand = body.licensePlate != null && commandReference(body.licensePlate) !== null;
  if (isByLoad || namesCommand || !order) return null;
  const dock = body.location === undefined ? await firstDock(read) : await read.thing('location', body.location);
  return {
    orders: orders.map((each) => receivingOrder(each, warehouse)),
    lines: orders.flatMap((each) => each.lines.map((line) => receivingLine(each, line))),
    load: null,
    announced: null,
    item: (await read.thing('item', itemKey(order.sourceSystem, body.item))) ?? null,
    location: dock ? { code: dock.code, type: dock.type, isActive: dock.isActive } : null,
    lot: null,
    serialsInStock: [],
    plate: body.licensePlate == null ? null : await plateFacts(read, body.licensePlate, warehouse),
    newPlate: null,
    looseWork: null,
    registeredSinceBase: 0,
    isOrderNews: false,
  };
}

async function plateFacts(read: ReadThings, number: string, warehouse: string): Promise<RegisterFacts['plate']> {
  const plate = await read.thing('licensePlate', number);
  if (!plate) return null;
  const location = plate.location === null ? undefined : await read.thing('location', plate.location);
  return { number, warehouse, location: plate.location, locationType: location?.type ?? null, openWork: null };
}

function registerEffects(command: Command<RegisterBody>, plan: RegisterPlan): Effect[] {
  const byOrder = Map.groupBy(plan.registrations, (registration) => registration.line.order);
  return [...byOrder].map(([order, registrations]) => ({
    does: 'register',
    order,
    registrations: registrations.map(({ id, line, quantityBase }) => ({
      registration: id,
      command: command.id,
      line: line.line,
      item: line.item,
      quantityBase,
      licensePlate: plan.licensePlate ?? '',
      lot: command.body.lot ?? null,
    })),
  }));
}
