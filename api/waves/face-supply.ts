import type { LocationState } from '#shared/ledger/fits.ts';
import { faceFor, withGoodsComing } from '#shared/ledger/pick-face.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import { bringToFace } from '../platform/facts/bring-to-face.ts';
import { withAllComing } from '../platform/facts/face-to-come.ts';
import { locationsWithCodes } from '../platform/facts/locations.queries.ts';
import { type Place, placeNamed } from '../platform/facts/places.queries.ts';
import { faceOfWork, facesOfItem } from '../platform/facts/replenish-work.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { stockOnPlate } from '../platform/facts/stock-rows.queries.ts';
import type { AppTrx } from '../platform/store.ts';

/** For what goods are brought: made together with the release of its orders. */
interface Release {
  readonly commandId: string;
  readonly warehouse: string;
  readonly wave: string;
  readonly isShown: boolean;
}

/** Goods of one order line at one place. */
export interface GoodsMeant {
  readonly row: Omit<StockRow, 'reservedBase'> & Pick<Reservation, 'broughtBy'>;
  readonly quantityBase: number;
  /** How much the order line gets of their plate. */
  readonly offPlateBase: number;
  /** Where they stand. */
  readonly place: Place | null;
  /** How urgent the order is. */
  readonly priority: number;
}

/** Goods that are picked at a face once a piece of work has brought them there. */
export interface Brought {
  readonly work: string;
  readonly face: Place;
}

interface KnownItem {
  readonly item: StockItem;
  faces: LocationState[];
}

/**
 * Sends somebody to bring goods to the pick face of their item before they are picked, where that is how they are picked:
 * see `faceFor`. What comes from one place to one face is one piece of work, whichever orders it is for.
 */
export class FaceSupply {
  /** Work that was made for this release. */
  readonly works: string[] = [];
  readonly #trx: AppTrx;
  readonly #release: Release;
  readonly #items = new Map<string, KnownItem | null>();

  constructor(trx: AppTrx, release: Release) {
    this.#trx = trx;
    this.#release = release;
  }

  /** By which work goods come to which face; null: they are picked where they stand. */
  async broughtFor(goods: GoodsMeant): Promise<Brought | null> {
    const { row, quantityBase, offPlateBase, place } = goods;
    const { broughtBy = null } = row;
    if (broughtBy !== null) return this.#onTheWay(broughtBy);
    const known = await this.#known(row.item);
    if (!known || !place) return null;
    const plateRows = await stockOnPlate(this.#trx, row.licensePlate);
    const chosen = { row, quantityBase, offPlateBase, locationType: place.type, plateRows };
    const state = faceFor(chosen, known.item, known.faces);
    const face = state && (await placeNamed(this.#trx, this.#release.warehouse, state.code));
    if (!face) return null;
    const coming = (one: LocationState) =>
      one.code === face.code ? withGoodsComing(one, row, quantityBase, known.item) : one;
    known.faces = known.faces.map(coming);
    const { priority } = goods;
    const unit = known.item.baseUnit;
    const toBring = { row, quantityBase, unit, from: place, face: face.code, priority };
    const { work, isNew } = await bringToFace(this.#trx, this.#release, toBring);
    if (isNew) this.works.push(work);
    return { work, face };
  }

  async #onTheWay(work: string): Promise<Brought | null> {
    const code = (await this.#trx.one(faceOfWork, { work }))?.planned_location ?? '';
    const face = await placeNamed(this.#trx, this.#release.warehouse, code);
    return face && { work, face };
  }

  /** The item with its faces, as they will be with all that is on its way to them; null where it has none. */
  async #known(itemKey: string): Promise<KnownItem | null> {
    const before = this.#items.get(itemKey);
    if (before !== undefined) return before;
    const { warehouse } = this.#release;
    const codes = (await this.#trx.all(facesOfItem, { warehouse, itemKey })).map(({ code }) => code);
    const [item] = codes.length === 0 ? [] : await itemsByKey(this.#trx, [itemKey]);
    if (!item) {
      this.#items.set(itemKey, null);
      return null;
    }
    const faces: LocationState[] = [];
    for (const face of await locationsWithCodes(this.#trx, warehouse, codes)) {
      faces.push(await withAllComing(this.#trx, warehouse, face, item));
    }
    const known = { item, faces };
    this.#items.set(itemKey, known);
    return known;
  }
}
