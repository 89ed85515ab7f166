import { fromBase } from '#shared/kernel/quantity.ts';
import type { Runner } from '../db/connection.ts';
import { Check } from './findings.ts';
import { batches } from './in-batches.ts';
import { activeSlipsAfter, shippedLines, shippedOnSlip } from './slips.queries.ts';

/** The finest step that any quantity has, so that numbers with decimals add up exactly. */
const steps = 1e6;

interface Slip {
  readonly quantityChannel: boolean;
  readonly lines: readonly {
    readonly orderNumber: string;
    readonly lineNumber: number;
    readonly item: string;
    readonly shippedQuantity: number;
    readonly details: readonly { readonly id: string; readonly item: string; readonly quantity: number }[];
  }[];
}

/**
 * What packing slips that count tell of is what was shipped: each detail is goods that left with it, each of those is on
 * it, and what orders say was shipped is what their slips add up to. Goods that the ERP books from a slip count as told
 * by it, others by none.
 */
export async function checkSlips(read: Runner): Promise<Check> {
  const check = new Check('packing slips', 'slips');
  const shippedSteps = new Map<string, number>();
  for await (const rows of batches(read, activeSlipsAfter, { number: '' }, ({ number }) => ({ number }))) {
    for (const row of rows) {
      check.rows += 1;
      const slip = JSON.parse(row.body) as Slip;
      await checkGoods(read, check, row.number, slip);
      for (const line of slip.lines) {
        const name = `${row.source_system}:${line.orderNumber} line ${line.lineNumber}`;
        shippedSteps.set(name, (shippedSteps.get(name) ?? 0) + stepsOf(line.shippedQuantity));
      }
    }
  }
  for (const line of await read.all(shippedLines, {})) {
    const name = `${line.source_system}:${line.order_number} line ${line.line_number}`;
    const shipped = fromBase(line.shipped_base, line.decimals);
    check.same(name, 'what its packing slips say', (shippedSteps.get(name) ?? 0) / steps, shipped);
    shippedSteps.delete(name);
  }
  for (const [line, told] of shippedSteps) {
    if (told !== 0) check.fault(line, 'a packing slip tells of it, but nothing of it was shipped');
  }
  return check;
}

async function checkGoods(read: Runner, check: Check, number: string, slip: Slip): Promise<void> {
  const goods = new Map((await read.all(shippedOnSlip, { number })).map((row) => [row.id, row]));
  for (const line of slip.lines) {
    for (const { id, quantity } of line.details) {
      const row = goods.get(id);
      goods.delete(id);
      check.same(`${number}, ${id}`, 'its quantity', quantity, row && fromBase(row.quantity_base, row.decimals));
      if (!row) continue;
      const toldBy = slip.quantityChannel ? number : null;
      check.same(`${number}, ${id}`, 'the document that tells of it', row.told_by, toldBy);
    }
    const isAsOrdered = line.details.every(({ item }) => item === line.item);
    const told = line.details.reduce((sum, { quantity }) => sum + stepsOf(quantity), 0);
    const of = `the sum of the details of line ${line.orderNumber}/${line.lineNumber}`;
    if (isAsOrdered) check.same(number, of, told / steps, line.shippedQuantity);
  }
  for (const id of goods.keys())
    check.fault(`${number}, ${id}`, 'it was shipped on this slip, but the slip does not say so');
}

function stepsOf(quantity: number): number {
  return Math.round(quantity * steps);
}
