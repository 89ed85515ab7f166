import { ssccOf } from '#shared/scan/sscc.ts';
import type { SimErp, SimOrder } from '../outside/sim-erp.ts';
import type { SimNotice, SimPlate } from '../outside/sim-notices.ts';
import type { Chance } from '../world/chance.ts';
import { floorLocations } from '../world/seeded-database.ts';
import type { World } from '../world/world.ts';
import { Ground } from './ground.ts';
import type { SimItem } from './items.ts';
import { gs1Label, gtinLabel, type Label, plainLabel } from './labels.ts';
import { Papers } from './papers.ts';

/** The paper of a load: a worker who scans it receives all orders on it. */
export interface Paper {
  readonly load: string;
  readonly orders: readonly SimOrder[];
}

/** What stands on the floor for everybody to see and scan: delivery notes, goods, plates, location labels. */
export class Floor {
  readonly items: readonly SimItem[];
  readonly locations = floorLocations;
  /** Plates with goods on them that somebody has labelled, and nobody has put away yet. */
  readonly waitingPlates = new Set<string>();
  /** Lorries that somebody in the office expects, by what is written on their papers. */
  readonly lorries: Paper[] = [];
  /** What lies where goods go out. */
  readonly papers = new Papers();
  /** What really lies at its places. */
  readonly ground: Ground;
  /** Nobody asks for goods to bring to a pick face again before: there were none. */
  nothingToFillUntilMs = 0;
  /** Commands still to be made by all workers together: whoever is quick makes more of them. */
  left: number;
  /** Of them, those about goods that go out, as far as there are any. */
  leftOutward: number;
  readonly #erps: readonly SimErp[];
  readonly #chance: Chance;
  #printed = 0;
  #serials = 0;

  /** What the ERPs order and announce grows. */
  constructor(world: World, erps: readonly SimErp[], commands: number) {
    const items = erps.flatMap((erp) => erp.items);
    const chance = world.chance.fork();
    this.ground = new Ground(world, items);
    this.#chance = chance;
    this.left = commands;
    this.leftOutward = Math.round(commands / 2);
    this.#erps = erps;
    this.items = items;
  }

  /** A delivery note that lies at the dock: of the last ones most of the time. */
  anyOrder(): SimOrder | undefined {
    const { orders } = this.#chance.pick(this.#erps);
    if (orders.length === 0) return undefined;
    return this.#chance.pick(this.#chance.happens(0.8) ? orders.slice(-8) : orders);
  }

  /** The order that a screen names, such as `SO-3 · Northern Mills`. */
  orderNamed(about: string): SimOrder | undefined {
    const [number, consigner] = about.split(' · ');
    return this.#orders.find((order) => order.orderNumber === number && order.consigner === consigner);
  }

