import { type Problem, problem } from '#shared/kernel/problem.ts';
import { byPercent, maxSumBase } from '#shared/kernel/quantity.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { ReceivingLine, ReceivingSettings, RegisterFacts } from './facts.ts';

/** A part of a registered quantity and the order line it goes to. */
export interface Share {
  readonly line: ReceivingLine;
  readonly quantityBase: number;
}

/**
 * The most that may be registered on a line, all loads together: ordered plus over-delivery, rounded down to steps, and
 * never more than can be summed exactly.
 */
export function limitOf(line: Pick<ReceivingLine, 'orderedBase' | 'overPercent'>): number {
  return Math.min(byPercent(line.orderedBase, line.overPercent), maxSumBase);
}

/** The most that the load in question may bring of a line; null where it is not capped by the load. */
export function loadLimitOf(line: ReceivingLine, overReceipt: ReceivingSettings['overReceipt']): number | null {
  if (overReceipt !== 'block' || line.onLoad === undefined) return null;
  return line.onLoad === null ? 0 : Math.min(byPercent(line.onLoad.expectedBase, line.onLoad.overPercent), maxSumBase);
}

/** How much more may be registered on a line: what the order leaves and, where loads are capped, what the load does. */
export function roomOf(line: ReceivingLine, overReceipt: ReceivingSettings['overReceipt']): number {
  const ofOrder = limitOf(line) - line.registeredBase;
  const limit = loadLimitOf(line, overReceipt);
  const ofLoad = limit === null ? ofOrder : limit - (line.onLoad?.registeredBase ?? 0);
  return Math.max(0, Math.min(ofOrder, ofLoad));
}

interface Asked {
  readonly line?: number | undefined;
  readonly item: string;
  readonly lot?: string | undefined;
  readonly inventoryStatus?: string | undefined;
}

/**
 * The open lines that a registration may go to, oldest first. With a line: that line (`receiving.line_unknown`,
 * `receiving.line_other_item`, `receiving.line_closed`, `receiving.lot_not_on_order`). Without: all lines with the item
 * (`receiving.item_not_on_order`, `receiving.line_closed` when none is open) that ask for this lot or for none
 * (`receiving.lot_not_on_order`); lines that expect the status of the goods, where there are such, before all others.
 * With a supervisor's approval closed lines are as good as open ones.
 */
export function linesFor(
  asked: Asked,
  facts: RegisterFacts,
  item: StockItem,
  isApproved: boolean,
): readonly ReceivingLine[] | Problem {
  const order = facts.orders[0]?.number ?? '';
  if (asked.line !== undefined) return lineAskedFor(asked, asked.line, facts, item, isApproved);
  const ofItem = facts.lines.filter((line) => line.item === item.key);
  if (ofItem.length === 0) return problem('receiving.item_not_on_order', { item: item.number, order });
  const open = ofItem.filter((line) => isApproved || isOpen(line));
  if (open.length === 0) return problem('receiving.line_closed', { order, line: ofItem[0]?.line ?? 0 });
  const ofLot = open.filter((line) => takesLot(line, asked.lot));
  if (ofLot.length === 0)
    return problem('receiving.lot_not_on_order', { lot: asked.lot ?? '', item: item.number, order });
  const ofStatus = ofLot.filter((line) => line.inventoryStatus === asked.inventoryStatus);
  return ofStatus.length > 0 ? ofStatus : ofLot;
}

function lineAskedFor(
  asked: Asked,
  number: number,
  facts: RegisterFacts,
  item: StockItem,
  isApproved: boolean,
): readonly ReceivingLine[] | Problem {
  const order = facts.orders[0]?.number ?? '';
  const numbered = facts.lines.filter((candidate) => candidate.line === number);
  // By load the number may mean a line of each of its orders.
  const line = numbered.find((candidate) => candidate.item === item.key) ?? numbered[0];
  if (!line) return problem('receiving.line_unknown', { order, line: number });
  if (line.item !== item.key) return problem('receiving.line_other_item', { order, line: number, item: item.number });
  if (!isOpen(line) && !isApproved) return problem('receiving.line_closed', { order, line: number });
  if (!takesLot(line, asked.lot))
    return problem('receiving.lot_not_on_order', { lot: asked.lot ?? '', item: item.number, order });
  return [line];
}

function isOpen(line: ReceivingLine): boolean {
  return line.status === 'open';
}

function takesLot(line: ReceivingLine, lot: string | undefined): boolean {
  return line.lot === null || lot === undefined || line.lot === lot;
}

/**
 * Spreads a quantity over lines, oldest first: each is filled to what the plate announces of it, then to what the load is
 * to bring, then to what was ordered; what is left goes into the over-delivery that the lines allow. Null when it does
 * not all fit; with a supervisor's approval the rest goes to the last line. Each line gets whole multiples of
 * `wholeBase`: a unit with a serial number is never cut.
 */
export function spread(
  lines: readonly ReceivingLine[],
  quantityBase: number,
  isApproved: boolean,
  wholeBase = 1,
  overReceipt: ReceivingSettings['overReceipt'] = 'allow',
): readonly Share[] | null {
  const [only] = lines;
  if (only && lines.length === 1) return ontoOne(only, quantityBase, isApproved, wholeBase, overReceipt);
  const taken = new Map<ReceivingLine, number>();
  let leftBase = quantityBase;
  for (const upTo of tiersOf(lines)) {
    for (const line of lines) {
      const takenBase = taken.get(line) ?? 0;
      const roomBase = Math.min(leftBase, Math.min(upTo(line), roomOf(line, overReceipt)) - takenBase);
      const partBase = Math.max(0, roomBase - (roomBase % wholeBase));
      if (partBase > 0) taken.set(line, takenBase + partBase);
      leftBase -= partBase;
    }
  }
  const last = lines.at(-1);
  if (leftBase > 0 && isApproved && last && last.registeredBase + leftBase <= maxSumBase) {
    taken.set(last, (taken.get(last) ?? 0) + leftBase);
  } else if (leftBase > 0) return null;
  return lines.flatMap((line) => {
    const partBase = taken.get(line) ?? 0;
    return partBase > 0 ? [{ line, quantityBase: partBase }] : [];
  });
}

/** The same for one line, as nearly every scan names it: in whichever steps it is filled, it takes what there is room for. */
function ontoOne(
  line: ReceivingLine,
  quantityBase: number,
  isApproved: boolean,
  wholeBase: number,
  overReceipt: ReceivingSettings['overReceipt'],
): readonly Share[] | null {
  const roomBase = Math.min(quantityBase, roomOf(line, overReceipt));
  const fits = roomBase - (roomBase % wholeBase) === quantityBase;
  const isLetIn = isApproved && line.registeredBase + quantityBase <= maxSumBase;
  return fits || isLetIn ? [{ line, quantityBase }] : null;
}

type Tier = (line: ReceivingLine) => number;

const announced: Tier = (line) => line.announcedBase ?? 0;
const onLoad: Tier = (line) => (line.onLoad ? line.onLoad.expectedBase - line.onLoad.registeredBase : 0);
const ordered: Tier = (line) => line.orderedBase - line.registeredBase;
const everything: Tier = () => Number.POSITIVE_INFINITY;

/** How much each line is to get before another gets more; mostly neither plate nor load has anything to say. */
function tiersOf(lines: readonly ReceivingLine[]): readonly Tier[] {
  const isAnnounced = lines.some((line) => line.announcedBase !== undefined);
  const isOnLoad = lines.some((line) => line.onLoad);
  return [...(isAnnounced ? [announced] : []), ...(isOnLoad ? [onLoad] : []), ordered, everything];
}
