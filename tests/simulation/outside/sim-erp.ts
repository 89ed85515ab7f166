import { nameOf } from '../floor/floor.ts';
import { perUnit, type SimItem, simItemsOf } from '../floor/items.ts';
import type { Chance } from '../world/chance.ts';
import type { Faults } from '../world/network.ts';
import type { SimServer } from '../world/sim-server.ts';
import type { World } from '../world/world.ts';
import { Acknowledger } from './acknowledger.ts';
import type { DocumentRow, LogRow, OnHandReport } from './books.ts';
import { FeedReader } from './feed-reader.ts';
import { Machine } from './machine.ts';
import { type OrderStatusRow, OutboundDesk, tagOf } from './outbound-desk.ts';
import { NoticeWriter, noticeMessage, type SimNotice } from './sim-notices.ts';

export interface SimLine {
  readonly lineNumber: number;
  readonly item: string;
  readonly quantity: number;
}

/** An order as its ERP said last. */
export interface SimOrder {
  readonly sourceSystem: string;
  readonly orderNumber: string;
  readonly consigner: string;
  lines: readonly SimLine[];
  isCancelled: boolean;
}

/** How much more than was ordered may come, of every line of every order. */
export const overDeliveryPercent = 20;

/** What was posted about an order, and under which message. */
export interface Word {
  readonly messageId: string;
  readonly orderNumber: string;
  /** Null: cancelled. */
  readonly lines: readonly SimLine[] | null;
}

export interface EventRow {
  readonly position: number;
  readonly event: {
    readonly id: string;
    readonly sequence: string;
    readonly time: string;
    readonly type: string;
    readonly subject: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}

interface FeedPage {
  readonly items: readonly never[];
  readonly next: number;
  readonly hasMore: boolean;
}

export interface SimErpOptions {
  readonly sourceSystem: string;
  readonly key: string;
  readonly consigner: string;
  readonly faults: Faults;
}

/**
 * A stand-in ERP: posts items and orders, changes and cancels them while they are being received, sends what was not
 * answered again, polls receipts, journals and events across everything that happens, acknowledges late and twice, and
 * crashes back to an earlier position now and then.
 */
export class SimErp {
  readonly sourceSystem: string;
  readonly machine: Machine;
  readonly orders: SimOrder[] = [];
  readonly items: readonly SimItem[];
  readonly receipts: FeedReader<DocumentRow>;
  readonly journals: FeedReader<DocumentRow>;
  readonly events: FeedReader<EventRow>;
  readonly log: FeedReader<LogRow>;
  readonly slips: FeedReader<DocumentRow>;
  readonly orderStatus: FeedReader<OrderStatusRow>;
  readonly outbound: OutboundDesk;
  readonly reports: OnHandReport[] = [];
  /** As they were posted, the newest word of a load last. */
  readonly notices: SimNotice[] = [];
  readonly acknowledger: Acknowledger;
  /** Every message, in the order they were posted; each was answered with 202. */
  readonly kept: string[] = [];
  readonly words: Word[] = [];
  readonly violations: string[] = [];
  readonly #world: World;
  readonly #chance: Chance;
  readonly #consigner: string;
  readonly #key: string;
  readonly #notices: NoticeWriter;
  #messages = 0;

  constructor(world: World, { sourceSystem, key, consigner, faults }: SimErpOptions) {
    this.#world = world;
    this.#chance = world.chance.fork();
    this.sourceSystem = sourceSystem;
    this.items = simItemsOf(sourceSystem);
    this.#notices = new NoticeWriter(world.chance.fork(), sourceSystem, this.items);
    this.#consigner = consigner;
    this.#key = key;
    this.machine = new Machine(world, `erp ${sourceSystem}`, key, faults);
    this.receipts = new FeedReader(this.machine, '/api/erp/shipment-receipts');
    this.journals = new FeedReader(this.machine, '/api/erp/counting-journals');
    this.events = new FeedReader(this.machine, '/api/erp/events');
    this.log = new FeedReader(this.machine, '/api/erp/inventory-update-log');
    this.slips = new FeedReader(this.machine, '/api/erp/packing-slips');
    this.orderStatus = new FeedReader(this.machine, '/api/erp/order-status');
    this.acknowledger = new Acknowledger(world, this.machine);
    this.outbound = new OutboundDesk(world, {
      ...{ sourceSystem, items: this.items },
      post: (bodies) => this.#post(bodies),
      sleep: (ms) => this.machine.sleep(ms),
      coming: () => this.orders.slice(-8).flatMap((order) => order.lines.filter(isTagged).map(({ item }) => item)),
      statusOf: (number) => this.orderStatus.rows.findLast(({ orderNumber }) => orderNumber === number),
    });
  }

