import fc from 'fast-check';
import { expect } from 'vitest';
import type { TestApp } from './app.ts';
import { changeSettings } from './booking-erp.ts';
import type { Device } from './device.ts';
import { cancelShipMessage, Erp, itemMessage, orderMessage, shipMessage } from './erp.ts';
import { whenPublished } from './published.ts';

/** In an order in which each can be done. */
export const kinds = [
  ...['register', 'register', 'undo', 'register', 'put', 'move', 'adjust', 'status', 'statusBack', 'count', 'complete'],
  ...['build', 'build', 'movePallet', 'break', 'consolidate', 'release', 'pick', 'undoPick', 'ship', 'release', 'ship'],
  ...['return', 'reverseReceipt', 'reverseSlip', 'holdLot', 'freeLot', 'transfer', 'ship', 'receiveThere'],
  ...['cancelOrder', 'switch', 'register', 'complete', 'count', 'adjust', 'undo'],
] as const;

/** What somebody does; numbers choose among what there is, modulo how much there is. */
export const deed = fc.record({
  kind: fc.constantFrom(...kinds),
  which: fc.nat(11),
  quantity: fc.integer({ min: 1, max: 4 }),
  to: fc.nat(3),
  isMore: fc.boolean(),
});
export type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

interface Work {
  readonly work: string;
  readonly shipment: string;
  readonly lines: readonly WorkLine[];
}

interface WorkLine {
  readonly line: number;
  readonly location: string;
  readonly quantity: number;
  readonly lot: string;
}

const channels = ['documents', 'update-log'] as const;
/** Goes to the other warehouse. */
const transferOrder = -1;

/** Whoever does something: the first three in the one warehouse, the last in the other, where transfers arrive. */
export interface People {
  readonly here: readonly Device[];
  readonly there: Device;
}

/** A floor with an item of two lots, orders and racks of its own, and people who do what they like. */
export class WholeFloor {
  readonly outcomes: { readonly type: string; readonly outcome: string; readonly code: string | undefined }[] = [];
  readonly item: string;
  readonly #app: TestApp;
  readonly #erp: Erp;
  readonly #run: string;
  readonly #people: People;
  readonly #places: readonly string[];
  readonly #registrations: string[] = [];
  readonly #plates: string[] = [];
  readonly #documents: string[] = [];
  readonly #works: Work[] = [];
  readonly #picks: string[] = [];
  readonly #holds: string[] = [];
  #turn = 0;
  #messages = 0;

  constructor(app: TestApp, run: string, people: People) {
    this.#app = app;
    this.#erp = new Erp(app);
    this.#run = run;
    this.#people = people;
    this.item = `${run}-A`;
    this.#places = [`${run}-1`, `${run}-2`, `${run}-3`, 'DOCK-01'];
  }

  /** An item, orders to receive and to ship, racks with some stock; channels of quantities as the number says. */
  async begin(way: number): Promise<void> {
    await this.#choose(way);
    await this.#app.services.store.write(async (trx) => {
      for (const [index, code] of this.#places.slice(0, 3).entries()) {
        const place = { type: 'storage', zone: this.#run, walk_sequence: 1000 + index, check_digit: '00' };
        // The last of them gives what the books do not have.
        const open = { capacity_plates: null, mixed_items: 1, mixed_lots: 1, active: 1, version: 1 } as const;
        const mayOwe = index === 2 ? 1 : 0;
        await trx.k
          .insertInto('location')
          .values({ warehouse: 'EAST', code, ...place, ...open, allows_negative: mayOwe })
          .execute();
      }
    });
    const order = (name: string) => orderMessage(`${this.#run}-${name}`, `${this.#run}-${name}`, [[1, this.item, 60]]);
    const tracking = { lot: true, serial: false, expiry: false };
    await this.#erp.sent(itemMessage(this.item, { tracking }), order('PO0'), order('PO1'));
    for (const which of [0, 1, 2]) await this.#ordered(which, 3);
    for (const quantity of [8, 7]) {
      await this.#do('inventory.adjust', { ...this.#goods(quantity), location: this.#places[0], reason: 'found' });
    }
    await whenPublished(this.#app);
  }

