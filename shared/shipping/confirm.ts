import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { carriedTo, type EntryDraft } from '#shared/ledger/entry.ts';
import { isWayOut } from '#shared/ledger/location-type.ts';
import { outside } from '#shared/ledger/place.ts';
import { type PlacedReservation, whyLotOnHold } from '#shared/ledger/shipment-goods.ts';
import type { OutboundLoadStatus, ShipmentStatus } from './outbound.machine.ts';

const code = z.string().min(1).max(64);

/** What becomes of goods that do not go now: another truck, another day, or not at all. */
export const remainderRules = ['split', 'backorder', 'cancel'] as const;

export type RemainderRule = (typeof remainderRules)[number];

const body = z.strictObject({
  /** A load with all its shipments, one shipment, or all shipments of an order. */
  load: code.optional(),
  shipment: code.optional(),
  order: code.optional(),
  sourceSystem: code.optional(),
  /** Of an order `cancel` means all that does not go, also what was never released. */
  remainder: z.enum(remainderRules).optional(),
  reason: z.string().trim().min(1).max(500).optional(),
});

export type ConfirmBody = z.infer<typeof body>;

/** The truck leaves: what is picked is gone, and the ERP gets a packing slip of each shipment. */
export const confirm = operation({ type: 'shipping.confirm', version: 1, body });

export interface ConfirmShipment {
  readonly shipment: string;
  readonly status: ShipmentStatus;
  readonly load: string;
  readonly loadStatus: OutboundLoadStatus;
  readonly sourceSystem: string;
  /** The other warehouse that it is a transfer to; null: it goes out of the source system's warehouses. */
  readonly toWarehouse: string | null;
  /** The source system lets one shipment only stand for an order: what does not go with it is closed. */
  readonly isOnlyOne: boolean;
  /** What of its orders is on no shipment; nothing where others may follow. */
  readonly unreleased: readonly Unreleased[];
  readonly lines: readonly ConfirmLine[];
  /** What is picked for it and still in the building. */
  readonly goods: readonly PlacedReservation[];
  /** Work of it that is not done. */
  readonly openWork: readonly {
    readonly work: string;
    readonly isClaimed: boolean;
    /** Something of it was picked and put down already. */
    readonly isBegun: boolean;
    readonly inHand: number;
  }[];
  readonly openCartons: readonly string[];
  /** Numbers of its orders that are on hold. */
  readonly heldOrders: readonly string[];
}

export interface ConfirmLine {
  readonly order: string;
  readonly line: number;
  readonly quantityBase: number;
  readonly pickedBase: number;
}

export interface ConfirmFacts {
  /** The shipments meant that are neither shipped nor cancelled; for one that was named, whatever it is. */
  readonly shipments: readonly ConfirmShipment[];
  readonly isKnown: boolean;
  /** Numbers of source systems that have an order of the number; more than one is ambiguous. */
  readonly sourceSystems: readonly string[];
  /** What of the order named is on no shipment; nothing where the rest of an order is not to be cancelled. */
  readonly unreleased: readonly Unreleased[];
}

export interface ShippedShipment {
  readonly shipment: ConfirmShipment;
  readonly goods: readonly PlacedReservation[];
  /** What of its lines does not go, and what becomes of that; null where all goes. */
  readonly remainder: { readonly rule: RemainderRule; readonly reason: string; readonly lines: readonly Rest[] } | null;
  /**
   * What of orders is closed with it, as its slip tells: what was never released of an order whose rest is cancelled, and
   * where one shipment stands for an order all that does not go of its lines.
   */
  readonly closes: readonly ClosedRest[];
  readonly coverage: string;
}

export interface Rest {
  readonly order: string;
  readonly line: number;
  readonly restBase: number;
}

export interface ClosedRest extends Rest {
  readonly reason: string;
  /** A reversal opens it again. */
  readonly isReopened: boolean;
}

/** What of a line is on no shipment, and how much of that is promised to the order. */
export interface Unreleased extends Rest {
  readonly reservedBase: number;
}

export interface ConfirmPlan {
  readonly shipped: readonly ShippedShipment[];
  readonly refused: readonly { readonly shipment: string; readonly problem: Problem }[];
  /** What of orders was never released, and is cancelled with the rest of them. */
  readonly unreleased: readonly (Unreleased & { readonly reason: string })[];
}

/** Why the rest of an order is closed, and waits after a reversal, where nobody gave another reason. */
export const oneShipment = 'one_shipment';

