import { type Command, commandReference } from '#shared/command/envelope.ts';
import { type CrossDockOffer, type CrossDockWish, crossDockOffers, taggedAs } from '#shared/ledger/cross-dock.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import type { ItemThing, WorkThing } from '#shared/ledger/thing.ts';
import type { RegisterFacts } from '#shared/receiving/facts.ts';
import type { RegisterPlatePlan } from '#shared/receiving/plan-plates.ts';
import type { PlateFacts } from '#shared/receiving/plate-facts.ts';
import { decideRegister, type RegisterPlan, type RegisterResult, register } from '#shared/receiving/register.ts';
import { type AnyRegisterBody, byItem, isWholePlate, type RegisterBody } from '#shared/receiving/register-body.ts';
import { decideRegisterPlate } from '#shared/receiving/register-plate.ts';
import { undoRegistration } from '#shared/receiving/undo-registration.ts';
import { dockUnder, firstDock, looseAt, looseWorkAt, standing } from '../store/dock.ts';
import type { Effect } from '../store/effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import type { ReadThings } from '../store/read-things.ts';
import { lineOnLoad, ordersNamed, receivingLine, receivingOrder } from './order-facts.ts';
import { plateEffects, plateFacts } from './register-plate.facts.ts';
import { registeredEffects } from './registered.ts';
import { isRegistered } from './undo-registration.facts.ts';

/** Registering on the device: lots and serials of the whole building are not known here, so nothing is said about them. */
export const registerOnDevice = deviceOperation<AnyRegisterBody, KnownFacts | PlateFacts, Plan, RegisterResult>({
  operation: register,
  facts: (command, read) => (isWholePlate(command) ? plateFacts(command, read) : registerFacts(byItem(command), read)),
  decide: (command, facts) =>
    'plates' in facts && isWholePlate(command)
      ? decideRegisterPlate(command, facts)
      : decideRegister(byItem(command), facts as KnownFacts),
  effects: (command, plan, facts) =>
    'plates' in plan && isWholePlate(command)
      ? plateEffects(command, plan)
      : registerEffects(byItem(command), plan as RegisterPlan, facts as KnownFacts),
  stateNames: { waiting: 'plateState.processing', applied: 'plateState.received', refused: 'plateState.to-mend' },
  undo: async ({ id, state, effects }, read) => {
    const isDone = state === 'waiting' || state === 'applied';
    const orders = effects.flatMap((effect) => (effect.does === 'register' ? [effect.order] : []));
    const stands = await Promise.all(orders.map((order) => isRegistered(read, order, id)));
    return isDone && !stands.includes(false) ? { ...undoRegistration, body: { registration: `command:${id}` } } : null;
  },
});

type Plan = RegisterPlan | RegisterPlatePlan;

interface KnownFacts extends RegisterFacts {
  readonly item: ItemThing | null;
}

async function registerFacts({ body, warehouse }: Command<RegisterBody>, read: ReadThings): Promise<KnownFacts | null> {
  const itemOf = (sourceSystem: string) => read.thing('item', itemKey(sourceSystem, body.item));
  // Side by side: the worker waits for as many looks into the storage as come one after another.
  const [orders, load, plate, firstOrNamed] = await Promise.all([
    ordersNamed(read, body.order, body.sourceSystem),
    body.load === undefined ? undefined : read.thing('inboundLoad', body.load),
    body.licensePlate == null ? null : standing(body.licensePlate, warehouse, read),
    body.location === undefined ? firstDock(read) : read.thing('location', body.location),
    body.sourceSystem === undefined ? undefined : itemOf(body.sourceSystem),
  ]);
  const [order] = orders;
  const namesCommand = body.licensePlate != null && commandReference(body.licensePlate) !== null;
  if (namesCommand || !order) return null;
  if (body.load !== undefined && !load) return null;
  const ofPlate = body.location === undefined ? dockUnder(plate) : null;
  const dock = ofPlate === null ? firstOrNamed : await read.thing('location', ofPlate);
  return {
    orders: orders.map((each) => receivingOrder(each, warehouse)),
    lines: orders.flatMap((each) =>
      each.lines.map((line) => ({
        ...receivingLine(each, line),
        ...(load && { onLoad: lineOnLoad(load, each.key, line.line) }),
      })),
    ),
    load: load
      ? {
          ...{ number: load.load, warehouse, status: 'open', isPlanned: load.isPlanned },
          orders: load.orders.map((each) => each.order),
        }
      : null,
    announced: null,
    item: (await itemOf(order.sourceSystem)) ?? null,
    location: dock ? { code: dock.code, type: dock.type, isActive: dock.isActive } : null,
    lot: null,
    serialsInStock: [],
    plate,
    newPlate: null,
    looseWork:
      dock && body.licensePlate === null
        ? await looseWorkAt(read, dock.code, itemKey(order.sourceSystem, body.item))
        : null,
    registeredSinceBase: 0,
    isOrderNews: false,
  };
}

