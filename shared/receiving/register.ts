import { type Applied, applied, type Decision, held, refused } from '#shared/command/decision.ts';
import { type Command, commandReference } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { plateOnArrival, type ReceivingPlace, whyNotDock, whyNotTracking } from '#shared/ledger/arriving-goods.ts';
import type { DiscrepancyClass } from '#shared/ledger/discrepancy.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { isProblem, readCounted, type StockItem, shownIn } from '#shared/ledger/stock-item.ts';
import { statusOnArrival } from '#shared/ledger/stock-status.ts';
import { originOf } from '#shared/ledger/transfer.ts';
import { discrepancyFound, isSetAside } from './discrepancy-found.ts';
import type { ManualReceipt, ReceivingOrder, RegisterFacts } from './facts.ts';
import { manualLine, whyNotManual } from './manual-receipt.ts';
import { overDelivery } from './over-delivery.ts';
import { type RegisterBody, registerBody } from './register-body.ts';
import { shelfLifeVerdict } from './shelf-life.ts';
import { linesFor, type Share, spread } from './spread.ts';
import { wereWanted } from './wanted-then.ts';
import { settingsOf, whyNotLoad, whyNotOrder } from './why-not-order.ts';
import { whyNotPlate } from './why-not-plate.ts';

/**
 * The worker stands at the dock and says what arrived: an order, the line or just the item, how much, on which plate.
 * Without a line the quantity fills the order's lines with that item, oldest first, and spills to the next. A plate that
 * a notice announces can be scanned alone: see `decideRegisterPlate`.
 */
export const register = operation({ type: 'receiving.register', version: 1, body: registerBody });

/** One registration to be kept; its id is known before it is written. */
export interface Registration extends Share {
  readonly id: string;
  readonly serial: string | null;
  readonly inventoryStatus: string;
  /** The announcement of the plate that it fills: its position there. */
  readonly expectedLine: number | null;
}

export interface RegisterPlan {
  readonly item: StockItem;
  readonly orders: readonly ReceivingOrder[];
  readonly registrations: readonly Registration[];
  /** The load to register on; null: this is the first registration of a delivery and makes its load. */
  readonly load: string | null;
  /** Who is said to have made that load: it stays hidden until completion where loads are made then. */
  readonly loadMadeBy: 'registration' | 'completion';
  /** The load was completed, and takes more because it may have several receipts. */
  readonly reopensLoad: boolean;
  /** It was said beforehand what the load brings. */
  readonly isLoadPlanned: boolean;
  /** Devices keep a copy of the load: where it is planned or capped. */
  readonly isLoadTold: boolean;
  readonly location: string;
  readonly licensePlate: string | null;
  readonly isNewPlate: boolean;
  /** The plate is known, and nothing was on it. */
  readonly wasEmpty: boolean;
  /** The lot to be kept because it is new. */
  readonly newLot: { readonly lot: string; readonly expiryDate: string | null } | null;
  /** The put-away that these goods wait for, and whether it has to be opened. */
  readonly work: { readonly id: string; readonly isNew: boolean };
  /** What is wrong with the goods, as far as this says so. */
  readonly discrepancy: DiscrepancyClass | null;
  /** The manual order that is made, or whose line is raised, for goods that nobody ordered. */
  readonly manual: ManualReceipt | null;
}

export interface RegisterResult {
  readonly registrations: readonly {
    readonly registration: string;
    readonly order: string;
    readonly line: number;
    readonly quantity: number;
    readonly unit: string;
    /** Said where one command registered on several plates. */
    readonly licensePlate?: string;
  }[];
  readonly licensePlate: string | null;
  readonly work: string;
  /** The put-away of each plate, where one command registered on several. */
  readonly works?: readonly { readonly licensePlate: string; readonly work: string }[];
  /** Orders that wait for the goods: they may go there instead of being put away. */
  readonly crossDock?: readonly {
    readonly order: string;
    readonly line: number;
    readonly item: string;
    readonly quantity: number;
    readonly unit: string;
    readonly lot: string | null;
    readonly location: string | null;
  }[];
  /** What the worker should know although the goods were taken. */
  readonly warnings?: readonly Problem[];
}

