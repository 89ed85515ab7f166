import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { uuidV7 } from '#shared/kernel/id.ts';
import { instant } from '../platform/clock.ts';
import type { Services } from '../platform/services.ts';
import { type DemoItem, demoItems } from './items.ts';
import { demoLoad, demoNotice } from './notices.ts';
import { type DemoOrder, demoOrders, demoParties } from './orders.ts';
import { demoCustomers, demoOutboundOrders } from './outbound.ts';
import { seedPutaway } from './putaway.ts';
import { isEmpty, seedSites } from './sites.ts';
import { type DemoDeparture, demoDepartures, demoReturnOrder } from './west.ts';

/** No device of the floor: lists of those leave it out. */
const device = 'console-demo-seed';
const warehouse = 'EAST';
/** One item a rack location: aisle B is full, and aisle A is free for what is received. */
const itemsOnPlates = 96;
const itemsOnFaces = 20;
/** What is stacked on one plate at most. */
const plateGrams = 700_000;
const commandsPerBatch = 200;
const messagesPerBatch = 500;

/**
 * Fills an empty database with the demo: sites, people and keys directly, everything else through the interface that
 * ERPs and devices use. Stock enters through counting journals, so that an ERP that polls from the beginning can book
 * it. Does nothing where there is a warehouse already.
 */
export async function seedDemo(http: Hono, services: Services): Promise<void> {
  if (!(await isEmpty(services.store))) return;
  await seedSites(services.store);
  await seedPutaway(services.store, warehouse);
  const seeding = new Seeding(http, services);
  const items = demoItems();
  await seeding.post(items.map((item) => ({ ...message(`item-${item.number}`, 'item'), item })));
  await seeding.post(
    [...demoParties, ...demoCustomers].map((party) => ({ ...message(`party-${party.account}`, 'party'), party })),
  );
  const orders = demoOrders(services.clock.now());
  await seeding.post(orders.map((order) => ({ ...message(order.orderNumber, 'inbound-shipment-order'), order })));
  const notice = demoNotice(services.clock.now());
  await seeding.post([{ ...message(notice.load, 'advance-shipping-notice'), notice }]);
  await seeding.signIn();
  await seeding.load(demoLoad(services.clock.now()));
  await seeding.stock(items);
  for (const order of orders.filter(({ orderNumber }) => orderNumber.startsWith('PO-4')))
    await seeding.receive(order, items);
  const wanted = demoOutboundOrders(services.clock.now());
  await seeding.post(wanted.map((order) => ({ ...message(order.orderNumber, 'outbound-shipment-order'), order })));
  const departures = demoDepartures(services.clock.now());
  await seeding.post(
    departures.map(({ order }) => ({ ...message(order.orderNumber, 'outbound-shipment-order'), order })),
  );
  for (const departure of departures) await seeding.sendOff(departure);
  const order = demoReturnOrder(services.clock.now());
  await seeding.post([{ ...message(order.orderNumber, 'inbound-shipment-order'), order }]);
}

function message(id: string, type: string) {
  return { messageId: `demo-${id}`, type, operation: 'upsert' };
}

interface Answer {
  readonly id: string;
  readonly outcome: string;
  readonly problem: unknown;
  readonly result: unknown;
}

/** What is to be picked of an order that was released. */
interface Released {
  readonly work: readonly {
    readonly work: string;
    readonly lines: readonly {
      readonly line: number;
      readonly location: string;
      readonly item: string;
      readonly quantity: number;
      readonly unit: string;
    }[];
  }[];
}

/** A client of the interface inside the process: the same requests as from outside, without a network. */
class Seeding {
  readonly #http: Hono;
  readonly #services: Services;
  #token = '';
  /** Rack locations that hold nothing yet; the farthest are taken first. */
  readonly #free = rackCodes().slice(itemsOnPlates);

  constructor(http: Hono, services: Services) {
    this.#http = http;
    this.#services = services;
  }

  async post(messages: readonly object[]): Promise<void> {
    for (let start = 0; start < messages.length; start += messagesPerBatch) {
      await this.#call('POST', '/api/erp/messages', 'demo-erp-key', messages.slice(start, start + messagesPerBatch));
    }
    for (;;) {
      const waiting = await this.#call('GET', '/api/erp/messages?status=received&limit=1', 'demo-erp-key');
      if ((waiting.items as unknown[]).length === 0) return;
      await new Promise((next) => setTimeout(next, 20));
    }
  }

  async signIn(): Promise<void> {
    const session = await this.#call('POST', '/api/session', undefined, { badge: 'S-2001', pin: '2001', device });
    this.#token = String(session.token);
  }

  /** A load that somebody made by hand. */
  async load(body: object): Promise<void> {
    await this.#commands([{ type: 'receiving.create_load', body }]);
  }

