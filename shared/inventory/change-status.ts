import * as z from 'zod';
import { applied, type Decision, held, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { type PromisedPart, whyNotStatusReason } from '#shared/ledger/restated.ts';
import { isProblem, type StockItem } from '#shared/ledger/stock-item.ts';
import { availableStatus, type StockRow } from '#shared/ledger/stock-row.ts';
import { isWorthMore } from '#shared/ledger/worth.ts';
import { approvalWaits } from './approval-waits.ts';
import { type ChangedPart, changedParts, entriesOfParts, sumOf, whyNotStatus } from './changed-parts.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  location: code.optional(),
  licensePlate: code.optional(),
  /** Left out: everything that is there. */
  item: code.optional(),
  sourceSystem: code.optional(),
  lot: z.string().min(1).max(64).optional(),
  serials: z.array(z.string().min(1).max(64)).min(1).max(500).optional(),
  /** Left out: all of it. */
  quantity: z.number().optional(),
  /** The item's base unit where it is left out. */
  unit: z.string().min(1).max(32).optional(),
  /** Only goods that have this status now. */
  inventoryStatus: z.string().min(1).max(32).optional(),
  to: z.string().min(1).max(32),
  reason: z.string().min(1).max(32),
});

export type ChangeStatusBody = z.infer<typeof body>;

/** Goods are set apart where they stand, or may be used again: damaged, in quality control, in quarantine, blocked. */
export const changeStatus = operation({ type: 'inventory.change_status', version: 1, body });

export interface ValuedItem extends StockItem {
  /** Cost of one base unit as decimal text; null is worth nothing. */
  readonly unitCost: string | null;
}

export interface ChangeStatusFacts {
  readonly location: { readonly code: string } | null;
  /** The plate asked for, `command:<id>` resolved; null when it is unknown or none was asked for. */
  readonly plate: { readonly number: string; readonly warehouse: string } | null;
  /** Items with the number asked for; without one, the items that are there. */
  readonly items: readonly ValuedItem[];
  /** On the plate and those nested in it; without a plate, all that is at the location. */
  readonly rows: readonly StockRow[];
  /** What is promised of these rows. */
  readonly promised: readonly Reservation[];
  /** Holds on lots that are among them, by item's key and lot. */
  readonly heldLots: readonly { readonly item: string; readonly lot: string }[];
  /** Who asks may let goods be used again. */
  readonly mayRelease: boolean;
  /** What is worth more (quantity × unit cost) is made available only by two; null: by one alone. */
  readonly valueLimit: number | null;
  /** The approval that the same change waits for already; null: none. */
  readonly sameApproval: string | null;
  /** Which goods a second person was asked about, in words as `goodsIn`; null where nobody was. */
  readonly askedAbout: string | null;
  /** Goods were moved after the device's `knownAt`; false on a device. */
  readonly isMoveNews: boolean;
}

export interface ChangeStatusPlan {
  /** What is promised of the goods and is so no more; nothing while a second person has to approve first. */
  readonly lost: readonly PromisedPart[];
  readonly rows: readonly StockRow[];
  /** What a second person is asked; null when nobody need be. */
  readonly approval: Problem | null;
}

export interface ChangeStatusResult {
  readonly approval?: string;
}

/**
 * Refusals, in this order: `inventory.reason_unknown`; `inventory.status_unknown`; `inventory.where_missing` neither a
 * location nor a plate; `location.unknown`; `inventory.plate_unknown`, `inventory.wrong_warehouse`,
 * `inventory.plate_not_there` (held when goods moved after `knownAt`); which goods, see `changedParts`;
 * `inventory.lot_on_hold` goods of a lot on hold are not made available one by one.
 *
 * Goods may always be set apart, promised ones too: whoever waits for them gets others, or waits. To make them available
 * again takes somebody who may end holds, and a second person where they are worth too much: nothing is changed then, and
 * the result names the approval; `inventory.approval_waits` where the same one waits already. What was
 * approved are the goods that were asked about: `inventory.goods_changed` when there are others by then.
 */