/**
 * Refusals, in this order:
 *  0. goods that nobody ordered: see `whyNotManual`, then from 5 on;
 *  1. `receiving.order_missing` neither order nor load is named, nor whose the goods are, by who may not take in goods
 *     that nobody ordered; `receiving.load_unknown`, `receiving.load_brings_nothing` no order is on it any more,
 *     `receiving.load_completed`, `receiving.order_unknown`, `receiving.order_ambiguous` two source systems have the
 *     number;
 *  2. `receiving.wrong_warehouse`; 3. `receiving.order_closed` (held when it was closed after `knownAt`; a supervisor
 *     may let goods in);
 *  4. `receiving.plate_on_other_load` another load than the one named announces the plate; `receiving.load_unknown`,
 *     `receiving.load_completed` (held when it was completed after `knownAt`), `receiving.order_not_on_load`,
 *     `receiving.load_ambiguous` the order is on several open loads and none is named, `receiving.load_required` it is
 *     on none, and its source system wants loads beforehand;
 *  5. `receiving.item_unknown`; 6. `receiving.line_unknown`, `receiving.line_other_item`, `receiving.line_closed`,
 *     without a line `receiving.item_not_on_order`, `receiving.lot_not_on_order`; held where the order took the goods
 *     until its ERP changed it after `knownAt`;
 *  7. `item.unit_unknown`, `quantity.not_positive`, `quantity.too_precise`, `quantity.too_large`,
 *     `item.conversion_changed`; held where the device said what it took the quantity for, as the unit was another then;
 *  8. `receiving.location_unknown`, `receiving.location_not_receiving`;
 *  9. lot, expiry, serials: see `whyNotTracking`; then, unless the goods are set aside in the same breath,
 *     `receiving.expired` and `receiving.shelf_life_short`: see `shelfLifeVerdict`; 10. the plate: see `whyNotPlate`;
 * 11. `receiving.over_delivery`: more than the order's lines allow, all loads together; `receiving.load_over_delivery`:
 *     more than the load's lines allow, where the source system caps each load. Both say the limit, what is registered
 *     and how much still fits; held when it would have fitted at `knownAt`, which others used up or the ERP took back;
 *     a supervisor may let it in.
 */
export function decideRegister(
  command: Command<RegisterBody>,
  facts: RegisterFacts,
): Decision<RegisterPlan, RegisterResult> {
  const asked = command.body;
  const isApproved = command.approvedBy !== undefined;
  const { manual } = facts;
  const noOrder = manual ? whyNotManual(asked, manual, command.warehouse) : whyNotOrder(command, facts);
  const isLetIn = isApproved && noOrder?.code === 'receiving.order_closed';
  if (noOrder && !isLetIn)
    return noOrder.code === 'receiving.order_closed' && facts.isOrderNews ? held(noOrder) : refused(noOrder);
  const noLoad = manual && asked.load === undefined ? null : whyNotLoad(command, facts);
  if (noLoad) return isLoadNews(noLoad, facts) ? held(noLoad) : refused(noLoad);
  const { item, location } = facts;
  if (!item) return refused(problem('receiving.item_unknown', { item: asked.item }));
  const ordered = manual ? [] : linesFor(asked, facts, item, isApproved);
  if (isProblem(ordered)) return wereWanted(asked, facts, item) ? held(ordered) : refused(ordered);
  const quantityBase = readCounted(item, asked, isApproved);
  if (isProblem(quantityBase)) return isUnitNews(asked, quantityBase) ? held(quantityBase) : refused(quantityBase);
  const lines = manual ? [manualLine(facts.orders[0]?.key ?? '', manual, item, quantityBase)] : ordered;
  const noPlace = whyNotDock(asked, location);
  if (noPlace || !location) return refused(noPlace ?? problem('receiving.location_unknown', { location: '' }));
  const noTracking = whyNotTracking(asked, facts, item, quantityBase);
  if (noTracking) return refused(noTracking);
  const expiryDate = asked.expiryDate ?? facts.lot?.expiryDate ?? null;
  const shelfLife = isSetAside(asked) ? null : shelfLifeVerdict(expiryDate, facts.shelfLife, settingsOf(facts), item);
  if (shelfLife?.isRefused) return refused(shelfLife.problem);
  const noPlate = whyNotPlate(command, facts, location.code);
  if (noPlate) return refused(noPlate);
  const { overReceipt } = settingsOf(facts);
  const wholeBase = item.isSerialTracked ? 10 ** item.decimals : 1;
  const shares = spread(lines, quantityBase, isApproved, wholeBase, overReceipt);
  if (shares === null) {
    const isTooMuch = overDelivery({ ...facts, lines, overReceipt }, item, quantityBase);
    return wereWanted(asked, facts, item) ? held(isTooMuch.problem) : isTooMuch;
  }
  return registered(command, facts, item, location, shares, shelfLife?.problem ?? null);
}

/** Others completed the load behind the device's back: the goods came with it all the same. */
export function isLoadNews({ code }: Problem, { isOrderNews }: Pick<RegisterFacts, 'isOrderNews'>): boolean {
  return code === 'receiving.load_completed' && isOrderNews;
}

/** The unit was another when the device took the goods for so much of the base unit: they are there all the same. */
function isUnitNews({ baseQuantity }: RegisterBody, { code }: Problem): boolean {
  return baseQuantity !== undefined && (code === 'item.conversion_changed' || code === 'item.unit_unknown');
}

