import type { Command } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { CompleteBody, CompleteFacts, CompletePlan, LineOutcome } from '#shared/receiving/complete.ts';
import { type IssuedDocument, issueDocument, markReported } from '../platform/documents.ts';
import { localDay } from '../platform/local-day.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  type CompletingLineRow,
  type CompletingOrder,
  documentRegistrations,
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

/**
 * The shipment receipt of one order on a load: what was received, a detail for each registration. Every quantity is in
 * the item's base unit, so that the details of a line always add up to it; what was ordered stands beside it in the
 * unit it was ordered in.
 */
export async function issueReceipt(
  trx: AppTrx,
  command: Command<CompleteBody>,
  plan: CompletePlan,
  shipment: Shipment,
  facts: ReceiptFacts,
): Promise<IssuedDocument> {
  const { order } = shipment;
  const { warehouse } = command;
  const named = { load: plan.load, orderKey: order.key };
  const registrations = await trx.all(registrationsOn, named);
  const site = await trx.one(timeZoneOf, { warehouse });
  const sentOrder = parsed(facts.orders.find(({ key }) => key === order.key)?.document);
  const lines = shipment.lines.map((outcome) => lineOf(order.number, outcome, registrations, facts));
  const document = await issueDocument(trx, {
    kind: 'shipment-receipt',
    sourceSystem: order.sourceSystem,
    warehouse,
    commandId: command.id,
    body: {
      load: plan.load,
      shipment: (await trx.one(shipmentOf, named))?.shipment ?? null,
      receivedOn: localDay(Date.parse(command.occurredAt), site?.time_zone ?? 'UTC'),
      supplierPackingSlip: plan.supplierPackingSlip,
      orderType: sentOrder.orderType ?? null,
      consigner: sentOrder.consigner ?? null,
      quantityChannel: true,
      lines,
    },
  });
  await markReported(trx, document.documentNumber, named);
  await trx.one(documentRegistrations, { ...named, documentNumber: document.documentNumber });
  return document;
}

interface RegistrationRow {
  readonly id: string;
  readonly line_number: number;
  readonly license_plate: string;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly inventory_status: string;
  readonly owner: string;
  readonly quantity_base: number;
}

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
  const detailsBase = ofLine.reduce((sum, registration) => sum + registration.quantity_base, 0);
  invariant(detailsBase === line.onLoadBase, `the details of line ${line.line} add up to what the load counted`);
  return {
    orderNumber,
    lineNumber: line.line,
    item: itemNumberOf(line.item),
    unit,
    orderedQuantity: fromBase(line.orderedBase, decimals),
    receivedQuantity: fromBase(line.onLoadBase, decimals),
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
