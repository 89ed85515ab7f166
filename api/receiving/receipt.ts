import type { Command } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { CompleteBody, CompleteFacts, CompletePlan, LineOutcome } from '#shared/receiving/complete.ts';
import { keepDocumentOfShipment } from '../platform/documents.queries.ts';
import { type IssuedDocument, issueDocument, markReported } from '../platform/documents.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import type { SettledLeg } from '../platform/published-row.ts';
import { saidIn } from '../platform/said-in.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  type CompletingLineRow,
  type CompletingOrder,
  documentRegistrations,
  type RegistrationRow,
  registrationsOn,
  reversedReceipts,
} from './complete.queries.ts';

/** The facts of the rule, with what the receipt says besides: the ERP's own words of orders and lines. */
export interface ReceiptFacts extends CompleteFacts {
  readonly orders: readonly CompletingOrder[];
  readonly lines: readonly CompletingLineRow[];
}

const kind = 'shipment-receipt';

/** Where goods registered before and after a change of channel come together, each channel has a receipt of its own. */
const channels = ['documents', 'update-log'] as const;

/**
 * The receipts of a load, one for each of its shipments, whatever orders that is for: what was received, a detail for
 * each registration. Every quantity is in the item's base unit, so that the details of a line always add up to it; what
 * was ordered stands beside it in the unit it was ordered in. Usually one a shipment: registrations that the update log
 * has told of are on a receipt that is not booked from, so what is booked from a receipt is exactly its lines. After a
 * reversal it is the next version of the same one.
 */
export async function issueReceipts(
  trx: AppTrx,
  command: Command<CompleteBody>,
  plan: CompletePlan,
  facts: ReceiptFacts,
): Promise<IssuedDocument[]> {
  const registrations = await trx.all(registrationsOn, { load: plan.load });
  assertAllCounted(plan, registrations);
  const receivedOn = await dayIn(trx, command.warehouse, Date.parse(command.occurredAt));
  const issued: IssuedDocument[] = [];
  for (const [shipment, came] of Map.groupBy(registrations, (registration) => registration.shipment)) {
    for (const channel of channels) {
      const told = came.filter((registration) => registration.channel === channel);
      if (told.length > 0)
        issued.push(await issueReceipt(trx, command, plan, { shipment, channel, told, receivedOn }, facts));
    }
  }
  return issued;
}

interface Shipment {
  readonly shipment: string;
  readonly channel: (typeof channels)[number];
  readonly told: readonly RegistrationRow[];
  readonly receivedOn: string;
}

async function issueReceipt(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<CompleteBody>,
  { load, supplierPackingSlip, received }: CompletePlan,
  { shipment, channel, told, receivedOn }: Shipment,
  facts: ReceiptFacts,
): Promise<IssuedDocument> {
  const orders = facts.orders.filter(({ key }) => told.some((each) => each.order_key === key));
  const [first] = orders;
  invariant(first, 'a registration has an order');
  const { orderType = null, consigner = null } = saidIn(first.document);
  const outcomes = received.filter(({ line }) => told.some((each) => isOf(line, each)));
  const reversed = await trx.all(reversedReceipts, { load, channel });
  const document = await issueDocument(trx, {
    kind,
    sourceSystem: first.sourceSystem,
    warehouse,
    commandId,
    number: reversed.find(({ body }) => saidIn(body).shipment === shipment)?.document_number ?? null,
    tellsOf: legsOf(warehouse, told),
    body: {
      ...{ load, shipment, receivedOn, supplierPackingSlip, orderType, consigner },
      quantityChannel: channel === 'documents',
      lines: outcomes.map((outcome) => lineOf(outcome, told, orders, facts)),
    },
  });
  const { documentNumber } = document;
  await trx.one(keepDocumentOfShipment, { kind, channel, load, orderKey: first.key, documentNumber });
  await trx.one(documentRegistrations, { load, shipment, channel, documentNumber });
  if (channel === 'documents') await markReported(trx, documentNumber, { load });
  return document;
}

function isOf({ order, line }: LineOutcome['line'], { order_key, line_number }: RegistrationRow): boolean {
  return order === order_key && line === line_number;
}

/** A registration that is on no line would be told of by nobody. */
function assertAllCounted({ received }: CompletePlan, registrations: readonly RegistrationRow[]): void {
  const registeredBase = registrations.reduce((sum, each) => sum + each.quantity_base, 0);
  const countedBase = received.reduce((sum, { line }) => sum + line.onLoadBase, 0);
  invariant(registeredBase === countedBase, 'the registrations add up to what the load counted');
}

/** What the published sums were raised by when the goods were registered. */
export function legsOf(warehouse: string, registrations: readonly RegisteredGoods[]): SettledLeg[] {
  const legs = new Map<string, SettledLeg>();
  for (const { location, item_key, owner, lot, inventory_status, quantity_base } of registrations) {
    const of = { location, warehouse, item_key, owner, lot: lot ?? '', inventory_status };
    const key = JSON.stringify(of);
    legs.set(key, { ...of, quantity_base: (legs.get(key)?.quantity_base ?? 0) + quantity_base });
  }
  return [...legs.values()];
}

type RegisteredGoods = Pick<
  RegistrationRow,
  'location' | 'item_key' | 'owner' | 'lot' | 'inventory_status' | 'quantity_base'
>;

function lineOf(
  { line, remainingBase }: LineOutcome,
  registrations: readonly RegistrationRow[],
  orders: readonly CompletingOrder[],
  facts: ReceiptFacts,
) {
  const { decimals, baseUnit: unit } = line;
  const row = facts.lines.find((candidate) => candidate.order === line.order && candidate.line === line.line);
  invariant(row, 'a received line is one of the facts');
  const order = orders.find(({ key }) => key === line.order);
  const ofLine = registrations.filter((registration) => isOf(line, registration));
  const receivedBase = ofLine.reduce((sum, registration) => sum + registration.quantity_base, 0);
  return {
    orderNumber: order?.number ?? itemNumberOf(line.order),
    lineNumber: line.line,
    item: itemNumberOf(line.item),
    unit,
    orderedQuantity: fromBase(line.orderedBase, decimals),
    receivedQuantity: fromBase(receivedBase, decimals),
    remainingQuantity: fromBase(remainingBase, decimals),
    ...consignersOwn(row),
    orderType: saidIn(order?.document).orderType ?? null,
    details: ofLine.map((registration) => ({
      id: registration.id,
      licensePlate: registration.license_plate || null,
      lot: registration.lot,
      serial: registration.serial,
      inventoryStatus: registration.inventory_status,
      owner: registration.owner,
      quantity: fromBase(registration.quantity_base, decimals),
      unit,
    })),
  };
}

/** How the ERP wrote the line: its unit and quantity, and the supplier's references. */
function consignersOwn(row: CompletingLineRow) {
  const sent = saidIn(row.document);
  return {
    orderedUnit: row.orderedUnit,
    orderedUnitQuantity: row.orderedUnitQuantity,
    consignerLineNumber: sent.consignerLineNumber ?? null,
    consignerItemNumber: sent.consignerItemNumber ?? null,
    consignerReference: sent.consignerReference ?? null,
  };
}