function registered(
  command: Command<RegisterBody>,
  facts: RegisterFacts,
  item: StockItem,
  location: ReceivingPlace,
  shares: readonly Share[],
  warning: Problem | null,
): Applied<RegisterPlan, RegisterResult> {
  const asked = command.body;
  const licensePlate = facts.plate?.number ?? plateAskedFor(asked.licensePlate) ?? numberGiven(facts.newPlate);
  const fill = filling(facts.announced, asked.lot ?? null);
  const registrations = withSerials(shares, asked.serials, item).map((part, index) => ({
    ...part,
    id: `${command.id}.${index + 1}`,
    inventoryStatus: statusOnArrival(asked.inventoryStatus ?? part.line.inventoryStatus, facts.lot),
    expectedLine: fill(part),
  }));
  const openWork = licensePlate === null ? facts.looseWork : (facts.plate?.openWork ?? null);
  const isPlanned = facts.load?.isPlanned ?? facts.orders.some((order) => order.isLoadPlanned);
  const plan: RegisterPlan = {
    item,
    orders: facts.orders,
    registrations,
    load: facts.load?.number ?? facts.orders[0]?.openLoads[0] ?? null,
    loadMadeBy: settingsOf(facts).inboundLoadCreation === 'at-completion' ? 'completion' : 'registration',
    reopensLoad: facts.load !== null && facts.load.status !== 'open',
    isLoadPlanned: isPlanned,
    isLoadTold: isPlanned || facts.load !== null || settingsOf(facts).overReceipt === 'block',
    location: location.code,
    ...plateOnArrival(licensePlate, facts.plate),
    newLot: asked.lot && !facts.lot?.isKnown ? { lot: asked.lot, expiryDate: asked.expiryDate ?? null } : null,
    work: { id: openWork ?? `${command.id}.work`, isNew: openWork === null },
    manual: facts.manual ?? null,
    discrepancy: discrepancyFound(asked, shares, warning !== null),
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
    ...(warning && { warnings: [warning] }),
  };
  const entries = registrations.map((registration) => entryOf(plan, registration, asked.lot ?? null));
  return applied(plan, result, entries);
}

/** The number given; null for loose goods (null), for none given (undefined), and for a command's plate (a fact). */
function plateAskedFor(licensePlate: string | null | undefined): string | null {
  return licensePlate && commandReference(licensePlate) === null ? licensePlate : null;
}

function numberGiven(newPlate: RegisterFacts['newPlate']): string | null {
  return typeof newPlate === 'string' ? newPlate : null;
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

/** Which line of the plate's announcement a registration fills: one that is not full, else any of the same goods. */
function filling(announced: RegisterFacts['announced'], lot: string | null): (share: Share) => number | null {
  if (!announced) return () => null;
  const filled = new Map<number, number>();
  return ({ line, quantityBase }) => {
    const ofLine = announced.lines.filter((each) => each.order === line.order && each.line === line.line);
    // What came under another lot than the notice said came all the same: nobody waits for it any more.
    const same = ['same', 'any', 'other'].flatMap((kind) => ofLine.filter((each) => kindOfLot(each.lot, lot) === kind));
    const hasBase = ({ position, registeredBase }: (typeof same)[number]) =>
      registeredBase + (filled.get(position) ?? 0);
    const found = same.find((each) => hasBase(each) < each.expectedBase) ?? same[0];
    if (!found) return null;
    filled.set(found.position, (filled.get(found.position) ?? 0) + quantityBase);
    return found.position;
  };
}

function kindOfLot(announced: string | null, lot: string | null): 'same' | 'any' | 'other' {
  if (announced === null) return 'any';
  return announced === lot ? 'same' : 'other';
}

function numberOfOrder(facts: RegisterFacts, key: string): string {
  return facts.orders.find((order) => order.key === key)?.number ?? key;
}

/**
 * From the supplier, or from the way between two warehouses, to the dock; the receipt will tell of it under the
 * registration's id.
 */
function entryOf(plan: RegisterPlan, registration: Registration, lot: string | null): EntryDraft {
  const { inventoryStatus } = registration;
  return {
    item: plan.item.key,
    owner: registration.line.owner,
    lot,
    serial: registration.serial,
    quantityBase: registration.quantityBase,
    from: { location: originOf(plan.load), licensePlate: null, inventoryStatus },
    to: { location: plan.location, licensePlate: plan.licensePlate, inventoryStatus },
    reason: 'receive',
    coverage: { id: registration.id, kind: 'shipment-receipt' },
    scale: { decimals: plan.item.decimals, baseUnit: plan.item.baseUnit },
  };
}
