import { randomBytes } from 'node:crypto';
import { uuidV7 } from '#shared/kernel/id.ts';
import { type Answer, Connection, requestBytes } from './connection.ts';

const erpKey = 'demo-erp-key';
/** The demo's second warehouse: its shelves are empty. */
export const benchWarehouse = 'WEST';
export const linesPerOrder = 20;
export const quantityPerLine = 10;

interface OutcomeOf {
  readonly id: string;
  readonly outcome: string;
  readonly problem: { readonly code: string } | null;
  // biome-ignore lint/suspicious/noExplicitAny: results differ by command, and a benchmark only looks where it must
  readonly result: any;
}

/** A handheld of the benchmark: signed in, numbering its commands, on a connection of its own. */
export class Handheld {
  readonly connection: Connection;
  readonly #token: string;
  readonly #device: string;
  #sequence = 0;
  readonly #offlineForMs: number;
  readonly #warehouse: string;
  #madeAt = 0;

  private constructor(
    connection: Connection,
    token: string,
    device: string,
    { offlineForMs, warehouse }: { readonly offlineForMs: number; readonly warehouse: string },
  ) {
    this.#warehouse = warehouse;
    this.connection = connection;
    this.#token = token;
    this.#device = device;
    this.#offlineForMs = offlineForMs;
  }

  /** `offlineForMs`: what it sends was made so long ago. */
  static async signIn(
    port: number,
    {
      badge = 'W-1001',
      pin = '1001',
      offlineForMs = 0,
      warehouse = benchWarehouse,
    }: { badge?: string; pin?: string; offlineForMs?: number; warehouse?: string } = {},
  ): Promise<Handheld> {
    const connection = await Connection.open(port);
    const device = `BENCH-${randomBytes(5).toString('hex')}`;
    const answer = await connection.send(
      requestBytes({ method: 'POST', path: '/api/session', body: JSON.stringify({ badge, pin, device }) }),
    );
    return new Handheld(connection, readBody(answer).token, device, { offlineForMs, warehouse });
  }

