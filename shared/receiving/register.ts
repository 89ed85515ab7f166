import * as z from 'zod';
import { type Applied, applied, type Decision, held, refused } from '#shared/command/decision.ts';
import { type Command, commandReference } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { outside } from '#shared/ledger/place.ts';
import { isProblem, readQuantity, type StockItem, shownIn } from '#shared/ledger/stock-item.ts';
import { code, day, unitCode } from './body.ts';
import type { ReceivingLine, ReceivingOrder, ReceivingPlace, RegisterFacts } from './facts.ts';
import { limitOf, linesFor, type Share, spread } from './spread.ts';
import { whyNotPlate, whyNotTracking } from './tracking.ts';

const body = z.strictObject({
  order: code.optional(),
  line: z.int().min(1).optional(),
  load: code.optional(),
  sourceSystem: code.optional(),
  /** A plate that stands at the dock or is new; `command:<id>` for the plate of that command; null for loose goods. */
  licensePlate: code.nullable().optional(),
  location: code.optional(),
  item: code,
  quantity: z.number(),
  unit: unitCode,
  lot: z.string().min(1).max(64).optional(),
  expiryDate: day.optional(),
  serials: z.array(z.string().min(1).max(64)).min(1).max(500).optional(),
  inventoryStatus: z.string().min(1).max(32).optional(),
  condition: z.string().min(1).max(500).optional(),
  photos: z.array(z.string().min(1).max(2048)).max(10).optional(),
});

export type RegisterBody = z.infer<typeof body>;

/**
 * The worker stands at the dock and says what arrived: an order, the line or just the item, how much, on which plate.
 * Without a line the quantity fills the order's lines with that item, oldest first, and spills to the next.
 */
export const register = operation({ type: 'receiving.register', version: 1, body });

/** One registration to be kept; its id is known before it is written. */
export interface Registration extends Share {
  readonly id: string;
  readonly serial: string | null;
  readonly inventoryStatus: string;
}

export interface RegisterPlan {
  readonly item: StockItem;
  readonly orders: readonly ReceivingOrder[];
  readonly registrations: readonly Registration[];
  /** The open load to register on; null: this is the first registration of a delivery and makes its load. */
  readonly load: string | null;
  readonly location: string;
  readonly licensePlate: string | null;
  readonly isNewPlate: boolean;
  /** The lot to be kept because it is new. */
  readonly newLot: { readonly lot: string; readonly expiryDate: string | null } | null;
  /** The put-away that these goods wait for, and whether it has to be opened. */
  readonly work: { readonly id: string; readonly isNew: boolean };
}

export interface RegisterResult {
  readonly registrations: readonly {
    readonly registration: string;
    readonly order: string;
    readonly line: number;
    readonly quantity: number;
    readonly unit: string;
  }[];
  readonly licensePlate: string | null;
  readonly work: string;
}

/**
 * Refusals, in this order:
 *  1. `receiving.order_missing` neither order nor load is named; `receiving.load_unknown`, `receiving.order_unknown`,
 *     `receiving.order_ambiguous` two source systems have the number;
 *  2. `receiving.wrong_warehouse`; 3. `receiving.order_closed` (held when it was closed after `knownAt`; a supervisor
 *     may let goods in);
 *  4. `receiving.load_unknown`, `receiving.load_completed`, `receiving.order_not_on_load`, `receiving.load_ambiguous` the
 *     order is on several open loads and none is named;
 *  5. `receiving.item_unknown`; 6. `receiving.line_unknown`, `receiving.line_other_item`, `receiving.line_closed`,
 *     without a line `receiving.item_not_on_order`, `receiving.lot_not_on_order`;
 *  7. `item.unit_unknown`, `quantity.not_positive`, `quantity.too_precise`, `quantity.too_large`;
 *  8. `receiving.location_unknown`, `receiving.location_not_receiving`;
 *  9. lot, expiry, serials: see `whyNotTracking`; 10. the plate: see `whyNotPlate`;
 * 11. `receiving.over_delivery`: more than the lines allow, all loads together; says the limit, what is registered and
 *     how much still fits. Held when it would have fitted at `knownAt`; a supervisor may let it in.
 */
