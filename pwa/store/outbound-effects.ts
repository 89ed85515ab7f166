import { totalBase } from '#shared/kernel/quantity.ts';
import { handsType } from '#shared/ledger/location-type.ts';
import type {
  CartonThing,
  OutboundLoadThing,
  PickLineThing,
  PickWorkThing,
  ShipmentGoods,
  ShipmentThing,
} from '#shared/ledger/outbound-thing.ts';

/**
 * What commands of picking, packing and loading do to the device's copy. Each says how far things are afterwards ("at
 * least 5 of the line are picked"), not how much more: seen once more on a copy that shows it already, it changes nothing.
 */
export type OutboundEffect =
  | { readonly does: 'pick-line'; readonly work: string; readonly line: number; readonly atLeastBase: number }
  | { readonly does: 'unpick-line'; readonly work: string; readonly line: number; readonly atMostBase: number }
  | {
      readonly does: 'end-line';
      readonly work: string;
      readonly line: number;
      readonly status: 'short' | 'skipped' | 'cancelled';
    }
  /** What was said to be missing is there after all. */
  | { readonly does: 'reopen-line'; readonly work: string; readonly line: number }
  /** The goods that a line waited for stand where they are picked. */
  | {
      readonly does: 'unblock-line';
      readonly work: string;
      readonly line: number;
      readonly blockedBy: string;
      readonly at: Pick<PickLineThing, 'location' | 'licensePlate' | 'lot' | 'walkSequence'>;
    }
  /** The rest of a line is taken elsewhere. */
  | { readonly does: 'add-line'; readonly work: string; readonly line: PickLineThing }
  /** It is done, or somebody else's again. */
  | { readonly does: 'close-pick-work'; readonly work: string }
  | { readonly does: 'end-work-of'; readonly shipment: string; readonly work: string }
  /** So much of these goods is picked, put down or in a carton of the shipment, or no more than that. */
  | {
      readonly does: 'goods';
      readonly shipment: string;
      readonly where: 'picked' | 'down' | 'carton';
      readonly are: 'at-least' | 'at-most';
      readonly goods: readonly ShipmentGoods[];
    }
  | { readonly does: 'carton'; readonly shipment: string; readonly carton: CartonThing }
  /** A plate, a carton or the loose goods of a shipment are on the truck, or off it again. */
  | {
      readonly does: 'load-unit';
      readonly load: string;
      readonly shipment: string;
      readonly unit: string;
      readonly isLoaded: boolean;
      readonly location: string;
    }
  | { readonly does: 'ship'; readonly shipment: string; readonly load: string };

/** The things that it changes. */
export function outboundTouches(effect: OutboundEffect) {
  switch (effect.does) {
    case 'pick-line':
    case 'unpick-line':
    case 'end-line':
    case 'reopen-line':
    case 'unblock-line':
    case 'add-line':
    case 'close-pick-work':
      return [{ kind: 'pickWork' as const, key: effect.work }];
    case 'end-work-of':
    case 'goods':
    case 'carton':
      return [{ kind: 'shipment' as const, key: effect.shipment }];
    case 'load-unit':
    case 'ship':
      return [
        { kind: 'shipment' as const, key: effect.shipment },
        { kind: 'outboundLoad' as const, key: effect.load },
      ];
  }
}

export function pickWorkAfter(
  thing: PickWorkThing | undefined,
  effect: { readonly does: string } | OutboundEffect,
): PickWorkThing | undefined {
  if (!thing || !isOutbound(effect)) return thing;
  switch (effect.does) {
    case 'close-pick-work':
      return undefined;
    case 'pick-line':
      return withLine(thing, effect.line, (line) => picked(line, Math.max(line.pickedBase, effect.atLeastBase)));
    case 'unpick-line':
      return withLine(thing, effect.line, (line) => picked(line, Math.min(line.pickedBase, effect.atMostBase)));
    case 'end-line':
      return withLine(thing, effect.line, (line) =>
        line.status === 'open' || effect.status !== 'skipped' ? { ...line, status: effect.status } : line,
      );
    case 'reopen-line':
      return withLine(thing, effect.line, (line) => (line.status === 'short' ? { ...line, status: 'open' } : line));
    case 'unblock-line':
      return withLine(thing, effect.line, (line) =>
        line.blockedBy === effect.blockedBy ? { ...line, ...effect.at, blockedBy: null } : line,
      );
    case 'add-line': {
      const isThere = thing.lines.some(({ line }) => line === effect.line.line);
      return isThere ? thing : { ...thing, lines: [...thing.lines, effect.line] };
    }
    default:
      return thing;
  }
}

function withLine(thing: PickWorkThing, number: number, change: (line: PickLineThing) => PickLineThing): PickWorkThing {
  return { ...thing, lines: thing.lines.map((line) => (line.line === number ? change(line) : line)) };
}

function picked(line: PickLineThing, pickedBase: number): PickLineThing {
  const isDone = pickedBase >= line.quantityBase;
  const wasDone = line.status === 'picked';
  return { ...line, pickedBase, status: isDone ? 'picked' : wasDone ? 'open' : line.status };
}

