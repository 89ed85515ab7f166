import * as z from 'zod';
import { isPermitted } from '#shared/command/roles.ts';
import { later } from '#shared/kernel/later.ts';
import { problem } from '#shared/kernel/problem.ts';
import { type Fraction, fromBase, fromBaseIn } from '#shared/kernel/quantity.ts';
import { isInReceiving } from '#shared/orders/inbound-order.machine.ts';
import { outboundAnswer } from '#shared/orders/outbound-answer.ts';
import { unitFractionOf } from '#shared/orders/unit-of-line.ts';
import { permitsIn } from '../platform/auth.ts';
import { instant } from '../platform/clock.ts';
import { isMadeByTransfer } from '../platform/facts/order-to-receive.ts';
import type { Caller } from '../platform/http/caller.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { loadsAnswer, noticesAnswer, readLoadsOfOrder } from './loads-of-order.ts';
import { type LineRow, linesWithItems, type OrderRow, ordersWithNumber } from './order.queries.ts';
import { inboundOrderLoader } from './order-thing.ts';
import { readOutboundOrder } from './outbound-answer.ts';
import { outboundWithNumber } from './outbound-reads.queries.ts';

const permit = 'orders.read';

/** In the unit of the line; null where that has more than six decimals. */
const inUnit = z.number().nullable();

const orderAnswer = later(() =>
  z.object({
    orderNumber: z.string(),
    sourceSystem: z.string(),
    direction: z.literal('inbound'),
    warehouse: z.string(),
    orderType: z.string(),
    status: z.enum(['open', 'partially_received', 'received', 'cancelled', 'closed_short']),
    /** Goods are registered that no receipt tells of yet. */
    inReceiving: z.boolean(),
    /** The message that the order was last changed by. */
    messageId: z.string().nullable(),
    createdAt: z.string(),
    changedAt: z.string(),
    /** The order's own words: parties, dates, notes, attachments. */
    header: z.record(z.string(), z.unknown()),
    /** What suppliers announced of it, and the loads it comes on. */
    loads: loadsAnswer,
    notices: noticesAnswer,
    lines: z.array(
      z.object({
        lineNumber: z.number(),
        item: z.string(),
        description: z.string(),
        status: z.enum(['open', 'received', 'closed', 'cancelled']),
        unit: z.string(),
        orderedQuantity: z.number(),
        registeredQuantity: inUnit,
        receivedQuantity: inUnit,
        remainingQuantity: inUnit,
        baseUnit: z.string(),
        base: z.object({ ordered: z.number(), registered: z.number(), received: z.number(), remaining: z.number() }),
        overDeliveryPercent: z.number(),
        underDeliveryPercent: z.number(),
        lot: z.string().nullable(),
        inventoryStatus: z.string(),
        owner: z.string(),
      }),
    ),
  }),
);

/** Orders as they stand, of both directions. */
export function addOrderRoutes(routes: Routes, services: Services): void {
  services.thingLoaders.set('inboundOrder', inboundOrderLoader(services.clock));

  routes.add(
    {
      method: 'get',
      path: '/api/erp/orders/{orderNumber}',
      summary: 'An order: how far it is, each of its lines, its loads or shipments, and why goods do not come or go',
      tag: 'ERP',
      access: { scopes: ['erp'], permit },
      query: z.strictObject({
        sourceSystem: z.string().min(1).max(64).optional(),
        /** Where orders of both directions have the number; of a transfer, the order that was sent unless said. */
        direction: z.enum(['inbound', 'outbound']).optional(),
      }),
      answers: { 200: { description: 'The order', schema: z.union([orderAnswer, outboundAnswer]) } },
    },
    async ({ c, caller, query, path: { orderNumber = '' } }) => {
      const { read } = services.store;
      const asked = caller?.kind === 'machine' ? (caller.sourceSystem ?? '') : query.sourceSystem;
      const { direction = 'both' } = query;
      const inbound = direction === 'outbound' ? [] : await ordersWithNumber(read, orderNumber, asked);
      const outbound = direction === 'inbound' ? [] : await outboundWithNumber(read, orderNumber, asked);
      const [going, otherGoing] = outbound.filter((order) => mayRead(caller, order));
      const [order, other] = inbound.filter((each) => mayRead(caller, each));
      // The other warehouse's side of a transfer has the number of what was sent; whoever sent it knows of no other.
      if (going && order && !isMadeByTransfer(order.message_id))
        throw new HttpProblem(409, problem('order.both_directions', { order: orderNumber }));
      if (otherGoing ?? other) {
        const sourceSystems = [...inbound, ...outbound].map(({ source_system }) => source_system).join(', ');
        throw new HttpProblem(409, problem('order.ambiguous', { order: orderNumber, sourceSystems }));
      }
      if (going) return c.json(await readOutboundOrder(read, going));
      if (!order) throw notFound(orderNumber);
      const lines = await linesWithItems(read, [order.order_key]);
      return c.json({ ...answerOf(order, lines), ...(await readLoadsOfOrder(read, order.order_key)) });
    },
  );
}

function mayRead(caller: Caller | undefined, order: { readonly warehouse: string }): boolean {
  return (
    caller?.kind === 'machine' || (caller !== undefined && isPermitted(permitsIn(caller, order.warehouse), permit))
  );
}

function answerOf(order: OrderRow, lines: readonly LineRow[]) {
  const progress = lines.map((line) => ({ registeredBase: line.registered_base, receivedBase: line.received_base }));
  return {
    orderNumber: order.order_number,
    sourceSystem: order.source_system,
    direction: 'inbound',
    warehouse: order.warehouse,
    orderType: order.order_type,
    status: order.status,
    inReceiving: isInReceiving(progress),
    messageId: order.message_id,
    createdAt: instant(order.created_at),
    changedAt: instant(order.changed_at),
    header: JSON.parse(order.document) as Record<string, unknown>,
    lines: lines.map(lineAnswer),
  };
}

function lineAnswer(line: LineRow) {
  const { quantity, quantity_base: quantityBase, decimals } = line;
  const unit: Fraction = unitFractionOf({ quantity, quantityBase, decimals });
  const remainingBase = line.status === 'open' ? Math.max(0, quantityBase - line.received_base) : 0;
  return {
    lineNumber: line.line_number,
    item: line.item_number,
    description: line.description,
    status: line.status,
    unit: line.unit,
    orderedQuantity: Number(quantity),
    registeredQuantity: fromBaseIn(line.registered_base, unit, decimals),
    receivedQuantity: fromBaseIn(line.received_base, unit, decimals),
    remainingQuantity: fromBaseIn(remainingBase, unit, decimals),
    baseUnit: line.base_unit,
    base: {
      ordered: fromBase(quantityBase, decimals),
      registered: fromBase(line.registered_base, decimals),
      received: fromBase(line.received_base, decimals),
      remaining: fromBase(remainingBase, decimals),
    },
    overDeliveryPercent: Number(line.over_percent),
    underDeliveryPercent: Number(line.under_percent),
    lot: line.lot,
    inventoryStatus: line.inventory_status,
    owner: line.owner,
  };
}
