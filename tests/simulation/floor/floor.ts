import { ssccOf } from '#shared/scan/sscc.ts';
import type { SimItem, SimOrder } from '../outside/sim-erp.ts';
import type { Chance } from '../world/chance.ts';
import { floorLocations } from '../world/seeded-database.ts';

/** What stands on the floor for everybody to see and scan: delivery notes, goods, plates, location labels. */
export class Floor {
  readonly orders: readonly SimOrder[];
  readonly items: readonly SimItem[];
  readonly locations = floorLocations;
  /** Plates with goods on them that somebody has labelled, and nobody has put away yet. */
  readonly waitingPlates = new Set<string>();
  readonly #chance: Chance;
  #printed = 0;

  constructor(chance: Chance, orders: readonly SimOrder[], items: readonly SimItem[]) {
    this.#chance = chance;
    this.orders = orders;
    this.items = items;
  }

  /** A label from the roll beside the dock: a plate number that nobody has used. */
  printedPlate(): string {
    this.#printed += 1;
    return ssccOf(this.#printed, '4099999');
  }

  anyPlate(): string {
    const plates = [...this.waitingPlates];
    return plates.length > 0 ? this.#chance.pick(plates) : this.printedPlate();
  }

  /** The barcode of a case or a piece, of something on the order most of the time. */
  itemCode(orderNumber: string | undefined): string {
    const order = this.orders.find((known) => known.orderNumber === orderNumber);
    const number = order && this.#chance.happens(0.9) ? this.#chance.pick(order.lines).item : undefined;
    const item = this.items.find((known) => known.number === number) ?? this.#chance.pick(this.items);
    return this.#chance.happens(0.8) ? item.gtin : item.caseGtin;
  }
}
