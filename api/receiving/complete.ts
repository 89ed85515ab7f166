import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import {
  type CompleteBody,
  type CompleteFacts,
  type CompletePlan,
  type CompleteResult,
  complete,
  decideComplete,
  type LineOutcome,
} from '#shared/receiving/complete.ts';
import { publishEvent } from '../platform/events.ts';
import { openDiscrepancy } from '../platform/facts/discrepancies.queries.ts';
import { issueReceipts, type ReceivedLine } from '../platform/facts/issue-receipts.ts';
import { publishLoad } from '../platform/facts/loads.queries.ts';
import { endLoad, receiveLine, setOrderStatus } from '../platform/facts/receipts.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  type CompletingLineRow,
  type CompletingOrder,
  linesOnLoad,
  lockLoad,
  lockOrdersMeant,
  receiptOfLoad,
} from './complete.queries.ts';
import { publishExpectedPlates } from './publish-expected-plates.ts';

export const completeHandler = handler({ operation: complete, facts, decide: decideComplete, apply });

/** The facts of the rule, with what the receipt says besides: the ERP's own words of orders and lines. */
interface ReceiptFacts extends CompleteFacts {
  readonly orders: readonly CompletingOrder[];
  readonly lines: readonly CompletingLineRow[];
}

async function facts(trx: AppTrx, { body: asked }: Command<CompleteBody>): Promise<ReceiptFacts> {
  const named = asked.load === undefined ? { order: asked.order ?? '', load: '' } : { order: '', load: asked.load };
  const meant = await lockOrdersMeant(trx, named);
  const orders = meant.filter((order) => (asked.sourceSystem ?? order.sourceSystem) === order.sourceSystem);
  const [first] = orders;
  const number = asked.load ?? (orders.length === 1 && first?.openLoads.length === 1 ? first.openLoads[0] : undefined);
  if (number === undefined) return { orders, load: null, lines: [] };
  const load = await lockLoad(trx, number);
  const lines: CompletingLineRow[] = [];
  if (load) for (const order of orders) lines.push(...(await linesOnLoad(trx, order.key, load)));
  const hasReceipts = (await trx.one(receiptOfLoad, { load: number })) !== undefined;
  return { orders, load: load && { ...load, hasReceipts }, lines };
}

async function apply(
  trx: AppTrx,
  command: Command<CompleteBody>,
  { plan }: Applied<CompletePlan, CompleteResult>,
  known: ReceiptFacts,
): Promise<CompleteResult> {
  const { warehouse, device } = command;
  const { load, supplierPackingSlip } = plan;
  const lines = plan.received.map((outcome) => receivedLine(outcome, known));
  const documents = await issueReceipts(trx, command, { load, supplierPackingSlip, orders: known.orders, lines });
  for (const { line, receivedBase, status } of plan.received) {
    await trx.one(receiveLine, { orderKey: line.order, line: line.line, receivedBase, status });
  }
  for (const { order, status } of plan.orders) {
    await trx.one(setOrderStatus, { orderKey: order.key, status, at: trx.now });
  }
  if (plan.loadStatus !== 'open') {
    const ended = await trx.one(endLoad, { load: plan.load, status: plan.loadStatus, device, at: trx.now });
    invariant(ended, `the load ${plan.load} was open`);
    await publishExpectedPlates(trx, plan.load, warehouse);
  }
  publishLoad(trx, plan.load, warehouse);
  for (const { key } of known.orders) {
    trx.publish({ kind: 'thing', thing: 'inboundOrder', key, warehouse, deleted: false });
  }
  if (plan.loadStatus === 'closed_empty') tellClosedEmpty(trx, command, plan, known);
  if (plan.differences.length > 0) await keepDifferences(trx, command, plan, known);
  return { documents };
}

function receivedLine({ line, remainingBase }: LineOutcome, { lines }: ReceiptFacts): ReceivedLine {
  const row = lines.find((candidate) => candidate.order === line.order && candidate.line === line.line);
  invariant(row, 'a received line is one of the facts');
  return { ...row, receivedBase: line.onLoadBase, remainingBase };
}

/** What came otherwise than was announced is a matter for purchasing, whoever accepted it at the dock. */
async function keepDifferences(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<CompleteBody>,
  { load, differences }: CompletePlan,
  { orders }: ReceiptFacts,
): Promise<void> {
  const isShort = differences.some(({ expected, registered }) => registered < expected);
  await openDiscrepancy(trx, {
    commandId,
    warehouse,
    sourceSystem: orders[0]?.sourceSystem ?? null,
    class: isShort ? 'shortage' : 'overage',
    details: { load, lines: differences },
  });
}

/** Nothing came of a load that was expected: no document tells of it, so an event does. */
function tellClosedEmpty(trx: AppTrx, command: Command<CompleteBody>, plan: CompletePlan, known: ReceiptFacts): void {
  for (const { sourceSystem, number } of known.orders) {
    publishEvent(trx, {
      // A load may be opened again by what came late, and end empty once more.
      id: `${command.id}:${number}:closed-empty`,
      type: 'load.closed-empty',
      sourceSystem,
      warehouse: command.warehouse,
      subject: plan.load,
      data: { load: plan.load, orderNumber: number },
    });
  }
}
