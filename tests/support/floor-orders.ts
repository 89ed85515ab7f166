import { expect } from 'vitest';
import { gs1CheckDigit } from '#shared/scan/check-digits.ts';
import { serverUrl } from './demo-server.ts';
import type { Handheld } from './handheld.ts';
import { keptOnDevice } from './kept-on-device.ts';

/** Posts an order of 30 pieces of the demo's item A0001 to the built server, as the demo's ERP; waits until it is there. */
export async function postOrder(orderNumber: string, lines: readonly object[] = thirtyPieces): Promise<void> {
  const order = { orderNumber, warehouse: 'EAST', orderType: 'Purchase order', lines };
  await post(`m-${orderNumber}`, { type: 'inbound-shipment-order', operation: 'upsert', order });
}

/** Posts an item counted in pieces, with a barcode for one; the same again changes nothing. */
export async function postItem(number: string, code: string, tracking: object): Promise<void> {
  const barcodes = [{ code, unit: 'pcs', quantity: 1 }];
  const item = { number, description: number, baseUnit: 'pcs', decimals: 0, barcodes, tracking };
  await post(`m-${number}`, { type: 'item', operation: 'upsert', item });
}

/** Waits until the message was taken over. */
async function post(messageId: string, said: object): Promise<void> {
  const message = { messageId, ...said };
  const headers = { authorization: 'Bearer demo-erp-key', 'content-type': 'application/json' };
  const path = new URL('/api/erp/messages', serverUrl());
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(message) });
  if (answer.status !== 202) throw new Error(`${messageId} was answered ${answer.status}: ${await answer.text()}`);
  for (;;) {
    const state = await fetch(new URL(`/api/erp/messages/${messageId}`, path), { headers });
    const { status } = (await state.json()) as { readonly status: string };
    if (status === 'accepted') return;
    if (status !== 'received') throw new Error(`${messageId} is ${status}`);
  }
}

const thirtyPieces = [{ lineNumber: 1, item: 'A0001', quantity: 30, unit: 'pcs' }];

/** A licence plate label that nobody has used yet: its number, and what a scanner says of it. */
export function freshPlate(number: number): { readonly digits: string; readonly scan: string } {
  const digits = `3409999901${String(number).padStart(7, '0')}`;
  const sscc = digits + gs1CheckDigit(digits);
  return { digits: sscc, scan: `]C100${sscc}` };
}

/** Opens the task and scans the order, once the device has heard of it, as a worker does who stands before its goods. */
export async function beginReceiving(floor: Handheld, orderNumber: string): Promise<void> {
  await expect.poll(() => knows(floor, orderNumber)).toBe(true);
  await floor.press('Receive');
  await floor.asks('Scan order, load or plate');
  await floor.scan(orderNumber);
  await floor.asks('Scan the next item');
}

/** Books so many pieces of an item that has neither lot nor serial numbers onto a plate. */
export async function book(floor: Handheld, item: string, quantity: number, plate: string): Promise<void> {
  await floor.scan(item);
  await floor.asks('How many?');
  await floor.type(String(quantity));
  await floor.press('Enter');
  await floor.asks('Scan the licence plate');
  await floor.scan(plate);
  await floor.asks('Scan the next item');
}

/** Whether the device's copy of things has an order. */
async function knows({ page }: Handheld, orderNumber: string): Promise<boolean> {
  const things = await keptOnDevice(page, 'things');
  return things.some(({ key }) => Array.isArray(key) && String(key[1]).endsWith(`:${orderNumber}`));
}
