import type { DetailsScan, ItemScan, LabelDetails, Scan } from '#shared/scan/scan.ts';
import { type KeyedWords, words } from '../ui/words.ts';

/**
 * What labels told of goods before anybody scanned which goods they are: a pallet has two barcodes or three, and they are
 * scanned in any order. It waits for the item, and goes with the step when that is left.
 */
export type ScanSet = Omit<DetailsScan, 'kind'>;

/** The members of a label that one worker has to know of one piece of goods. */
const members = ['lot', 'expiryDate', 'serial', 'count'] as const;

/** One label more, or the two things that may be meant where they contradict each other: the first one's word counts, or the other's. */
export function together<Label extends ItemScan | DetailsScan>(
  set: ScanSet | null,
  scan: Label,
): Label | readonly [first: Label, second: Label] {
  if (set === null) return scan;
  const isAtOdds = members.some(
    (name) => set[name] !== undefined && scan[name] !== undefined && set[name] !== scan[name],
  );
  const latest = { ...toldOf(set), ...scan };
  return isAtOdds ? [{ ...scan, ...toldOf(set) }, latest] : latest;
}

function toldOf(told: LabelDetails): Pick<LabelDetails, (typeof members)[number]> {
  return Object.fromEntries(members.flatMap((name) => (told[name] === undefined ? [] : [[name, told[name]]])));
}

/** What a label told, in words: lot, date, serial number, how many; and what of it could not be read. */
export function factsOf({ lot, expiryDate, serial, count, label }: LabelDetails): KeyedWords[] {
  return [
    ...(lot === undefined ? [] : [words('fact.lot', { lot })]),
    ...(expiryDate === undefined ? [] : [words('fact.expiry', { date: expiryDate })]),
    ...(serial === undefined ? [] : [words('fact.serial', { serial })]),
    ...(count === undefined ? [] : [words('fact.count', { count })]),
    ...(label?.skipped ?? []).map(({ ai }) => words('fact.skipped', { ai })),
  ];
}

/** The same of anything that was scanned. */
export function factsIn(scan: Scan): KeyedWords[] {
  return scan.kind === 'item' || scan.kind === 'licensePlate' || scan.kind === 'details' ? factsOf(scan) : [];
}
