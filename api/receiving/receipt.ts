import type { Command } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { CompleteBody, CompleteFacts, CompletePlan, LineOutcome } from '#shared/receiving/complete.ts';
import { keepDocumentOfShipment } from '../platform/documents.queries.ts';
import { type IssuedDocument, issueDocument, markReported, numberToReissue } from '../platform/documents.ts';
import { localDay } from '../platform/local-day.ts';
import type { SettledLeg } from '../platform/published-row.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  type CompletingLineRow,
  type CompletingOrder,
  documentRegistrations,
  type RegistrationRow,
  registrationsOn,
  shipmentOf,
  timeZoneOf,
} from './complete.queries.ts';

/** The facts of the rule, with what the receipt says besides: the ERP's own words of orders and lines. */
export interface ReceiptFacts extends CompleteFacts {
  readonly orders: readonly CompletingOrder[];
  readonly lines: readonly CompletingLineRow[];
}

type Shipment = CompletePlan['shipments'][number];

const kind = 'shipment-receipt';

/** Where goods registered before and after a change of channel come together, each channel has a receipt of its own. */
const channels = ['documents', 'update-log'] as const;

/**
 * The shipment receipt of one order on a load: what was received, a detail for each registration. Every quantity is in
 * the item's base unit, so that the details of a line always add up to it; what was ordered stands beside it in the
 * unit it was ordered in. Usually one: registrations that the update log has told of are on a receipt that is not booked
 * from, so what is booked from a receipt is exactly its lines. After a reversal it is the next version of the same one.
 */
export async function issueReceipts(
  trx: AppTrx,
  command: Command<CompleteBody>,
  plan: CompletePlan,
  shipment: Shipment,
  facts: ReceiptFacts,
): Promise<IssuedDocument[]> {
  const { order } = shipment;
  const { warehouse } = command;
  const named = { load: plan.load, orderKey: order.key };
  const registrations = await trx.all(registrationsOn, named);
  assertAllCounted(shipment, registrations);
  const site = await trx.one(timeZoneOf, { warehouse });
  const sentOrder = parsed(facts.orders.find(({ key }) => key === order.key)?.document);
  const head = {
    load: plan.load,
    shipment: (await trx.one(shipmentOf, named))?.shipment ?? null,
    receivedOn: localDay(Date.parse(command.occurredAt), site?.time_zone ?? 'UTC'),
    supplierPackingSlip: plan.supplierPackingSlip,
    orderType: sentOrder.orderType ?? null,
    consigner: sentOrder.consigner ?? null,
  };
  const issued: IssuedDocument[] = [];
  for (const channel of channels) {
    const told = registrations.filter((registration) => registration.channel === channel);
    if (told.length === 0) continue;
    const outcomes = shipment.lines.filter(({ line }) => told.some((each) => each.line_number === line.line));
    const document = await issueDocument(trx, {
      kind,
      sourceSystem: order.sourceSystem,
      warehouse,
      commandId: command.id,
      number: await numberToReissue(trx, { kind, channel, ...named }),
      tellsOf: legsOf(warehouse, told),
      body: {
        ...head,
        quantityChannel: channel === 'documents',
        lines: outcomes.map((outcome) => lineOf(order.number, outcome, told, facts)),
      },
    });
    const { documentNumber } = document;
    await trx.one(keepDocumentOfShipment, { kind, channel, ...named, documentNumber });
    await trx.one(documentRegistrations, { ...named, channel, documentNumber });
    if (channel === 'documents') await markReported(trx, documentNumber, named);
    issued.push(document);
  }
  return issued;
}

/** A registration that is on no line would be told of by nobody. */
function assertAllCounted({ lines }: Shipment, registrations: readonly RegistrationRow[]): void {
  const registeredBase = registrations.reduce((sum, each) => sum + each.quantity_base, 0);
  const countedBase = lines.reduce((sum, { line }) => sum + line.onLoadBase, 0);
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
  orderNumber: string,
  { line, remainingBase }: LineOutcome,
  registrations: readonly RegistrationRow[],
  facts: ReceiptFacts,
) {
  const { decimals, baseUnit: unit } = line;
  const row = facts.lines.find((candidate) => candidate.order === line.order && candidate.line === line.line);
  invariant(row, 'a received line is one of the facts');
  const ofLine = registrations.filter((registration) => registration.line_number === line.line);
  const receivedBase = ofLine.reduce((sum, registration) => sum + registration.quantity_base, 0);
  return {
    orderNumber,
    lineNumber: line.line,
    item: itemNumberOf(line.item),
    unit,
    orderedQuantity: fromBase(line.orderedBase, decimals),
    receivedQuantity: fromBase(receivedBase, decimals),
    remainingQuantity: fromBase(remainingBase, decimals),
    ...consignersOwn(row),
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
  const sent = parsed(row.document);
  return {
    orderedUnit: row.orderedUnit,
    orderedUnitQuantity: row.orderedUnitQuantity,
    consignerLineNumber: sent.consignerLineNumber ?? null,
    consignerItemNumber: sent.consignerItemNumber ?? null,
    consignerReference: sent.consignerReference ?? null,
  };
}

function parsed(document: string | undefined): Record<string, unknown> {
  return document === undefined ? {} : (JSON.parse(document) as Record<string, unknown>);
}
