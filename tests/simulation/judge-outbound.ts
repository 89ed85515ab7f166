import type { ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import type { OutboundAnswer } from '#shared/orders/outbound-answer.ts';
import type { FreshThing } from './checks/copies.ts';
import type { Deed } from './checks/deeds.ts';
import { exactly } from './checks/exact.ts';
import { checkOffShipments } from './checks/off-shipments.ts';
import type { StockRow } from './checks/on-hand.ts';
import { checkOutboundOrder, type LineKnown } from './checks/outbound-orders.ts';
import { type Picked, picksOf, type TaggedLine } from './checks/picks.ts';
import { checkPromises, type Instead } from './checks/promises.ts';
import { checkClosing, checkSlips, shippedOn, slipsInForce } from './checks/slips.ts';
import type { Papers } from './floor/papers.ts';
import type { SimErp } from './outside/sim-erp.ts';
import type { DeltaRow } from './outside/sim-planner.ts';
import type { EventLog } from './world/event-log.ts';
import { onlyOneSystem } from './world/seeded-database.ts';
import type { SimServer } from './world/sim-server.ts';

export interface OutboundScene {
  readonly server: SimServer;
  readonly log: EventLog;
  readonly erps: readonly SimErp[];
  readonly papers: Papers;
  readonly deeds: readonly Deed[];
  /** Of locations. */
  readonly deltas: readonly DeltaRow[];
  readonly fresh: ReadonlyMap<string, FreshThing>;
  readonly stock: readonly StockRow[];
  /** The state of every message of each ERP. */
  readonly messages: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Looks at everything that went out, or is on its way: promises, picks, shipments, slips, and what orders say of them. */
export async function judgeOutbound(scene: OutboundScene): Promise<string[]> {
  const { server, log, erps, papers, deeds, deltas, fresh, stock } = scene;
  const picks = picksOf(deeds, deltas, papers, taggedLine(erps));
  const shipments = [...fresh.values()].flatMap(({ kind, value }) =>
    kind === 'shipment' ? [value as ShipmentThing] : [],
  );
  const waiting = shipments.flatMap(({ goods }) => goods);
  const items = new Map(erps.flatMap((erp) => erp.items).map((item) => [`${item.sourceSystem}:${item.number}`, item]));
  const orders: OutboundAnswer[] = [];
  const wrong: string[] = [];
  const instead: Instead[] = picks.map(({ order, line, item, steps }) => ({ order, line, item, steps }));
  for (const erp of erps) {
    const { sourceSystem, slips, orderStatus, outbound } = erp;
    wrong.push(...checkSlips({ sourceSystem, slips: slips.rows }, deeds, deltas, picks));
    if (sourceSystem === onlyOneSystem) wrong.push(...checkClosing(slips.rows));
    const messages = scene.messages.get(sourceSystem) ?? new Map();
    const shipped = shippedOn(slipsInForce(slips.rows));
    for (const { orderNumber, lineNumber, item = '', quantity } of shipped) {
      instead.push({ order: `${sourceSystem}:${orderNumber}`, line: lineNumber, item, steps: -exactly(quantity) });
    }
    const { words } = outbound;
    const accepted = words.filter(({ messageId, lines }) => lines !== null && messages.get(messageId) === 'accepted');
    for (const orderNumber of new Set(accepted.map((word) => word.orderNumber))) {
      const order = await erp.askNow<OutboundAnswer>(server, `/api/erp/orders/${orderNumber}`);
      orders.push(order);
      const key = `${sourceSystem}:${orderNumber}`;
      const line = (lineNumber: number): LineKnown => ({
        picked: sumOf(picks.filter((pick) => pick.order === key && pick.line === lineNumber)),
        shipped: sumOf(
          shipped
            .filter((one) => one.orderNumber === orderNumber && one.lineNumber === lineNumber)
            .map(({ quantity }) => ({ steps: exactly(quantity) })),
        ),
        waiting: sumOf(
          waiting
            .filter((one) => one.order === key && one.line === lineNumber)
            .map(({ item, quantityBase }) => ({
              steps: exactly(quantityBase / 10 ** (items.get(item)?.decimals ?? 0)),
            })),
        ),
      });
      wrong.push(...checkOffShipments(order, key, shipments, sourceSystem === onlyOneSystem));
      const told = orderStatus.rows.findLast((row) => row.orderNumber === orderNumber);
      const found = checkOutboundOrder(order, { words, messages, told, line });
      wrong.push(...found.map((what) => `${sourceSystem} ${what}`));
      if (order.shipmentStatus === 'shipped') log.sometimes('order shipped whole');
      if (order.status === 'cancelled' && wasReleased(erp, orderNumber)) log.sometimes('released order was cancelled');
    }
  }
  return [...wrong, ...checkPromises(orders, stock, deeds, instead, deltas)];
}

/** The line of an order that what comes in of an item goes straight to: no other of its lines was ever of that item. */
function taggedLine(erps: readonly SimErp[]): TaggedLine {
  const lines = new Map<string, number>();
  for (const { sourceSystem, outbound } of erps) {
    for (const { orderNumber, lines: said } of outbound.words) {
      for (const { lineNumber, item, crossDockSource } of said ?? []) {
        if (crossDockSource !== undefined) lines.set(`${sourceSystem}:${orderNumber} ${item}`, lineNumber);
      }
    }
  }
  return (order, item) => lines.get(`${order} ${item}`);
}

/** Its feed said once that somebody was sent for its goods. */
function wasReleased({ orderStatus }: SimErp, number: string): boolean {
  return orderStatus.rows.some(({ orderNumber, lines }) => {
    return orderNumber === number && lines.some(({ releasedQuantity }) => releasedQuantity > 0);
  });
}

function sumOf(parts: readonly Pick<Picked, 'steps'>[]): number {
  return parts.reduce((sum, { steps }) => sum + steps, 0);
}
