import { type Command, commandReference } from '#shared/command/envelope.ts';
import { invariant } from '#shared/kernel/invariant.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import type { ManualReceipt, ReceivingOrder, RegisterFacts } from '#shared/receiving/facts.ts';
import { blindPermit, isBlind, manualOrderType } from '#shared/receiving/manual-receipt.ts';
import type { RegisterPlan } from '#shared/receiving/register.ts';
import type { RegisterBody } from '#shared/receiving/register-body.ts';
import { insertMadeOrder, putMadeLine } from '../platform/facts/made-orders.queries.ts';
import { freeOrderNumber, sourceSystemsFor } from '../platform/facts/made-orders.ts';
import { mayDo } from '../platform/facts/people.queries.ts';
import { settingsFrom } from '../platform/facts/source-systems.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import {
  cancelManualLine,
  cancelManualOrder,
  lowerManualLine,
  manualLineAfter,
  manualLines,
  orderOfCommand,
} from './manual-receipt.queries.ts';
import type { OrderLines } from './order-lines.queries.ts';
import { registrationsNamed } from './undo-registration.queries.ts';

const series = 'manual-inbound-order';

/** Where the order is named by the command that made it, that order. */
export async function withOrderOfCommand(trx: AppTrx, asked: RegisterBody): Promise<RegisterBody> {
  if (asked.order === undefined || commandReference(asked.order) === null) return asked;
  const row = await trx.one(orderOfCommand, registrationsNamed(asked.order));
  return row ? { ...asked, order: row.order_number, sourceSystem: row.source_system } : asked;
}

/**
 * Whether goods come without an order or a load: it is said whose they are or who brought them, or nothing is said by
 * somebody who may take such goods in. Whoever may not has only forgotten to scan the order.
 */
export async function comeUnordered(trx: AppTrx, { body, ...who }: Command<RegisterBody>): Promise<boolean> {
  if (body.order !== undefined || body.load !== undefined) return false;
  return isBlind(body) || mayDo(trx, who, blindPermit);
}

type Manual = Pick<RegisterFacts, 'manual' | 'orders' | 'item' | 'lines'>;

/**
 * What goods need to know that nobody ordered (`ordered` null), or that are added to a manual order; null for all others.
 */
export async function manualFacts(
  trx: AppTrx,
  command: Command<RegisterBody>,
  asked: RegisterBody,
  ordered: OrderLines | null,
): Promise<Manual | null> {
  const [order, other] = ordered?.orders ?? [];
  const isAdded = order?.isManual === true && !other && asked.line === undefined && order.status === 'open';
  if (!isAdded && ordered !== null) return null;
  const named = isAdded ? order.sourceSystem : asked.sourceSystem;
  const systems = await sourceSystemsFor(trx, command.warehouse, asked.item, named);
  const [system, another] = systems;
  const isPermitted = await mayDo(trx, command, blindPermit);
  const nobody = { isNewOrder: true, line: 1, isNewLine: true, registeredBase: 0, owner: '', isAllowed: false };
  const names = { sourceSystems: systems.map(({ code }) => code), isPermitted };
  if (!system || another) return { manual: { ...nobody, ...names }, orders: [], item: null, lines: [] };
  const settings = settingsFrom(system.settings);
  const [item = null] = await itemsByKey(trx, [itemKey(system.code, asked.item)]);
  const owners = JSON.parse(system.owners) as string[];
  const own = { ...names, isAllowed: settings.manualInboundOrders, owner: owners[0] ?? system.code };
  if (isAdded) {
    return { manual: { ...own, ...(await lineFor(trx, order, item?.key)) }, orders: [order], item, lines: [] };
  }
  const number = await freeOrderNumber(trx, {
    series,
    sourceSystem: system.code,
    prefix: settings.manualInboundNumberPrefix,
  });
  const fresh: ReceivingOrder = {
    key: itemKey(system.code, number),
    number,
    sourceSystem: system.code,
    warehouse: command.warehouse,
    status: 'open',
    openLoads: [],
    settings,
  };
  return { manual: { ...nobody, ...own }, orders: [fresh], item, lines: [] };
}

/** The open line of the order with the item, else the next one. */
async function lineFor(trx: AppTrx, order: ReceivingOrder, item: string | undefined) {
  const lines = await trx.all(manualLines, { orderKey: order.key });
  const known = lines.find((line) => line.item_key === item && line.status === 'open');
  const next = (lines.at(-1)?.line_number ?? 0) + 1;
  return {
    isNewOrder: false,
    line: known?.line_number ?? next,
    isNewLine: known === undefined,
    registeredBase: known?.registered_base ?? 0,
  };
}

/** Writes the manual order, or raises its line to what is there now, before goods are registered on it. */
export async function writeManual(
  trx: AppTrx,
  { warehouse, body: asked }: Command<RegisterBody>,
  { orders: [order], item, registrations }: RegisterPlan,
  manual: ManualReceipt,
): Promise<void> {
  const [first] = registrations;
  invariant(order && first, 'a manual receipt has an order and a registration');
  if (manual.isNewOrder) {
    const { consigner = null } = asked;
    await trx.one(insertMadeOrder, {
      orderKey: order.key,
      sourceSystem: order.sourceSystem,
      number: order.number,
      warehouse,
      type: manualOrderType,
      document: JSON.stringify({ orderNumber: order.number, warehouse, orderType: manualOrderType, consigner }),
      at: trx.now,
    });
  }
  const { line, orderedBase, inventoryStatus, owner } = first.line;
  await trx.one(putMadeLine, {
    orderKey: order.key,
    line,
    itemKey: item.key,
    unit: item.baseUnit,
    quantity: String(fromBase(orderedBase, item.decimals)),
    quantityBase: orderedBase,
    inventoryStatus,
    owner,
    document: '{}',
  });
}

/** What was taken back of a manual order was never ordered: its line is lowered to what is left. */
export async function lowerManual(trx: AppTrx, orderKey: string, line: number): Promise<void> {
  const row = await trx.one(manualLineAfter, { orderKey, line });
  if (!row) return;
  const { registered_base: quantityBase, decimals } = row;
  if (quantityBase > 0) {
    await trx.one(lowerManualLine, {
      orderKey,
      line,
      quantity: String(fromBase(quantityBase, decimals)),
      quantityBase,
    });
    return;
  }
  await trx.one(cancelManualLine, { orderKey, line });
  await trx.one(cancelManualOrder, { orderKey, at: trx.now });
}
