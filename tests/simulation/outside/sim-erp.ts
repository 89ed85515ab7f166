import type { Chance } from '../world/chance.ts';
import type { Faults } from '../world/network.ts';
import type { World } from '../world/world.ts';
import type { DocumentRow } from './books.ts';
import { FeedReader } from './feed-reader.ts';
import { Machine } from './machine.ts';

/** An item of the simulated ERP. A case is `piecesPerCase` pieces. */
export interface SimItem {
  readonly number: string;
  readonly gtin: string;
  readonly caseGtin: string;
  readonly piecesPerCase: number;
  readonly lotTracked: boolean;
}

export interface SimOrder {
  readonly orderNumber: string;
  readonly lines: readonly { readonly lineNumber: number; readonly item: string; quantity: number }[];
  isCancelled: boolean;
}

interface EventRow {
  readonly position: number;
  readonly event: { readonly id: string; readonly type: string; readonly subject: string };
}

/**
 * The stand-in ERP: posts items and orders, changes and cancels some, sends what was not answered again, polls receipts,
 * journals and events across everything that happens, and crashes back to an earlier position now and then.
 */
export class SimErp {
  readonly machine: Machine;
  readonly orders: SimOrder[] = [];
  readonly receipts: FeedReader<DocumentRow>;
  readonly journals: FeedReader<DocumentRow>;
  readonly events: FeedReader<EventRow>;
  /** Messages that were answered with 202. */
  readonly kept: string[] = [];
  readonly violations: string[] = [];
  readonly items: readonly SimItem[];
  readonly #world: World;
  readonly #chance: Chance;
  #messages = 0;

  constructor(world: World, items: readonly SimItem[], faults: Faults) {
    this.#world = world;
    this.#chance = world.chance.fork();
    this.items = items;
    this.machine = new Machine(world, 'erp', 'demo-erp-key', faults);
    this.receipts = new FeedReader(this.machine, '/api/erp/shipment-receipts');
    this.journals = new FeedReader(this.machine, '/api/erp/counting-journals');
    this.events = new FeedReader(this.machine, '/api/erp/events');
  }

  /** Pieces in one of a unit. */
  readonly piecesOf = (item: string, unit: string): number => {
    if (unit === 'pcs') return 1;
    return this.items.find(({ number }) => number === item)?.piecesPerCase ?? Number.NaN;
  };

  async postItems(items = this.items): Promise<void> {
    await this.#post(
      items.map((item) => ({
        type: 'item',
        operation: 'upsert',
        item: {
          number: item.number,
          description: `Simulated ${item.number}`,
          baseUnit: 'pcs',
          decimals: 0,
          units: [{ unit: 'case', numerator: item.piecesPerCase, denominator: 1 }],
          barcodes: [
            { code: item.gtin, unit: 'pcs', quantity: 1 },
            { code: item.caseGtin, unit: 'case', quantity: 1 },
          ],
          tracking: { lot: item.lotTracked, serial: false, expiry: false },
          unitCost: 0.01,
        },
      })),
    );
  }

  /** Posts so many orders over time; some are changed or cancelled later, one names an item that comes after it. */
  async postOrders(count: number, everyMs: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      await this.#postOrder();
      await this.machine.sleep(this.#chance.integer(0, everyMs));
      if (this.#chance.happens(0.1)) await this.#changeSome();
      if (this.#chance.happens(0.05)) await this.#cancelSome();
    }
  }

  /** Polls all feeds until told to stop, in small and large pages; crashes back now and then. */
  async poll(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.machine.sleep(this.#chance.integer(500, 10_000));
      for (const reader of [this.receipts, this.journals, this.events]) {
        if (this.#chance.happens(0.1)) {
          this.#world.log.sometimes('ERP went back');
          reader.goBackTo(this.#chance.integer(0, reader.position));
        }
        await reader.readOn(this.#chance.pick([7, 100, 1000]));
      }
      if (this.#chance.happens(0.3)) await this.#acknowledgeSome();
    }
  }

  async #postOrder(): Promise<void> {
    const orderNumber = `SO-${this.orders.length + 1}`;
    const lines = Array.from({ length: this.#chance.integer(1, 5) }, (_, index) => ({
      lineNumber: index + 1,
      item: this.#chance.pick(this.items).number,
      quantity: this.#chance.integer(1, 100),
    }));
    const order: SimOrder = { orderNumber, lines, isCancelled: false };
    this.orders.push(order);
    await this.#post([this.#orderMessage(order, 'upsert')]);
  }

  async #changeSome(): Promise<void> {
    const order = this.#chance.pick(this.orders);
    if (order.isCancelled) return;
    for (const line of order.lines) line.quantity += this.#chance.integer(0, 10);
    await this.#post([this.#orderMessage(order, 'upsert')]);
  }

  async #cancelSome(): Promise<void> {
    const order = this.#chance.pick(this.orders);
    order.isCancelled = true;
    this.#world.log.sometimes('order cancelled');
    await this.#post([this.#orderMessage(order, 'cancel')]);
  }

  #orderMessage({ orderNumber, lines }: SimOrder, operation: 'upsert' | 'cancel'): object {
    const order = {
      orderNumber,
      warehouse: 'EAST',
      ...(operation === 'upsert' && {
        orderType: 'Purchase order',
        consigner: { account: 'S-1', name: 'Northern Mills' },
        lines: lines.map((line) => ({ ...line, unit: 'pcs', overDeliveryPercent: 20, underDeliveryPercent: 50 })),
      }),
    };
    return { type: 'inbound-shipment-order', operation, order };
  }

  async #post(bodies: readonly object[]): Promise<void> {
    const messages = bodies.map((body) => {
      this.#messages += 1;
      return { messageId: `sim-${this.#messages}`, ...body };
    });
    const answer = await this.machine.insist('POST', '/api/erp/messages', messages);
    if (answer.status !== 202)
      this.violations.push(`messages were answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    else this.kept.push(...messages.map(({ messageId }) => messageId));
  }

  async #acknowledgeSome(): Promise<void> {
    const rows = this.receipts.rows;
    if (rows.length === 0) return;
    const { documentNumber, version } = this.#chance.pick(rows);
    const path = `/api/erp/shipment-receipts/${documentNumber}/versions/${version}/acknowledgement`;
    const answer = await this.machine.ask('POST', path, { result: 'posted', reference: `ERP-${documentNumber}` });
    if (answer && answer.status >= 300) this.violations.push(`${path} was answered ${answer.status}`);
  }
}
