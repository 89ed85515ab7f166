import type { Command } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { totalBase } from '#shared/kernel/quantity.ts';
import type { DiscrepancyClass } from '#shared/ledger/discrepancy.ts';
import type { RegisterFacts } from '#shared/receiving/facts.ts';
import type { RegisterPlatePlan } from '#shared/receiving/plan-plates.ts';
import type { PlateFacts } from '#shared/receiving/plate-facts.ts';
import { decideRegister, type RegisterPlan, type RegisterResult, register } from '#shared/receiving/register.ts';
import { type AnyRegisterBody, byItem, isWholePlate, type RegisterBody } from '#shared/receiving/register-body.ts';
import { decideRegisterPlate } from '#shared/receiving/register-plate.ts';
import { openDiscrepancy } from '../platform/facts/discrepancies.queries.ts';
import { dockPlace } from '../platform/facts/dock-place.ts';
import { keepAtDock } from '../platform/facts/keep-at-dock.ts';
import { makeLoad, publishLoad, putShipment } from '../platform/facts/loads.queries.ts';
import { keepLot } from '../platform/facts/lots.queries.ts';
import { nextPlateNumber } from '../platform/facts/plate-numbers.queries.ts';
import { workOfLoose } from '../platform/facts/plates.queries.ts';
import { addOnLoad, addRegistered, insertRegistration } from '../platform/facts/registrations.queries.ts';
import { itemsByKey, lockItem, serialsInStock } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import { entryId } from '../platform/ledger.ts';
import { localDay } from '../platform/local-day.ts';
import type { AppTrx } from '../platform/store.ts';
import { announcingLoad, fillExpected, reopenLoad } from './load-facts.queries.ts';
import { announcedPlate, expectedOf, linesOnLoad, loadFacts, loadInQuestion } from './load-facts.ts';
import { comeUnordered, manualFacts, withOrderOfCommand, writeManual } from './manual-receipt.ts';
import { ordersOnLoad } from './notice.queries.ts';
import { lockOrderLines, type OrderLines, type WhatIsAsked } from './order-lines.queries.ts';
import { publishExpectedPlates } from './publish-expected-plates.ts';
import { shelfLifeRow } from './register.queries.ts';
import { applyPlate, plateFacts, reconsiderPlate } from './register-plate.ts';
import { replacedUnseen } from './replaced-lines.ts';
import { toldOfCrossDock } from './told-of-cross-dock.ts';
import { isClosedUnseen, isCompletedUnseen, unseenBase } from './unseen.ts';

/** So much of an item, or a plate with everything that is announced on it: each with facts of its own. */
export const registerHandler = handler<
  AnyRegisterBody,
  RegisterFacts | PlateFacts,
  RegisterPlan | RegisterPlatePlan,
  RegisterResult
>({
  operation: register,
  facts: (trx, command) => (isWholePlate(command) ? plateFacts(trx, command) : facts(trx, byItem(command))),
  decide: (command, known) =>
    isWholePlate(command)
      ? decideRegisterPlate(command, ofPlate(known))
      : decideRegister(byItem(command), ofItem(known)),
  reconsider: (trx, command, known, refusal) =>
    isWholePlate(command)
      ? reconsiderPlate(trx, command, ofPlate(known), refusal)
      : reconsider(trx, byItem(command), ofItem(known), refusal),
  apply: async (trx, command, decision) => {
    const { plan } = decision;
    if ('plates' in plan) {
      invariant(isWholePlate(command), 'a whole plate was asked for');
      return { ...decision.result, ...(await applyPlate(trx, command, plan)) };
    }
    await apply(trx, byItem(command), plan);
    if (!plan.registrations.some(({ line }) => line.isTagged)) return undefined;
    const { warehouse } = command;
    const { licensePlate, location, item, work } = plan;
    const came = { warehouse, licensePlate, location, item: item.key, work: work.id };
    return { ...decision.result, ...(await toldOfCrossDock(trx, came)) };
  },
});

function ofPlate(known: RegisterFacts | PlateFacts): PlateFacts {
  invariant('plates' in known, 'a whole plate was asked for');
  return known;
}

function ofItem(known: RegisterFacts | PlateFacts): RegisterFacts {
  invariant('lines' in known, 'an item was asked for');
  return known;
}

