import { itemKey } from '#shared/ledger/item-key.ts';
import type { InboundOrderThing } from '#shared/ledger/thing.ts';
import { type FlowStep, flow, go, say } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { isOpenOrder, snapshotCode } from '../store/snapshot-codes.ts';
import { words } from '../ui/words.ts';
import type { ReceiveStates } from './receive.states.ts';
import { checkStep, differencesStep, slipStep } from './receive-complete.steps.ts';
import { conditionStep, photosStep } from './receive-condition.steps.ts';
import { expiryStep, itemStep, lineStep, lotStep } from './receive-item.steps.ts';
import { labelStep, plateStep, quantityStep, serialStep } from './receive-plate.steps.ts';
import { isLineDone } from './shown.ts';

/**
 * Receiving by order. The worker stands at the dock with the goods.
 *
 * Scan the order's number on the delivery note, or choose the order. Then, for all goods alike: scan the item, or choose
 * its line. Where the order has several lines of the item, say which one (or let the oldest be filled first). What the
 * label says is not asked again; else scan or type the lot, enter the expiry date, enter how many. Scanning the item
 * once more counts one more. Items with serial numbers: scan each. Then scan the licence plate on which the goods stand:
 * that books them, and the next item is asked for. Without a printed plate take a new number, write it on the goods and
 * confirm. Where something is wrong with the goods, press "Something is wrong" (or scan that command) before the plate:
 * say what, take photos; damaged goods are set aside by it. Goods that come in at another dock: scan the dock first. A mistake is taken back with Undo.
 *
 * When everything is in: press "All in" (or scan that command). The lines are shown with what was expected and what
 * arrived. Enter the number of the supplier's packing slip, or go on without one; where something is missing or too
 * much, accept the differences. That closes the delivery and tells the ERP.
 */
export const receive = flow<ReceiveStates>({
  id: 'receive',
  permit: 'receiving.register',
  title: 'receive.title',
  revision: 1,
  start: () => go('order', {}),
  steps: {
    order: orderStep(),
    item: itemStep,
    line: lineStep,
    lot: lotStep,
    expiry: expiryStep,
    quantity: quantityStep,
    serial: serialStep,
    plate: plateStep,
    label: labelStep,
    condition: conditionStep,
    photos: photosStep,
    check: checkStep,
    slip: slipStep,
    differences: differencesStep,
  },
});

function orderStep(): FlowStep<ReceiveStates, object> {
  return {
    prompt: () => ({ ask: words('receive.scanOrder') }),
    needs: () => [{ list: snapshotCode.openOrders }],
    scan: {
      document: (_state, scan, world) => {
        if (scan.documentType !== 'inbound-order') return say('receive.notAnOrder', { text: scan.text });
        const order = world.thing('inboundOrder', itemKey(scan.sourceSystem ?? '', scan.document));
        return beginOrder(order, scan.document);
      },
    },
    choose: {
      options: (_state, world) =>
        foundOf(world.list(snapshotCode.openOrders), 'inboundOrder').map(({ key, value }) => ({
          key,
          title: value.orderNumber,
          ...(value.consigner !== null && { detail: value.consigner }),
          value: words('receive.linesDone', { done: linesDone(value), of: value.lines.length }),
        })),
      pick: (_state, key, world) => {
        const found = foundOf(world.list(snapshotCode.openOrders), 'inboundOrder').find((order) => order.key === key);
        return beginOrder(found?.value, key);
      },
    },
  };
}

function beginOrder(order: InboundOrderThing | undefined, number: string) {
  if (!order) return say('receiving.order_unknown', { order: number });
  const { key, orderNumber, status, consigner } = order;
  if (!isOpenOrder(order)) return say('receiving.order_closed', { order: orderNumber, status });
  const told = consigner === null ? orderNumber : `${orderNumber} · ${consigner}`;
  return go('item', { order: key, location: null, lastPlate: null }, told);
}

function linesDone(order: InboundOrderThing): number {
  return order.lines.filter((line) => isLineDone(order, line)).length;
}
