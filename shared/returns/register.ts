import { type Applied, applied, type Decision, held, refused } from '#shared/command/decision.ts';
import { type Command, commandReference } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import {
  plateOnArrival,
  type ReceivingPlace,
  whyNotDock,
  whyNotPlateAt,
  whyNotTracking,
} from '#shared/ledger/arriving-goods.ts';
import type { EntryDraft } from '#shared/ledger/entry.ts';
import { outside } from '#shared/ledger/place.ts';
import { isProblem, readCounted, type StockItem, shownIn } from '#shared/ledger/stock-item.ts';
import { statusOnArrival } from '#shared/ledger/stock-status.ts';
import { isWorthMore } from '#shared/ledger/worth.ts';
import { againstShipped, type ReturnedShare } from './against-shipped.ts';
import { againstAnnounced, whyNotAnnounced } from './announced.ts';
import { type Disposition, dispositions, readDisposition } from './disposition.ts';
import type { ReturnFacts } from './facts.ts';
import { isLate } from './policy.ts';
import { type RegisterBody, registerBody } from './register-body.ts';

/**
 * Goods came back: by the return number on our label, by the order they had gone out for, or blind. They make an inbound
 * order of their own, which the ERP never sent; or they are registered on the one that it announced them with. Their
 * receipt is made at once, so that they can be credited.
 */
export const register = operation({ type: 'returns.register', version: 1, body: registerBody });

export interface Registration extends ReturnedShare {
  readonly id: string;
  readonly entry: EntryDraft;
}

export interface ReturnPlan {
  readonly item: StockItem;
  readonly quantityBase: number;
  readonly disposition: Disposition;
  /** What the source system calls it. */
  readonly dispositionCode: string;
  readonly inventoryStatus: string;
  readonly registrations: readonly Registration[];
  readonly location: string;
  readonly licensePlate: string | null;
  readonly isNewPlate: boolean;
  /** The plate is known, and nothing was on it. */
  readonly wasEmpty: boolean;
  readonly newLot: { readonly lot: string; readonly expiryDate: string | null } | null;
  /** The put-away that the goods wait for; null: they were scrapped. */
  readonly work: { readonly id: string; readonly isNew: boolean } | null;
  /** What a second person is asked; null when nobody need be. Then nothing of the rest is done. */
  readonly approval: Problem | null;
}

export interface ReturnResult {
  readonly order?: string;
  readonly line?: number;
  readonly quantity?: number;
  readonly unit?: string;
  readonly registrations?: readonly string[];
  readonly documents?: readonly { readonly documentNumber: string; readonly version: number }[];
  /** The counting journal that tells of what was scrapped. */
  readonly journal?: string;
  readonly licensePlate?: string | null;
  readonly work?: string | null;
  readonly approval?: string;
}

/**
 * Refusals, in this order: `returns.disposition_unknown`; of an order that announces the return `whyNotAnnounced`;
 * `returns.return_id_unknown`, `returns.order_unknown`, `returns.order_ambiguous`, `returns.details_off` the source
 * system takes none by return number, `returns.not_shipped`; `receiving.source_unknown`, `receiving.source_ambiguous`;
 * `returns.off` the source system takes none that it did not announce; `item.unknown`; rules of quantities;
 * `receiving.location_unknown`, `receiving.location_not_receiving`; lot, expiry, serials: see `whyNotTracking`;
 * `receiving.expired` of what is to be sold again; what went out or was announced: see `againstShipped` and
 * `againstAnnounced`, held where others returned of it after `knownAt`; blind: `returns.serial_scrapped` the piece was
 * credited before, `returns.not_taken`, `returns.too_late`; the plate: `receiving.plate_elsewhere` it is to come with a
 * load, `whyNotPlateAt`. Then a second person is asked, and nothing is posted: `returns.late_needs_approval` where who
 * returns says so instead of being refused; `returns.unknown_day` of a blind return whose goods are only taken for some
 * days, and nobody knows when they went out; `returns.scrap_needs_approval` of goods that are worth more than whoever
 * asks may write off, `returns.scraps_need_approval` where they are with what they scrapped of it before.
 */
