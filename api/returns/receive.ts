import type { Command } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import { isEnough } from '#shared/ledger/enough.ts';
import { returnIdOf } from '#shared/ledger/return-id.ts';
import type { ReturnFacts } from '#shared/returns/facts.ts';
import type { ReturnPlan } from '#shared/returns/register.ts';
import type { RegisterBody } from '#shared/returns/register-body.ts';
import type { IssuedDocument } from '../platform/documents.ts';
import { issueReceipts, type ReceivedLine } from '../platform/facts/issue-receipts.ts';
import { makeLoad, putShipment } from '../platform/facts/loads.queries.ts';
import { insertMadeOrder, putMadeLine } from '../platform/facts/made-orders.queries.ts';
import { endLoad, receiveLine, setOrderStatus } from '../platform/facts/receipts.queries.ts';
import { addOnLoad, addRegistered, insertRegistration } from '../platform/facts/registrations.queries.ts';
import { entryId } from '../platform/ledger.ts';
import { saidIn } from '../platform/said-in.ts';
import type { AppTrx } from '../platform/store.ts';
import type { AnnouncedOrder } from './announced.ts';
import { insertReturn } from './register.queries.ts';
import type { ShippedBefore } from './shipped.ts';

/** The facts of the rule, with what the receipt says besides. */
export interface KnownReturn extends ReturnFacts {
  readonly shipped: ShippedBefore | null;
  readonly announced: readonly AnnouncedOrder[];
  readonly orderType: string;
}

/** The order that takes the goods, and what becomes of it. */
interface Taking {
  readonly document: string;
  /** Each line that gets some, received so far with this, and whether more of it may come. */
  readonly lines: readonly (ReceivedLine & { readonly allReceivedBase: number; readonly status: string })[];
  readonly status: string;
}

/** A load of its own for what came back, on the order that announced it or one made for it, and the receipt of it. */
export async function receiveReturn(
  trx: AppTrx,
  command: Command<RegisterBody>,
  plan: ReturnPlan,
  known: KnownReturn,
): Promise<IssuedDocument[]> {
  const { warehouse, device } = command;
  const { key: orderKey, number } = known.order;
  const [sourceSystem] = known.sourceSystems;
  invariant(sourceSystem !== undefined, 'a return has a source system');
  const [announcing] = known.announced;
  const taking = announcing
    ? onAnnounced(plan, announcing)
    : await onNewOrder(trx, command, plan, { ...known, sourceSystem });
  const made = await makeLoad(trx, { warehouse, sourceSystem, madeBy: 'registration' });
  invariant(made, 'a load of the series has a number that is free');
  const { load } = made;
  await putShipment(trx, { ...made, orderKey });
  for (const [index, registration] of plan.registrations.entries()) {
    const line = registration.announced?.line ?? newLine;
    await keepRegistration(trx, command, plan, { load, orderKey, sourceSystem, line, index, registration });
  }
  for (const { line, receivedBase: quantityBase } of taking.lines) {
    const of = { orderKey, line, quantityBase };
    await trx.one(addRegistered, of);
    await trx.later(addOnLoad, { ...of, load, expectedBase: quantityBase, overPercent: '0' });
  }
  const orders = [{ key: orderKey, number, sourceSystem, document: taking.document }];
  const documents = await issueReceipts(trx, command, { load, supplierPackingSlip: null, orders, lines: taking.lines });
  for (const { line, allReceivedBase: receivedBase, status } of taking.lines) {
    await trx.one(receiveLine, { orderKey, line, receivedBase, status });
  }
  await trx.one(setOrderStatus, { orderKey, status: taking.status, at: trx.now });
  await trx.one(endLoad, { load, status: 'received', device, at: trx.now });
  if (announcing) trx.publish({ kind: 'thing', thing: 'inboundOrder', key: orderKey, warehouse, deleted: false });
  return documents;
}

