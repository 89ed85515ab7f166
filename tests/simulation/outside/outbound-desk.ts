import type { SimItem } from '../floor/items.ts';
import type { Chance } from '../world/chance.ts';
import { pickFaces } from '../world/seeded-database.ts';
import type { World } from '../world/world.ts';
import type { FeedItem } from './feed-reader.ts';

export interface SimOutboundLine {
  readonly lineNumber: number;
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
  /** Numbers of items that may stand in. */
  readonly substitutes: readonly string[];
  /** What comes in under this tag may go straight to the order, and how much of it. */
  readonly crossDockSource?: string;
  readonly crossDockQuantity?: number;
}

/** An order to ship as its ERP said last. */
export interface SimOutboundOrder {
  readonly sourceSystem: string;
  readonly orderNumber: string;
  readonly carrier: string;
  readonly shipComplete: boolean;
  lines: readonly SimOutboundLine[];
  holdCodes: readonly string[];
  isCancelled: boolean;
}

/** What was posted about an order to ship, and under which message. */
export interface OutboundWord {
  readonly messageId: string;
  readonly orderNumber: string;
  /** Null: cancelled. */
  readonly lines: readonly SimOutboundLine[] | null;
}

/** An order as the feed of its ERP tells how far it is. */
export interface OrderStatusRow extends FeedItem {
  readonly orderNumber: string;
  readonly status: string;
  readonly releaseStatus: string;
  readonly shipmentStatus: string;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly status: string;
    readonly orderedQuantity: number;
    readonly reservedQuantity: number;
    readonly releasedQuantity: number;
    readonly pickedQuantity: number;
    readonly shippedQuantity: number;
    readonly backorderedQuantity: number;
    readonly cancelledQuantity: number;
  }[];
}

interface DeskOptions {
  readonly sourceSystem: string;
  readonly items: readonly SimItem[];
  /** Answers the ids of the messages. */
  readonly post: (bodies: readonly object[]) => Promise<readonly string[]>;
  readonly sleep: (ms: number) => Promise<void>;
  /** What the feed says of an order now. */
  readonly statusOf: (orderNumber: string) => OrderStatusRow | undefined;
  /** Numbers of items that are on their way here under a tag. */
  readonly coming: () => readonly string[];
}

const faceItems = Object.values(pickFaces);

/** What comes in of an item for orders that wait for it is tagged so on the order to the supplier. */
export function tagOf(item: string): string {
  return `STRAIGHT-${item}`;
}

/** The part of an ERP that sells: posts orders to ship, changes, holds and cancels them while they are picked. */
export class OutboundDesk {
  readonly orders: SimOutboundOrder[] = [];
  readonly words: OutboundWord[] = [];
  readonly #world: World;
  readonly #chance: Chance;
  readonly #options: DeskOptions;

  constructor(world: World, options: DeskOptions) {
    this.#world = world;
    this.#chance = world.chance.fork();
    this.#options = options;
  }