export function decideRegister(command: Command<RegisterBody>, facts: ReturnFacts): Decision<ReturnPlan, ReturnResult> {
  const asked = command.body;
  const disposition = readDisposition(asked.disposition);
  if (isProblem(disposition)) return refused(disposition);
  const { announced } = facts;
  const why = whyNotAnnounced(announced, command.warehouse) ?? whyNotSlip(asked, facts) ?? whyNotSource(command, facts);
  if (why) return refused(why);
  const { item, location } = facts;
  if (!item) return refused(problem('item.unknown', { item: asked.item }));
  const isApproved = command.approvedBy !== undefined;
  const quantityBase = readCounted(item, asked, isApproved);
  if (isProblem(quantityBase)) return refused(quantityBase);
  const noPlace = whyNotDock(asked, location);
  if (noPlace || !location) return refused(noPlace ?? problem('receiving.location_unknown', { location: '' }));
  const noTracking = whyNotTracking(asked, { ...facts, lines: [] }, item, quantityBase);
  if (noTracking) return refused(noTracking);
  const noLife = disposition === 'restock' ? whyNotForSale(asked, facts, item) : null;
  if (noLife) return refused(noLife);
  const shares = sharesOf(command, facts, item, quantityBase);
  if (isProblem(shares)) return isReturnNews(shares, facts) ? held(shares) : refused(shares);
  const noPlate = whyNotPlate(command, facts, location.code);
  if (noPlate) return refused(noPlate);
  const approval = isApproved ? null : approvalFor(asked, facts, { disposition, quantityBase, shares });
  return registered(command, facts, { item, location, disposition, quantityBase, shares, approval });
}

/** What comes back of what; by the order that announces it, by what it went out with, or of nothing that is known. */
function sharesOf(
  command: Command<RegisterBody>,
  facts: ReturnFacts,
  item: StockItem,
  quantityBase: number,
): readonly ReturnedShare[] | Problem {
  const asked = command.body;
  const isApproved = command.approvedBy !== undefined;
  const [announced] = facts.announced;
  if (announced) return againstAnnounced(asked, announced, item, quantityBase, isApproved);
  if (!facts.shipped) return blindShares(command, facts, item, quantityBase);
  return againstShipped(asked, facts.shipped.lines, item, quantityBase, { policy: facts.policy, isApproved });
}

/** Others returned goods of it behind the device's back: these came back all the same. */
function isReturnNews({ code }: Problem, { returnedSinceBase }: ReturnFacts): boolean {
  return tooMuchCodes.includes(code) && returnedSinceBase > 0;
}

/** More comes back than can. */
export const tooMuchCodes: readonly string[] = ['returns.more_than_shipped', 'returns.more_than_announced'];

function whyNotSlip(asked: RegisterBody, { shipped, settings }: ReturnFacts): Problem | null {
  if (shipped === null) return null;
  const { returnId, order = '' } = asked;
  const [first, second] = shipped.orders;
  if (!first) {
    return returnId === undefined
      ? problem('returns.order_unknown', { order })
      : problem('returns.return_id_unknown', { returnId });
  }
  if (second && returnId === undefined) {
    const sourceSystems = shipped.orders.map(({ sourceSystem }) => sourceSystem).join(', ');
    return problem('returns.order_ambiguous', { order, sourceSystems });
  }
  if (returnId !== undefined && !settings.returnDetails) {
    return problem('returns.details_off', { sourceSystem: first.sourceSystem });
  }
  return shipped.lines.length === 0 ? problem('returns.not_shipped', { slip: returnId ?? order }) : null;
}