/** Two questions for the usual registration; what only a refusal needs is asked once the rule has said no. */
async function facts(trx: AppTrx, command: Command<RegisterBody>): Promise<RegisterFacts> {
  const asked = await withOrderOfCommand(trx, command.body);
  const named = await namedIn(trx, asked);
  const isUnordered = named.load === undefined && (await comeUnordered(trx, command));
  const ordered = isUnordered ? nothingOrdered : await lockOrderLines(trx, named);
  const manual = await manualFacts(trx, command, asked, isUnordered ? null : ordered);
  const orderLines = { ...ordered, ...manual };
  const { announcedOn, ...place } = await dockPlace(trx, command.warehouse, {
    ...asked,
    itemKey: orderLines.item?.key ?? '',
  });
  return {
    ...orderLines,
    ...place,
    ...(await loadOf(trx, asked, orderLines, announcedOn)),
    shelfLife: orderLines.item?.isExpiryTracked ? await shelfLifeOf(trx, command, orderLines.item.key) : null,
    serialsInStock: await serialsInStock(trx, orderLines.item?.key ?? '', asked.serials ?? []),
    newPlate: asked.licensePlate === undefined ? await nextPlateNumber(trx) : null,
    looseWork: asked.licensePlate === null ? await looseWorkOf(trx, command, place, orderLines.item?.key ?? '') : null,
    registeredSinceBase: 0,
    isOrderNews: false,
  };
}

const nothingOrdered: OrderLines = { orders: [], lines: [], item: null };

/** With neither order nor load named, the load that announces the plate is meant. */
async function namedIn(trx: AppTrx, asked: RegisterBody): Promise<WhatIsAsked> {
  if (asked.order !== undefined || asked.load !== undefined || !asked.licensePlate) return asked;
  const row = await trx.one(announcingLoad, { licensePlate: asked.licensePlate });
  return row ? { ...asked, load: row.load_number } : asked;
}

/** What loads and notices have to do with it: nothing is asked where neither is named nor the source system caps loads. */
async function loadOf(
  trx: AppTrx,
  asked: RegisterBody,
  { orders, lines, item }: OrderLines,
  announcedOn: string | null,
): Promise<Pick<RegisterFacts, 'load' | 'announced' | 'lines'>> {
  const number = loadInQuestion(asked.load, announcedOn, orders);
  const isCapped = orders[0]?.settings?.overReceipt === 'block';
  if (number === null && !isCapped) return { load: null, announced: null, lines };
  const load = number === null ? null : await loadFacts(trx, number);
  const licensePlate = asked.licensePlate ?? '';
  const announced =
    announcedOn === null
      ? null
      : await announcedPlate(trx, { load: announcedOn, licensePlate, itemKey: item?.key ?? '' });
  const lot = asked.lot ?? null;
  return { load, announced, lines: await linesOnLoad(trx, lines, { load, announced, lot }) };
}

/** What day it is where the goods arrive, and how long the item is good when it is new. */
async function shelfLifeOf(trx: AppTrx, { warehouse, occurredAt }: Command<RegisterBody>, itemKey: string) {
  const row = await trx.one(shelfLifeRow, { warehouse, itemKey });
  const today = localDay(Date.parse(occurredAt), row?.time_zone ?? 'UTC');
  return { today, lifeDays: row?.shelf_life_days ?? null };
}

async function looseWorkOf(
  trx: AppTrx,
  { warehouse }: Command<RegisterBody>,
  place: Pick<RegisterFacts, 'location'>,
  itemKey: string,
) {
  await lockItem(trx, itemKey);
  return workOfLoose(trx, { warehouse, location: place.location?.code ?? '', itemKey });
}

/** Adds what a refusal is made of: the units that there are, and what the device could not know. */
async function reconsider(
  trx: AppTrx,
  command: Command<RegisterBody>,
  known: RegisterFacts,
  { code }: Problem,
): Promise<RegisterFacts> {
  const [order] = known.orders;
  if (code === 'item.unit_unknown' && known.item) {
    const [item] = await itemsByKey(trx, [known.item.key]);
    return item ? { ...known, item } : known;
  }
  if (code === 'receiving.order_closed' && order) {
    return { ...known, isOrderNews: await isClosedUnseen(trx, command, order.key) };
  }
  if (code === 'receiving.load_completed' && known.load) {
    return { ...known, isOrderNews: await isCompletedUnseen(trx, command, known.load.number) };
  }
  const replacedLines = await replacedUnseen(trx, command, known, code);
  if (code === 'receiving.over_delivery' || code === 'receiving.load_over_delivery')
    return { ...known, replacedLines, registeredSinceBase: await unseenBase(trx, command, known.lines) };
  return { ...known, replacedLines };
}