  async carryOut(each: Deed): Promise<void> {
    const { kind, which, quantity, to, isMore } = each;
    const goods = this.#goods(quantity);
    const location = this.#places[to] ?? '';
    // Mostly from where there were goods at first.
    const from = this.#places[isMore ? 0 : which % 4] ?? '';
    const plate = chosen(this.#plates, which);
    const document = chosen(this.#documents, which) ?? 'none';
    switch (kind) {
      case 'register':
        return this.#do('receiving.register', { ...goods, order: this.#inbound(which), line: 1, location: 'DOCK-01' });
      case 'undo':
        return this.#do('receiving.undo_registration', { registration: chosen(this.#registrations, which) ?? 'none' });
      case 'complete':
        return this.#do('receiving.complete', { order: this.#inbound(which), acceptDifferences: true });
      case 'put':
        return this.#do('putaway.put', { licensePlate: plate ?? 'none', to: location, overrideReason: 'other' });
      case 'move':
        return this.#do('inventory.move', { ...goods, from, to: location });
      case 'adjust': {
        const change = isMore ? { quantity, reason: 'found' } : { quantity: -quantity, reason: 'damaged' };
        return this.#do('inventory.adjust', { ...goods, location, ...change });
      }
      case 'status':
        return this.#do('inventory.change_status', { ...goods, location: from, to: 'blocked', reason: 'damaged' });
      case 'statusBack':
        return this.#do('inventory.change_status', { ...goods, location: from, to: 'available', reason: 'other' });
      case 'count':
        return this.#count(location, isMore ? quantity - 1 : 0);
      case 'return': {
        const disposition = (['restock', 'quarantine', 'scrap'] as const)[to % 3];
        return this.#do('returns.register', { ...this.#goods(1), disposition, location: 'DOCK-01' });
      }
      case 'build':
        return this.#do('inventory.build_plate', { licensePlate: plate ?? 'none', toLicensePlate: this.#pallet(to) });
      case 'movePallet':
        return this.#do('putaway.put', { licensePlate: this.#pallet(to), to: location, overrideReason: 'other' });
      case 'break':
        return this.#do('inventory.break_plate', { licensePlate: this.#pallet(to) });
      case 'consolidate':
        return this.#do('inventory.consolidate', { licensePlate: plate ?? 'none', toLicensePlate: this.#pallet(to) });
      case 'holdLot':
        return this.#do('inventory.hold_lot', { item: this.item, lot: goods.lot, reason: 'recall' });
      case 'freeLot': {
        const hold = chosen(this.#holds, which);
        return this.#do('inventory.release_lot', { hold: hold ?? 'none', reason: 'other' });
      }
      case 'transfer':
        await this.#ordered(transferOrder, quantity);
        return this.#do('waves.release', { orders: [this.#outbound(transferOrder)] });
      case 'receiveThere':
        return this.#receiveThere(goods);
      case 'release':
        return this.#do('waves.release', { orders: [this.#outbound(which)] });
      case 'pick':
        return this.#pick(chosen(this.#works, which));
      case 'undoPick':
        return this.#do('picking.undo', { pick: `command:${chosen(this.#picks, which) ?? 'none'}` });
      case 'ship':
        return this.#ship(this.#works.at(-1));
      case 'reverseReceipt':
        return this.#do('receiving.reverse_completion', { documentNumber: document, reason: 'other' });
      case 'reverseSlip':
        return this.#do('shipping.reverse_confirmation', { documentNumber: document, reason: 'other' });
      case 'cancelOrder':
        return isMore ? this.#ordered(which, quantity) : this.#cancelled(which);
      case 'switch':
        return this.#choose(which);
    }
  }

  /** Counts what a place has, or a little more. What it is told to count again it counts again; a second one decides. */
  async #count(location: string, found: number): Promise<void> {
    const started = await this.#answer('counting.start', { location });
    if (!started) return;
    const rows = await this.#app.services.store.read.k
      .selectFrom('balance')
      .selectAll()
      .where('warehouse', '=', 'EAST')
      .where('location', '=', location)
      .execute();
    const lines = rows.map((row, index) => ({
      location,
      item: row.item_key.slice(row.item_key.indexOf(':') + 1),
      ...(row.license_plate !== '' && { licensePlate: row.license_plate }),
      ...(row.lot !== '' && { lot: row.lot }),
      // Where more was taken than the books have, nothing is there.
      quantity: Math.max(0, row.quantity_base) + (index === 0 ? found : 0),
      unit: 'pcs',
    }));
    const body = { work: started.work, lines, ...(lines.length === 0 && { empty: true }) };
    for (let tries = 0; tries < 3; tries += 1) {
      const counted = await this.#answer('counting.count', body);
      if (counted?.outcome === 'review') {
        const decision = found % 2 === 0 ? 'accept' : 'reject';
        await this.#do('counting.review', { count: counted.count, decision, reason: 'looked' });
      }
      if (counted?.outcome !== 'recount') return;
    }
  }

  async #pick(work: Work | undefined): Promise<void> {
    for (const { line, location, quantity, lot } of work?.lines ?? []) {
      await this.#do('picking.pick', { ...this.#goods(quantity), lot, work: work?.work, line, location });
    }
  }

  /** Somebody of the other warehouse registers what was sent there. */
  async #receiveThere(goods: object): Promise<void> {
    const order = this.#outbound(transferOrder);
    const { there } = this.#people;
    const [{ outcome, problem }] = await there.send(
      there.unordered('receiving.register', { ...goods, order, line: 1, location: 'DOCK-01' }),
    );
    this.outcomes.push({ type: 'a transfer', outcome, code: problem?.code });
  }