export interface ConfirmResult {
  readonly documents: readonly { readonly documentNumber: string; readonly version: number }[];
  /** Shipments that could not go, each with its reason; the others went. */
  readonly refused: readonly { readonly shipment: string; readonly problem: Problem }[];
  /** Where the rest goes that was split off. */
  readonly split: readonly { readonly shipment: string; readonly load: string }[];
}

/**
 * Refusals, in this order: `shipping.nothing_named` not one of load, shipment, order; `shipping.load_unknown`,
 * `shipping.shipment_unknown`, `shipping.order_unknown`; `order.ambiguous`; `shipping.nothing_to_ship` no shipment is
 * left. Then of each shipment:
 *  1. `shipping.already_confirmed`, `shipping.shipment_cancelled`, `shipping.order_held`, `inventory.lot_on_hold`;
 *  2. `shipping.goods_in_hand`, `shipping.work_open` somebody is at its work, or there is some and no rule for the rest;
 *  3. `shipping.carton_open`;
 *  4. `shipping.nothing_picked`;
 *  5. `shipping.wrong_place` goods stand neither at packing nor at staging nor at a door; with `load`:
 *     `shipping.not_loaded`;
 *  6. `shipping.remainder_required` not all was picked and nobody said what becomes of the rest, and for `cancel`
 *     `shipping.reason_required`, as it is of an order that is cancelled with what was never released of it.
 * One that cannot go does not keep the others: they go, and it is told with its reason. Where none can, the first
 * one's reason is the answer.
 */
export function decideConfirm(
  { id, body: asked }: Command<ConfirmBody>,
  facts: ConfirmFacts,
): Decision<ConfirmPlan, ConfirmResult> {
  const why = whyNotMeant(asked, facts);
  if (why) return refused(why);
  const judged = facts.shipments.map((shipment) => ({ shipment, problem: whyNotShip(asked, shipment) }));
  const bad = judged.flatMap(({ shipment: { shipment }, problem: found }) =>
    found ? [{ shipment, problem: found }] : [],
  );
  const good = judged.filter((one) => one.problem === null).map(({ shipment }) => shipment);
  const [first] = bad;
  if (good.length === 0 && first) return refused(first.problem);
  const { reason } = asked;
  const { unreleased: lines } = facts;
  if (lines.length > 0 && reason === undefined) {
    return refused(problem('shipping.reason_required', { shipment: good[0]?.shipment ?? '' }));
  }
  const closing = withFirst(good);
  const closed = [...closing.values()].flat();
  const cancelled = lines.filter((line) => !closed.some(isOf(line))).map((line) => ({ ...line, reason: reason ?? '' }));
  const shipped = good.map((shipment, index) => {
    const left = closing.get(shipment) ?? [];
    return shippedOf(asked, shipment, {
      left,
      cancelled: index === 0 ? cancelled : [],
      coverage: `${id}.${shipment.shipment}`,
    });
  });
  const entries = shipped.flatMap((each) => each.goods.map((one) => entryOf(one, each)));
  const unreleased = [...closed.map((line) => ({ ...line, reason: reason ?? oneShipment })), ...cancelled];
  return applied({ shipped, refused: bad, unreleased }, { documents: [], refused: bad, split: [] }, entries);
}

function whyNotMeant(asked: ConfirmBody, { shipments, isKnown, sourceSystems }: ConfirmFacts): Problem | null {
  const named = [asked.load, asked.shipment, asked.order].filter((one) => one !== undefined);
  if (named.length !== 1) return problem('shipping.nothing_named');
  if (!isKnown && asked.load !== undefined) return problem('shipping.load_unknown', { load: asked.load });
  if (!isKnown && asked.shipment !== undefined) {
    return problem('shipping.shipment_unknown', { shipment: asked.shipment });
  }
  if (!isKnown) return problem('shipping.order_unknown', { order: asked.order ?? '' });
  if (sourceSystems.length > 1) {
    return problem('order.ambiguous', { order: asked.order ?? '', sourceSystems: sourceSystems.join(', ') });
  }
  return shipments.length === 0 ? problem('shipping.nothing_to_ship', { named: named[0] ?? '' }) : null;
}

function whyNotShip(asked: ConfirmBody, one: ConfirmShipment): Problem | null {
  const { shipment, status, heldOrders, openCartons } = one;
  if (status === 'shipped') return problem('shipping.already_confirmed', { shipment });
  if (status === 'cancelled') return problem('shipping.shipment_cancelled', { shipment });
  const [order] = heldOrders;
  if (order !== undefined) return problem('shipping.order_held', { shipment, order });
  const [carton] = openCartons;
  return (
    whyLotOnHold(one.goods) ??
    whyWork(asked, one) ??
    (carton === undefined ? null : problem('shipping.carton_open', { shipment, carton })) ??
    whyGoods(asked, one) ??
    whyRest(asked, one)
  );
}

