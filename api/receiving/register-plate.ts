import type { Command } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { totalBase } from '#shared/kernel/quantity.ts';
import type { ReceivingPlace } from '#shared/ledger/arriving-goods.ts';
import type { DiscrepancyClass } from '#shared/ledger/discrepancy.ts';
import type { ReceivingOrder } from '#shared/receiving/facts.ts';
import type { PlateRegistration, ReceivedPlate, RegisterPlatePlan } from '#shared/receiving/plan-plates.ts';
import type { ExpectedPlate, PlateFacts } from '#shared/receiving/plate-facts.ts';
import type { RegisterResult } from '#shared/receiving/register.ts';
import type { RegisterPlateBody } from '#shared/receiving/register-body.ts';
import type { Runner } from '../platform/db/connection.ts';
import { lockFirst } from '../platform/db/locking.ts';
import { openDiscrepancy } from '../platform/facts/discrepancies.queries.ts';
import { placeMeant } from '../platform/facts/dock-place.queries.ts';
import { ordersOnLoad, publishLoad, putShipment } from '../platform/facts/loads.queries.ts';
import { keepLot } from '../platform/facts/lots.queries.ts';
import { fillEmptyPlate, nestPlate, publishCarriers } from '../platform/facts/plate-family.queries.ts';
import { lockPlate, makePlate } from '../platform/facts/plates.queries.ts';
import { addOnLoad, addRegistered, insertRegistration } from '../platform/facts/registrations.queries.ts';
import { settingsOf } from '../platform/facts/source-systems.queries.ts';
import { serialsInStock } from '../platform/facts/stock-items.queries.ts';
import { openWork } from '../platform/facts/work.queries.ts';
import { entryId } from '../platform/ledger.ts';
import type { AppTrx } from '../platform/store.ts';
import { expectedPlates } from './expected-plates.ts';
import { fillExpected } from './load-facts.queries.ts';
import { announcedAfter, loadOfPlate, orderWithKey, shipmentOfPlate } from './register-plate.queries.ts';
import { toldOfCrossDock } from './told-of-cross-dock.ts';
import { isClosedUnseen, isCompletedUnseen, unseenBase } from './unseen.ts';

/** What one scan of an announced plate needs to know; the orders on its load are locked. */
export async function plateFacts(trx: AppTrx, command: Command<RegisterPlateBody>): Promise<PlateFacts> {
  const { licensePlate } = command.body;
  const found = await trx.one(loadOfPlate, { licensePlate });
  const settings = await settingsOf(trx, found?.source_system ?? '');
  const location = await placeOf(trx, command);
  const nothing = { plates: [], orders: [], serialsInStock: [], isOrderNews: false, registeredSinceBase: 0 };
  if (!found) {
    return { ...nothing, load: null, settings, location, isPlateNews: await isNews(trx, command, [licensePlate]) };
  }
  const { number: load, warehouse, status } = found;
  await lockFirst(trx, ordersOnLoad, { load });
  await lockPlate(trx, licensePlate);
  const plates = await expectedPlates(trx, { load, licensePlate, command });
  const numbers = plates.map((plate) => plate.licensePlate);
  return {
    ...nothing,
    load: { number: load, warehouse, status },
    plates,
    orders: await ordersOf(trx, plates),
    settings,
    location,
    serialsInStock: await serialsHere(trx, plates),
    isPlateNews: await isNews(trx, command, numbers),
  };
}

/** The orders that something on these plates is for. */
export async function ordersOf(read: Runner, plates: readonly ExpectedPlate[]): Promise<ReceivingOrder[]> {
  const orders: ReceivingOrder[] = [];
  for (const orderKey of new Set(plates.flatMap(({ lines }) => lines.map(({ order }) => order)))) {
    const row = await read.one(orderWithKey, { orderKey });
    if (!row) continue;
    const { order_number: number, source_system: sourceSystem, warehouse, status } = row;
    orders.push({ key: orderKey, number, sourceSystem, warehouse, status, openLoads: [] });
  }
  return orders;
}

/** Whether something else was announced of these plates after what the device had seen. */
async function isNews(trx: AppTrx, { knownAt }: Command<unknown>, plates: readonly string[]): Promise<boolean> {
  return knownAt !== null && (await announcedAfter(trx, plates, knownAt));
}

async function placeOf(
  trx: AppTrx,
  { warehouse, body: asked }: Command<RegisterPlateBody>,
): Promise<ReceivingPlace | null> {
  const question = { warehouse, itemKey: '', licensePlate: '', lot: '' };
  const row = await placeMeant(trx, asked.location, question);
  return row ? { code: row.code, type: row.type, isActive: row.active === 1 } : null;
}

/** Those of the announced serials that are in the building already. */
async function serialsHere(trx: AppTrx, plates: readonly ExpectedPlate[]): Promise<string[]> {
  const here: string[] = [];
  const withSerials = plates.flatMap(({ lines }) => lines.filter(({ serials }) => serials !== null));
  const byItem = Map.groupBy(withSerials, ({ item }) => item.key);
  for (const [itemKey, lines] of [...byItem].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const serials = lines.flatMap((line) => line.serials ?? []);
    here.push(...(await serialsInStock(trx, itemKey, serials)));
  }
  return here;
}

/** Adds what a refusal is made of: what the device could not know. */
export async function reconsiderPlate(
  trx: AppTrx,
  command: Command<RegisterPlateBody>,
  known: PlateFacts,
  { code }: Problem,
): Promise<PlateFacts> {
  const lines = known.plates.flatMap((plate) => plate.lines);
  if (code === 'receiving.order_closed') {
    for (const key of new Set(lines.map(({ order }) => order))) {
      if (await isClosedUnseen(trx, command, key)) return { ...known, isOrderNews: true };
    }
  }
  if (code === 'receiving.load_completed' && known.load) {
    return { ...known, isOrderNews: await isCompletedUnseen(trx, command, known.load.number) };
  }
  if (code === 'receiving.over_delivery' || code === 'receiving.load_over_delivery') {
    const named = new Map(
      lines.map(({ order, lineNumber }) => [`${order} ${lineNumber}`, { order, line: lineNumber }]),
    );
    return { ...known, registeredSinceBase: await unseenBase(trx, command, [...named.values()]) };
  }
  return known;
}