/** An order of the ERP gets what it announced: a line of which enough came expects nothing more. */
function onAnnounced({ item, registrations }: ReturnPlan, order: AnnouncedOrder): Taking {
  const lines = order.lines.flatMap((line) => {
    const own = registrations.filter(({ announced }) => announced?.line === line.line);
    if (own.length === 0) return [];
    const receivedBase = totalBase(own);
    const allReceivedBase = line.receivedBase + receivedBase;
    const isDone = isEnough({ ...line, receivedBase: allReceivedBase });
    return {
      ...{ order: order.key, line: line.line, item: item.key, baseUnit: item.baseUnit, decimals: item.decimals },
      ...{ orderedBase: line.orderedBase, orderedUnit: line.unit, orderedUnitQuantity: line.unitQuantity },
      ...{ receivedBase, allReceivedBase, status: isDone ? 'received' : line.status, document: line.document },
      remainingBase: isDone ? 0 : line.orderedBase - allReceivedBase,
    };
  });
  const statusOf = (number: number) => lines.find(({ line }) => line === number)?.status;
  const isOpen = order.lines.some(({ line, status }) => (statusOf(line) ?? status) === 'open');
  return { document: order.document, lines, status: isOpen ? 'partially_received' : 'received' };
}

/** The one line of an order that people make. */
const newLine = 1;

/** The order that the ERP never sent: it orders exactly what came. */
async function onNewOrder(
  trx: AppTrx,
  command: Command<RegisterBody>,
  plan: ReturnPlan,
  known: KnownReturn & { readonly sourceSystem: string },
): Promise<Taking> {
  const { warehouse } = command;
  const { key: orderKey, number } = known.order;
  const { item, quantityBase, inventoryStatus } = plan;
  const { sourceSystem, orderType: type, owner } = known;
  const said = whatIsSaid(command, plan, known);
  const document = JSON.stringify(said.order);
  await trx.one(insertMadeOrder, { orderKey, sourceSystem, number, warehouse, type, document, at: trx.now });
  const quantity = fromBase(quantityBase, item.decimals);
  const unit = item.baseUnit;
  const ofLine = JSON.stringify(said.line);
  await trx.one(putMadeLine, {
    ...{ orderKey, line: newLine, itemKey: item.key, unit, quantity: String(quantity), quantityBase },
    ...{ inventoryStatus, owner, document: ofLine },
  });
  const line = {
    ...{ order: orderKey, line: newLine, item: item.key, baseUnit: unit, decimals: item.decimals },
    ...{ orderedBase: quantityBase, orderedUnit: unit, orderedUnitQuantity: quantity },
    ...{ receivedBase: quantityBase, remainingBase: 0, document: ofLine },
    ...{ allReceivedBase: quantityBase, status: 'received' },
  };
  return { document, lines: [line], status: 'received' };
}

async function keepRegistration(
  trx: AppTrx,
  { id: commandId, warehouse, operator, occurredAt, body: asked }: Command<RegisterBody>,
  plan: ReturnPlan,
  on: {
    readonly load: string;
    readonly orderKey: string;
    readonly sourceSystem: string;
    readonly line: number;
    readonly index: number;
    readonly registration: ReturnPlan['registrations'][number];
  },
): Promise<void> {
  const { id, line: left, serial, quantityBase, entry } = on.registration;
  const { load, orderKey, sourceSystem, line, index } = on;
  const { inventoryStatus, location, disposition, dispositionCode } = plan;
  const at = Date.parse(occurredAt);
  await trx.later(insertRegistration, {
    ...{ id, commandId, load, orderKey, line, expectedLine: null, occurredAt: at, entryId: entryId(commandId, index) },
    ...{ itemKey: plan.item.key, owner: entry.owner, lot: asked.lot ?? null, serial, inventoryStatus, quantityBase },
    ...{ location, licensePlate: plan.licensePlate ?? '' },
  });
  await trx.one(insertReturn, {
    ...{ registration: id, commandId, warehouse, sourceSystem, disposition, dispositionCode, by: operator, at },
    ...{ shipment: left?.shipment ?? null, orderKey: left?.order ?? null, orderLine: left?.line ?? null },
    condition: asked.condition ?? null,
    photos: JSON.stringify(asked.photos ?? []),
  });
}

/** What the receipt says of such an order: who sent the goods back, and what they had gone out with. */
function whatIsSaid(
  { warehouse, body: asked }: Command<RegisterBody>,
  { registrations }: ReturnPlan,
  { shipped, order, orderType }: KnownReturn,
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
