import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import { returnIdOf } from '#shared/ledger/return-id.ts';
import { standardSettings } from '#shared/ledger/source-system-settings.ts';
import type { ReturnFacts } from '#shared/returns/facts.ts';
import { policyFor, type ReturnPolicies } from '#shared/returns/policy.ts';
import { decideRegister, type ReturnPlan, type ReturnResult, register } from '#shared/returns/register.ts';
import type { RegisterBody } from '#shared/returns/register-body.ts';
import { openApproval } from '../platform/facts/approval.queries.ts';
import { issueJournal } from '../platform/facts/counting-journal.ts';
import { dockPlace } from '../platform/facts/dock-place.ts';
import { issueReceipts } from '../platform/facts/issue-receipts.ts';
import { keepAtDock } from '../platform/facts/keep-at-dock.ts';
import { makeLoad, putShipment } from '../platform/facts/loads.queries.ts';
import { keepLot } from '../platform/facts/lots.queries.ts';
import { insertMadeOrder, putMadeLine } from '../platform/facts/made-orders.queries.ts';
import { freeOrderNumber, sourceSystemsFor } from '../platform/facts/made-orders.ts';
import { limitsOf } from '../platform/facts/people.queries.ts';
import { nextPlateNumber } from '../platform/facts/plate-numbers.queries.ts';
import { workOfLoose } from '../platform/facts/plates.queries.ts';
import { endLoad, receiveLine, setOrderStatus } from '../platform/facts/receipts.queries.ts';
import { addOnLoad, addRegistered, insertRegistration } from '../platform/facts/registrations.queries.ts';
import { settingsFrom } from '../platform/facts/source-systems.queries.ts';
import { itemsByKey, lockItem, serialsInStock } from '../platform/facts/stock-items.queries.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import { handler } from '../platform/handler.ts';
import { entryId } from '../platform/ledger.ts';
import { saidIn } from '../platform/said-in.ts';
import type { AppTrx } from '../platform/store.ts';
import { daysSinceShipped } from './days-since-shipped.ts';
import { insertReturn, policiesOf } from './register.queries.ts';
import { returnedUnseen, type ShippedBefore, shippedBefore } from './shipped.ts';

export const registerHandler = handler({ operation: register, facts, decide: decideRegister, reconsider, apply });

interface Facts extends ReturnFacts {
  readonly shipped: ShippedBefore | null;
  readonly orderType: string;
}

const series = 'return-order';

async function facts(trx: AppTrx, command: Command<RegisterBody>): Promise<Facts> {
  const { warehouse, body: asked } = command;
  const at = { warehouse, instant: Date.parse(command.occurredAt) };
  const shipped = await shippedBefore(trx, asked, at);
  const named = shipped?.orders[0]?.sourceSystem ?? asked.sourceSystem;
  const systems = await sourceSystemsFor(trx, warehouse, asked.item, named);
  const [system] = systems;
  const settings = system ? settingsFrom(system.settings) : standardSettings;
  const sourceSystem = system?.code ?? '';
  const [item = null] = await itemsByKey(trx, [itemKey(sourceSystem, asked.item)]);
  const { location, plate, lot } = await dockPlace(trx, warehouse, { ...asked, itemKey: item?.key ?? '' });
  const row = await trx.one(policiesOf, { sourceSystem });
  const own = row ? (JSON.parse(row.policies) as ReturnPolicies['policies']) : [];
  const policy = policyFor({ number: asked.item, category: item?.category ?? null }, own, settings);
  if (item) await lockItem(trx, item.key);
  const [owner = sourceSystem] = JSON.parse(system?.owners ?? '[]') as string[];
  const number = await freeOrderNumber(trx, { series, sourceSystem, prefix: settings.returnNumberPrefix });
  return {
    returnedSinceBase: 0,
    ...{ shipped, settings, owner, item, policy, location, plate, lot },
    sourceSystems: systems.map(({ code }) => code),
    today: await dayIn(trx, warehouse, at.instant),
    orderType: settings.returnOrderType,
    lastShippedDaysAgo:
      shipped || !item || policy.days === null ? null : await daysSinceShipped(trx, item.key, asked, at),
    order: { number, key: itemKey(sourceSystem, number) },
    serialsInStock: await serialsInStock(trx, item?.key ?? '', asked.serials ?? []),
    newPlate: asked.licensePlate === undefined ? await nextPlateNumber(trx) : null,
    looseWork:
      asked.licensePlate === null && item
        ? await workOfLoose(trx, { warehouse, location: location?.code ?? '', itemKey: item.key })
        : null,
    valueLimit: (await limitsOf(trx, command.operator)).adjustment.value,
  };
}

async function reconsider(
  trx: AppTrx,
  command: Command<RegisterBody>,
  known: Facts,
  { code }: Problem,
): Promise<Facts> {
  if (code !== 'returns.more_than_shipped' || !known.shipped || !known.item) return known;
  return { ...known, returnedSinceBase: await returnedUnseen(trx, command, known.shipped, known.item.key) };
}

