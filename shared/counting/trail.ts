import { isProblem, readQuantity } from '../ledger/stock-item.ts';
import type { CountedItem } from './counted-goods.ts';

/** A command of whoever counted, as it was sent: what was scanned for it stands in its body. Instants in ms. */
export interface TrailCommand {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One scan: a place, or goods, with what they were said to do. */
export interface TrailScan {
  readonly command: string;
  readonly type: string;
  readonly occurredAt: number;
  readonly place: string | null;
  readonly goods: ScannedGoods | null;
}

interface ScannedGoods {
  /** The item's number. */
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
  /** Where the books had goods leave, and come to; null where it was told without. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What somebody scanned, in their order. The place of a count was scanned when it was begun, and not again. */
export function trailOf(commands: readonly TrailCommand[]): TrailScan[] {
  let begun: string | null = null;
  return commands.flatMap((command) => {
    const { id, type, occurredAt, body } = command;
    const scan = { command: id, type, occurredAt };
    const lines = Array.isArray(body.lines) ? (body.lines as readonly Readonly<Record<string, unknown>>[]) : [body];
    let standing = type === 'counting.count' ? begun : null;
    begun = type === 'counting.start' ? textOf(body.location) : null;
    return lines.flatMap((line): TrailScan[] => {
      const from = textOf(line.from) ?? textOf(line.location);
      const to = textOf(line.to);
      const goods = goodsOf(type, line);
      const isHere = from !== null && from === standing;
      standing = to ?? from;
      return [
        ...(from === null || isHere ? [] : [{ ...scan, place: from, goods: null }]),
        ...(goods === null ? [] : [{ ...scan, place: null, goods }]),
        ...(to === null ? [] : [{ ...scan, place: to, goods: null }]),
      ];
    });
  });
}

/** The place that was scanned last before a scan, and how many scans before it; null where none was. */
export function lastPlaceBefore(
  trail: readonly TrailScan[],
  index: number,
): { readonly after: string; readonly scans: number } | null {
  const at = trail.slice(0, index).findLastIndex(({ place }) => place !== null);
  const after = trail[at]?.place ?? null;
  return after === null ? null : { after, scans: index - at };
}

/** What goods of an item changed at a place as a scan told it, in base steps: more (positive) or less is on the books. */
interface ToldChange {
  readonly scan: TrailScan;
  /** Where in the trail. */
  readonly index: number;
  readonly place: string;
  readonly changeBase: number;
}

/** Every change of an item on the books that scans told of. */
export function changesOf(trail: readonly TrailScan[], item: CountedItem): ToldChange[] {
  return trail.flatMap((scan, index) => {
    if (scan.goods?.item !== item.number) return [];
    const { from, to, quantity, unit } = scan.goods;
    const base = readQuantity(item, Math.abs(quantity), unit);
    if (isProblem(base)) return [];
    return [
      ...(from === null ? [] : [{ scan, index, place: from, changeBase: -base }]),
      ...(to === null ? [] : [{ scan, index, place: to, changeBase: base }]),
    ];
  });
}

function goodsOf(type: string, line: Readonly<Record<string, unknown>>): ScannedGoods | null {
  const { quantity, unit } = line;
  const item = textOf(line.item);
  if (item === null || typeof quantity !== 'number' || typeof unit !== 'string') return null;
  const goods = { item, quantity, unit };
  const location = textOf(line.location);
  if (type === 'receiving.register') return { ...goods, from: null, to: location };
  if (type === 'inventory.adjust') {
    return quantity < 0 ? { ...goods, from: location, to: null } : { ...goods, from: null, to: location };
  }
  if (type.startsWith('counting.')) return { ...goods, from: null, to: null };
  return { ...goods, from: textOf(line.from) ?? location, to: textOf(line.to) };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
