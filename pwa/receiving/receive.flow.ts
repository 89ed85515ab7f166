import { flow, go } from '../engine/flow.ts';
import { mendRegistration } from './mend-registration.ts';
import type { ReceiveStates } from './receive.states.ts';
import { announcedStep } from './receive-announced.steps.ts';
import { beginStep } from './receive-begin.steps.ts';
import { checkStep, differencesStep, slipStep } from './receive-complete.steps.ts';
import { conditionStep, photosStep } from './receive-condition.steps.ts';
import { expiredStep } from './receive-expired.step.ts';
import { expiryStep, itemStep, lineStep, lotStep } from './receive-item.steps.ts';
import { loadCheckStep, loadItemStep, loadOrderStep, loadSlipStep } from './receive-load.steps.ts';
import { labelStep, plateStep, quantityStep, serialStep } from './receive-plate.steps.ts';

/**
 * Receiving by order. The worker stands at the dock with the goods.
 *
 * Scan the order's number on the delivery note, or choose the order. Where the supplier announced plates, scan a plate:
 * what is to be on it is shown, and scanning it once more (or "All of it is here") books everything on it and on the
 * plates on it; where it differs, press "It differs" and go on item by item. Where a truck brings several orders, scan
 * or choose its load: each item finds its order by itself. Then, for all goods alike: scan the item, or choose its
 * line. Where the order has several lines of the item, say which one (or let the oldest be filled first). What the
 * label says is not asked again; else scan or type the lot, enter the expiry date, enter how many. Scanning the item
 * once more counts one more. Goods past their date are booked as expired, once the date was looked at again. Items with
 * serial numbers: scan each. Then scan the licence plate on which the goods stand: that books them, and the next item
 * is asked for. Whoever scans the plate's number first, then the codes of what is on it, takes it by one press here.
 * Without a printed plate take a new number and confirm: its label is written, or printed at the press of a button that is
 * there from then until the next goods. Where something is wrong
 * with the goods, press "Something is wrong" (or scan that command) before the plate: say what, take photos; damaged
 * goods are set aside by it. Goods that come in at another dock: scan the dock first. A mistake is taken back with
 * Undo.
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
  mend: mendRegistration,
  steps: {
    order: beginStep,
    announced: announcedStep,
    loadItem: loadItemStep,
    loadOrder: loadOrderStep,
    loadSlip: loadSlipStep,
    loadCheck: loadCheckStep,
    item: itemStep,
    line: lineStep,
    lot: lotStep,
    expiry: expiryStep,
    expired: expiredStep,
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
