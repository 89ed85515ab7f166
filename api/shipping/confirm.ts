import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  type ConfirmBody,
  type ConfirmPlan,
  type ConfirmResult,
  confirm,
  decideConfirm,
  type ShippedShipment,
} from '#shared/shipping/confirm.ts';
import { publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { publishPlates } from '../platform/facts/plate-family.queries.ts';
import { handler } from '../platform/handler.ts';
import { commandProblemJson } from '../platform/http/problem.ts';
import { entryId } from '../platform/ledger.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  countShipped,
  setShipmentStatus,
  settleLines,
  settleOrder,
  shipCartons,
  shipGoods,
  shipLines,
  shipLoad,
} from './confirm.queries.ts';
import { confirmFacts } from './confirm-facts.ts';
import { issueSlip } from './packing-slip.ts';
import { announceTransfer } from './transfer.ts';
import { cancelUnreleased, dropRemainder, keepWhatCloses, splitRemainder } from './write-remainder.ts';

export const confirmHandler = handler({ operation: confirm, facts: confirmFacts, decide: decideConfirm, apply });

async function apply(
  trx: AppTrx,
  command: Command<ConfirmBody>,
  { plan }: Applied<ConfirmPlan, ConfirmResult>,
): Promise<ConfirmResult> {
  const documents = [];
  const split = [];
  let entry = 0;
  for (const shipped of plan.shipped) await keepWhatCloses(trx, shipped, plan.unreleased);
  // Before the slips, which tell of it.
  await cancelUnreleased(trx, plan.unreleased);
  for (const shipped of plan.shipped) {
    const { shipment, remainder } = shipped;
    if (remainder?.rule === 'split') {
      split.push(await splitRemainder(trx, command.warehouse, shipped, remainder.lines));
    } else if (remainder) {
      const isCancelled = remainder.rule === 'cancel';
      const { lines, reason } = remainder;
      await dropRemainder(trx, command.warehouse, shipped, { lines, reason, isCancelled });
    }
    await countGoods(trx, shipped);
    const document = await issueSlip(trx, command, shipped);
    for (const { id } of shipped.goods) {
      await trx.one(shipGoods, { id, documentNumber: document.documentNumber, entryId: entryId(command.id, entry) });
      entry += 1;
    }
    await announceTransfer(trx, shipped, document);
    documents.push(document);
    await endShipment(trx, command.warehouse, shipment);
  }
  const refused = plan.refused.map(({ shipment, problem }) => ({
    shipment,
    problem: commandProblemJson(problem, command.id),
  }));
  return { documents, refused, split };
}

/** What was picked is shipped, line by line; orders of which nothing is left to come are closed. */
async function countGoods(trx: AppTrx, { shipment }: ShippedShipment): Promise<void> {
  await trx.one(shipLines, { shipment: shipment.shipment });
  for (const { order: orderKey, line, pickedBase } of shipment.lines) {
    await trx.one(countShipped, {
      orderKey,
      line,
      shippedBase: pickedBase,
      unreleasedBase: 0,
      cancelledBase: 0,
      backorderReason: null,
      cancelReason: null,
    });
  }
  for (const orderKey of new Set(shipment.lines.map(({ order }) => order))) {
    await trx.one(settleLines, { orderKey });
    await trx.one(settleOrder, { orderKey, at: trx.now });
    publishOrderStatus(trx, orderKey);
  }
}

async function endShipment(
  trx: AppTrx,
  warehouse: string,
  { shipment, load, goods }: ShippedShipment['shipment'],
): Promise<void> {
  await trx.one(setShipmentStatus, { shipment, status: 'shipped', confirmedAt: trx.now });
  for (const from of ['closed', 'loaded']) await trx.one(shipCartons, { shipment, from, to: 'shipped' });
  const isLoadGone = (await trx.one(shipLoad, { load, at: trx.now })) !== undefined;
  trx.publish({ kind: 'thing', thing: 'shipment', key: shipment, warehouse, deleted: true });
  trx.publish({ kind: 'thing', thing: 'outboundLoad', key: load, warehouse, deleted: isLoadGone });
  await publishPlates(
    trx,
    warehouse,
    goods.map(({ licensePlate }) => licensePlate),
  );
}
