/** A place that is gone to. */
interface Stop {
  readonly location: string;
  readonly walkSequence: number;
}

/**
 * The order in which places are gone to: aisle after aisle by the sequence of the warehouse, the first one from its
 * beginning to its end, the next from its end back to its beginning, and so on. Who leaves an aisle at its far end so
 * enters the next one there. Only aisles with a stop count: one that is passed by turns nobody around.
 *
 * Aisles are told from the codes of locations, `[<area>-]<aisle>-<bay>-<level>[-<position>]`, and which way one runs
 * from its bays. What has no such code keeps to the sequence as it is numbered.
 */
export function inWalkingOrder<Where extends Stop>(stops: readonly Where[]): Where[] {
  const bySequence = [...stops].sort(rising);
  const aisles = [...Map.groupBy(bySequence, ({ location }) => aisleOf(location))];
  if (aisles.some(([aisle]) => aisle === null)) return bySequence;
  return aisles.flatMap(([, ofAisle], index) => {
    const fromFront = runsBackwards(ofAisle) ? ofAisle.toReversed() : ofAisle;
    return index % 2 === 0 ? fromFront : fromFront.toReversed();
  });
}

function rising(a: Stop, b: Stop): number {
  return a.walkSequence - b.walkSequence || compare(a.location, b.location);
}

/** The aisle that a code names, with the area it is in; null where it names none. */
function aisleOf(location: string): string | null {
  const parts = location.split('-');
  return parts.length < 3 ? null : parts.slice(0, bayAt(parts)).join('-');
}

function bayOf(location: string): string {
  const parts = location.split('-');
  return parts[bayAt(parts)] ?? '';
}

/** Behind the bay come level and position; a code of three parts has no position. */
function bayAt(parts: readonly string[]): number {
  return Math.max(1, parts.length - 3);
}

/** The sequence of an aisle was given from its last bay to its first: the warehouse is numbered to and fro already. */
function runsBackwards(ofAisle: readonly Stop[]): boolean {
  const bays = ofAisle.map(({ location }) => bayOf(location));
  return compare(bays.at(0) ?? '', bays.at(-1) ?? '') > 0;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
