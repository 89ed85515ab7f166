import type { InboundLineThing, InboundLoadThing, InboundOrderThing } from '#shared/ledger/thing.ts';
import type { OnLoad, ReceivingLine, ReceivingOrder } from '#shared/receiving/facts.ts';
import { foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';

/** The orders a command can mean, as the device knows them. */
export async function ordersNamed(
  read: ReadThings,
  number: string | undefined,
  sourceSystem: string | undefined,
): Promise<InboundOrderThing[]> {
  if (number === undefined) return [];
  return foundOf(await read.byCodes([snapshotCode.document(number)]), 'inboundOrder')
    .map(({ value }) => value)
    .filter((order) => order.orderNumber === number)
    .filter((order) => sourceSystem === undefined || order.sourceSystem === sourceSystem);
}

export function receivingOrder(order: InboundOrderThing, warehouse: string): ReceivingOrder {
  const { key, orderNumber, sourceSystem, status, openLoads, settings } = order;
  return { key, number: orderNumber, sourceSystem, warehouse, status, openLoads, ...(settings && { settings }) };
}

export function receivingLine(order: InboundOrderThing, line: InboundLineThing): ReceivingLine {
  return {
    order: order.key,
    line: line.line,
    item: line.item,
    orderedBase: line.expectedBase,
    overPercent: line.overPercent,
    underPercent: line.underPercent,
    inventoryStatus: line.inventoryStatus,
    owner: line.owner,
    lot: line.lot,
    status: line.status,
    registeredBase: line.receivedBase + registeredBase(order, line.line),
    receivedBase: line.receivedBase,
    ...(line.wishes && { wishes: line.wishes }),
  };
}

/** What a load is to bring of a line; null where nothing was said of it. */
export function lineOnLoad(load: InboundLoadThing, order: string, line: number): OnLoad | null {
  return load.lines.find((each) => each.order === order && each.line === line) ?? null;
}

/** Registered on a line and not on a receipt yet. */
export function registeredBase(order: InboundOrderThing, line: number): number {
  return order.registrations
    .filter((registration) => registration.line === line)
    .reduce((sum, registration) => sum + registration.quantityBase, 0);
}
