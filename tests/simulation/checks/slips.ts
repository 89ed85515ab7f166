import { type DetailRow, type DocumentRow, newestOf } from '../outside/books.ts';
import type { DeltaRow } from '../outside/sim-planner.ts';
import type { Deed } from './deeds.ts';
import { differencesOf, exactly, sumBy } from './exact.ts';
import type { Picked } from './picks.ts';

/** The packing slips that one ERP was given. */
export interface ToldSlips {
  readonly sourceSystem: string;
  readonly slips: readonly DocumentRow[];
}

/** Goods that left with a slip, for a line of an order. */
interface Shipped extends DetailRow {
  readonly document: string;
  readonly orderNumber: string;
  readonly lineNumber: number;
}

/** What the slips in force say was shipped, of all that an ERP was given. */
export function shippedOn(rows: readonly DocumentRow[]): Shipped[] {
  return rows.flatMap(({ documentNumber: document, lines }) =>
    lines.flatMap(({ orderNumber = '', lineNumber = 0, details = [] }) =>
      details.map((detail) => ({ ...detail, document, orderNumber, lineNumber })),
    ),
  );
}

export function slipsInForce(slips: readonly DocumentRow[]): readonly DocumentRow[] {
  return newestOf(slips).filter(({ active }) => active);
}

/**
 * Each slip adds up; a shipment has one; goods are on one of those in force, as they left the building, and were picked
 * for that very line before.
 */
export function checkSlips(
  told: ToldSlips,
  deeds: readonly Deed[],
  deltas: readonly DeltaRow[],
  picks: readonly Picked[],
): string[] {
  const { sourceSystem, slips } = told;
  const inForce = slipsInForce(slips);
  return [
    ...slips.flatMap(whyNotAddsUp),
    ...twiceIn(
      inForce.map(({ shipment = '' }) => shipment),
      'the shipment has two slips in force:',
    ),
    ...twiceIn(
      shippedOn(inForce).map(({ id }) => id),
      'was shipped on two slips:',
    ),
    ...whatDidNotLeave(inForce, sourceSystem, deltas),
    ...whatWasNotPicked(inForce, sourceSystem, picks),
    ...deeds.flatMap((deed) => whyNotAsDone(deed, told, deltas)),
  ].map((what) => `${sourceSystem}: ${what}`);
}

/** Where one shipment stands for an order, its slip closes it: nothing remains of any line, whatever did not go. */
export function checkClosing(slips: readonly DocumentRow[]): string[] {
  return slips.flatMap(({ documentNumber, version, lines }) =>
    lines.flatMap(({ orderNumber = '', lineNumber = 0, remainingQuantity = 0 }) =>
      remainingQuantity === 0
        ? []
        : [`${documentNumber}/${version}: ${remainingQuantity} remain of ${orderNumber} line ${lineNumber}`],
    ),
  );
}

function whyNotAddsUp({ documentNumber, version, lines }: DocumentRow): string[] {
  return lines.flatMap(({ item, details = [], shippedQuantity = 0, remainingQuantity = 0 }) => {
    const sum = details.reduce((total, { quantity }) => total + exactly(quantity), 0);
    const isSame = sum === exactly(shippedQuantity) && remainingQuantity >= 0;
    return isSame
      ? []
      : [`${documentNumber}/${version}: ${sum / 1000} of ${item} in detail, ${shippedQuantity} in all`];
  });
}

function twiceIn(names: readonly string[], what: string): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${what} ${name}`);
}

/** What the slips in force say is gone is what has gone, whatever was reversed in between. */
function whatDidNotLeave(inForce: readonly DocumentRow[], owner: string, deltas: readonly DeltaRow[]): string[] {
  const gone = deltas.filter((delta) => delta.reason === 'ship' && delta.owner === owner);
  return differencesOf(
    sumBy(gone, kindOf, ({ quantity }) => -quantity),
    sumBy(shippedOn(inForce), kindOf, ({ quantity }) => quantity),
    (kind, left, said) => `${left} of ${kind} have left, the slips in force say ${said}`,
  );
}

function whatWasNotPicked(inForce: readonly DocumentRow[], owner: string, picks: readonly Picked[]): string[] {
  const keyOf = ({ order, line, ...goods }: Omit<Picked, 'steps'>): string => `${order} line ${line}: ${kindOf(goods)}`;
  const picked = new Map<string, number>();
  for (const pick of picks) picked.set(keyOf(pick), (picked.get(keyOf(pick)) ?? 0) + pick.steps);
  const shipped = sumBy(
    shippedOn(inForce),
    ({ orderNumber, lineNumber, item = '', lot, serial }) =>
      keyOf({ order: `${owner}:${orderNumber}`, line: lineNumber, item, lot, serial }),
    ({ quantity }) => quantity,
  );
  return [...shipped].flatMap(([key, steps]) => {
    const before = picked.get(key) ?? 0;
    return steps <= before ? [] : [`${key}: ${steps / 1000} were shipped, ${before / 1000} picked`];
  });
}

/** Whoever confirmed, or reversed, moved what the slips say that came of it. */
function whyNotAsDone(
  { id, type, made }: Deed,
  { slips, sourceSystem }: ToldSlips,
  deltas: readonly DeltaRow[],
): string[] {
  const isConfirmed = type === 'shipping.confirm';
  if (!made || !(isConfirmed || type === 'shipping.reverse_confirmation')) return [];
  const named = (made.documents as { documentNumber: string; version: number }[]).map(
    ({ documentNumber, version }) => `${documentNumber}/${version}`,
  );
  const own = slips.filter(
    ({ documentNumber, version, active }) => active === isConfirmed && named.includes(`${documentNumber}/${version}`),
  );
  const moved = deltas.filter(({ commandId, owner }) => commandId === id && owner === sourceSystem);
  return differencesOf(
    sumBy(moved, kindOf, ({ quantity }) => (isConfirmed ? -quantity : quantity)),
    sumBy(shippedOn(own), kindOf, ({ quantity }) => quantity),
    (kind, left, said) => `${type} ${id} moved ${left} of ${kind}, its slips say ${said}`,
  );
}

function kindOf({ item, lot, serial }: { item?: string; lot: string | null; serial: string | null }): string {
  return [item, lot ?? '', serial ?? ''].join(' ');
}