  /** One of the orders on a load that a screen names. */
  orderOnLoad(load: string): SimOrder | undefined {
    const paper = [...this.lorries, ...this.#notices].find((each) => each.load === load);
    return paper && this.#chance.pick(paper.orders);
  }

  /** Whether a worker who is free goes to where goods go out. */
  needsSomebodyOutward(nowMs: number): boolean {
    const { waiting, quietUntilMs } = this.papers;
    if (waiting.length === 0 && quietUntilMs > nowMs) return false;
    const share = Math.max(0, this.leftOutward) / Math.max(1, this.left);
    return this.#chance.happens(Math.min(0.85, share));
  }

  /** What lies at the dock to begin with: a delivery note, the paper of a lorry, or a plate that a supplier announced. */
  arrival(): Label {
    const lorries = [...this.lorries.slice(-4), ...this.#erps.flatMap(({ notices }) => notices.slice(-4))];
    if (lorries.length === 0 || this.#chance.happens(0.6)) return plainLabel(this.anyOrder()?.orderNumber ?? 'SO-1');
    const { load, plates = [] } = this.#chance.pick<Paper & { readonly plates?: readonly SimPlate[] }>(lorries);
    const isByPaper = plates.length === 0 || this.#chance.happens(0.3);
    return isByPaper ? plainLabel(load) : this.plateLabel(this.#chance.pick(plates).licensePlate);
  }

  get #notices(): readonly SimNotice[] {
    return this.#erps.flatMap(({ notices }) => notices);
  }

  get #orders(): readonly SimOrder[] {
    return this.#erps.flatMap(({ orders }) => orders);
  }

  /** The number of an order to ship, from a list that hangs on the wall. */
  orderToShip(): string | undefined {
    const { orders } = this.#chance.pick(this.#erps).outbound;
    return orders.length === 0 ? undefined : this.#chance.pick(orders.slice(-8)).orderNumber;
  }

  /** What may go instead of an item, for an order that a screen names, such as `CO-3 · Corner Bakery`. */
  substituteFor(item: SimItem, order: string): SimItem | undefined {
    const [number] = order.split(' · ');
    const erp = this.#erps.find(({ sourceSystem }) => sourceSystem === item.sourceSystem);
    const lines = erp?.outbound.orders.find(({ orderNumber }) => orderNumber === number)?.lines ?? [];
    const [other] = lines.flatMap((line) => (line.item === item.number ? line.substitutes : []));
    return erp?.items.find((each) => each.number === other);
  }

  /** The item that a screen names, such as `I003 · Simulated I003 of SHOP`. */
  itemNamed(about: string): SimItem | undefined {
    return this.items.find((item) => about === `${item.number} · ${nameOf(item)}`);
  }

  /** A label from the roll beside the dock: a plate number that nobody has used. */
  printedPlate(): Label {
    this.#printed += 1;
    return this.plateLabel(ssccOf(this.#printed, '4099999'));
  }

  anyPlate(): string {
    const plates = [...this.waitingPlates];
    return plates.length > 0 ? this.#chance.pick(plates) : this.printedPlate().text.slice(-18);
  }

  plateLabel(number: string): Label {
    return this.#chance.happens(0.5) ? gs1Label([['00', number]]) : plainLabel(number);
  }

  /** A label on goods of something on the order most of the time: of a piece or a case; tells of the lot now and then. */
  goodsLabel(order: SimOrder | undefined): Label {
    const line = order && order.lines.length > 0 && this.#chance.happens(0.9) ? this.#chance.pick(order.lines) : null;
    const item = this.items.find(
      ({ number, sourceSystem }) => number === line?.item && sourceSystem === order?.sourceSystem,
    );
    return this.labelOf(item ?? this.#chance.pick(this.items));
  }

  /** `of`: what is written on just these goods. */
  labelOf(item: SimItem, of: { readonly lot?: string; readonly serial?: string } = {}): Label {
    const isTold = item.tracking !== 'none' && this.#chance.happens(0.5);
    const isPiece = item.tracking === 'serial' || this.#chance.happens(0.8);
    const gtin = isPiece ? item.gtin : item.caseGtin;
    if (!isTold) return gtinLabel(gtin);
    const full = gtin.padStart(14, '0');
    if (item.tracking === 'serial')
      return gs1Label([
        ['01', full],
        ['21', of.serial ?? this.serial()],
      ]);
    const lot = of.lot ?? this.lot();
    const expiry: [string, string][] =
      item.tracking === 'lot and expiry' ? [['17', this.expiryOf(lot).slice(2).replaceAll('-', '')]] : [];
    return gs1Label([['01', full], ...expiry, ['10', lot]]);
  }

  lot(): string {
    return `L${this.#chance.integer(1, 5)}`;
  }

  /** Printed beside the lot; somebody reads it wrong now and then. */
  expiryOf(lot: string): string {
    const printed = /^L\d$/.test(lot) ? lot.slice(1) : '8';
    return `2027-0${this.#chance.happens(0.97) ? printed : '9'}-15`;
  }

  /** A serial number that nobody has seen; now and then the label of goods that came before. */
  serial(): string {
    if (this.#serials > 0 && this.#chance.happens(0.06)) return `S${this.#chance.integer(1, this.#serials)}`;
    this.#serials += 1;
    return `S${this.#serials}`;
  }
}

/** How an ERP describes an item. */
export function nameOf({ number, sourceSystem }: SimItem): string {
  return `Simulated ${number} of ${sourceSystem}`;
}
