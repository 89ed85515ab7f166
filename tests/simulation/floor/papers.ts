import type { PickWorkThing, ShipmentThing } from '#shared/ledger/outbound-thing.ts';

/** A change as devices are told of it. */
export interface ToldThing {
  readonly kind: string;
  readonly key: string;
  readonly deleted: boolean;
  readonly value: unknown;
}

/** What a stop of a walk was made for, as any device was told. */
export interface KnownStop {
  readonly work: string;
  readonly line: number;
  /** The order's key; the number of its line. */
  readonly order: string;
  readonly orderLine: number;
  readonly item: string;
}

/**
 * The papers that lie about where goods go out: each handheld's printer wrote them when it was told of work and shipments.
 * Everybody on the floor can read them, and the judge finds there what each pick was for.
 */
export class Papers {
  /** Every stop that anybody was ever sent to, by work and line. */
  readonly stops = new Map<string, KnownStop>();
  readonly #shipments = new Map<string, ShipmentThing>();
  /** Nobody looks for work again before: there was none. */
  quietUntilMs = 0;

  take({ kind, key, deleted, value }: ToldThing): void {
    if (kind === 'shipment' && deleted) this.#shipments.delete(key);
    else if (kind === 'shipment') this.#shipments.set(key, value as ShipmentThing);
    else if (kind === 'pickWork' && !deleted) this.#keepStops(value as PickWorkThing);
  }

  /** Shipments of which something was put down and not shipped, as far as anybody was told. */
  get waiting(): readonly ShipmentThing[] {
    return [...this.#shipments.values()].filter(({ goods }) =>
      goods.some(({ location }) => !location.startsWith('HANDS')),
    );
  }

  #keepStops({ work, order, lines }: PickWorkThing): void {
    for (const { line, orderLine, item } of lines) {
      if (order === null || orderLine === null) continue;
      this.stops.set(`${work} ${line}`, { work, line, order, orderLine, item });
    }
  }
}
