import type { DetailsScan, ItemScan, LabelDetails, LicensePlateScan, Scan } from '#shared/scan/scan.ts';
import { isSscc } from '#shared/scan/sscc.ts';
import type { Position } from '../store/task.ts';
import { grouped } from '../ui/grouped.ts';
import { type KeyedWords, words } from '../ui/words.ts';
import type { AnyFlow, AnyStep } from './flow.ts';

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

/**
 * The plate that a logistic label names while its goods are not all known: alone, as the first barcode of a pallet, or beside
 * the goods in one. Null where the flow never asks for a plate, or the step has a use of its own for one; and for plates of
 * the house, which have no such label.
 */
export function earlyPlate({ steps }: AnyFlow, { scan = {} }: AnyStep, scanned: Scan): LicensePlateScan | null {
  const isAboutGoods = scan.licensePlate === undefined && (scan.item !== undefined || scan.details !== undefined);
  if (!isAboutGoods || !Object.values(steps).some(({ offersPlate }) => offersPlate)) return null;
  if (scanned.kind === 'licensePlate') return isSscc(scanned.licensePlate) ? scanned : null;
  const sscc = scanned.kind === 'item' ? scanned.label?.sscc : undefined;
  return sscc === undefined ? null : { kind: 'licensePlate', text: sscc, licensePlate: sscc, known: false };
}

/** What is understood of goods that are not all known yet: the plate they go onto, and what labels told of them. */
export function understoodIn({ plate, set }: Pick<Position, 'plate' | 'set'>): KeyedWords[] {
  return [
    ...(plate ? [words('fact.plate', { licensePlate: grouped(plate.licensePlate) })] : []),
    ...(set ? factsOf(set) : []),
  ];
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
    ...(label?.mayHide === undefined ? [] : [words('fact.mayHide', { ai: label.mayHide })]),
    ...(label?.skipped ?? []).map(({ ai }) => words('fact.skipped', { ai })),
  ];
}

/** The same of anything that was scanned. */
export function factsIn(scan: Scan): KeyedWords[] {
  return scan.kind === 'item' || scan.kind === 'licensePlate' || scan.kind === 'details' ? factsOf(scan) : [];
}