export function decideRegister(
  command: Command<RegisterBody>,
  facts: RegisterFacts,
): Decision<RegisterPlan, RegisterResult> {
  const asked = command.body;
  const isApproved = command.approvedBy !== undefined;
  const noOrder = whyNotOrder(command, facts);
  const isLetIn = isApproved && noOrder?.code === 'receiving.order_closed';
  if (noOrder && !isLetIn)
    return noOrder.code === 'receiving.order_closed' && facts.isOrderNews ? held(noOrder) : refused(noOrder);
  const noLoad = whyNotLoad(command, facts);
  if (noLoad) return refused(noLoad);
  const { item, location } = facts;
  if (!item) return refused(problem('receiving.item_unknown', { item: asked.item }));
  const lines = linesFor(asked, facts, item, isApproved);
  if (isProblem(lines)) return refused(lines);
  const quantityBase = readQuantity(item, asked.quantity, asked.unit);
  if (isProblem(quantityBase)) return refused(quantityBase);
  const noPlace = whyNotPlace(asked, location);
  if (noPlace || !location) return refused(noPlace ?? problem('receiving.location_unknown', { location: '' }));
  const noTracking = whyNotTracking(asked, facts, item, quantityBase);
  if (noTracking) return refused(noTracking);
  const noPlate = whyNotPlate(command, facts, location.code);
  if (noPlate) return refused(noPlate);
  const shares = spread(lines, quantityBase, isApproved, item.isSerialTracked ? 10 ** item.decimals : 1);
  if (shares === null) return overDelivery(facts, item, lines, quantityBase);
  return registered(command, facts, item, location, shares);
}

function whyNotOrder({ body: asked, warehouse }: Command<RegisterBody>, facts: RegisterFacts): Problem | null {
  if (asked.order === undefined && asked.load === undefined) return problem('receiving.order_missing');
  const [first, second] = facts.orders;
  if (!first) {
    return asked.order === undefined
      ? problem('receiving.load_unknown', { load: asked.load ?? '' })
      : problem('receiving.order_unknown', { order: asked.order });
  }
  if (asked.order !== undefined && second) {
    const sourceSystems = facts.orders.map((order) => order.sourceSystem).join(', ');
    return problem('receiving.order_ambiguous', { order: asked.order, sourceSystems });
  }
  if (first.warehouse !== warehouse) {
    return problem('receiving.wrong_warehouse', { order: first.number, warehouse: first.warehouse });
  }
  const isOpen = facts.orders.some((order) => openOrderStatuses.includes(order.status));
  return isOpen ? null : problem('receiving.order_closed', { order: first.number, status: first.status });
}

const openOrderStatuses: readonly string[] = ['open', 'partially_received'];

function whyNotLoad({ body: asked, warehouse }: Command<RegisterBody>, facts: RegisterFacts): Problem | null {
  const openLoads = facts.orders[0]?.openLoads ?? [];
  if (asked.load === undefined) {
    if (openLoads.length < 2) return null;
    return problem('receiving.load_ambiguous', { order: asked.order ?? '', loads: openLoads.join(', ') });
  }
  const { load } = facts;
  if (!load || load.warehouse !== warehouse) return problem('receiving.load_unknown', { load: asked.load });
  if (load.status !== 'open') return problem('receiving.load_completed', { load: load.number });
  const isOnLoad = facts.orders.some((order) => order.openLoads.includes(load.number));
  return isOnLoad ? null : problem('receiving.order_not_on_load', { order: asked.order ?? '', load: load.number });
}

function whyNotPlace(asked: RegisterBody, location: ReceivingPlace | null): Problem | null {
  const code = asked.location ?? '';
  if (!location?.isActive) return problem('receiving.location_unknown', { location: code });
  return location.type === 'receiving'
    ? null
    : problem('receiving.location_not_receiving', { location: location.code });
}

