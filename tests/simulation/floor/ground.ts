import { waitFor } from '../world/settle.ts';
import type { World } from '../world/world.ts';
import { perUnit, type SimItem } from './items.ts';

/** Goods of one kind that lie somewhere. */
export interface Lying {
  readonly item: SimItem;
  /** '' for loose goods, as for no lot and no serial number. */
  readonly licensePlate: string;
  readonly lot: string;
  readonly serial: string;
  quantity: number;
}

/** What a worker has just done with goods, as it was kept. */
interface Done {
  readonly id: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const taking: readonly string[] = ['picking.pick', 'picking.short_pick', 'picking.substitute', 'replenishment.pick'];

/**
 * What really lies at a place: what the server's books say, less what somebody took and no network told of yet. When the
 * server is not there, as it was looked at last.
 */
export class Ground {
  readonly #world: World;
  readonly #items: readonly SimItem[];
  readonly #untold = new Map<string, Done>();
  readonly #seen = new Map<string, readonly Lying[]>();

  constructor(world: World, items: readonly SimItem[]) {
    this.#world = world;
    this.#items = items;
  }

  note(done: Done): void {
    if (taking.includes(done.type)) this.#untold.set(done.id, done);
  }

  /** Everything that lies there, kind by kind, in an order that does not change. */
  async at(location: string): Promise<readonly Lying[]> {
    if (this.#world.server.isUp) this.#seen.set(location, await waitFor(this.#read(location)));
    const there = (this.#seen.get(location) ?? []).map((lying) => ({ ...lying }));
    for (const { body } of this.#untold.values()) if (body.location === location) this.#take(there, body);
    return there.filter(({ quantity }) => quantity > 0);
  }

  async #read(location: string): Promise<readonly Lying[]> {
    const { k } = this.#world.server.app.services.store.read;
    const ids = [...this.#untold.keys()];
    const told = ids.length === 0 ? [] : await k.selectFrom('command').select('id').where('id', 'in', ids).execute();
    for (const { id } of told) this.#untold.delete(id);
    const rows = await k
      .selectFrom('balance')
      .selectAll()
      .where('warehouse', '=', 'EAST')
      .where('location', '=', location)
      .where('quantity_base', '>', 0)
      .orderBy('item_key')
      .orderBy('license_plate')
      .orderBy('lot')
      .orderBy('serial')
      .execute();
    const lying = rows.flatMap(({ item_key: key, license_plate: licensePlate, lot, serial, quantity_base: base }) => {
      const item = this.#items.find((each) => `${each.sourceSystem}:${each.number}` === key);
      return item ? [{ item, licensePlate, lot, serial, quantity: Number(base) / 10 ** item.decimals }] : [];
    });
    const kinds = Map.groupBy(lying, (each) => [each.item.gtin, each.licensePlate, each.lot, each.serial].join());
    return [...kinds.values()].flatMap(([first, ...others]) => {
      return first ? [{ ...first, quantity: sumOf([first, ...others]) }] : [];
    });
  }

  #take(
    there: readonly Lying[],
    { item, sourceSystem, lot, licensePlate, serials, quantity, unit }: Done['body'],
  ): void {
    const meant = there.filter(
      (lying) =>
        lying.item.number === item &&
        lying.item.sourceSystem === sourceSystem &&
        lying.lot === (lot ?? lying.lot) &&
        lying.licensePlate === (licensePlate ?? lying.licensePlate) &&
        (!Array.isArray(serials) || serials.includes(lying.serial)),
    );
    const [first] = meant;
    let left = first ? Number(quantity) * perUnit(first.item, String(unit)) : 0;
    for (const lying of meant) {
      const some = Math.min(left, lying.quantity);
      lying.quantity -= some;
      left -= some;
    }
  }
}

function sumOf(all: readonly Lying[]): number {
  return all.reduce((sum, { quantity }) => sum + quantity, 0);
}
