import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { availableStatus } from '#shared/ledger/stock-row.ts';
import type { ManualReceipt, ReceivingLine } from './facts.ts';
import type { RegisterBody } from './register-body.ts';

/** What such an order is typed with: its ERP sees a receipt of an order that it never sent. */
export const manualOrderType = 'Manual order';

/** The permit to receive goods that nobody ordered; supervisors have it. */
export const blindPermit = 'receiving.blind';

/** Goods without an order: somebody says whose they are, or who brought them. */
export function isBlind({ order, load, sourceSystem, consigner }: RegisterBody): boolean {
  return order === undefined && load === undefined && (sourceSystem !== undefined || consigner !== undefined);
}

/**
 * Why goods cannot be received without an order: `receiving.source_unknown` no such source system works with this
 * warehouse, `receiving.source_ambiguous` none was named and the goods can
 * be several systems', `auth.permit_missing` (`receiving.blind`),
 * `receiving.manual_orders_off`.
 */
export function whyNotManual(asked: RegisterBody, manual: ManualReceipt, warehouse: string): Problem | null {
  const [sourceSystem, other] = manual.sourceSystems;
  if (sourceSystem === undefined) {
    return problem('receiving.source_unknown', { sourceSystem: asked.sourceSystem ?? '', warehouse });
  }
  if (other !== undefined) {
    return problem('receiving.source_ambiguous', { sourceSystems: manual.sourceSystems.join(', ') });
  }
  if (!manual.isPermitted) return problem('auth.permit_missing', { operation: blindPermit, warehouse });
  return manual.isAllowed ? null : problem('receiving.manual_orders_off', { sourceSystem });
}

/** The line that takes the goods: it orders exactly what comes. */
export function manualLine(order: string, manual: ManualReceipt, item: StockItem, quantityBase: number): ReceivingLine {
  return {
    order,
    line: manual.line,
    item: item.key,
    orderedBase: manual.registeredBase + quantityBase,
    overPercent: 0,
    underPercent: 0,
    inventoryStatus: availableStatus,
    owner: manual.owner,
    lot: null,
    status: 'open',
    registeredBase: manual.registeredBase,
    receivedBase: 0,
  };
}
