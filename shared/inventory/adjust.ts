import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import { type Command, commandReference } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { type Coverage, type EntryDraft, movedTo } from '#shared/ledger/entry.ts';
import type { LocationState } from '#shared/ledger/fits.ts';
import { outside } from '#shared/ledger/place.ts';
import { reasonCodes } from '#shared/ledger/reason-code.ts';
import { itemMeant, selectStock } from '#shared/ledger/select-stock.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';
import { availableStatus, inventoryStatuses, type StockRow } from '#shared/ledger/stock-row.ts';
import { isWorthMore } from '#shared/ledger/worth.ts';
import { approvalWaits } from './approval-waits.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  location: code,
  item: code,
  sourceSystem: code.optional(),
  licensePlate: code.optional(),
  lot: z.string().min(1).max(64).optional(),
  /** For goods found of a lot that was never here. */
  expiryDate: z.iso.date().optional(),
  serials: z.array(z.string().min(1).max(64)).min(1).max(500).optional(),
  inventoryStatus: z.string().min(1).max(32).optional(),
  /** What is more (positive) or less (negative) than the books say; never the counted quantity. */
  quantity: z.number(),
  unit: z.string().min(1).max(32),
  reason: z.string().min(1).max(32),
  /** Number of a document that this corrects: one that became final cannot be reversed any more. */
  document: code.optional(),
});

export type AdjustBody = z.infer<typeof body>;

/** Someone found more or less at a place than the books say. The difference, never the count, goes to the ERP. */
export const adjust = operation({ type: 'inventory.adjust', version: 1, body });

export interface AdjustedItem extends StockItem {
  /** Cost of one base unit as decimal text; null is worth nothing. */
  readonly unitCost: string | null;
  /** Who owns goods of this item when nobody says otherwise. */
  readonly defaultOwner: string;
}

export interface AdjustFacts {
  readonly location: LocationState | null;
  readonly items: readonly AdjustedItem[];
  /** All stock of these items at the location; on the plate where one was asked for, else loose. */
  readonly rows: readonly StockRow[];
  /** The plate asked for; null when it is new or none was. */
  readonly plate: AdjustedPlate | null;
  /** Nobody knows such a plate, and the number is the code of a location; left out: it is not. */
  readonly isPlateLocation?: boolean;
  /** Null: cannot be told here. */
  readonly lot: { readonly isKnown: boolean; readonly expiryDate: string | null } | null;
  readonly serialsInStock: readonly string[];
  /** Those of the serials that have left with a shipment. */
  readonly serialsShipped: readonly string[];
  /** Goods of the item were moved after the device's `knownAt`; false on a device. */
  readonly isMoveNews: boolean;
  /**
   * The document that is corrected, as its newest version stands; null: there is none of this number, or it was
   * reversed.
   */
  readonly document: { readonly warehouse: string; readonly sourceSystem: string } | null;
  /** What is worth more (quantity × unit cost) waits for a second person; null: nothing does. */
  readonly valueLimit: number | null;
  /**
   * How many base steps of the item whoever asks found or missed there within a day, without what a second person let
   * pass.
   */
  readonly adjustedLatelyBase: number;
  /** The approval that the same adjustment waits for already; null: none. */
  readonly sameApproval: string | null;
}

interface AdjustedPlate {
  readonly number: string;
  readonly warehouse: string;
  /** Null while nothing is on it. */
  readonly location: string | null;
  /** It is a carton that has not left. */
  readonly isCarton: boolean;
  /** The shipment that goods on it are picked for; null: none. */
  readonly pickedFor: string | null;
}

export interface AdjustPlan {
  readonly item: AdjustedItem;
  /** The journal's lines: signed base steps. Empty when a second person has to approve first. */
  readonly lines: readonly {
    readonly lot: string | null;
    readonly serial: string | null;
    readonly differenceBase: number;
  }[];
  readonly licensePlate: string | null;
  readonly isNewPlate: boolean;
  readonly newLot: { readonly lot: string; readonly expiryDate: string | null } | null;
  /** What a second person is asked; null when nobody need be. */
  readonly approval: Problem | null;
}

export interface AdjustResult {
  readonly journal?: string;
  readonly approval?: string;
}

/**
 * Refusals, in this order: `inventory.reason_unknown`; `location.unknown`; `item.unknown`, `item.ambiguous`;
 * `document.unknown` of this warehouse and of the item's source system; rules of quantities; `inventory.lot_required`,
 * `inventory.lot_not_tracked`, `inventory.expiry_required`, `inventory.expiry_conflict`; `inventory.serials_required`,
 * `inventory.serials_not_tracked`, `inventory.serial_repeated`, `inventory.serial_count`, `inventory.serial_in_stock`
 * and `counting.serial_shipped` (found: what left comes back as a return); `inventory.status_unknown`;
 * `inventory.plate_unknown` (missing goods), `inventory.wrong_warehouse`, `inventory.plate_not_there`, of goods found
 * `stock.plate_is_location`, `stock.plate_is_carton`, `inventory.other_shipment` whatever is on the plate leaves with it; missing goods that are
 * not there: see `selectStock` (held when goods moved after `knownAt`), so that nothing goes below zero but loose goods
 * where the location's profile allows it. Then an adjustment worth too much waits, by itself or with what the same
 * person adjusted of the item there within a day: nothing is posted, and the result names the approval;
 * `inventory.approval_waits` where the same one waits already.
 */