  get feeds(): readonly FeedReader<DocumentRow | EventRow | LogRow | OrderStatusRow>[] {
    return [this.receipts, this.journals, this.slips, this.orderStatus, this.events, this.log];
  }

  get documents(): readonly DocumentRow[] {
    return [...this.receipts.rows, ...this.journals.rows, ...this.slips.rows];
  }

  /** Asks past the network, when the world has come to rest. */
  async askNow<Answer>(server: SimServer, path: string): Promise<Answer> {
    const answer = await server.take({ method: 'GET', path, token: this.#key });
    if (answer?.status !== 200) throw new Error(`${path} was answered ${answer?.status}: ${answer?.text}`);
    return JSON.parse(answer.text) as Answer;
  }

  /** Reads a feed from its beginning, without time going on. */
  async readNow(server: SimServer, reader: SimErp['feeds'][number]): Promise<void> {
    reader.goBackTo(0);
    for (let hasMore = true; hasMore; ) {
      const page = await this.askNow<FeedPage>(server, `${reader.pathAfter(reader.position)}&limit=1000`);
      reader.take(page);
      hasMore = page.hasMore;
    }
  }

  /** Base units in one of a unit. */
  perUnit(number: string, unit: string): number {
    const item = this.items.find((known) => known.number === number);
    return item ? perUnit(item, unit) : Number.NaN;
  }

  /** Items, all but the last; that one comes later, and orders that name it wait until then. */
  async postItems(): Promise<void> {
    await this.#post(this.items.slice(0, -1).map(itemMessage));
    this.#world.time.after(30_000, () => void this.#post(this.items.slice(-1).map(itemMessage)));
  }

  /** Posts so many orders over time. */
  async postOrders(count: number, everyMs: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const order: SimOrder = {
        sourceSystem: this.sourceSystem,
        orderNumber: `SO-${index + 1}`,
        consigner: this.#consigner,
        lines: Array.from({ length: this.#chance.integer(1, 5) }, (_, line) => this.#line(line + 1)),
        isCancelled: false,
      };
      await this.#say(this.#wordOf(order));
      this.orders.push(order);
      await this.machine.sleep(this.#chance.integer(0, everyMs));
    }
  }

  /** Changes its mind about orders that are being received, until told to stop. */
  async changeOrders(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.machine.sleep(this.#chance.integer(2000, 30_000));
      if (this.orders.length === 0 || isOver()) continue;
      if (this.#chance.happens(0.3)) await this.announce();
      else if (this.#chance.happens(0.4)) await this.outbound.changeOne();
      else await this.#changeOne(this.#chance.pick(this.#chance.happens(0.8) ? this.orders.slice(-8) : this.orders));
    }
  }

  /** Polls all feeds until told to stop, in small and large pages; crashes back now and then. */
  async poll(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.machine.sleep(this.#chance.integer(500, 20_000));
      for (const reader of this.feeds) {
        if (this.#chance.happens(0.1)) {
          this.#world.log.sometimes('ERP went back');
          reader.goBackTo(this.#chance.integer(0, reader.position));
        }
        await reader.readOn(this.#chance.pick([7, 100, 1000]));
      }
      if (this.#chance.happens(0.05)) await this.report();
      await this.acknowledger.work(this.receipts.rows, this.journals.rows, this.slips.rows);
    }
  }

  /** Asks what is on hand, and what of it the ERP was told. */
  async report(): Promise<void> {
    const includeRegisteredAndPicked = this.#chance.happens(0.5);
    const body = { dimensions: ['warehouse'], includeRegisteredAndPicked };
    const answer = await this.machine.ask('POST', '/api/erp/on-hand-reports', body);
    if (answer?.status === 201) this.reports.push(answer.body);
    else if (answer) this.violations.push(`a report was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }

  /** Announces a lorry, or says anew what one brings. */
  async announce(): Promise<void> {
    const isChange = this.notices.length > 0 && this.#chance.happens(0.2);
    const known = isChange ? this.#chance.pick(this.notices.slice(-4)) : undefined;
    const notice = known ? this.#notices.change(known) : this.#notices.draw(this.orders);
    if (!notice) return;
    this.#world.log.sometimes(isChange ? 'load announced otherwise' : 'load announced');
    if (new Set(notice.plates.flatMap(({ lines }) => lines.map(({ orderNumber }) => orderNumber))).size > 1) {
      this.#world.log.sometimes('several orders on a notice');
    }
    this.notices.push(notice);
    await this.#post([noticeMessage(notice)]);
  }

  async #changeOne(order: SimOrder): Promise<void> {
    const { log } = this.#world;
    if (this.#chance.happens(0.15)) {
      log.sometimes('order cancelled');
      order.isCancelled = true;
    } else {
      log.sometimes('order changed');
      order.isCancelled = false;
      order.lines = this.#changed(order.lines);
    }
    // In a hurry: the next word goes out together with this one.
    const words = [this.#wordOf(order)];
    if (this.#chance.happens(0.2)) {
      order.isCancelled = this.#chance.happens(0.2);
      order.lines = this.#changed(order.lines);
      words.push(this.#wordOf(order));
    }
    await this.#say(...words);
  }

  /** More, less, a line fewer, a line more. Less than has come in already makes the message fail, as it must. */
  #changed(lines: readonly SimLine[]): readonly SimLine[] {
    if (lines.length > 1 && this.#chance.happens(0.15)) return lines.slice(0, -1);
    const last = lines.at(-1);
    if (last && this.#chance.happens(0.2)) return [...lines, this.#line(last.lineNumber + 1)];
    return lines.map((line) => ({ ...line, quantity: Math.max(1, line.quantity + this.#chance.integer(-6, 10)) }));
  }

  #line(lineNumber: number): SimLine {
    return { lineNumber, item: this.#chance.pick(this.items).number, quantity: this.#chance.integer(1, 60) };
  }

  #wordOf({ orderNumber, consigner, lines: of, isCancelled }: SimOrder): Omit<Word, 'messageId'> & { message: object } {
    const lines = of.map((line) => {
      const unit = this.items.find(({ number }) => number === line.item)?.baseUnit ?? '';
      const tag = isTagged(line) ? { crossDockSource: tagOf(line.item) } : {};
      return { ...line, unit, overDeliveryPercent, underDeliveryPercent: 50, ...tag };
    });
    const upsert = { orderType: 'Purchase order', consigner: { account: 'S-1', name: consigner }, lines };
    const order = { orderNumber, warehouse: 'EAST', ...(!isCancelled && upsert) };
    const message = { type: 'inbound-shipment-order', operation: isCancelled ? 'cancel' : 'upsert', order };
    return { orderNumber, lines: isCancelled ? null : of, message };
  }

  async #say(...words: readonly (Omit<Word, 'messageId'> & { message: object })[]): Promise<void> {
    const ids = await this.#post(words.map(({ message }) => message));
    for (const [index, { orderNumber, lines }] of words.entries()) {
      this.words.push({ messageId: ids[index] ?? '', orderNumber, lines });
    }
  }

  async #post(bodies: readonly object[]): Promise<string[]> {
    const messages = bodies.map((body) => {
      this.#messages += 1;
      return { messageId: `sim-${this.#messages}`, ...body };
    });
    const answer = await this.machine.insist('POST', '/api/erp/messages', messages);
    const ids = messages.map(({ messageId }) => messageId);
    if (answer.status === 202) this.kept.push(...ids);
    else this.violations.push(`messages were answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return ids;
  }
}

/** Some of what is ordered is meant for orders that wait for it. */
function isTagged({ lineNumber }: SimLine): boolean {
  return lineNumber % 2 === 0;
}

function itemMessage(item: SimItem): object {
  const { number, baseUnit, decimals, perCase, gtin, caseGtin, tracking, unitCost } = item;
  return {
    type: 'item',
    operation: 'upsert',
    item: {
      ...{ number, baseUnit, decimals, unitCost },
      description: nameOf(item),
      units: [{ unit: 'case', numerator: perCase * 2, denominator: 2 }],
      barcodes: [
        { code: gtin, unit: baseUnit, quantity: 1 },
        { code: caseGtin, unit: 'case', quantity: 1 },
      ],
      tracking: {
        lot: tracking === 'lot' || tracking === 'lot and expiry',
        serial: tracking === 'serial',
        expiry: tracking === 'lot and expiry',
      },
    },
  };
}