  async #ship(work: Work | undefined): Promise<void> {
    await this.#pick(work);
    await this.#do('picking.put', { work: work?.work ?? 'none', location: 'STAGE-01' });
    await this.#do('shipping.confirm', { shipment: work?.shipment ?? 'none', remainder: 'cancel', reason: 'other' });
    await this.#messagesCarriedOut();
  }

  /** A transfer that left becomes an order of the other warehouse by a message that the server itself sends. */
  async #messagesCarriedOut(): Promise<void> {
    const waiting = this.#app.services.store.read.k
      .selectFrom('message')
      .select('message_id')
      .where('status', '=', 'received');
    await expect.poll(() => waiting.execute(), { timeout: 20_000 }).toEqual([]);
  }

  async #ordered(which: number, quantity: number): Promise<void> {
    this.#messages += 1;
    const lines = [[1, this.item, quantity]] as const;
    const terms = which === transferOrder ? { receivingWarehouse: 'WEST', consignee: undefined } : {};
    await this.#erp.sent(shipMessage(`${this.#run}-m${this.#messages}`, this.#outbound(which), lines, terms));
  }

  async #cancelled(which: number): Promise<void> {
    this.#messages += 1;
    await this.#erp.sent(cancelShipMessage(`${this.#run}-m${this.#messages}`, this.#outbound(which)));
  }

  async #choose(way: number): Promise<void> {
    const quantityChannel = { inbound: channels[way % 2], outbound: channels[(way >> 1) % 2] };
    await changeSettings(this.#app, { quantityChannel });
  }

  /** Of one lot where the quantity is even, of the other where it is odd. */
  #goods(quantity: number) {
    return { item: this.item, quantity, unit: 'pcs', lot: `L${quantity % 2}` };
  }

  /** One of two plates that others stand on. */
  #pallet(to: number): string {
    return `${this.#run}-PAL${to % 2}`;
  }

  #inbound(which: number): string {
    return `${this.#run}-PO${which % 2}`;
  }

  #outbound(which: number): string {
    return which === transferOrder ? `${this.#run}-TO` : `${this.#run}-SO${which % 3}`;
  }

  async #do(type: string, body: object): Promise<void> {
    await this.#answer(type, body);
  }

  /** Somebody does it, each in turn; what they answered, null where it was refused. */
  async #answer(type: string, body: object) {
    this.#turn += 1;
    const isPicking = type.startsWith('picking.');
    const device = this.#people.here[isPicking ? 0 : this.#turn % 2] as Device;
    const command = device.unordered(type, body);
    const [{ outcome, result, problem }] = await device.send(command);
    this.outcomes.push({ type, outcome, code: problem?.code });
    if (outcome !== 'applied') return null;
    if (type === 'receiving.register') {
      this.#registrations.push(result.registrations[0].registration);
      if (result.licensePlate) this.#plates.push(result.licensePlate);
    }
    if (type === 'picking.pick') this.#picks.push(command.id);
    if (type === 'inventory.hold_lot') this.#holds.push(result.hold);
    if (type === 'waves.release') this.#works.push(...result.work.filter(({ lines }: Work) => lines.length > 0));
    for (const { documentNumber } of result?.documents ?? []) this.#documents.push(documentNumber);
    return result;
  }
}

function chosen<T>(list: readonly T[], which: number): T | undefined {
  return list.length === 0 ? undefined : list[list.length - 1 - (which % list.length)];
}
