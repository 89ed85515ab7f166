import type { OrderSnapshot } from '#shared/command/order-changes.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemKey, itemNumberOf } from '#shared/ledger/item-key.ts';
import { askedOf, type OrderedLine } from '#shared/orders/ordered-line.ts';
import type { Runner } from '../platform/db/connection.ts';
import { linesWithItems, ordersWithNumber } from './order.queries.ts';
import { outboundLinesWithItems, outboundWithNumber, workLinesOfOrder } from './outbound-reads.queries.ts';

/** An inbound order as dry runs compare it; quantities of the floor in the item's base unit. */
export async function snapshotOfInbound(
  read: Runner,
  sourceSystem: string,
  orderNumber: string,
): Promise<OrderSnapshot | null> {
  const [order] = await ordersWithNumber(read, orderNumber, sourceSystem);
  if (!order) return null;
  const { warehouse, status, order_type: orderType, order_key: orderKey } = order;
  const lines = await linesWithItems(read, [orderKey]);
  return {
    header: { ...JSON.parse(order.document), warehouse, status, orderType },
    lines: new Map(
      lines.map((line) => [
        String(line.line_number),
        {
          ...JSON.parse(line.document),
          status: line.status,
          owner: line.owner,
          inventoryStatus: line.inventory_status,
          registered: fromBase(line.registered_base, line.decimals),
          received: fromBase(line.received_base, line.decimals),
        },
      ]),
    ),
    work: new Map(),
  };
}

/** An outbound order as dry runs compare it, with the lines of work that fetch its goods. */
export async function snapshotOfOutbound(
  read: Runner,
  sourceSystem: string,
  orderNumber: string,
): Promise<OrderSnapshot | null> {
  const orderKey = itemKey(sourceSystem, orderNumber);
  const orders = await outboundWithNumber(read, orderNumber, sourceSystem);
  const order = orders.find((each) => each.order_key === orderKey);
  if (!order) return null;
  const { warehouse, status, order_type: orderType, hold_codes: holdCodes } = order;
  const lines = await outboundLinesWithItems(read, [orderKey]);
  const work = await workLinesOfOrder(read, orderKey);
  return {
    header: { ...JSON.parse(order.document), warehouse, status, orderType, holdCodes: JSON.parse(holdCodes) },
    lines: new Map(
      lines.map((line) => {
        const shown = (base: number) => fromBase(base, line.decimals);
        const counters = {
          reserved: shown(line.reserved_base),
          released: shown(line.released_base),
          picked: shown(line.picked_base),
          shipped: shown(line.shipped_base),
          cancelled: shown(line.cancelled_base),
        };
        const { owner, inventory_status: inventoryStatus } = line;
        const now = { status: line.status, owner, inventoryStatus, ...counters };
        return [String(line.line_number), { ...JSON.parse(line.document), ...now }];
      }),
    ),
    work: new Map(
      work.map((line) => [
        `${line.work}/${line.line}`,
        {
          status: line.status,
          line: line.order_line,
          item: itemNumberOf(line.item_key),
          location: line.location,
          quantity: fromBase(line.quantity_base, line.decimals),
          claimedBy: line.claimed_by,
        },
      ]),
    ),
  };
}

/** Members of an order's lines that the warehouse counts; what messages say of them is another matter. */
const counters = ['status', 'registered', 'received', 'reserved', 'released', 'picked', 'shipped', 'cancelled'];

/**
 * An order as a message asks for it, though it will not be carried out: the header and the lines are the message's, what
 * the warehouse counts and does stays as it is. A line that was cancelled and is left out again stays too.
 */
export function snapshotAsked(
  before: OrderSnapshot | null,
  header: object,
  lines: readonly OrderedLine[],
  owners: readonly string[],
): OrderSnapshot {
  const kept = [...(before?.lines ?? [])].filter(([, line]) => line.status === 'cancelled');
  const asked = lines.map((line) => {
    const number = String(line.lineNumber);
    const was = before?.lines.get(number) ?? {};
    const counted = Object.fromEntries(counters.map((counter) => [counter, was[counter] ?? null]));
    const { owner, inventoryStatus } = askedOf(line, owners);
    return [number, { ...line, owner, inventoryStatus, ...counted }] as const;
  });
  return {
    header: { ...header, status: before?.header.status ?? null },
    lines: new Map([...kept, ...asked]),
    work: before?.work ?? new Map(),
  };
}

/** An order as a cancellation asks for it, though it will not be carried out: what is open of it is cancelled. */
export function snapshotCancelled(before: OrderSnapshot | null): OrderSnapshot | null {
  if (!before) return null;
  const status = 'cancelled';
  const lines = [...before.lines].map(([number, line]) => {
    return [number, line.status === 'open' ? { ...line, status } : line] as const;
  });
  return { ...before, header: { ...before.header, status }, lines: new Map(lines) };
}