export function decideChangeStatus(
  command: Command<ChangeStatusBody>,
  facts: ChangeStatusFacts,
): Decision<ChangeStatusPlan, ChangeStatusResult> {
  const { body: asked } = command;
  const why =
    whyNotStatusReason(asked.reason) ?? whyNotStatus(asked.to, asked.inventoryStatus) ?? whyNotThere(command, facts);
  if (why) return why.code === 'inventory.plate_not_there' && facts.isMoveNews ? held(why) : refused(why);
  const parts = changedParts(asked, facts);
  if (isProblem(parts)) return facts.isMoveNews && movedCodes.includes(parts.code) ? held(parts) : refused(parts);
  const isAvailable = asked.to === availableStatus;
  const onHold = isAvailable
    ? facts.heldLots.find(({ item, lot }) => parts.some(({ row }) => row.item === item && row.lot === lot))
    : undefined;
  if (onHold) return refused(problem('inventory.lot_on_hold', { item: itemNumberOf(onHold.item), lot: onHold.lot }));
  const rows = parts.map(({ row }) => row);
  const approval = isAvailable ? approvalFor(command, facts, parts) : null;
  if (approval && facts.sameApproval !== null) return refused(approvalWaits(facts.sameApproval));
  if (approval) return applied({ lost: [], rows, approval }, { approval: command.id });
  const goods = goodsIn(parts, facts.items);
  if (isAvailable && facts.askedAbout !== null && facts.askedAbout !== goods) {
    const where = asked.licensePlate ?? asked.location ?? '';
    return refused(problem('inventory.goods_changed', { where, asked: facts.askedAbout, now: goods }));
  }
  const entries = entriesOfParts(parts, { inventoryStatus: asked.to, reasonCode: asked.reason });
  return applied({ lost: parts.flatMap(({ promised }) => promised), rows, approval: null }, {}, entries);
}

const movedCodes: readonly string[] = ['stock.none', 'stock.lot_none', 'stock.not_enough', 'stock.serial_missing'];

function whyNotThere({ body: asked, warehouse }: Command<ChangeStatusBody>, facts: ChangeStatusFacts): Problem | null {
  const { location, licensePlate } = asked;
  if (location === undefined && licensePlate === undefined) return problem('inventory.where_missing');
  if (location !== undefined && !facts.location) return problem('location.unknown', { location });
  if (licensePlate === undefined) return null;
  const { plate } = facts;
  if (!plate) return problem('inventory.plate_unknown', { licensePlate });
  if (plate.warehouse !== warehouse) {
    return problem('inventory.wrong_warehouse', { licensePlate: plate.number, warehouse: plate.warehouse });
  }
  const isThere = location === undefined || facts.rows.some((row) => row.location === location);
  return isThere ? null : problem('inventory.plate_not_there', { licensePlate: plate.number, location });
}

function approvalFor(
  { approvedBy, body: asked }: Command<ChangeStatusBody>,
  { items, mayRelease, valueLimit }: ChangeStatusFacts,
  parts: readonly ChangedPart[],
): Problem | null {
  if (approvedBy !== undefined) return null;
  const where = asked.licensePlate ?? asked.location ?? '';
  const what = goodsIn(parts, items);
  if (!mayRelease) return problem('inventory.status_needs_approval', { what, where });
  if (valueLimit === null) return null;
  const isDear = items.some((item) => {
    const ofItem = parts.filter(({ row }) => row.item === item.key);
    return isWorthMore(sumOf(ofItem), item.decimals, item.unitCost, valueLimit);
  });
  return isDear ? problem('inventory.status_worth_approval', { what, where, limit: valueLimit }) : null;
}

/** How much of which item, in base units, by the items' numbers. */
function goodsIn(parts: readonly ChangedPart[], items: readonly ValuedItem[]): string {
  const kinds = [...Map.groupBy(parts, ({ row }) => row.item)].map(([key, ofItem]) => {
    const { decimals = 0, baseUnit = '' } = items.find((item) => item.key === key) ?? {};
    return `${fromBase(sumOf(ofItem), decimals)} ${baseUnit} ${itemNumberOf(key)}`;
  });
  return kinds.sort().join(', ');
}