export async function applyPlate(
  trx: AppTrx,
  command: Command<RegisterPlateBody>,
  plan: RegisterPlatePlan,
): Promise<Pick<RegisterResult, 'crossDock'>> {
  const { load, plates } = plan;
  const { warehouse } = command;
  for (const lot of plan.newLots) await keepLot(trx, lot);
  let index = 0;
  for (const plate of plates) {
    await receivePlate(trx, command, plan, plate, index);
    index += plate.registrations.length;
  }
  const registrations = plates.flatMap((plate) => plate.registrations);
  for (const same of Map.groupBy(registrations, ({ line }) => `${line.line}/${line.order}`).values()) {
    const [first] = same;
    if (!first) continue;
    const { order: orderKey, line, overPercent } = first.line;
    const ofLine = { load, orderKey, line, quantityBase: totalBase(same) };
    await trx.one(addRegistered, ofLine);
    await trx.later(addOnLoad, { ...ofLine, expectedBase: 0, overPercent: String(overPercent) });
    trx.publish({ kind: 'thing', thing: 'inboundOrder', key: orderKey, warehouse, deleted: false });
  }
  await putOrdersOnLoad(trx, command, load, registrations);
  for (const { licensePlate, id, isNew } of plan.works) {
    const { location } = plan;
    if (isNew) await openWork(trx, { id, warehouse, licensePlate, itemKey: null, location, commandId: command.id });
    // What it carries is told with it, also where nothing stands on it itself.
    trx.publish({ kind: 'thing', thing: 'licensePlate', key: licensePlate, warehouse, deleted: false });
  }
  publishLoad(trx, load, warehouse);
  if (plan.discrepancy !== null) await keepDiscrepancy(trx, command, plan, plan.discrepancy);
  const { location } = plan;
  const told = [];
  for (const { licensePlate, id: work } of plan.works) {
    told.push(await toldOfCrossDock(trx, { warehouse, licensePlate, location, item: '', work }));
  }
  const crossDock = told.flatMap((each) => each.crossDock ?? []);
  return crossDock.length === 0 ? {} : { crossDock };
}

/**
 * An order that was taken back after its goods were announced is off the load. Where they come all the same, and a
 * supervisor takes them, it is on it once more, so that the receipt of the load tells of them.
 */
async function putOrdersOnLoad(
  trx: AppTrx,
  { body: { licensePlate } }: Command<RegisterPlateBody>,
  load: string,
  registrations: readonly PlateRegistration[],
): Promise<void> {
  const row = await trx.one(shipmentOfPlate, { load, licensePlate });
  invariant(row, `the load ${load} announces the plate ${licensePlate}`);
  for (const orderKey of new Set(registrations.map(({ line }) => line.order))) {
    await putShipment(trx, { load, orderKey, shipment: row.shipment });
  }
}

/** What is wrong with a plate as a whole is a case of its own. */
async function keepDiscrepancy(
  trx: AppTrx,
  { id: commandId, warehouse, body: asked }: Command<RegisterPlateBody>,
  { load, location, order }: RegisterPlatePlan,
  found: DiscrepancyClass,
): Promise<void> {
  const { licensePlate, condition, photos } = asked;
  await openDiscrepancy(trx, {
    commandId,
    warehouse,
    sourceSystem: order?.sourceSystem ?? null,
    class: found,
    details: {
      ...(order && { order: order.number }),
      ...{ load, licensePlate, location },
      ...(condition !== undefined && condition !== found && { note: condition }),
      ...(photos && { photos }),
    },
  });
}

/** One of the plates, with what is registered on it. `index` is that of its first entry. */
async function receivePlate(
  trx: AppTrx,
  { id: commandId, warehouse, occurredAt }: Command<RegisterPlateBody>,
  { load, location }: RegisterPlatePlan,
  plate: ReceivedPlate,
  index: number,
): Promise<void> {
  const { licensePlate, parent, registrations } = plate;
  if (plate.isNew) await makePlate(trx, { number: licensePlate, warehouse, commandId, parent });
  else if (plate.wasEmpty) {
    await fillEmptyPlate(trx, { warehouse, location }, licensePlate);
    if (parent !== null) await nestPlate(trx, licensePlate, parent);
  }
  for (const [
    offset,
    { id, line, quantityBase, lot, serial, inventoryStatus, expectedLine },
  ] of registrations.entries()) {
    await trx.later(insertRegistration, {
      ...{ id, commandId, load, quantityBase, lot, serial, inventoryStatus, licensePlate, location, expectedLine },
      orderKey: line.order,
      line: line.line,
      itemKey: line.item,
      owner: line.owner,
      entryId: entryId(commandId, index + offset),
      occurredAt: Date.parse(occurredAt),
    });
  }
  for (const [position, same] of Map.groupBy(registrations, ({ expectedLine }) => expectedLine)) {
    await trx.one(fillExpected, { load, licensePlate, position, quantityBase: totalBase(same) });
  }
  trx.publish({ kind: 'thing', thing: 'licensePlate', key: licensePlate, warehouse, deleted: false });
  if (!plate.isNew) await publishCarriers(trx, warehouse, licensePlate);
  trx.publish({ kind: 'thing', thing: 'expectedPlate', key: licensePlate, warehouse, deleted: false });
}