export function decideAdjust(command: Command<AdjustBody>, facts: AdjustFacts): Decision<AdjustPlan, AdjustResult> {
  const asked = command.body;
  if (!(reasonCodes as readonly string[]).includes(asked.reason)) {
    return refused(problem('inventory.reason_unknown', { reason: asked.reason, reasons: reasonCodes.join(', ') }));
  }
  const { location } = facts;
  if (!location) return refused(problem('location.unknown', { location: asked.location }));
  const meant = itemMeant(asked.item, facts.items, facts.rows, asked.sourceSystem);
  if (isProblem(meant)) return refused(meant);
  const item = facts.items.find((candidate) => candidate.key === meant.key);
  if (!item) return refused(problem('item.unknown', { item: asked.item }));
  if (asked.document !== undefined && !isItsDocument(command.warehouse, item, facts)) {
    return refused(problem('document.unknown', { document: asked.document }));
  }
  const signedBase = readQuantity(item, asked.quantity, asked.unit, 'signed');
  if (isProblem(signedBase)) return refused(signedBase);
  const why = whyNotTracking(asked, facts, item, signedBase) ?? whyNotPlate(command, facts, signedBase);
  if (why) return refused(why);
  const drafts = signedBase > 0 ? found(asked, facts, item, signedBase) : missing(asked, facts, item, -signedBase);
  if (isProblem(drafts)) return facts.isMoveNews ? held(drafts) : refused(drafts);
  const entries = drafts.map((draft) => ({ ...draft, coverage: coverageOf(command.id) }));
  const approval = approvalFor(command, item, signedBase, facts);
  if (approval && facts.sameApproval !== null) return refused(approvalWaits(facts.sameApproval));
  const lines = entries.map(({ lot, serial, quantityBase }) => ({
    lot,
    serial,
    differenceBase: signedBase > 0 ? quantityBase : -quantityBase,
  }));
  const plan: AdjustPlan = {
    item,
    lines: approval ? [] : lines,
    licensePlate: plateOf(asked, facts),
    isNewPlate: asked.licensePlate !== undefined && facts.plate === null,
    newLot: asked.lot && signedBase > 0 && !facts.lot?.isKnown ? newLotOf(asked.lot, asked.expiryDate) : null,
    approval,
  };
  return approval ? applied(plan, { approval: command.id }) : applied(plan, {}, entries);
}

function isItsDocument(warehouse: string, item: StockItem, { document }: AdjustFacts): boolean {
  return document?.warehouse === warehouse && document.sourceSystem === item.sourceSystem;
}

/** The journal that tells of an adjustment is made with it. */
function coverageOf(commandId: string): Coverage {
  return { id: commandId, kind: 'counting-journal' };
}

function newLotOf(lot: string, expiryDate: string | undefined) {
  return { lot, expiryDate: expiryDate ?? null };
}

function plateOf(asked: AdjustBody, facts: AdjustFacts): string | null {
  return facts.plate?.number ?? asked.licensePlate ?? null;
}

/**
 * Whoever asked cannot approve: a second person resolves the case, and the command is judged again with their name. What
 * is split into many small ones is worth as much as all of them.
 */
function approvalFor(
  command: Command<AdjustBody>,
  item: AdjustedItem,
  signedBase: number,
  { valueLimit: limit, adjustedLatelyBase }: AdjustFacts,
): Problem | null {
  if (command.approvedBy !== undefined || limit === null) return null;
  const isDear = (base: number) => isWorthMore(base, item.decimals, item.unitCost, limit);
  const base = Math.abs(signedBase);
  if (!isDear(base + adjustedLatelyBase)) return null;
  const { quantity, unit, location, reason } = command.body;
  const params = { item: item.number, quantity, unit, location, reason, limit };
  if (isDear(base)) return problem('inventory.adjustment_needs_approval', params);
  const before = { lately: fromBase(adjustedLatelyBase, item.decimals), baseUnit: item.baseUnit };
  return problem('inventory.adjustments_need_approval', { ...params, ...before });
}

