import { ssccOf } from '#shared/scan/sscc.ts';
import type { SimItem } from '../floor/items.ts';
import type { Chance } from '../world/chance.ts';
import type { SimOrder } from './sim-erp.ts';

/** What a supplier says is on a plate, of one order line, in the base unit of its item. */
export interface PackedLine {
  readonly orderNumber: string;
  readonly lineNumber: number;
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
  readonly lot?: string;
  readonly expiryDate?: string;
  readonly serials?: readonly string[];
}

export interface SimPlate {
  readonly licensePlate: string;
  /** The plate that it stands on. */
  readonly parent: string | null;
  readonly lines: readonly PackedLine[];
}

/** A lorry that was announced. */
export interface SimNotice {
  readonly load: string;
  readonly orders: readonly SimOrder[];
  readonly plates: readonly SimPlate[];
}

/** Thinks up advance notices: plates with goods of several orders on them, some standing on others, some only carrying. */
export class NoticeWriter {
  readonly #chance: Chance;
  readonly #sourceSystem: string;
  readonly #items: readonly SimItem[];
  #count = 0;
  #serials = 0;

  constructor(chance: Chance, sourceSystem: string, items: readonly SimItem[]) {
    this.#chance = chance;
    this.#sourceSystem = sourceSystem;
    this.#items = items;
  }

  /** Announces some of what was ordered last; undefined while nothing is. */
  draw(all: readonly SimOrder[]): SimNotice | undefined {
    const orders = all.slice(-6).filter(({ isCancelled, lines }) => !isCancelled && lines.length > 0);
    if (orders.length === 0) return undefined;
    this.#count += 1;
    const plates: SimPlate[] = [];
    const count = this.#chance.integer(1, 5);
    const isCarried = count > 1 && this.#chance.happens(0.3);
    for (let index = 0; index < count; index += 1) {
      const [first] = plates;
      const isOnFirst = isCarried && index === 1;
      const parent = first && (isOnFirst ? first : this.#chance.happens(0.4) ? this.#chance.pick(plates) : null);
      const lines = isCarried && index === 0 ? [] : this.#packed(orders);
      plates.push({ licensePlate: this.#sscc(index), parent: parent?.licensePlate ?? null, lines });
    }
    return { load: `ASN-${this.#sourceSystem}-${this.#count}`, orders, plates };
  }

  /** The supplier has packed some of it otherwise. */
  change(notice: SimNotice): SimNotice {
    const plates = notice.plates.map((plate) => {
      const isSame = plate.lines.length === 0 || this.#chance.happens(0.5);
      return isSame ? plate : { ...plate, lines: this.#packed(notice.orders) };
    });
    return { ...notice, plates };
  }

  #sscc(index: number): string {
    return ssccOf(this.#count * 10 + index, this.#sourceSystem === 'DEMO' ? '4088881' : '4088882');
  }

  /** A few lines, of one order or of several: each line once. */
  #packed(orders: readonly SimOrder[]): PackedLine[] {
    const packed = new Map<string, PackedLine>();
    for (let left = this.#chance.integer(1, 3); left > 0; left -= 1) {
      const { orderNumber, lines } = this.#chance.pick(orders);
      const { lineNumber, item } = this.#chance.pick(lines);
      packed.set(`${orderNumber} ${lineNumber}`, { orderNumber, lineNumber, ...this.#goods(item) });
    }
    return [...packed.values()];
  }

  #goods(number: string): Omit<PackedLine, 'orderNumber' | 'lineNumber'> {
    const item = this.#items.find((known) => known.number === number);
    const quantity = this.#chance.integer(1, 3);
    const isByLot = item?.tracking === 'lot' || item?.tracking === 'lot and expiry';
    const lot = this.#chance.integer(1, 5);
    return {
      ...{ item: number, quantity, unit: item?.baseUnit ?? '' },
      ...(isByLot && { lot: `L${lot}` }),
      ...(item?.tracking === 'lot and expiry' && { expiryDate: `2027-0${lot}-15` }),
      ...(item?.tracking === 'serial' && { serials: this.#newSerials(quantity) }),
    };
  }

  #newSerials(count: number): string[] {
    return Array.from({ length: count }, () => {
      this.#serials += 1;
      return `${this.#sourceSystem}-${this.#serials}`;
    });
  }
}

export function noticeMessage({ load, plates }: SimNotice): object {
  const shipments = [{ shipment: `${load}-1`, licensePlates: plates }];
  return { type: 'advance-shipping-notice', operation: 'upsert', notice: { load, warehouse: 'EAST', shipments } };
}
