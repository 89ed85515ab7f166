import { interpret } from '#shared/scan/gs1/interpret.ts';
import type { Gs1Element, LabelWarning } from '#shared/scan/gs1/label.ts';
import type { Scan, ScanKind, ScanReading } from '#shared/scan/scan.ts';
import { readCode } from '../../engine/read-code.ts';
import { resolve } from '../../engine/resolve.ts';
import { scanRules } from '../../engine/sight.ts';
import type { ScanInput } from '../../scanner/scan-input.ts';
import type { ReadThings } from '../../store/read-things.ts';
import { titleOf } from './ai-titles.ts';
import { type HeardKey, type KeyTimes, keysOfScan } from './heard-keys.ts';
import { symbologyOf } from './symbologies.ts';

/** Everything that can be said of one scan. */
export interface Examined {
  readonly number: number;
  readonly scan: ScanInput;
  readonly channel: 'keys' | 'text' | 'paste' | 'camera' | 'typed' | 'page';
  readonly keys: KeyTimes | null;
  readonly identifier: string | null;
  readonly symbology: string | null;
  readonly reading: ScanReading;
  readonly elements: readonly ExaminedElement[];
  readonly warnings: readonly LabelWarning[];
  /** What it is to a worker outside of any task: one thing, several, or nothing. */
  readonly meanings: readonly Scan[];
  /** From the last key until it was told as a scan; null where no keys made it. */
  readonly waitMs: number | null;
  /** From then until it was known what it is. */
  readonly verdictMs: number;
}

export interface ExaminedElement extends Gs1Element {
  readonly title: string | null;
  /** What the value means, where that is not the value itself: a date, a measure with its unit. */
  readonly means: string | null;
  readonly isLastDay: boolean;
}

export interface ExamineOptions {
  readonly things: ReadThings;
  readonly heard: readonly HeardKey[];
  readonly number: number;
  readonly currentYear: number;
  /** Milliseconds on the page's clock. */
  readonly now: () => number;
}

const everyKind: readonly ScanKind[] = ['location', 'item', 'licensePlate', 'document', 'operator', 'details'];

/** Looks into a scan the way work does, and keeps what work has no use for. Reads the device's copy; changes nothing. */
export async function examine(scan: ScanInput, options: ExamineOptions): Promise<Examined> {
  const { things, heard, number, currentYear, now } = options;
  const toldAt = now();
  const keys = scan.source === 'wedge' ? keysOfScan(heard) : null;
  // As this warehouse reads its codes.
  const rules = { ...(await scanRules(things)), currentYear };
  const reading = await readCode(scan, rules);
  const { scan: resolved } = await resolve(things, scan, rules, everyKind);
  const verdictMs = now() - toldAt;
  const identifier = reading.symbologyIdentifier ?? null;
  const label = reading.kind === 'gs1' ? reading.label : null;
  return {
    ...{ number, scan, keys, reading, identifier, verdictMs },
    channel: channelOf(scan, heard, keys),
    symbology: identifier && symbologyOf(identifier),
    elements: (label?.elements ?? []).map((element) => examineElement(element, currentYear)),
    warnings: label?.warnings ?? [],
    meanings: resolved.kind === 'ambiguous' ? resolved.choices : [resolved],
    waitMs: keys && Math.max(0, toldAt - keys.lastAt),
  };
}

/** A scan of a wedge that no key or text came before was clicked on the page of barcodes. */
function channelOf({ source }: ScanInput, heard: readonly HeardKey[], keys: KeyTimes | null): Examined['channel'] {
  if (source !== 'wedge') return source;
  if (!keys) return 'page';
  const last = heard.findLast(({ name }) => name !== 'Enter' && name !== 'Tab');
  if (last?.kind === 'paste') return 'paste';
  return last?.kind === 'text' ? 'text' : 'keys';
}

function examineElement(element: Gs1Element, currentYear: number): ExaminedElement {
  const meaning = interpret(element, currentYear);
  const told = { ...element, title: titleOf(element.ai), isLastDay: false };
  switch (meaning.type) {
    case 'date':
      return { ...told, means: meaning.date, isLastDay: meaning.dayUnspecified };
    case 'measure':
      return { ...told, means: `${meaning.value} ${meaning.unit}` };
    case 'amount':
      return { ...told, means: [meaning.value, meaning.currency].filter(Boolean).join(' ') };
    case 'count':
      return { ...told, means: String(meaning.value) };
    case 'text':
      return { ...told, means: null };
  }
}
