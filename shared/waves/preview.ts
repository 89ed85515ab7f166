import { groupWork, type PlacedPart } from './group-work.ts';
import { shipmentKeyOf } from './parts.ts';
import type { ReleaseOrder, ReleasePlan } from './plan-release.ts';

/** What each order would get, and what would have to be walked for it. */
export interface ReleaseOutlook {
  readonly orders: readonly {
    readonly order: ReleaseOrder;
    readonly outcome: 'whole' | 'part' | 'nothing';
    readonly done: number;
    readonly of: number;
  }[];
  readonly zones: readonly { readonly zone: string; readonly stops: number; readonly orders: number }[];
  readonly stops: number;
  readonly shipments: number;
}

/** Reads a plan that nobody carries out. `placeOf` tells where a location is. */
export function outlookOf(
  orders: readonly ReleaseOrder[],
  { released, shortages }: ReleasePlan,
  placeOf: (location: string) => { readonly zone: string; readonly walkSequence: number },
): ReleaseOutlook {
  const short = new Set(shortages.map(({ order, line }) => `${order} ${line}`));
  const going = new Set(released.map(({ order }) => order.key));
  const shipments = [...Map.groupBy(released, ({ order }) => shipmentKeyOf(order)).values()];
  const works = shipments.flatMap((ofShipment) => {
    const parts = ofShipment.flatMap(({ order, parts: own }): PlacedPart[] =>
      own.map((part) => {
        const { location, licensePlate, lot, serial } =
          'row' in part.source ? part.source.row : part.source.reservation;
        return { ...part, order: order.key, location, licensePlate, lot, serial, ...placeOf(location) };
      }),
    );
    return groupWork(parts, true).map(({ zone, stops }) => ({ zone, stops: stops.length }));
  });
  const zones = [...Map.groupBy(works, ({ zone }) => zone)].map(([zone, own]) => ({
    zone,
    stops: own.reduce((sum, { stops }) => sum + stops, 0),
    orders: own.length,
  }));
  return {
    orders: orders.map((order) => {
      const wanted = order.lines.filter(({ openBase }) => openBase > 0);
      const isGoing = going.has(order.key);
      const done = isGoing ? wanted.filter(({ line }) => !short.has(`${order.key} ${line}`)).length : 0;
      const isWhole = isGoing && done === wanted.length;
      return { order, outcome: isWhole ? 'whole' : isGoing ? 'part' : 'nothing', done, of: wanted.length };
    }),
    zones: zones.sort((a, b) => (a.zone < b.zone ? -1 : 1)),
    stops: zones.reduce((sum, { stops }) => sum + stops, 0),
    shipments: shipments.length,
  };
}