function whyNotSource({ body: asked, warehouse }: Command<RegisterBody>, facts: ReturnFacts): Problem | null {
  const [sourceSystem, other] = facts.sourceSystems;
  if (sourceSystem === undefined) {
    return problem('receiving.source_unknown', { sourceSystem: asked.sourceSystem ?? '', warehouse });
  }
  if (other !== undefined) {
    return problem('receiving.source_ambiguous', { sourceSystems: facts.sourceSystems.join(', ') });
  }
  const isTaken = facts.settings.returns || facts.announced.length > 0;
  return isTaken ? null : problem('returns.off', { sourceSystem });
}

/** What is past its date is not sold again: somebody looks at it, or it is scrapped. */
function whyNotForSale(asked: RegisterBody, { lot, today, settings }: ReturnFacts, item: StockItem): Problem | null {
  const expiry = asked.expiryDate ?? lot?.expiryDate ?? null;
  const isOver = item.isExpiryTracked && expiry !== null && today !== null && expiry < today;
  return isOver && settings.shelfLife !== 'off' ? problem('receiving.expired', { item: item.number, expiry }) : null;
}

function whyNotPlate(command: Command<RegisterBody>, facts: ReturnFacts, location: string): Problem | null {
  const { licensePlate } = command.body;
  const { plate, newPlate, announcedOn } = facts;
  if (announcedOn !== null) {
    return problem('receiving.plate_elsewhere', { licensePlate: licensePlate ?? '', location: announcedOn });
  }
  if (plate) return whyNotPlateAt(plate, command.warehouse, location);
  if (isProblem(newPlate)) return newPlate;
  const isReference = typeof licensePlate === 'string' && commandReference(licensePlate) !== null;
  return isReference ? problem('receiving.plate_unknown', { licensePlate }) : null;
}

/** Nobody knows what the goods went out with: the policy is judged by when such goods last did. */
function blindShares(
  { body: asked, approvedBy }: Command<RegisterBody>,
  { policy, lastShippedDaysAgo: daysAgo, serialsScrapped }: ReturnFacts,
  item: StockItem,
  quantityBase: number,
): readonly ReturnedShare[] | Problem {
  const [scrapped] = serialsScrapped;
  if (scrapped !== undefined) return problem('returns.serial_scrapped', { item: item.number, serial: scrapped });
  if (!policy.isTaken) return problem('returns.not_taken', { item: item.number });
  if (isLate(daysAgo, policy) && approvedBy === undefined && asked.askIfLate !== true) {
    return problem('returns.too_late_blind', { item: item.number, daysAgo: daysAgo ?? 0, days: policy.days ?? 0 });
  }
  if (!asked.serials) return [{ line: null, quantityBase, serial: null }];
  return asked.serials.map((serial) => ({ line: null, quantityBase: 10 ** item.decimals, serial }));
}

function approvalFor(
  { item: number, quantity, unit }: RegisterBody,
  { shipped, announced, policy, lastShippedDaysAgo, item, valueLimit, scrappedBeforeBase }: ReturnFacts,
  { disposition, quantityBase, shares }: Pick<Understood, 'disposition' | 'quantityBase' | 'shares'>,
): Problem | null {
  const goods = { item: number, quantity, unit };
  const isBlind = !shipped && announced.length === 0;
  const left = isBlind ? [lastShippedDaysAgo] : shares.map(({ line }) => line?.daysAgo ?? null);
  const daysAgo = left.find((days) => isLate(days, policy));
  if (daysAgo != null) return problem('returns.late_needs_approval', { ...goods, daysAgo, days: policy.days ?? 0 });
  if (isBlind && policy.days !== null && lastShippedDaysAgo === null) {
    return problem('returns.unknown_day', { ...goods, days: policy.days });
  }
  if (!dispositions[disposition].isScrapped || valueLimit === null || !item) return null;
  const isDear = (base: number) => isWorthMore(base, item.decimals, item.unitCost, valueLimit);
  if (isDear(quantityBase)) return problem('returns.scrap_needs_approval', { ...goods, limit: valueLimit });
  if (!isDear(quantityBase + scrappedBeforeBase)) return null;
  const before = { before: fromBase(scrappedBeforeBase, item.decimals), baseUnit: item.baseUnit };
  return problem('returns.scraps_need_approval', { ...goods, ...before, limit: valueLimit });
}

