import { randomBytes } from 'node:crypto';
import { type Door, StubbornClient } from './client.ts';
import { dispatchedItem } from './goods-out.ts';

const key = 'demo-erp-key';

export interface PostedOrder {
  readonly orderNumber: string;
  /** What comes piece by piece. */
  readonly lines: readonly { readonly lineNumber: number; readonly item: string; readonly quantity: number }[];
  /** What was announced on plates; `lines` is how many lines one scan of the plate brings. */
  readonly plates: readonly { readonly licensePlate: string; readonly lines: number }[];
}

interface Message {
  readonly messageId: string;
  readonly type: string;
  readonly operation: string;
  readonly [body: string]: unknown;
}

/** The ERP: posts orders without end, and remembers every message that was answered with 202. */
export class Sender {
  readonly lanes = 4;
  readonly #clients: readonly StubbornClient[];
  readonly #kept: string[] = [];
  readonly #run = randomBytes(3).toString('hex');
  #orders = 0;

  constructor(door: Door) {
    this.#clients = Array.from({ length: this.lanes }, () => new StubbornClient(door));
  }

  get answered(): number {
    return this.#kept.length;
  }

  get resent(): number {
    return this.#clients.reduce((sum, { resent }) => sum + resent, 0);
  }

  async postItems(): Promise<void> {
    const numbers = [...crashItems, ...Array.from({ length: dispatchers }, (_, index) => dispatchedItem(index))];
    const messages = numbers.map((number) => ({
      messageId: `${this.#run}-${number}`,
      type: 'item',
      operation: 'upsert',
      item: { number, description: `Crash item ${number}`, baseUnit: 'pcs', decimals: 0 },
    }));
    await this.#post(this.#first, messages);
    for (const { messageId } of messages) await this.#accepted(this.#first, messageId);
  }

  /** Orders posted one after the other on each lane, for their own sake: what was answered must be there in the end. */
  work(isEnding: () => boolean): Promise<void>[] {
    return this.#clients.map(async (client) => {
      while (!isEnding()) await this.#postOrder(client, 3, 1);
    });
  }

  /** An order to work on, accepted; posted over the connection of whoever wants it. Every third comes on plates in part. */
  async order(client: StubbornClient): Promise<PostedOrder> {
    const { order, messageId } = await this.#postOrder(client, 5, 4);
    await this.#accepted(client, messageId);
    return this.#orders % 3 === 0 ? this.#announce(client, order) : order;
  }

  /** A mixed pallet that carries another plate, with a piece of each of the first three lines. */
  async #announce(client: StubbornClient, { orderNumber, lines }: PostedOrder): Promise<PostedOrder> {
    const licensePlate = `LP-${orderNumber}`;
    const pieces = lines.slice(0, 3).map(({ lineNumber, item }) => {
      return { orderNumber, lineNumber, item, quantity: 1, unit: 'pcs' };
    });
    const licensePlates = [
      { licensePlate, parent: null, lines: pieces.slice(0, 2) },
      { licensePlate: `${licensePlate}-B`, parent: licensePlate, lines: pieces.slice(2) },
    ];
    const shipments = [{ shipment: `S-${orderNumber}`, licensePlates }];
    const notice = { load: `ASN-${orderNumber}`, warehouse: 'WEST', shipments };
    const messageId = `n-${orderNumber}`;
    await this.#post(client, [{ messageId, type: 'advance-shipping-notice', operation: 'upsert', notice }]);
    await this.#accepted(client, messageId);
    const rest = lines.map((line, index) => (index < 3 ? { ...line, quantity: line.quantity - 1 } : line));
    return { orderNumber, lines: rest, plates: [{ licensePlate, lines: 3 }] };
  }

  /** An order to ship, accepted; answers its number. */
  async orderOut(client: StubbornClient, item: string, quantity: number): Promise<string> {
    this.#orders += 1;
    const orderNumber = `CX-${this.#run}-${this.#orders}`;
    const consignee = { account: 'C-9', name: 'Corner Bakery', address: { city: 'Berlin', country: 'DE' } };
    const lines = [{ lineNumber: 1, item, quantity, unit: 'pcs' }];
    const order = { orderNumber, warehouse: 'WEST', consignee, carrier: 'DHL', lines };
    const messageId = `m-${orderNumber}`;
    await this.#post(client, [{ messageId, type: 'outbound-shipment-order', operation: 'upsert', order }]);
    await this.#accepted(client, messageId);
    return orderNumber;
  }

  /** Waits until every message is processed. */
  async settled(): Promise<void> {
    for (const messageId of this.#kept) await this.#accepted(this.#first, messageId);
  }

  /** Every message that was answered is there once, under its order. */
  async whatIsMissing(): Promise<string[]> {
    const missing: string[] = [];
    for (const messageId of this.#kept) {
      const answer = await get(this.#first, `/api/erp/messages/${messageId}`);
      if (answer.status !== 200) missing.push(`message ${messageId} was answered 202 and is ${answer.status} now`);
    }
    return missing;
  }

  async #postOrder(client: StubbornClient, lineCount: number, quantity: number) {
    this.#orders += 1;
    const orderNumber = `CO-${this.#run}-${this.#orders}`;
    const lines = Array.from({ length: lineCount }, (_, index) => ({
      lineNumber: index + 1,
      item: crashItems[(this.#orders + index) % crashItems.length] ?? 'K0001',
      quantity,
    }));
    const order = {
      orderNumber,
      warehouse: 'WEST',
      orderType: 'Purchase order',
      lines: lines.map((line) => ({ ...line, unit: 'pcs' })),
    };
    const messageId = `m-${orderNumber}`;
    await this.#post(client, [{ messageId, type: 'inbound-shipment-order', operation: 'upsert', order }]);
    return { messageId, order: { orderNumber, lines, plates: [] } };
  }

  async #post(client: StubbornClient, messages: readonly Message[]): Promise<void> {
    const body = JSON.stringify(messages);
    const answer = await client.send({ method: 'POST', path: '/api/erp/messages', as: key, body });
    if (answer.status !== 202) throw new Error(`a message was answered ${answer.status}: ${answer.body}`);
    this.#kept.push(...messages.map(({ messageId }) => messageId));
  }

  async #accepted(client: StubbornClient, messageId: string): Promise<void> {
    for (;;) {
      const answer = await get(client, `/api/erp/messages/${messageId}`);
      if (answer.status !== 200) throw new Error(`message ${messageId} is gone: ${answer.status} ${answer.body}`);
      const { status, errors } = JSON.parse(answer.body);
      if (status === 'accepted') return;
      if (status !== 'received') throw new Error(`message ${messageId} is ${status}: ${JSON.stringify(errors)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  get #first(): StubbornClient {
    const [first] = this.#clients;
    if (!first) throw new Error('there are no lanes');
    return first;
  }
}

function get(client: StubbornClient, path: string) {
  return client.send({ method: 'GET', path, as: key });
}

/** Whoever sends goods out has an item of their own; no more than so many handhelds do. */
const dispatchers = 36;

const crashItems: readonly string[] = Array.from(
  { length: 60 },
  (_, index) => `K${String(index + 1).padStart(4, '0')}`,
);
