import type { TestApp } from './app.ts';

/** An ERP that posts messages with the demo's key and looks what became of them. */
export class Erp {
  readonly #app: TestApp;
  readonly #key: string;

  constructor(app: TestApp, key = 'demo-erp-key') {
    this.#app = app;
    this.#key = key;
  }

  call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    return this.#app.call(method, path, { as: this.#key, headers, ...(body !== undefined && { body }) });
  }

  get(path: string) {
    return this.call('GET', path);
  }

  post(messages: unknown, query = '') {
    return this.call('POST', `/api/erp/messages${query}`, messages);
  }

  /** A message after it was carried out; also a parked one, unless `isDone` asks for more. */
  async settled(messageId: string, isDone = (status: string) => status !== 'received') {
    for (let tries = 0; tries < 400; tries += 1) {
      const { body } = await this.get(`/api/erp/messages/${encodeURIComponent(messageId)}`);
      if (isDone(body.status)) return body;
      await new Promise((next) => setTimeout(next, 10));
    }
    throw new Error(`the message ${messageId} was not carried out`);
  }

  /** Posts messages and answers them after they were carried out. */
  async sent(...messages: { messageId: string }[]) {
    const { status, body } = await this.post(messages);
    if (status !== 202) throw new Error(`the messages were answered ${status}: ${JSON.stringify(body)}`);
    return Promise.all(messages.map(({ messageId }) => this.settled(messageId)));
  }

  /** The events about these subjects, oldest first, as soon as there are `count` of them. */
  async events(count: number, ...subjects: readonly string[]) {
    for (let tries = 0; tries < 100; tries += 1) {
      const { body } = await this.get('/api/erp/events?limit=1000');
      const events = body.items.map((row: { event: { subject: string } }) => row.event);
      const found = events.filter((event: { subject: string }) => subjects.includes(event.subject));
      if (found.length >= count) return found;
      await new Promise((next) => setTimeout(next, 20));
    }
    throw new Error(`there are no ${count} events about ${subjects.join(', ')}`);
  }

  async order(orderNumber: string) {
    return (await this.get(`/api/erp/orders/${encodeURIComponent(orderNumber)}`)).body;
  }

  /** Of each line of a version of a packing slip: its number, shipped, remaining and cancelled quantity, and why cancelled. */
  async slipLines(documentNumber: string, version: number): Promise<unknown[][]> {
    const { body } = await this.get(`/api/erp/packing-slips/${documentNumber}/versions/${version}`);
    return body.lines.map((line: { readonly [member: string]: unknown }) => [
      line.lineNumber,
      line.shippedQuantity,
      line.remainingQuantity,
      line.cancelledQuantity,
      line.cancelReason,
    ]);
  }
}

/** An item of pieces, with a case of twelve. */
export function itemMessage(number: string, more: object = {}) {
  const item = {
    number,
    description: `Item ${number}`,
    baseUnit: 'pcs',
    units: [{ unit: 'case', numerator: 12, denominator: 1 }],
    ...more,
  };
  return { messageId: `item-${number}`, type: 'item', operation: 'upsert', item };
}

export type LineOf = readonly [lineNumber: number, item: string, quantity: number, more?: object];

/** An order to receive in EAST; lines in pieces unless `more` says otherwise. */
export function orderMessage(messageId: string, orderNumber: string, lines: readonly LineOf[], more: object = {}) {
  const order = {
    orderNumber,
    warehouse: 'EAST',
    lines: lines.map(([lineNumber, item, quantity, other]) => ({ lineNumber, item, quantity, unit: 'pcs', ...other })),
    ...more,
  };
  return { messageId, type: 'inbound-shipment-order', operation: 'upsert', order };
}

export function cancelMessage(messageId: string, orderNumber: string, warehouse = 'EAST') {
  const order = { orderNumber, warehouse };
  return { messageId, type: 'inbound-shipment-order', operation: 'cancel', order };
}

/** An order to ship from EAST; lines in pieces unless `more` says otherwise. */
export function shipMessage(messageId: string, orderNumber: string, lines: readonly LineOf[], more: object = {}) {
  const inbound = orderMessage(messageId, orderNumber, lines);
  const consignee = { account: 'C-9', name: 'Corner Bakery', address: { city: 'Berlin', country: 'DE' } };
  return { ...inbound, type: 'outbound-shipment-order', order: { ...inbound.order, consignee, ...more } };
}

export function cancelShipMessage(messageId: string, orderNumber: string, more: object = {}) {
  const order = { orderNumber, ...more };
  return { messageId, type: 'outbound-shipment-order', operation: 'cancel', order };
}
