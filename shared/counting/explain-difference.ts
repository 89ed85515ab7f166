import type { Difference } from './differences.ts';
import { changesOf, lastPlaceBefore, type TrailCommand, type TrailScan, trailOf } from './trail.ts';

/** An earlier scan of whoever counted that would explain a difference, had it been of another place. */
export interface PossibleCause {
  /** `moved`: it changed the books at the place; `stands`: the place was scanned, and the books know such goods there. */
  readonly kind: 'moved' | 'stands';
  readonly scan: TrailScan;
  readonly place: string;
  /** What the books gained there (negative: lost), or have there. */
  readonly quantityBase: number;
  /** So many scans after that place; null: no place was scanned before it. */
  readonly whereabouts: Whereabouts | null;
}

/** So many scans after a place was scanned. */
export interface Whereabouts {
  readonly after: string;
  readonly scans: number;
}

export interface Explained {
  /** Where among the scans the goods were told, and what was told before and after them; null: they were not. */
  readonly told: (Whereabouts & { readonly previous: string | null; readonly next: string | null }) | null;
  /** The likeliest first: of the same quantity, then the newest. */
  readonly causes: readonly PossibleCause[];
}

const shown = 3;

/**
 * What of the scans before a count, and of the count itself, could explain a difference. A scan that changed the books at
 * another place may have been made here, and one that changed them here may have been made elsewhere; and goods that were
 * told here may stand where the books know them, at a place that was scanned a moment before. `commands` in their order,
 * the count the last; `stockAt`: how much of the item the books have, by place.
 */
export function explainDifference(
  { item, location, differenceBase }: Difference,
  commands: readonly TrailCommand[],
  stockAt: ReadonlyMap<string, number>,
): Explained {
  const trail = trailOf(commands);
  const count = commands.at(-1)?.id;
  const toldAt = trail.findIndex(
    (scan, index) =>
      scan.command === count && scan.goods?.item === item.number && lastPlaceBefore(trail, index)?.after === location,
  );
  const missing = Math.abs(differenceBase);
  const moved = changesOf(trail, item)
    .filter(({ place, changeBase }) =>
      place === location ? changeBase * differenceBase < 0 : changeBase * differenceBase > 0,
    )
    .filter(({ changeBase }) => Math.abs(changeBase) <= missing)
    .map(({ index, changeBase, ...change }): Found => {
      const whereabouts = lastPlaceBefore(trail, index);
      return { ...change, kind: 'moved', index, quantityBase: changeBase, whereabouts };
    });
  const stands = trail.slice(0, Math.max(0, toldAt)).flatMap((scan, index): Found[] => {
    const quantityBase = scan.place === null || scan.place === location ? undefined : stockAt.get(scan.place);
    if (scan.place === null || quantityBase === undefined || differenceBase < 0) return [];
    const whereabouts = { after: scan.place, scans: toldAt - index };
    return [{ kind: 'stands', scan, place: scan.place, index, quantityBase, whereabouts }];
  });
  const isPart = ({ quantityBase }: Found) => Number(Math.abs(quantityBase) !== missing);
  // Of each place the last: what was moved rather than what stands there, the newest of it.
  const once = [...new Map([...stands, ...moved].map((one) => [one.place, one])).values()];
  once.sort((a, b) => isPart(a) - isPart(b) || b.index - a.index);
  return {
    told: toldAt < 0 ? null : toldOf(trail, toldAt),
    causes: once.slice(0, shown).map(({ index: _, ...cause }) => cause),
  };
}

/**
 * What who counted may be asked without a word of what the books say: you scanned that place so many scans before, are you
 * still there? Null: no other place was scanned at which such goods stand.
 */
export function wrongShelf({ causes }: Explained): { readonly place: string; readonly scans: number } | null {
  const stands = causes.find(({ kind }) => kind === 'stands');
  return stands?.whereabouts ? { place: stands.place, scans: stands.whereabouts.scans } : null;
}

interface Found extends PossibleCause {
  /** Where in the trail. */
  readonly index: number;
}

function toldOf(trail: readonly TrailScan[], index: number): Explained['told'] {
  const whereabouts = lastPlaceBefore(trail, index);
  if (whereabouts === null) return null;
  const neighbour = (at: number) => trail[at]?.goods?.item ?? null;
  return { ...whereabouts, previous: neighbour(index - 1), next: neighbour(index + 1) };
}
