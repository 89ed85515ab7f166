import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import { Device } from './device.ts';
import { Erp, itemMessage, shipMessage } from './erp.ts';

/** Goods of an item of its own that left for a customer. */
export interface ShippedGoods {
  readonly item: string;
  readonly order: string;
  readonly shipment: string;
  /** What is printed on the label. */
  readonly returnId: string;
  readonly slip: string;
}

export interface ToShip {
  readonly quantity?: number;
  readonly lot?: string;
  readonly serials?: readonly string[];
  /** More of the item's message, and of its place. */
  readonly of?: object;
  readonly expiryDate?: string;
}

/** Makes stock, an order for it, and ships it all. `name` tells runs apart. */
export async function shipGoods(app: TestApp, name: string, wanted: ToShip = {}): Promise<ShippedGoods> {
  const { quantity = 5, lot, serials, of, expiryDate } = wanted;
  const [item, order, location] = [`RG-${name}`, `SO-RG-${name}`, 'A-10-01-1'];
  const office = await Device.signIn(app, 'S-2001');
  const done = async (type: string, body: object) => {
    const { outcome, problem, result } = await office.do(type, body);
    expect([type, outcome, problem]).toEqual([type, 'applied', null]);
    return result;
  };
  const tracking = { lot: lot !== undefined, serial: serials !== undefined, expiry: expiryDate !== undefined };
  const lines = [[1, item, quantity, {}] as const];
  const erp = new Erp(app);
  await erp.sent(itemMessage(item, { tracking, ...of }), shipMessage(`rg-${name}`, order, [...lines]));
  const goods = { location, item, quantity, unit: 'pcs', ...(lot && { lot }), ...(serials && { serials }) };
  await done('inventory.adjust', { ...goods, ...(expiryDate && { expiryDate }), reason: 'found' });
  const [work] = (await done('waves.release', { orders: [order] })).work;
  for (const line of work.lines) {
    const of = { quantity: line.quantity, ...(line.serial && { serials: [line.serial] }) };
    await done('picking.pick', { work: work.work, line: line.line, ...goods, ...of });
  }
  await done('picking.put', { work: work.work, location: 'STAGE-01' });
  const [document] = (await done('shipping.confirm', { order })).documents;
  const slip = await erp.get(`/api/erp/packing-slips/${document.documentNumber}`);
  const { shipment, returnId } = slip.body;
  return { item, order, shipment, returnId, slip: document.documentNumber };
}