  /** Untracked items: a plate each in the racks, and something loose on the pick faces. */
  async stock(items: readonly DemoItem[]): Promise<void> {
    const untracked = items.filter(({ tracking }) => !tracking.lot && !tracking.serial && !tracking.expiry);
    const stocked = untracked.slice(1, itemsOnPlates + 1);
    const racks = rackCodes();
    const faces = faceCodes();
    const bodies = stocked.map((item, index) => ({
      location: racks[index] ?? '',
      item: item.number,
      licensePlate: `LP-${String(index + 1).padStart(5, '0')}`,
      quantity: Math.max(1, Math.min(200, Math.floor(800 / item.unitCost), piecesIn(plateGrams, item))),
      unit: item.baseUnit,
      reason: 'found',
    }));
    const atFaces = stocked.slice(0, itemsOnFaces).map((item, index) => ({
      location: faces[index] ?? '',
      item: item.number,
      quantity: 24,
      unit: item.baseUnit,
      reason: 'found',
    }));
    await this.#commands([...bodies, ...atFaces].map((body) => ({ type: 'inventory.adjust', body })));
  }

  /** An order that arrived before today: registered with lots, put away, completed, so that its receipt can be polled. */
  async receive(order: DemoOrder, items: readonly DemoItem[]): Promise<void> {
    const registers = order.lines.map((line) => {
      const item = items.find(({ number }) => number === line.item);
      return {
        type: 'receiving.register',
        body: {
          order: order.orderNumber,
          line: line.lineNumber,
          location: 'DOCK-01',
          item: line.item,
          quantity: line.quantity,
          unit: line.unit,
          ...(item?.tracking.lot && { lot: `L-${order.orderNumber.slice(3)}-${line.lineNumber}` }),
          ...(item?.tracking.expiry && { expiryDate: dayAfter(this.#services.clock.now(), item.shelfLifeDays ?? 90) }),
        },
      };
    });
    const registered = await this.#commands(registers);
    const puts = registered.map(({ id }) => ({
      type: 'putaway.put',
      body: { licensePlate: `command:${id}`, to: this.#free.pop() ?? '', overrideReason: 'other' },
    }));
    await this.#commands(puts);
    const complete = {
      order: order.orderNumber,
      supplierPackingSlip: `PS-${order.orderNumber.slice(3)}`,
      acceptDifferences: true,
    };
    await this.#commands([{ type: 'receiving.complete', body: complete }]);
  }

  /** Goods of the other warehouse are picked onto a plate and leave. */
  async sendOff({ order: { orderNumber: order }, stock, licensePlate: toLicensePlate }: DemoDeparture): Promise<void> {
    const west = (type: string, body: object) => this.#commands([{ type, body }], 'WEST');
    const goods = stock.map((each) => ({ ...each, unit: 'pcs' }));
    for (const each of goods) await west('inventory.adjust', { ...each, reason: 'found' });
    const [released] = await west('waves.release', { orders: [order] });
    const { work = '', lines = [] } = (released?.result as Released | undefined)?.work[0] ?? {};
    for (const { line, location, item, quantity, unit } of lines) {
      await west('picking.pick', { work, line, location, item, quantity, unit, toLicensePlate });
    }
    await west('picking.put', { work, location: 'STAGE-01' });
    await west('shipping.confirm', { order });
  }

  async #commands(
    commands: readonly { readonly type: string; readonly body: object }[],
    at = warehouse,
  ): Promise<{ id: string; result: unknown }[]> {
    const now = this.#services.clock.now();
    const envelopes = commands.map(({ type, body }) => ({
      id: uuidV7(now, randomBytes(10)),
      type,
      device,
      sequence: null,
      warehouse: at,
      occurredAt: instant(now),
      body,
    }));
    const answers: Answer[] = [];
    for (let start = 0; start < envelopes.length; start += commandsPerBatch) {
      const batch = envelopes.slice(start, start + commandsPerBatch);
      const { results } = await this.#call('POST', '/api/device/commands', this.#token, { commands: batch });
      for (const answer of results as Answer[]) {
        if (answer.outcome !== 'applied')
          throw new Error(`the demo's own command was ${answer.outcome}: ${JSON.stringify(answer.problem)}`);
        answers.push(answer);
      }
    }
    return answers;
  }

  async #call(method: string, path: string, key: string | undefined, body?: unknown): Promise<Record<string, unknown>> {
    const response = await this.#http.request(path, {
      method,
      headers: {
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`the demo's own ${method} ${path} was answered ${response.status}: ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  }
}

function piecesIn(grams: number, { weight }: DemoItem): number {
  return weight ? Math.floor(grams / weight.gross) : Number.POSITIVE_INFINITY;
}

/** The pick faces that hold something: level 1 of aisle A from its third bay on. */
function faceCodes(): string[] {
  return Array.from(
    { length: itemsOnFaces },
    (_, index) => `A-${String(Math.floor(index / 2) + 3).padStart(2, '0')}-01-${(index % 2) + 1}`,
  );
}

/** Storage locations: aisle B, then those above the pick faces of aisle A. */
function rackCodes(): string[] {
  const codes: string[] = [];
  for (const aisle of ['B', 'A']) {
    for (let bay = 1; bay <= 12; bay += 1) {
      for (let level = aisle === 'A' ? 2 : 1; level <= 4; level += 1) {
        for (let position = 1; position <= 2; position += 1) {
          codes.push(`${aisle}-${String(bay).padStart(2, '0')}-${String(level).padStart(2, '0')}-${position}`);
        }
      }
    }
  }
  return codes;
}

function dayAfter(now: number, days: number): string {
  return instant(now + days * 86_400_000).slice(0, 10);
}
