import type { Command } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { keepDocumentOfShipment } from '../documents.queries.ts';
import { type IssuedDocument, issueDocument, markReported } from '../documents.ts';
import type { SettledLeg } from '../published-row.ts';
import { saidIn } from '../said-in.ts';
import type { AppTrx } from '../store.ts';
import { documentRegistrations, type RegistrationRow, registrationsOn, reversedReceipts } from './receipts.queries.ts';
import { dayIn } from './warehouses.queries.ts';

/** A load of which receipts are to tell. */
export interface ReceivedLoad {
  readonly load: string;
  readonly supplierPackingSlip: string | null;
  readonly orders: readonly ReceivedOrder[];
  /** The lines of which the load brought something that no receipt tells of yet. */
  readonly lines: readonly ReceivedLine[];
}

/** `document`: the order as its ERP wrote it. */
export interface ReceivedOrder {
  readonly key: string;
  readonly number: string;
  readonly sourceSystem: string;
  readonly document: string;
}

/** `order` and `item` are keys. `receivedBase` is what the load brought of the line. */
export interface ReceivedLine {
  readonly order: string;
  readonly line: number;
  readonly item: string;
  readonly baseUnit: string;
  readonly decimals: number;
  readonly orderedBase: number;
  readonly orderedUnit: string;
  readonly orderedUnitQuantity: number;
  readonly receivedBase: number;
  readonly remainingBase: number;
  readonly document: string;
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
  command: Pick<Command<unknown>, 'id' | 'warehouse' | 'occurredAt'>,
  received: ReceivedLoad,
): Promise<IssuedDocument[]> {
  const registrations = await trx.all(registrationsOn, { load: received.load });
  assertAllCounted(received, registrations);
  const receivedOn = await dayIn(trx, command.warehouse, Date.parse(command.occurredAt));
  const issued: IssuedDocument[] = [];
  for (const [shipment, came] of Map.groupBy(registrations, (registration) => registration.shipment)) {
    for (const channel of channels) {
      const told = came.filter((registration) => registration.channel === channel);
      if (told.length > 0)
        issued.push(await issueReceipt(trx, command, received, { shipment, channel, told, receivedOn }));
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
  { id: commandId, warehouse }: Pick<Command<unknown>, 'id' | 'warehouse'>,
  received: ReceivedLoad,
  { shipment, channel, told, receivedOn }: Shipment,
): Promise<IssuedDocument> {
  const { load, supplierPackingSlip } = received;
  const orderKeys = new Set(told.map((each) => each.order_key));
  const orders = received.orders.filter(({ key }) => orderKeys.has(key));
  const [first] = orders;
  invariant(first, 'a registration has an order');
  const { orderType = null, consigner = null, returnId, originalOrder } = saidIn(first.document);
  const toldOf = Map.groupBy(told, (each) => lineKey(each.order_key, each.line_number));
  const lines = received.lines.flatMap((line) => {
    const ofLine = toldOf.get(lineKey(line.order, line.line));
    return ofLine ? [lineOf(line, ofLine, orders)] : [];
  });
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
      // Goods that came back: what they had gone out with.
      ...(returnId !== undefined && { returnId }),
      ...(originalOrder !== undefined && { originalOrder }),
      quantityChannel: channel === 'documents',
      lines,
    },
  });
  const { documentNumber } = document;
  await trx.one(keepDocumentOfShipment, { kind, channel, load, orderKey: first.key, documentNumber });
  await trx.one(documentRegistrations, { load, shipment, channel, documentNumber });
  if (channel === 'documents') await markReported(trx, documentNumber, { load });
  return document;
}

function lineKey(order: string, line: number): string {
  return `${line} ${order}`;
}

/** A registration that is on no line would be told of by nobody. */
function assertAllCounted({ lines }: ReceivedLoad, registrations: readonly RegistrationRow[]): void {
  const registeredBase = registrations.reduce((sum, each) => sum + each.quantity_base, 0);
  const countedBase = lines.reduce((sum, line) => sum + line.receivedBase, 0);
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

function lineOf(line: ReceivedLine, ofLine: readonly RegistrationRow[], orders: readonly ReceivedOrder[]) {
  const { decimals, baseUnit: unit } = line;
  const order = orders.find(({ key }) => key === line.order);
  const receivedBase = ofLine.reduce((sum, registration) => sum + registration.quantity_base, 0);
  return {
    orderNumber: order?.number ?? itemNumberOf(line.order),
    lineNumber: line.line,
    item: itemNumberOf(line.item),
    unit,
    orderedQuantity: fromBase(line.orderedBase, decimals),
    receivedQuantity: fromBase(receivedBase, decimals),
    remainingQuantity: fromBase(line.remainingBase, decimals),
    ...consignersOwn(line),
    orderType: saidIn(order?.document).orderType ?? null,
    details: ofLine.map((registration) => ({
      id: registration.id,
      licensePlate: registration.license_plate || null,
      lot: registration.lot,
      serial: registration.serial,
      inventoryStatus: registration.inventory_status,
      owner: registration.owner,
      ...dispositionOf(registration),
      quantity: fromBase(registration.quantity_base, decimals),
      unit,
    })),
  };
}

/** Of goods that came back: what becomes of them, in our word and in the source system's. */
function dispositionOf({ disposition, disposition_code: dispositionCode, condition }: RegistrationRow) {
  return disposition === null ? {} : { disposition, dispositionCode, condition };
}

/** How the ERP wrote the line: its unit and quantity, and the supplier's references. */
function consignersOwn(line: ReceivedLine) {
  const sent = saidIn(line.document);
  return {
    orderedUnit: line.orderedUnit,
    orderedUnitQuantity: line.orderedUnitQuantity,
    consignerLineNumber: sent.consignerLineNumber ?? null,
    consignerItemNumber: sent.consignerItemNumber ?? null,
    consignerReference: sent.consignerReference ?? null,
  };
}