async function apply(
  trx: AppTrx,
  command: Command<RegisterBody>,
  { plan, result, entries }: Applied<ReturnPlan, ReturnResult>,
  known: Facts,
): Promise<ReturnResult> {
  const { id: commandId, warehouse } = command;
  const { item, approval, location, licensePlate } = plan;
  if (approval) {
    await openApproval(trx, { commandId, warehouse, problem: approval });
    return result;
  }
  if (plan.newLot) await keepLot(trx, { itemKey: item.key, ...plan.newLot });
  const documents = await receive(trx, command, plan, known);
  if (plan.work) await keepAtDock(trx, command, { ...plan, work: plan.work, itemKey: item.key });
  const gone = entries.filter(({ coverage }) => coverage?.kind === 'counting-journal');
  if (gone.length === 0) return { ...result, documents };
  const lines = gone.map(({ lot, serial, quantityBase }) => {
    return { item, location, licensePlate, lot, serial, differenceBase: -quantityBase };
  });
  const journal = await issueJournal(trx, command, { lines, entries: gone, reason: 'damaged' });
  return { ...result, documents, journal };
}

/** The order that the ERP never sent, a load of its own, what came on it, and the receipt that tells of it. */
async function receive(trx: AppTrx, command: Command<RegisterBody>, plan: ReturnPlan, known: Facts) {
  const { warehouse, device } = command;
  const { item, quantityBase } = plan;
  const { key: orderKey, number } = known.order;
  const [sourceSystem] = known.sourceSystems;
  invariant(sourceSystem !== undefined, 'a return has a source system');
  const said = whatIsSaid(command, plan, known);
  const document = JSON.stringify(said.order);
  const type = known.orderType;
  await trx.one(insertMadeOrder, { orderKey, sourceSystem, number, warehouse, type, document, at: trx.now });
  const of = { orderKey, line: 1, quantityBase };
  const quantity = fromBase(quantityBase, item.decimals);
  const { inventoryStatus } = plan;
  await trx.one(putMadeLine, {
    ...of,
    ...{ itemKey: item.key, unit: item.baseUnit, quantity: String(quantity), inventoryStatus, owner: known.owner },
    document: JSON.stringify(said.line),
  });
  const made = await makeLoad(trx, { warehouse, sourceSystem, madeBy: 'registration' });
  invariant(made, 'a load of the series has a number that is free');
  const { load } = made;
  await putShipment(trx, { ...made, orderKey });
  for (const [index, registration] of plan.registrations.entries()) {
    await keepRegistration(trx, command, plan, { load, orderKey, sourceSystem, index, registration });
  }
  await trx.one(addRegistered, of);
  await trx.one(addOnLoad, { ...of, load, expectedBase: quantityBase, overPercent: '0' });
  const line = {
    ...{ order: orderKey, line: 1, item: item.key, baseUnit: item.baseUnit, decimals: item.decimals },
    ...{ orderedBase: quantityBase, orderedUnit: item.baseUnit, orderedUnitQuantity: quantity },
    ...{ receivedBase: quantityBase, remainingBase: 0, document: JSON.stringify(said.line) },
  };
  const orders = [{ key: orderKey, number, sourceSystem, document }];
  const documents = await issueReceipts(trx, command, { load, supplierPackingSlip: null, orders, lines: [line] });
  await trx.one(receiveLine, { orderKey, line: 1, receivedBase: quantityBase, status: 'received' });
  await trx.one(setOrderStatus, { orderKey, status: 'received', at: trx.now });
  await trx.one(endLoad, { load, status: 'received', device, at: trx.now });
  return documents;
}

async function keepRegistration(
  trx: AppTrx,
  { id: commandId, warehouse, operator, occurredAt, body: asked }: Command<RegisterBody>,
  plan: ReturnPlan,
  on: {
    readonly load: string;
    readonly orderKey: string;
    readonly sourceSystem: string;
    readonly index: number;
    readonly registration: ReturnPlan['registrations'][number];
  },
): Promise<void> {
  const { id, line, serial, quantityBase, entry } = on.registration;
  const { load, orderKey, sourceSystem, index } = on;
  const { inventoryStatus, location, disposition, dispositionCode } = plan;
  const at = Date.parse(occurredAt);
  await trx.one(insertRegistration, {
    ...{ id, commandId, load, orderKey, line: 1, itemKey: plan.item.key, owner: entry.owner, serial, inventoryStatus },
    ...{ location, quantityBase, occurredAt: at, expectedLine: null, lot: asked.lot ?? null },
    licensePlate: plan.licensePlate ?? '',
    entryId: entryId(commandId, index),
  });
  await trx.one(insertReturn, {
    ...{ registration: id, commandId, warehouse, sourceSystem, disposition, dispositionCode, by: operator, at },
    ...{ shipment: line?.shipment ?? null, orderKey: line?.order ?? null, orderLine: line?.line ?? null },
    condition: asked.condition ?? null,
    photos: JSON.stringify(asked.photos ?? []),
  });
}

/** What the receipt says of such an order: who sent the goods back, and what they had gone out with. */
function whatIsSaid(
  { warehouse, body: asked }: Command<RegisterBody>,
  { registrations }: ReturnPlan,
  { shipped, order, orderType }: Facts,
) {
  const lines = new Set(registrations.map(({ line }) => line && JSON.stringify([line.order, line.line])));
  const original = shipped?.orders.find(({ key }) => key === registrations[0]?.line?.order);
  const [shipment] = registrations.flatMap(({ line }) => line?.shipment ?? []);
  const { consignee = null } = saidIn(original?.document);
  return {
    order: {
      ...{ orderNumber: order.number, warehouse, orderType },
      consigner: asked.consigner ?? consignee,
      ...(shipment !== undefined && { returnId: returnIdOf(shipment) }),
      ...(original && { originalOrder: original.number, originalShipment: shipment }),
    },
    line: {
      ...(original && { consignerReference: original.number }),
      ...(lines.size === 1 && { consignerLineNumber: registrations[0]?.line?.line }),
    },
  };
}