async function apply(trx: AppTrx, command: Command<RegisterBody>, plan: RegisterPlan): Promise<void> {
  const { item, location, licensePlate, registrations } = plan;
  if (plan.manual) await writeManual(trx, command, plan, plan.manual);
  const load = plan.load ?? (await openLoad(trx, command, plan));
  for (const [index, registration] of registrations.entries()) {
    const { line, quantityBase } = registration;
    await trx.later(insertRegistration, {
      load,
      orderKey: line.order,
      line: line.line,
      quantityBase,
      id: registration.id,
      commandId: command.id,
      itemKey: item.key,
      owner: line.owner,
      lot: command.body.lot ?? null,
      serial: registration.serial,
      inventoryStatus: registration.inventoryStatus,
      licensePlate: licensePlate ?? '',
      location,
      entryId: entryId(command.id, index),
      occurredAt: Date.parse(command.occurredAt),
      expectedLine: registration.expectedLine,
    });
  }
  await countRegistered(trx, command.warehouse, plan, load);
  if (plan.reopensLoad) await openAgain(trx, load, command.warehouse);
  if (plan.isLoadTold) publishLoad(trx, load, command.warehouse);
  if (registrations.some(({ expectedLine }) => expectedLine !== null)) {
    const key = licensePlate ?? '';
    trx.publish({ kind: 'thing', thing: 'expectedPlate', key, warehouse: command.warehouse, deleted: false });
  }
  if (plan.newLot) await keepLot(trx, { itemKey: item.key, ...plan.newLot });
  await keepAtDock(trx, command, { ...plan, itemKey: item.key });
  if (plan.discrepancy !== null) await keepDiscrepancy(trx, command, plan, plan.discrepancy, load);
}

/** More came of a load that was completed: it is open again, for devices too, with all its orders and plates. */
async function openAgain(trx: AppTrx, load: string, warehouse: string): Promise<void> {
  invariant(await trx.one(reopenLoad, { load }), `the load ${load} was completed`);
  publishLoad(trx, load, warehouse);
  await publishExpectedPlates(trx, load, warehouse);
  for (const { order_key: key } of await trx.all(ordersOnLoad, { load })) {
    trx.publish({ kind: 'thing', thing: 'inboundOrder', key, warehouse, deleted: false });
  }
}

/** Counts what came at each order line, at the load's, and at the plate's announcement: once each, also for many serials. */
async function countRegistered(trx: AppTrx, warehouse: string, plan: RegisterPlan, load: string): Promise<void> {
  const { registrations } = plan;
  for (const same of byLine(registrations)) {
    const [first] = same;
    invariant(first, 'a group has a member');
    const { line } = first;
    const ofLine = { load, orderKey: line.order, line: line.line, quantityBase: totalBase(same) };
    await trx.one(addRegistered, ofLine);
    // A load of which it was said beforehand what it brings was not to bring this.
    const expectedBase = plan.isLoadPlanned ? 0 : expectedOf(line);
    await trx.later(addOnLoad, { ...ofLine, expectedBase, overPercent: String(line.overPercent) });
    trx.publish({ kind: 'thing', thing: 'inboundOrder', key: line.order, warehouse, deleted: false });
  }
  const licensePlate = plan.licensePlate ?? '';
  for (const [position, same] of Map.groupBy(registrations, ({ expectedLine }) => expectedLine)) {
    if (position !== null) await trx.one(fillExpected, { load, licensePlate, position, quantityBase: totalBase(same) });
  }
}

/** Those of each order line together; mostly there is one. */
function byLine(registrations: RegisterPlan['registrations']): Iterable<RegisterPlan['registrations']> {
  if (registrations.length === 1) return [registrations];
  return Map.groupBy(registrations, ({ line }) => `${line.line}/${line.order}`).values();
}

/** What is wrong with the goods is a case of its own, with all that helps to find them. */
async function keepDiscrepancy(
  trx: AppTrx,
  { id: commandId, warehouse, body: asked }: Command<RegisterBody>,
  plan: RegisterPlan,
  found: DiscrepancyClass,
  load: string,
): Promise<void> {
  const [first, ...others] = new Set(plan.registrations.map(({ line }) => line.line));
  const order = plan.orders.find(({ key }) => key === plan.registrations[0]?.line.order);
  await openDiscrepancy(trx, {
    commandId,
    warehouse,
    sourceSystem: order?.sourceSystem ?? null,
    class: found,
    details: {
      ...(order && { order: order.number }),
      ...(first !== undefined && others.length === 0 && { line: first }),
      load,
      ...(plan.licensePlate !== null && { licensePlate: plan.licensePlate }),
      location: plan.location,
      item: plan.item.number,
      ...(asked.lot !== undefined && { lot: asked.lot }),
      ...(asked.serials && { serials: asked.serials }),
      quantity: asked.quantity,
      unit: asked.unit,
      ...(asked.condition !== undefined && asked.condition !== found && { note: asked.condition }),
      ...(asked.photos && { photos: asked.photos }),
    },
  });
}

/** The first registration of a delivery makes its load, with one shipment for the order. */
async function openLoad(trx: AppTrx, { warehouse }: Command<RegisterBody>, plan: RegisterPlan): Promise<string> {
  const [order] = plan.orders;
  invariant(order, 'a registration has an order');
  const { sourceSystem } = order;
  const made = await makeLoad(trx, { warehouse, sourceSystem, madeBy: plan.loadMadeBy });
  invariant(made, 'a load of the series has a number that is free');
  await putShipment(trx, { ...made, orderKey: order.key });
  return made.load;
}
