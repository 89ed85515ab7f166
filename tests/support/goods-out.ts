import { expect } from 'vitest';
import type { WorkResult } from '#shared/ledger/work-result.ts';
import { serverUrl } from './demo-server.ts';
import { itemMessage, type LineOf, shipMessage } from './erp.ts';
import { askedByErp, type Office } from './office.ts';

/** Goods at a place; `licensePlate`: they stand on it. */
interface Stock {
  readonly location: string;
  readonly quantity: number;
  readonly licensePlate?: string;
  readonly lot?: string;
  readonly serials?: readonly string[];
}

/** One line of an outbound order: so much of an item of its own, and where there is how much of it. */
interface Wanted {
  readonly item: string;
  readonly quantity: number;
  readonly stock: readonly Stock[];
  /** More of the item's message, and more of the order's line. */
  readonly of?: object;
  readonly line?: object;
}

/** Orders as an ERP sends them to the built server, with stock for each line, released: the work that came of it. */
export async function releasedOrder(office: Office, order: string, wanted: readonly Wanted[]): Promise<WorkResult[]> {
  const items = wanted.map(({ item, of }) => ({ ...itemMessage(item, of), messageId: `i-${order}-${item}` }));
  const lines = wanted.map(({ item, quantity, line }, index): LineOf => [index + 1, item, quantity, line ?? {}]);
  const message = shipMessage(`m-${order}`, order, lines, { carrier: 'DHL' });
  for (const each of [...items, message]) await accepted(each);
  for (const { item, stock } of wanted) {
    for (const goods of stock) await done(office, 'inventory.adjust', { item, unit: 'pcs', reason: 'found', ...goods });
  }
  return (await done(office, 'waves.release', { orders: [order] })).work;
}

/** What a supervisor does beside the handheld, which has to work. */
export async function done(office: Office, type: string, body: object) {
  const { outcome, result, problem } = await office.do(type, body);
  expect([type, outcome, problem]).toEqual([type, 'applied', null]);
  return result;
}

/** Posts a message as the demo's ERP, and waits until it was carried out. */
export async function accepted(message: { readonly messageId: string }): Promise<void> {
  const headers = { authorization: 'Bearer demo-erp-key', 'content-type': 'application/json' };
  const path = new URL('/api/erp/messages', serverUrl());
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(message) });
  if (answer.status !== 202) throw new Error(`the message was answered ${answer.status}: ${await answer.text()}`);
  const read = () => askedByErp(`/api/erp/messages/${message.messageId}`);
  await expect.poll(async () => (await read()).status).toBe('accepted');
}

/** What the packing slips of an order say was shipped, line by line: each slip in the feed once. */
export async function slipsOf(order: string): Promise<{ documentNumber: string; lines: [string, number][] }[]> {
  const { items } = await askedByErp('/api/erp/packing-slips?limit=1000');
  const own = (items as Slip[]).filter(({ lines }) => lines.some(({ orderNumber }) => orderNumber === order));
  return own.map(({ documentNumber, lines }) => ({
    documentNumber,
    lines: lines.map(({ item, shippedQuantity }): [string, number] => [item, shippedQuantity]),
  }));
}

interface Slip {
  readonly documentNumber: string;
  readonly lines: readonly { readonly orderNumber: string; readonly item: string; readonly shippedQuantity: number }[];
}