  /** A command with the next number, as JSON text. Nobody scans twice in a millisecond: each has one of its own. */
  command(type: string, body: object): string {
    this.#sequence += 1;
    this.#madeAt = Math.max(this.#madeAt + 1, Date.now() - this.#offlineForMs);
    return JSON.stringify({
      id: uuidV7(this.#madeAt, randomBytes(10)),
      type,
      version: 1,
      device: this.#device,
      sequence: this.#sequence,
      warehouse: this.#warehouse,
      occurredAt: new Date(this.#madeAt).toISOString(),
      causedBy: null,
      body,
    });
  }

  /** A batch as the bytes of a request. */
  batch(commands: readonly string[]): Buffer {
    return requestBytes({
      method: 'POST',
      path: '/api/device/commands',
      as: this.#token,
      body: `{"commands":[${commands.join(',')}]}`,
    });
  }

  // biome-ignore lint/suspicious/noExplicitAny: whatever the server says; looked into where it is used
  async get(path: string): Promise<any> {
    return readBody(await this.connection.send(requestBytes({ method: 'GET', path, as: this.#token })));
  }

  /** Sends commands at once and insists that all of them are applied. */
  async do(commands: readonly string[]): Promise<readonly OutcomeOf[]> {
    return appliedIn(await this.connection.send(this.batch(commands)));
  }
}

/** The results of a batch; throws unless every command was applied: a fast "no" is no result. */
export function appliedIn(answer: Answer): readonly OutcomeOf[] {
  const { results } = readBody(answer) as { results: readonly OutcomeOf[] };
  const other = results.find(({ outcome }) => outcome !== 'applied');
  if (other) throw new Error(`a command was ${other.outcome}: ${JSON.stringify(other.problem)}`);
  return results;
}

/** Cheaper than reading the answer: enough inside a measured loop of single commands. */
export function expectApplied(answer: Answer): void {
  if (answer.status !== 200 || !answer.body.includes('"outcome":"applied"')) {
    throw new Error(`a command was not applied: ${answer.status} ${answer.body.slice(0, 500)}`);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the server says; looked into where it is used
function readBody(answer: Answer): any {
  if (answer.status >= 300) throw new Error(`the server answered ${answer.status}: ${answer.body.slice(0, 500)}`);
  return JSON.parse(answer.body);
}

/** The ERP's side of the benchmark: items, orders, and waiting until they are accepted. */
export class Erp {
  readonly connection: Connection;
  #orders = 0;
  readonly #run = randomBytes(3).toString('hex');

  private constructor(connection: Connection) {
    this.connection = connection;
  }

  static async connect(port: number): Promise<Erp> {
    return new Erp(await Connection.open(port));
  }

  async call(method: string, path: string, body?: unknown) {
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    return readBody(await this.connection.send(requestBytes({ method, path, as: erpKey, ...text })));
  }

  /** Plain items `B0001` to `B0500`: pieces, nothing to track, cheap enough for any adjustment. */
  async postItems(): Promise<void> {
    const messages = benchItems.map((number) => ({
      messageId: `item-${number}-${this.#run}`,
      type: 'item',
      operation: 'upsert',
      item: { number, description: `Bench item ${number}`, baseUnit: 'pcs', decimals: 0, unitCost: 0.0001 },
    }));
    await this.call('POST', '/api/erp/messages', messages);
    for (const { messageId } of messages.slice(-1)) await this.accepted(messageId);
  }

  /** A message with the next order, of 20 lines with 10 pieces each. */
  nextOrder(): {
    readonly messageId: string;
    readonly orderNumber: string;
    readonly items: readonly string[];
    readonly message: object;
  } {
    this.#orders += 1;
    const orderNumber = `BO-${this.#run}-${this.#orders}`;
    const messageId = `m-${orderNumber}`;
    const items = Array.from(
      { length: linesPerOrder },
      (_, line) => benchItems[(this.#orders * 7 + line) % benchItems.length] ?? 'B0001',
    );
    const lines = items.map((item, index) => ({
      lineNumber: index + 1,
      item,
      quantity: quantityPerLine,
      unit: 'pcs',
    }));
    const order = { orderNumber, warehouse: benchWarehouse, orderType: 'Purchase order', lines };
    const message = { messageId, type: 'inbound-shipment-order', operation: 'upsert', order };
    return { messageId, orderNumber, items, message };
  }

  /** A message with the next order to ship, of so many lines with 2 pieces each. */
  nextOutboundOrder(lineCount: number): {
    readonly messageId: string;
    readonly orderNumber: string;
    readonly message: object;
  } {
    this.#orders += 1;
    const orderNumber = `BS-${this.#run}-${this.#orders}`;
    const messageId = `m-${orderNumber}`;
    const lines = Array.from({ length: lineCount }, (_, line) => ({
      lineNumber: line + 1,
      item: benchItems[(this.#orders * 7 + line * 11) % benchItems.length] ?? 'B0001',
      quantity: 2,
      unit: 'pcs',
    }));
    const consignee = { account: 'C-9', name: 'Corner Bakery', address: { city: 'Berlin', country: 'DE' } };
    const order = { orderNumber, warehouse: benchWarehouse, consignee, carrier: 'DHL', lines };
    return {
      messageId,
      orderNumber,
      message: { messageId, type: 'outbound-shipment-order', operation: 'upsert', order },
    };
  }

  /** Posts orders in few requests and waits until the last is accepted. */
  async postOrders(
    count: number,
  ): Promise<readonly { readonly orderNumber: string; readonly items: readonly string[] }[]> {
    const orders = Array.from({ length: count }, () => this.nextOrder());
    for (let from = 0; from < count; from += 200) {
      const part = orders.slice(from, from + 200);
      await this.call(
        'POST',
        '/api/erp/messages',
        part.map(({ message }) => message),
      );
    }
    for (const { messageId } of orders) await this.accepted(messageId);
    return orders;
  }

  /** Asks for a message and waits, as the interface offers it, until it was carried out. */
  async accepted(messageId: string): Promise<void> {
    for (;;) {
      const { status, errors } = await this.call('GET', `/api/erp/messages/${messageId}?wait=30`);
      if (status === 'accepted') return;
      if (status !== 'received') throw new Error(`message ${messageId} is ${status}: ${JSON.stringify(errors)}`);
    }
  }
}

export const benchItems: readonly string[] = Array.from(
  { length: 500 },
  (_, index) => `B${String(index + 1).padStart(4, '0')}`,
);

/** The next so many. (An iterator's own `take` would close it.) */
export function next<T>(from: Iterator<T>, count: number): T[] {
  return Array.from({ length: count }, () => {
    const { done, value } = from.next();
    if (done) throw new Error('there are no prepared commands left');
    return value;
  });
}

/** Registrations of one piece after the other through the given orders, as single requests without end. */
export function* registrations(
  handheld: Handheld,
  orders: readonly { readonly orderNumber: string; readonly items: readonly string[] }[],
): Generator<Buffer> {
  for (const command of registerCommands(handheld, orders)) yield handheld.batch([command]);
}

/** The same as commands, for batches. */
export function* registerCommands(
  handheld: Handheld,
  orders: readonly { readonly orderNumber: string; readonly items: readonly string[] }[],
): Generator<string> {
  for (const { orderNumber, items } of orders) {
    for (let piece = 0; piece < quantityPerLine; piece += 1) {
      for (const [index, item] of items.entries()) {
        const body = { order: orderNumber, line: index + 1, item, quantity: 1, unit: 'pcs', location: 'DOCK-01' };
        yield handheld.command('receiving.register', body);
      }
    }
  }
}

/**
 * Loose stock of one item in a storage location of this handheld's own, and its moves to the neighbouring location and
 * back, as single requests without end.
 */
export async function movesOf(handheld: Handheld, index: number): Promise<Generator<Buffer>> {
  const item = benchItems[index] ?? 'B0001';
  const [from, to] = storagePair(index);
  await handheld.do([
    handheld.command('inventory.adjust', { location: from, item, quantity: 1000, unit: 'pcs', reason: 'found' }),
  ]);
  return movesBetween(handheld, item, from, to);
}

function* movesBetween(handheld: Handheld, item: string, one: string, other: string): Generator<Buffer> {
  for (let count = 0; ; count += 1) {
    const forth = Math.floor(count / 500) % 2 === 0;
    const [from, to] = forth ? [one, other] : [other, one];
    yield handheld.batch([handheld.command('inventory.move', { from, to, item, quantity: 1, unit: 'pcs' })]);
  }
}

/** Two neighbouring storage locations for each of up to 48 handhelds: aisle B, positions 1 and 2. */
function storagePair(index: number): [string, string] {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const at = `B-${pad((index % 12) + 1)}-${pad((Math.floor(index / 12) % 4) + 1)}`;
  return [`${at}-1`, `${at}-2`];
}
