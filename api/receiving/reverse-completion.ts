import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  decideReverseCompletion,
  type ReverseCompletionBody,
  type ReverseCompletionFacts,
  type ReverseCompletionPlan,
  type ReverseCompletionResult,
  type ReversedDocument,
  reverseCompletion,
} from '#shared/receiving/reverse-completion.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { reverseDocument } from '../platform/documents.ts';
import { publishEvent } from '../platform/events.ts';
import { legsOf } from '../platform/facts/issue-receipts.ts';
import { publishLoad } from '../platform/facts/loads.queries.ts';
import { receiveLine, setOrderStatus } from '../platform/facts/receipts.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { lockLoad, lockOrdersMeant } from './complete.queries.ts';
import { publishExpectedPlates } from './publish-expected-plates.ts';
import {
  forgetDocument,
  linesWith,
  loadOfDocument,
  newestDocument,
  receiptsMadeWith,
  registrationsOnDocument,
  reopenLoad,
  type ToldRegistration,
} from './reverse-completion.queries.ts';

interface Facts extends ReverseCompletionFacts {
  /** Keys of all orders on the load, also of those that nothing had come of: each has an open load again. */
  readonly ordersOnLoad: readonly string[];
  /** The source systems of the orders on the load. */
  readonly sourceSystems: ReadonlySet<string>;
  /** What each receipt told of. */
  readonly told: ReadonlyMap<string, readonly ToldRegistration[]>;
}

export const reverseCompletionHandler = handler({
  operation: reverseCompletion,
  facts,
  decide: decideReverseCompletion,
  apply,
});

/** Locks in the order of every other operation of receiving: orders, load, and then what only documents need. */
async function facts(
  trx: AppTrx,
  { body: { documentNumber: number } }: Command<ReverseCompletionBody>,
): Promise<Facts> {
  const load = (await trx.one(loadOfDocument, { number }))?.load_number ?? null;
  const onLoad = load === null ? [] : await lockOrdersMeant(trx, { order: '', load });
  if (load !== null) await lockLoad(trx, load);
  const receipts = load === null ? [] : await trx.all(receiptsMadeWith.lock[trx.dialect], { load, number });
  const told = new Map<string, ToldRegistration[]>();
  for (const receipt of receipts) {
    told.set(receipt.number, await trx.all(registrationsOnDocument, { load: load ?? '', number: receipt.number }));
  }
  const toldOfAny = [...told.values()].flat();
  const orders = onLoad.filter(({ key }) => toldOfAny.some((registration) => registration.order_key === key));
  const lines = [];
  for (const order of orders) lines.push(...(await linesWith(trx, order.key, toldOfAny)));
  const newest = await trx.one(newestDocument, { number });
  return {
    document: newest ? documentOf(newest) : null,
    load,
    receipts: receipts.map(documentOf),
    orders,
    lines,
    told,
    ordersOnLoad: onLoad.map(({ key }) => key),
    sourceSystems: new Set(orders.map(({ sourceSystem }) => sourceSystem)),
  };
}

function documentOf(row: RowOf<typeof newestDocument>): ReversedDocument {
  return {
    number: row.number,
    version: row.version,
    kind: row.kind,
    warehouse: row.warehouse,
    isActive: row.active === 1,
    postingStatus: row.posting_status,
  };
}

async function apply(
  trx: AppTrx,
  command: Command<ReverseCompletionBody>,
  { plan }: Applied<ReverseCompletionPlan, ReverseCompletionResult>,
  known: Facts,
): Promise<undefined> {
  const { load } = plan;
  const { warehouse, operator: by } = command;
  for (const { number } of plan.receipts) {
    const toldOf = legsOf(warehouse, known.told.get(number) ?? []);
    await reverseDocument(trx, number, { reason: plan.reason, by, toldOf });
    await trx.one(forgetDocument, { load, number });
  }
  for (const { line, receivedBase, status } of plan.lines) {
    await trx.one(receiveLine, { orderKey: line.order, line: line.line, receivedBase, status });
  }
  for (const { order, status } of plan.orders) {
    await trx.one(setOrderStatus, { orderKey: order, status, at: trx.now });
  }
  for (const key of known.ordersOnLoad) {
    trx.publish({ kind: 'thing', thing: 'inboundOrder', key, warehouse, deleted: false });
  }
  await trx.one(reopenLoad, { load });
  publishLoad(trx, load, warehouse);
  await publishExpectedPlates(trx, load, warehouse);
  tellReopened(trx, command, plan, known);
  auditReversal(trx, command, plan);
  return undefined;
}

/** The load is expected to be completed once more: whoever plans the dock wants to know. */
function tellReopened(
  trx: AppTrx,
  { id, warehouse }: Command<ReverseCompletionBody>,
  { load, reason }: ReverseCompletionPlan,
  { sourceSystems }: Facts,
): void {
  for (const sourceSystem of sourceSystems) {
    const data = { load, reason };
    publishEvent(trx, {
      id: `${id}:${sourceSystem}:reopened`,
      type: 'load.reopened',
      sourceSystem,
      warehouse,
      subject: load,
      data,
    });
  }
}

/** Taking back what an ERP was told is a decision of a person, to be found later. */
function auditReversal(trx: AppTrx, command: Command<ReverseCompletionBody>, plan: ReverseCompletionPlan): void {
  trx.publish({
    kind: 'audit',
    id: command.id,
    at: trx.now,
    actor: command.operator,
    action: reverseCompletion.type,
    subject: command.body.documentNumber,
    before: { load: plan.load, status: 'received' },
    after: {
      load: plan.load,
      status: 'open',
      reason: plan.reason,
      receipts: plan.receipts.map(({ number }) => number),
    },
    commandId: command.id,
  });
}