export function shipmentAfter(
  thing: ShipmentThing | undefined,
  effect: { readonly does: string } | OutboundEffect,
): ShipmentThing | undefined {
  if (!thing || !isOutbound(effect)) return thing;
  switch (effect.does) {
    case 'ship':
      return undefined;
    case 'goods':
      return counted(
        effect.goods.reduce((after, goods) => withGoods(after, goods, effect), thing),
        effect,
      );
    case 'carton':
      return { ...thing, cartons: withCarton(thing.cartons, effect.carton) };
    case 'end-work-of': {
      const works = (thing.works ?? []).filter((work) => work !== effect.work);
      return { ...thing, works, openWork: thing.works === undefined ? thing.openWork : works.length };
    }
    case 'load-unit': {
      const isOf = (plate: string) => plate === (effect.unit === effect.shipment ? '' : effect.unit);
      const { location, isLoaded } = effect;
      return {
        ...thing,
        goods: thing.goods.map((one) => (isOf(one.licensePlate) ? { ...one, location } : one)),
        cartons: thing.cartons.map((one) =>
          one.carton === effect.unit ? { ...one, location, status: isLoaded ? 'loaded' : 'closed' } : one,
        ),
      };
    }
    default:
      return thing;
  }
}

export function outboundLoadAfter(
  thing: OutboundLoadThing | undefined,
  effect: { readonly does: string } | OutboundEffect,
): OutboundLoadThing | undefined {
  if (!thing || !isOutbound(effect)) return thing;
  if (effect.does === 'load-unit') {
    const { unit, shipment, isLoaded, location } = effect;
    const others = thing.units.filter((one) => one.unit !== unit);
    return { ...thing, door: isLoaded ? location : thing.door, units: [...others, { unit, shipment, isLoaded }] };
  }
  if (effect.does !== 'ship') return thing;
  const shipments = thing.shipments.filter((shipment) => shipment !== effect.shipment);
  const units = thing.units.filter(({ shipment }) => shipment !== effect.shipment);
  return shipments.length === 0 ? undefined : { ...thing, shipments, units };
}

function isOutbound(effect: { readonly does: string } | OutboundEffect): effect is OutboundEffect {
  return kinds.has(effect.does);
}

const kinds = new Set<string>([
  ...['pick-line', 'unpick-line', 'end-line', 'reopen-line', 'unblock-line', 'add-line', 'close-pick-work'],
  ...['end-work-of', 'goods', 'carton', 'load-unit', 'ship'],
]);

/** The status of a carton that was given up: there is no such carton any more. */
export const discarded = 'discarded';

function withCarton(cartons: readonly CartonThing[], carton: CartonThing): CartonThing[] {
  if (carton.status === discarded) return cartons.filter((one) => one.carton !== carton.carton);
  const known = cartons.find((one) => one.carton === carton.carton);
  if (!known) return [...cartons, carton];
  const isFurther = known.status === 'open' || carton.status !== 'open';
  return cartons.map((one) => (one === known && isFurther ? { ...one, ...carton } : one));
}

type GoodsEffect = Extract<OutboundEffect, { does: 'goods' }>;

/** Brings the sum of goods that are where they are said to be up, or down, to what is said. */
function withGoods(thing: ShipmentThing, meant: ShipmentGoods, { where, are }: GoodsEffect): ShipmentThing {
  const cartons = new Set(thing.cartons.map(({ carton }) => carton));
  const isThere = (one: ShipmentGoods) => {
    if (where === 'picked') return true;
    return where === 'down' ? !isInHand(one) : one.licensePlate === meant.licensePlate;
  };
  const isAlike = (one: ShipmentGoods) =>
    one.order === meant.order &&
    one.line === meant.line &&
    one.item === meant.item &&
    one.lot === meant.lot &&
    one.serial === meant.serial &&
    (where === 'carton' || (one.work ?? null) === (meant.work ?? null));
  const there = thing.goods.filter((one) => isAlike(one) && isThere(one));
  const moreBase = meant.quantityBase - there.reduce((sum, one) => sum + one.quantityBase, 0);
  if (are === 'at-least' && moreBase > 0) {
    const isSource = (one: ShipmentGoods) => {
      if (!isAlike(one)) return false;
      if (where === 'down') return isInHand(one);
      return where === 'carton' && !isInHand(one) && !cartons.has(one.licensePlate);
    };
    const rest = without(thing.goods, isSource, moreBase);
    return { ...thing, goods: [...rest, { ...meant, quantityBase: moreBase }] };
  }
  if (are === 'at-most' && moreBase < 0) {
    const isSource = (one: ShipmentGoods) => isAlike(one) && isThere(one) && (where !== 'picked' || isInHand(one));
    const rest = without(thing.goods, isSource, -moreBase);
    const out = { ...meant, licensePlate: '', quantityBase: -moreBase };
    return { ...thing, goods: where === 'carton' ? [...rest, out] : rest };
  }
  return thing;
}

/** A line has as much picked as there are goods of it: none of a shipment that a device knows has left. */
function counted(thing: ShipmentThing, { where }: GoodsEffect): ShipmentThing {
  if (where !== 'picked') return thing;
  const lines = thing.lines.map((line) => {
    const own = thing.goods.filter((one) => one.order === line.order && one.line === line.line);
    return { ...line, pickedBase: totalBase(own) };
  });
  return { ...thing, lines };
}

export function isInHand({ location }: Pick<ShipmentGoods, 'location'>): boolean {
  return location.startsWith(`${handsType.toUpperCase()}-`);
}

function without(
  goods: readonly ShipmentGoods[],
  isSource: (one: ShipmentGoods) => boolean,
  quantityBase: number,
): ShipmentGoods[] {
  let leftBase = quantityBase;
  return goods.flatMap((one) => {
    if (leftBase === 0 || !isSource(one)) return [one];
    const takenBase = Math.min(leftBase, one.quantityBase);
    leftBase -= takenBase;
    return takenBase === one.quantityBase ? [] : [{ ...one, quantityBase: one.quantityBase - takenBase }];
  });
}