function whyNotTracking(asked: AdjustBody, facts: AdjustFacts, item: StockItem, signedBase: number): Problem | null {
  const { lot, expiryDate, serials, inventoryStatus } = asked;
  const params = { item: item.number };
  // Goods that came before their item was tracked, or while it still was, leave as they stand there.
  const isStanding = signedBase < 0 && facts.rows.some((row) => row.item === item.key && row.lot === (lot ?? ''));
  if (item.isLotTracked && lot === undefined && !isStanding) return problem('inventory.lot_required', params);
  if (!item.isLotTracked && lot !== undefined && !isStanding) return problem('inventory.lot_not_tracked', params);
  if (lot !== undefined && facts.lot && signedBase > 0) {
    const needsDate = item.isExpiryTracked && !facts.lot.isKnown && expiryDate === undefined;
    if (needsDate) return problem('inventory.expiry_required', { ...params, lot });
    const known = facts.lot.expiryDate;
    const isConflict = known !== null && expiryDate !== undefined && known !== expiryDate;
    if (isConflict) return problem('inventory.expiry_conflict', { lot, known, sent: expiryDate });
  }
  if (item.isSerialTracked && !serials) return problem('inventory.serials_required', params);
  if (!item.isSerialTracked && serials) return problem('inventory.serials_not_tracked', params);
  if (serials) {
    const repeated = serials.find((serial, index) => serials.indexOf(serial) !== index);
    if (repeated !== undefined) return problem('inventory.serial_repeated', { serial: repeated });
    const isCount = Math.abs(signedBase) === serials.length * 10 ** item.decimals;
    if (!isCount) return problem('inventory.serial_count', { serials: serials.length, unit: item.baseUnit });
    const [known] = signedBase > 0 ? facts.serialsInStock : [];
    if (known !== undefined) return problem('inventory.serial_in_stock', { ...params, serial: known });
    const [gone] = signedBase > 0 ? facts.serialsShipped : [];
    if (gone !== undefined) return problem('counting.serial_shipped', { ...params, serial: gone });
  }
  const isKnownStatus =
    inventoryStatus === undefined ||
    (inventoryStatuses as readonly string[]).includes(inventoryStatus) ||
    (signedBase < 0 && facts.rows.some((row) => row.inventoryStatus === inventoryStatus));
  const statuses = inventoryStatuses.join(', ');
  return isKnownStatus ? null : problem('inventory.status_unknown', { status: inventoryStatus, statuses });
}

function whyNotPlate(command: Command<AdjustBody>, facts: AdjustFacts, signedBase: number): Problem | null {
  const licensePlate = command.body.licensePlate;
  if (licensePlate === undefined) return null;
  const { plate } = facts;
  if (!plate) {
    const mustExist = signedBase < 0 || commandReference(licensePlate) !== null;
    if (mustExist) return problem('inventory.plate_unknown', { licensePlate });
    return facts.isPlateLocation ? problem('stock.plate_is_location', { licensePlate }) : null;
  }
  if (plate.warehouse !== command.warehouse) {
    return problem('inventory.wrong_warehouse', { licensePlate: plate.number, warehouse: plate.warehouse });
  }
  const isElsewhere = plate.location !== null && plate.location !== command.body.location;
  if (isElsewhere) {
    return problem('inventory.plate_not_there', { licensePlate: plate.number, location: command.body.location });
  }
  if (signedBase < 0) return null;
  if (plate.isCarton) return problem('stock.plate_is_carton', { licensePlate: plate.number });
  const { number, pickedFor } = plate;
  return pickedFor === null ? null : problem('inventory.other_shipment', { licensePlate: number, shipment: pickedFor });
}

/** More than the books say: into the kind of stock that is there already, else available stock of the usual owner. */
function found(asked: AdjustBody, facts: AdjustFacts, item: AdjustedItem, quantityBase: number): EntryDraft[] {
  const lot = asked.lot ?? null;
  const beside = facts.rows.find((row) => row.item === item.key && row.lot === (lot ?? ''));
  const inventoryStatus = asked.inventoryStatus ?? beside?.inventoryStatus ?? availableStatus;
  const owner = beside?.owner ?? item.defaultOwner;
  const to = { location: asked.location, licensePlate: plateOf(asked, facts), inventoryStatus };
  const from = { location: outside.adjustment, licensePlate: null, inventoryStatus };
  const serials = asked.serials ?? [null];
  return serials.map((serial) => ({
    item: item.key,
    owner,
    lot,
    serial,
    quantityBase: quantityBase / serials.length,
    from,
    to,
    reason: 'adjust',
    reasonCode: asked.reason,
  }));
}

function missing(
  asked: AdjustBody,
  facts: AdjustFacts,
  item: AdjustedItem,
  quantityBase: number,
): EntryDraft[] | Problem {
  const { lot, serials, inventoryStatus, location, licensePlate } = asked;
  const mayOwe = facts.location?.allowsNegative === true && licensePlate === undefined;
  const owing = mayOwe ? { location, owner: item.defaultOwner } : undefined;
  const parts = selectStock(item, facts.rows, { lot, serials, quantityBase, inventoryStatus, owing });
  if (isProblem(parts)) return parts;
  const away = { location: outside.adjustment, licensePlate: null };
  return parts.map(({ row, quantityBase: partBase }) => ({
    ...movedTo({ ...row, quantityBase: partBase }, away, 'adjust'),
    reasonCode: asked.reason,
  }));
}
