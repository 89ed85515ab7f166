import type { DeltaRow } from '../outside/sim-planner.ts';
import type { Deed } from './deeds.ts';
import { exactly } from './exact.ts';
import { type Known, type Rule, whyNotAll, whyNotCarried, whyNotOpposite } from './moved.ts';

/** What commands about goods that go out move: from shelves to hands, to lanes, into cartons, onto trucks, away. */
export const outboundRules: Readonly<Record<string, Rule>> = {
  'picking.pick': whyNotPicked,
  'picking.substitute': whyNotPicked,
  'picking.short_pick': whyNotShortPicked,
  'replenishment.pick': whyNotShortPicked,
  'replenishment.put': ({ body }, made) =>
    whyNotCarried(made) ?? whyNotFromHands(made) ?? whyNotAll(arrivedOf(made), 'location', body.location),
  'picking.undo': ({ body }, made, { byCommand }) => {
    const before = byCommand.get(String(body.pick).replace('command:', '')) ?? [];
    // Who found nothing, and left it at that, moved nothing.
    return before.length === 0 && made.length === 0 ? undefined : whyNotOpposite(before, backOnPlates(before, made));
  },
  'picking.put': ({ body }, made) =>
    whyNotCarried(made) ?? whyNotFromHands(made) ?? whyNotAll(arrivedOf(made), 'location', body.location),
  'packing.pack': (deed, made, known) => whyNotPacked(deed, made, known, [arrivedOf(made), goneOf(made)]),
  'packing.unpack': (deed, made, known) => whyNotPacked(deed, made, known, [goneOf(made), arrivedOf(made)]),
  'shipping.load': whyNotLoaded,
  'shipping.unload': whyNotLoaded,
  'shipping.confirm': (_, made) => whyNotShipped(made, goneOf(made)),
  'shipping.reverse_confirmation': (_, made) => whyNotShipped(made, arrivedOf(made)),
};

/** From the place that was scanned into somebody's hands: what was said, and as much of it. */
function whyNotPicked(deed: Deed, made: readonly DeltaRow[], known: Known): string | undefined {
  const arrived = arrivedOf(made);
  return (
    whyNotCarried(made) ??
    whyNotInHands(arrived) ??
    whyNotAll(goneOf(made), 'location', deed.body.location) ??
    whyNotThose(deed, arrived, known)
  );
}

/** What was there is in hand. What was not is written off by a journal, or still there, perhaps in another status. */
function whyNotShortPicked(deed: Deed, made: readonly DeltaRow[], known: Known): string | undefined {
  const { body, made: result } = deed;
  const inHands = made.filter(({ location }) => location.startsWith('HANDS'));
  const there = made.filter((row) => !inHands.includes(row));
  const net = made.reduce((sum, { quantity }) => sum + exactly(quantity), 0);
  const isWrittenOff = result?.journal !== undefined;
  if (isWrittenOff ? net >= 0 : net !== 0) return `it changed what there is by ${net / 1000}`;
  return whyNotAll(there, 'location', body.location) ?? whyNotThose(deed, inHands, known);
}

function whyNotPacked(
  deed: Deed,
  made: readonly DeltaRow[],
  known: Known,
  [inside, outside]: readonly [readonly DeltaRow[], readonly DeltaRow[]],
): string | undefined {
  const carton = deed.made?.carton;
  const stray = outside.find(({ licensePlate }) => licensePlate === carton);
  if (stray) return `its delta ${stray.position} is in the carton before and after`;
  return whyNotCarried(made) ?? whyNotAll(inside, 'licensePlate', carton) ?? whyNotThose(deed, arrivedOf(made), known);
}

/** All of a unit, to the door or the lane; what stood there already did not move. */
function whyNotLoaded({ body }: Deed, made: readonly DeltaRow[]): string | undefined {
  return made.length === 0 ? undefined : (whyNotCarried(made) ?? whyNotAll(arrivedOf(made), 'location', body.location));
}

/** Out of the building, or back into it, and nothing else; from where goods wait for their truck. */
function whyNotShipped(made: readonly DeltaRow[], meant: readonly DeltaRow[]): string | undefined {
  if (meant.length === 0 || meant.length < made.length) return `${meant.length} of its ${made.length} deltas are right`;
  const astray = made.find(({ location }) => !/^(PACK|STAGE|DOOR)/.test(location));
  return astray ? `it shipped from ${astray.location}` : whyNotAll(made, 'reason', 'ship');
}

function whyNotThose({ body }: Deed, rows: readonly DeltaRow[], { perUnit }: Known): string | undefined {
  const factor = perUnit(String(body.sourceSystem), String(body.item), String(body.unit));
  const expected = exactly(Number(body.quantity) * factor);
  const sum = rows.reduce((total, { quantity }) => total + exactly(quantity), 0);
  if (sum !== expected) return `it moved ${sum / 1000} instead of ${expected / 1000}`;
  const serials = (body.serials as string[] | undefined) ?? [];
  const seen = rows.flatMap(({ serial }) => (serial === null ? [] : [serial]));
  if (serials.toSorted().join() !== seen.sort().join()) return `it moved the serials ${seen.join()}`;
  return (
    whyNotAll(rows, 'item', body.item) ??
    whyNotAll(rows, 'owner', body.sourceSystem) ??
    (body.lot === undefined ? undefined : whyNotAll(rows, 'lot', body.lot))
  );
}

function whyNotInHands(rows: readonly DeltaRow[]): string | undefined {
  const other = rows.find(({ location }) => !location.startsWith('HANDS'));
  return other ? `its delta ${other.position} is at ${other.location}, not in hand` : undefined;
}

function whyNotFromHands(made: readonly DeltaRow[]): string | undefined {
  return whyNotInHands(goneOf(made));
}

function arrivedOf(made: readonly DeltaRow[]): DeltaRow[] {
  return made.filter(({ quantity }) => quantity > 0);
}

function goneOf(made: readonly DeltaRow[]): DeltaRow[] {
  return made.filter(({ quantity }) => quantity < 0);
}

/** Goods whose plate has left meanwhile come back loose: taken as back on it, so that all the rest is compared. */
function backOnPlates(before: readonly DeltaRow[], made: readonly DeltaRow[]): DeltaRow[] {
  const goodsOf = ({ item, lot, serial, location }: DeltaRow) => [item, lot, serial, location].join('/');
  return made.map((row) => {
    const isLoose = row.licensePlate === null && row.quantity > 0;
    const was = before.find((one) => one.quantity === -row.quantity && goodsOf(one) === goodsOf(row));
    return isLoose && was ? { ...row, licensePlate: was.licensePlate } : row;
  });
}