function registerEffects(command: Command<RegisterBody>, plan: RegisterPlan, facts: KnownFacts): Effect[] {
  const registered = registeredEffects(
    plan.registrations.map(({ id, line, quantityBase }) => ({
      order: line.order,
      registration: id,
      command: command.id,
      line: line.line,
      item: line.item,
      quantityBase,
      licensePlate: plan.licensePlate ?? '',
      lot: command.body.lot ?? null,
      ...(plan.load !== null && { load: plan.load }),
    })),
  );
  const isWaitedFor = plan.licensePlate !== null && !plan.work.isNew;
  return isWaitedFor ? registered : [...registered, { does: 'open-work', work: workFor(command, plan, facts) }];
}

/** The put-away that the server opens, or adds to, for these goods: of loose ones only it says how much there is. */
function workFor({ id, body }: Command<RegisterBody>, plan: RegisterPlan, { item }: KnownFacts): WorkThing {
  const { licensePlate, location } = plan;
  const crossDock = waitedFor(plan, body);
  const work = {
    ...(crossDock.length > 0 && { crossDock }),
    ...{ work: plan.work.id, type: 'putaway', status: 'open', fromLocation: location, toLocation: null },
  };
  if (licensePlate !== null) return { ...work, licensePlate, item: null, command: id };
  const loose = plan.registrations.map(({ line, serial, quantityBase, inventoryStatus }) =>
    looseAt(item, {
      ...{ item: line.item, owner: line.owner, lot: body.lot ?? '', serial: serial ?? '' },
      ...{ inventoryStatus, quantityBase },
    }),
  );
  return { ...work, licensePlate: null, item: plan.item.key, command: id, loose };
}

/** What of the goods orders wait for, as the device knows it: the server says so too once it hears of them. */
function waitedFor({ registrations, location, licensePlate }: RegisterPlan, body: RegisterBody): CrossDockOffer[] {
  // Mostly nobody waits, and there may be hundreds of pieces.
  if (!registrations.some(({ line }) => line.wishes)) return [];
  const rows = registrations.map(({ line, serial, quantityBase, inventoryStatus }) => ({
    ...{ item: line.item, owner: line.owner, lot: body.lot ?? '', serial: serial ?? '', inventoryStatus },
    ...{ quantityBase, reservedBase: 0, location, licensePlate: licensePlate ?? '' },
    expiryDate: body.expiryDate ?? null,
  }));
  const wishes = new Map<string, CrossDockWish>();
  const cameBase = new Map<string, number>();
  for (const { line, quantityBase } of registrations) {
    for (const wish of line.wishes ?? []) wishes.set(`${wish.order} ${wish.line}`, wish);
    for (const tag of new Set(line.wishes?.map((wish) => wish.tag))) {
      const key = taggedAs(tag, line.item);
      cameBase.set(key, (cameBase.get(key) ?? 0) + quantityBase);
    }
  }
  return crossDockOffers(rows, [...wishes.values()], cameBase);
}