function whyWork({ remainder }: ConfirmBody, { shipment, openWork }: ConfirmShipment): Problem | null {
  const held = openWork.find(({ inHand }) => inHand > 0);
  if (held) return problem('shipping.goods_in_hand', { shipment, work: held.work });
  const busy = openWork.find(({ isClaimed, isBegun }) => isClaimed && !isBegun) ?? openWork[0];
  if (!busy) return null;
  const isBusy = busy.isClaimed && !busy.isBegun;
  return isBusy || remainder === undefined ? problem('shipping.work_open', { shipment, work: busy.work }) : null;
}

function whyGoods({ load }: ConfirmBody, { shipment, goods }: ConfirmShipment): Problem | null {
  if (goods.length === 0) return problem('shipping.nothing_picked', { shipment });
  const astray = goods.find(({ locationType }) => !isWayOut(locationType));
  if (astray) return problem('shipping.wrong_place', { shipment, location: astray.location });
  if (load === undefined) return null;
  // Counted as they are loaded: plates and cartons, and what is loose as one.
  const units = [...Map.groupBy(goods, ({ licensePlate }) => licensePlate).values()];
  const loaded = units.filter((unit) => unit.every(({ locationType }) => locationType === 'door'));
  if (loaded.length === units.length) return null;
  return problem('shipping.not_loaded', { shipment, loaded: loaded.length, expected: units.length });
}

function whyRest({ remainder, reason }: ConfirmBody, one: ConfirmShipment): Problem | null {
  const rest = restOf(one);
  if (rest.length === 0) return null;
  const { shipment } = one;
  if (remainder === undefined) return problem('shipping.remainder_required', { shipment, lines: rest.length });
  return remainder === 'cancel' && reason === undefined ? problem('shipping.reason_required', { shipment }) : null;
}

/** What was never released of an order that goes with several shipments at once is closed with the first of them. */
function withFirst(shipments: readonly ConfirmShipment[]): Map<ConfirmShipment, readonly Unreleased[]> {
  const seen: Unreleased[] = [];
  return new Map(
    shipments.map((shipment) => {
      const own = shipment.unreleased.filter((line) => !seen.some(isOf(line)));
      seen.push(...own);
      return [shipment, own];
    }),
  );
}

function isOf({ order, line }: Pick<Rest, 'order' | 'line'>): (other: Pick<Rest, 'order' | 'line'>) => boolean {
  return (other) => other.order === order && other.line === line;
}

function restOf({ lines }: ConfirmShipment): Rest[] {
  return lines
    .map(({ order, line, quantityBase, pickedBase }) => ({ order, line, restBase: quantityBase - pickedBase }))
    .filter(({ restBase }) => restBase > 0);
}

function shippedOf(
  asked: ConfirmBody,
  shipment: ConfirmShipment,
  {
    left,
    cancelled,
    coverage,
  }: {
    readonly left: readonly Unreleased[];
    readonly cancelled: readonly (Unreleased & { readonly reason: string })[];
    readonly coverage: string;
  },
): ShippedShipment {
  const { goods, isOnlyOne } = shipment;
  const lines = restOf(shipment);
  const rule = isOnlyOne ? 'cancel' : (asked.remainder ?? 'backorder');
  const reason = asked.reason ?? (isOnlyOne ? oneShipment : rule);
  const remainder = lines.length === 0 ? null : { rule, reason, lines };
  const closes = [
    ...(isOnlyOne ? together([...lines, ...left]).map((rest) => ({ ...rest, reason, isReopened: true })) : []),
    ...cancelled.map(({ order, line, restBase, reason: why }) => ({
      ...{ order, line, restBase },
      ...{ reason: why, isReopened: false },
    })),
  ];
  return { shipment, goods, remainder, closes, coverage };
}

/** What there is of each line, in one. */
function together(parts: readonly Rest[]): Rest[] {
  return [...Map.groupBy(parts, ({ order, line }) => JSON.stringify([order, line])).values()].flatMap((same) => {
    const restBase = same.reduce((sum, part) => sum + part.restBase, 0);
    return same.slice(0, 1).map(({ order, line }) => ({ order, line, restBase }));
  });
}

function entryOf(goods: PlacedReservation, { shipment, coverage }: ShippedShipment): EntryDraft {
  const away = shipment.toWarehouse === null ? outside.customer : outside.transit;
  const to = { location: away, licensePlate: goods.licensePlate || null };
  return { ...carriedTo(goods, to, 'ship'), coverage: { id: coverage, kind: 'packing-slip' } };
}
