import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { carriedTo } from '#shared/ledger/entry.ts';
import { type PlacedReservation, whyLotOnHold } from '#shared/ledger/shipment-goods.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  /** The load, or `command:<id>` of the release that made it. */
  load: code,
  licensePlate: code.optional(),
  /** Its number, or `command:<id>` of the command that opened it. */
  carton: code.optional(),
  /** All loose goods of a shipment, which have no label to scan. */
  shipment: code.optional(),
  /** The door, or for unloading the lane; the load's own, or the first one, where it is left out. */
  location: code.optional(),
});

export type LoadBody = z.infer<typeof body>;

/** The loader scans what goes onto the truck: what belongs on another one is refused. */
export const load = operation({ type: 'shipping.load', version: 1, body });

/** Something comes off the truck again, back to its lane. */
export const unload = operation({ type: 'shipping.unload', version: 1, body });

/** A plate, a carton, or the loose goods of a shipment. */
export interface LoadUnit {
  /** What is on its label; the number of the shipment for loose goods. */
  readonly unit: string;
  readonly shipment: string;
  readonly load: string;
  readonly shipmentStatus: string;
  readonly cartonStatus: string | null;
  readonly goods: readonly PlacedReservation[];
}

export interface LoadFacts {
  readonly load: { readonly load: string; readonly status: string } | null;
  /** The unit asked for, wherever it belongs; null where nothing such is picked. */
  readonly unit: LoadUnit | null;
  /** Everything picked that belongs on the load, unit by unit. */
  readonly units: readonly LoadUnit[];
  /** Work of its shipments that is not done. */
  readonly openWork: number;
  readonly place: { readonly code: string; readonly type: string } | null;
  readonly heldOrders: readonly string[];
}

export interface LoadPlan {
  readonly load: string;
  readonly unit: LoadUnit;
  readonly to: string;
  /** All of the shipment (of the load) is on the truck. */
  readonly isShipmentLoaded: boolean;
  readonly isLoadLoaded: boolean;
}

/** Units (plates, cartons, loose goods of a shipment) that are on the truck, and that belong there. */
export interface LoadResult {
  readonly loaded: number;
  readonly expected: number;
}

/**
 * Refusals, in this order: `shipping.nothing_to_load` not one of plate, carton, shipment; `shipping.load_unknown`,
 * `shipping.load_gone`; `shipping.unit_unknown` nothing such is picked; `shipping.foreign_unit` it belongs on another
 * load; `shipping.order_held`; `inventory.lot_on_hold`; `shipping.carton_open`; `shipping.unit_in_hand`; `location.unknown`,
 * `shipping.wrong_door`; `shipping.already_loaded`.
 */
export function decideLoad(command: Command<LoadBody>, facts: LoadFacts): Decision<LoadPlan, LoadResult> {
  return decide(command, facts, 'door');
}

/** The refusals are those of loading; `shipping.wrong_lane`, `shipping.not_on_truck`. */
export function decideUnload(command: Command<LoadBody>, facts: LoadFacts): Decision<LoadPlan, LoadResult> {
  return decide(command, facts, 'staging');
}

function decide(
  { body: asked }: Command<LoadBody>,
  facts: LoadFacts,
  target: 'door' | 'staging',
): Decision<LoadPlan, LoadResult> {
  const why = whyNotLoad(asked, facts) ?? whyNotUnit(facts, target) ?? whyNotPlace(asked, facts, target);
  const { load: of, unit, place, units } = facts;
  if (why || !of || !unit || !place) return refused(why ?? problem('shipping.load_unknown', { load: asked.load }));
  const isOn = (one: LoadUnit) => (one.unit === unit.unit ? target === 'door' : isLoaded(one));
  const ofShipment = units.filter(({ shipment }) => shipment === unit.shipment);
  const plan: LoadPlan = {
    load: of.load,
    unit,
    to: place.code,
    isShipmentLoaded: ofShipment.every(isOn),
    isLoadLoaded: units.every(isOn) && facts.openWork === 0,
  };
  const elsewhere = unit.goods.filter(({ location }) => location !== place.code);
  const entries = elsewhere.map((goods) =>
    carriedTo(goods, { location: place.code, licensePlate: goods.licensePlate || null }, 'move'),
  );
  return applied(plan, { loaded: units.filter(isOn).length, expected: units.length }, entries);
}

function isLoaded({ goods }: LoadUnit): boolean {
  return goods.every(({ locationType }) => locationType === 'door');
}

function whyNotLoad(asked: LoadBody, facts: LoadFacts): Problem | null {
  const named = [asked.licensePlate, asked.carton, asked.shipment].filter((one) => one !== undefined);
  const [unit] = named;
  if (named.length !== 1 || unit === undefined) return problem('shipping.nothing_to_load');
  if (!facts.load) return problem('shipping.load_unknown', { load: asked.load });
  const { load: number, status } = facts.load;
  if (status === 'shipped' || status === 'cancelled') return problem('shipping.load_gone', { load: number });
  if (!facts.unit) return problem('shipping.unit_unknown', { unit });
  if (facts.unit.load === number) return null;
  return problem('shipping.foreign_unit', { unit: facts.unit.unit, load: facts.unit.load, expected: number });
}

function whyNotUnit({ unit, heldOrders }: LoadFacts, target: 'door' | 'staging'): Problem | null {
  if (!unit) return null;
  const [order] = heldOrders;
  if (order !== undefined && target === 'door') {
    return problem('shipping.order_held', { shipment: unit.shipment, order });
  }
  const onHold = target === 'door' ? whyLotOnHold(unit.goods) : null;
  if (onHold) return onHold;
  if (unit.cartonStatus === 'open')
    return problem('shipping.carton_open', { shipment: unit.shipment, carton: unit.unit });
  const isInHand = unit.goods.some(({ locationType }) => locationType === 'hands');
  return isInHand ? problem('shipping.unit_in_hand', { unit: unit.unit }) : null;
}

function whyNotPlace({ location }: LoadBody, { place, unit }: LoadFacts, target: 'door' | 'staging'): Problem | null {
  if (!place || !unit) return problem('location.unknown', { location: location ?? '' });
  const isOn = isLoaded(unit);
  if (target === 'door') {
    if (place.type !== 'door') return problem('shipping.wrong_door', { location: place.code, type: place.type });
    return isOn ? problem('shipping.already_loaded', { unit: unit.unit }) : null;
  }
  if (place.type !== 'staging' && place.type !== 'packing') {
    return problem('shipping.wrong_lane', { location: place.code, type: place.type });
  }
  return isOn ? null : problem('shipping.not_on_truck', { unit: unit.unit });
}