  /** Posts so many orders over time. */
  async postOrders(count: number, everyMs: number): Promise<void> {
    const { sourceSystem, sleep } = this.#options;
    for (let index = 0; index < count; index += 1) {
      const order: SimOutboundOrder = {
        sourceSystem,
        orderNumber: `CO-${index + 1}`,
        carrier: this.#chance.pick(['DHL', 'UPS']),
        shipComplete: this.#chance.happens(0.1),
        lines: this.#lines(),
        holdCodes: this.#chance.happens(0.1) ? ['credit'] : [],
        isCancelled: false,
      };
      await this.#say(order);
      this.orders.push(order);
      await sleep(this.#chance.integer(0, everyMs));
    }
  }

  /** Changes its mind about one of them, as likely as not while somebody picks it. */
  async changeOne(): Promise<void> {
    if (this.orders.length === 0) return;
    const { log } = this.#world;
    const order = this.#chance.pick(this.orders);
    const known = this.#options.statusOf(order.orderNumber);
    if (this.#chance.happens(0.25)) {
      const isReleased = known !== undefined && known.releaseStatus !== 'open' && known.status === 'open';
      log.sometimes(isReleased ? 'order to ship cancelled after release' : 'order to ship cancelled');
      order.isCancelled = true;
    } else if (this.#chance.happens(0.2)) {
      log.sometimes('order to ship held, or let go');
      order.holdCodes = order.holdCodes.length > 0 ? [] : ['credit'];
    } else {
      log.sometimes('order to ship changed');
      order.isCancelled = false;
      order.lines = this.#changed(order.lines);
    }
    await this.#say(order);
  }

  /** More, less, a line fewer, a line more. Less than is picked already makes the message fail, as it must. */
  #changed(lines: readonly SimOutboundLine[]): readonly SimOutboundLine[] {
    const last = lines.at(-1);
    if (lines.length > 1 && this.#chance.happens(0.2)) return lines.slice(0, -1);
    if (last && this.#chance.happens(0.2)) return [...lines, this.#line(last.lineNumber + 1)];
    return lines.map((line) => ({ ...line, quantity: Math.max(1, line.quantity + this.#chance.integer(-2, 2)) }));
  }

  #lines(): SimOutboundLine[] {
    const lines: SimOutboundLine[] = [];
    for (let number = this.#chance.integer(1, 3); number > 0; number -= 1) lines.push(this.#line(lines.length + 1));
    for (const [index, line] of lines.entries()) lines[index] = this.#tagged(line, lines);
    return lines;
  }

  /** Some lines wait for what is on its way; no other line of the order is of the same item then. */
  #tagged(line: SimOutboundLine, all: readonly SimOutboundLine[]): SimOutboundLine {
    const coming = this.#options.coming();
    if (coming.length === 0 || !this.#chance.happens(0.25)) return line;
    const number = this.#chance.pick(coming);
    const item = this.#options.items.find((each) => each.number === number);
    if (!item || all.some((other) => other.item === number)) return line;
    const quantity = this.#chance.integer(1, item.tracking === 'serial' ? 2 : 8);
    const some = this.#chance.happens(0.3) ? { crossDockQuantity: this.#chance.integer(1, quantity) } : {};
    return { ...line, item: number, unit: item.baseUnit, quantity, crossDockSource: tagOf(number), ...some };
  }

  #line(lineNumber: number): SimOutboundLine {
    const { items } = this.#options;
    const inFaces = items.filter(({ number, sourceSystem }) => faceItems.includes(`${sourceSystem}:${number}`));
    const { number, baseUnit, tracking } = this.#chance.pick(this.#chance.happens(0.25) ? inFaces : items);
    const isByCase = tracking !== 'serial' && this.#chance.happens(0.15);
    const others = this.#options.items.filter((item) => item.number !== number && item.tracking === 'none');
    const substitutes = this.#chance.happens(0.5) ? [this.#chance.pick(others).number] : [];
    const quantity = isByCase ? 1 : this.#chance.integer(1, tracking === 'serial' ? 2 : 6);
    return { lineNumber, item: number, quantity, unit: isByCase ? 'case' : baseUnit, substitutes };
  }

  async #say({ orderNumber, carrier, shipComplete, lines: of, holdCodes, isCancelled }: SimOutboundOrder) {
    const lines = of.map((line) => ({ ...line }));
    const consignee = { account: 'C-9', name: 'Corner Bakery', address: { city: 'Berlin', country: 'DE' } };
    const upsert = { consignee, carrier, shipComplete, holdCodes, lines };
    const order = { orderNumber, warehouse: 'EAST', ...(!isCancelled && upsert) };
    const message = { type: 'outbound-shipment-order', operation: isCancelled ? 'cancel' : 'upsert', order };
    const [messageId = ''] = await this.#options.post([message]);
    this.words.push({ messageId, orderNumber, lines: isCancelled ? null : of });
  }
}