interface Understood {
  readonly item: StockItem;
  readonly location: ReceivingPlace;
  readonly disposition: Disposition;
  readonly quantityBase: number;
  readonly shares: readonly ReturnedShare[];
  readonly approval: Problem | null;
}

function registered(
  command: Command<RegisterBody>,
  facts: ReturnFacts,
  { item, location, disposition, quantityBase, shares, approval }: Understood,
): Applied<ReturnPlan, ReturnResult> {
  const asked = command.body;
  const { isScrapped, inventoryStatus: told } = dispositions[disposition];
  const inventoryStatus = statusOnArrival(told, facts.lot);
  const licensePlate = isScrapped ? null : plateOf(asked, facts);
  const openWork = licensePlate === null ? facts.looseWork : (facts.plate?.openWork ?? null);
  const at = { location: location.code, licensePlate, inventoryStatus };
  const registrations = shares.map((share, index) => {
    const id = `${command.id}.${index + 1}`;
    return {
      ...share,
      id,
      entry: broughtIn(item, share.announced?.owner ?? facts.owner, asked.lot ?? null, share, at, id),
    };
  });
  const plan: ReturnPlan = {
    ...{ item, quantityBase, disposition, inventoryStatus, registrations, approval },
    ...plateOnArrival(licensePlate, facts.plate),
    dispositionCode: facts.settings.dispositions[disposition],
    location: location.code,
    newLot: asked.lot && !facts.lot?.isKnown ? { lot: asked.lot, expiryDate: asked.expiryDate ?? null } : null,
    work: isScrapped ? null : { id: openWork ?? `${command.id}.work`, isNew: openWork === null },
  };
  if (approval) return applied(plan, { approval: command.id });
  const result = {
    order: facts.order.number,
    line: registrations[0]?.announced?.line ?? 1,
    ...shownIn(item, quantityBase, asked.unit),
    registrations: registrations.map(({ id }) => id),
    licensePlate,
    work: plan.work?.id ?? null,
  };
  const entries = registrations.map(({ entry }) => entry);
  return applied(
    plan,
    result,
    isScrapped ? [...entries, ...entries.map((entry) => scrapped(command.id, entry))] : entries,
  );
}

function plateOf(asked: RegisterBody, { plate, newPlate }: ReturnFacts): string | null {
  if (plate) return plate.number;
  if (asked.licensePlate && commandReference(asked.licensePlate) === null) return asked.licensePlate;
  return typeof newPlate === 'string' ? newPlate : null;
}

/** From the customer to the dock; the receipt tells of it under the registration's id. */
function broughtIn(
  { key, decimals, baseUnit }: StockItem,
  owner: string,
  lot: string | null,
  { quantityBase, serial }: ReturnedShare,
  to: EntryDraft['to'],
  registration: string,
): EntryDraft {
  return {
    ...{ item: key, owner, lot, serial, quantityBase, to },
    from: { location: outside.customer, licensePlate: null, inventoryStatus: to.inventoryStatus },
    reason: 'return',
    coverage: { id: registration, kind: 'shipment-receipt' },
    scale: { decimals, baseUnit },
  };
}

/** The receipt credits the goods as they came; that they are gone again is told as any other loss. */
function scrapped(commandId: string, entry: EntryDraft): EntryDraft {
  return {
    ...entry,
    from: entry.to,
    to: { ...entry.to, location: outside.scrap, licensePlate: null },
    reason: 'adjust',
    reasonCode: 'damaged',
    coverage: { id: commandId, kind: 'counting-journal' },
  };
}