/** Says how much still fits. Where it would have fitted on what the device knew, the goods are a fact to be decided on. */
function overDelivery(
  facts: RegisterFacts,
  item: StockItem,
  lines: readonly ReceivingLine[],
  quantityBase: number,
): Decision<RegisterPlan, RegisterResult> {
  const { limitBase, registeredBase } = limitsOf(lines);
  const fitsBase = Math.max(0, limitBase - registeredBase);
  const why = problem('receiving.over_delivery', {
    item: item.number,
    limit: fromBase(limitBase, item.decimals),
    registered: fromBase(registeredBase, item.decimals),
    fits: fromBase(fitsBase, item.decimals),
    unit: item.baseUnit,
  });
  const fittedThen = registeredBase - facts.registeredSinceBase + quantityBase <= limitBase;
  return facts.registeredSinceBase > 0 && fittedThen ? held(why) : refused(why);
}

function limitsOf(lines: readonly ReceivingLine[]) {
  return {
    limitBase: lines.reduce((sum, line) => sum + limitOf(line), 0),
    registeredBase: lines.reduce((sum, line) => sum + line.registeredBase, 0),
  };
}

function registered(
  command: Command<RegisterBody>,
  facts: RegisterFacts,
  item: StockItem,
  location: ReceivingPlace,
  shares: readonly Share[],
): Applied<RegisterPlan, RegisterResult> {
  const asked = command.body;
  const licensePlate = facts.plate?.number ?? plateAskedFor(asked.licensePlate) ?? facts.newPlate;
  const registrations = withSerials(shares, asked.serials, item).map((part, index) => ({
    ...part,
    id: `${command.id}.${index + 1}`,
    inventoryStatus: asked.inventoryStatus ?? part.line.inventoryStatus,
  }));
  const openWork = licensePlate === null ? facts.looseWork : (facts.plate?.openWork ?? null);
  const plan: RegisterPlan = {
    item,
    orders: facts.orders,
    registrations,
    load: asked.load ?? facts.orders[0]?.openLoads[0] ?? null,
    location: location.code,
    licensePlate,
    isNewPlate: licensePlate !== null && facts.plate === null,
    newLot: asked.lot && !facts.lot?.isKnown ? { lot: asked.lot, expiryDate: asked.expiryDate ?? null } : null,
    work: { id: openWork ?? `${command.id}.work`, isNew: openWork === null },
  };
  const result = {
    registrations: registrations.map((registration) => ({
      registration: registration.id,
      order: numberOfOrder(facts, registration.line.order),
      line: registration.line.line,
      ...shownIn(item, registration.quantityBase, asked.unit),
    })),
    licensePlate,
    work: plan.work.id,
  };
  const entries = registrations.map((registration) => entryOf(plan, registration, asked.lot ?? null));
  return applied(plan, result, entries);
}

/** The number given; null for loose goods (null), for none given (undefined), and for a command's plate (a fact). */
function plateAskedFor(licensePlate: string | null | undefined): string | null {
  return licensePlate && commandReference(licensePlate) === null ? licensePlate : null;
}

/** Goods with serials are registered one by one; each share takes as many serials as it holds units. */
function withSerials(shares: readonly Share[], serials: readonly string[] | undefined, item: StockItem) {
  if (!serials) return shares.map((share) => ({ ...share, serial: null }));
  const oneBase = 10 ** item.decimals;
  const ofUnits = shares.flatMap((share) =>
    Array.from({ length: share.quantityBase / oneBase }, () => ({ line: share.line, quantityBase: oneBase })),
  );
  return ofUnits.map((share, index) => ({ ...share, serial: serials[index] ?? null }));
}

function numberOfOrder(facts: RegisterFacts, key: string): string {
  return facts.orders.find((order) => order.key === key)?.number ?? key;
}

/** From the supplier to the dock; the receipt will tell of it under the registration's id. */
function entryOf(plan: RegisterPlan, registration: Registration, lot: string | null): EntryDraft {
  const { inventoryStatus } = registration;
  return {
    item: plan.item.key,
    owner: registration.line.owner,
    lot,
    serial: registration.serial,
    quantityBase: registration.quantityBase,
    from: { location: outside.supplier, licensePlate: null, inventoryStatus },
    to: { location: plan.location, licensePlate: plan.licensePlate, inventoryStatus },
    reason: 'receive',
    coverage: { id: registration.id, kind: 'shipment-receipt' },
    decimals: plan.item.decimals,
  };
}
