import { type Problem, problem } from '../kernel/problem.ts';
import { type LabelKind, leastMedia, mediaText, suits } from './kinds.ts';
import type { PrinterDocument } from './printer.ts';

/** Which printer is meant. */
export interface PrinterWanted {
  readonly kind: LabelKind;
  /** Its code; left out: the one that stands nearest. */
  readonly printer: string | undefined;
  /** Where the goods are, as far as anybody knows. */
  readonly zone: string | null;
}

/** Kept apart from a problem, which has a code as well. */
export interface ChosenPrinter {
  readonly chosen: PrinterDocument;
}

/**
 * The printer that was named, or the first of those that print such labels: of the zone of the goods, then of no zone, then
 * the only one there is. Refuses with `printer.unknown`; `printer.media_too_small`; `printer.none`; `printer.several` where
 * none is nearer than another.
 */
export function choosePrinter(printers: readonly PrinterDocument[], wanted: PrinterWanted): ChosenPrinter | Problem {
  const { kind, zone } = wanted;
  if (wanted.printer !== undefined) {
    const named = printers.find(({ code }) => code === wanted.printer);
    if (!named) return problem('printer.unknown', { printer: wanted.printer });
    return suits(kind, named.media) ? { chosen: named } : tooSmall(kind, named);
  }
  const able = printers.filter(
    ({ isActive, media, kinds }) => isActive && suits(kind, media) && (kinds.length === 0 || kinds.includes(kind)),
  );
  // One that is there for just these labels comes before one that prints whatever fits.
  able.sort((a, b) => Number(b.kinds.length > 0) - Number(a.kinds.length > 0));
  const near = able.find((printer) => zone !== null && printer.zone === zone) ?? able.find((printer) => !printer.zone);
  const [only, another] = able;
  if (near) return { chosen: near };
  if (only && another) return problem('printer.several', { printers: able.map(({ code }) => code).join(', ') });
  return only ? { chosen: only } : problem('printer.none', { least: leastMedia(kind) });
}

export function tooSmall(kind: LabelKind, { code, media }: PrinterDocument): Problem {
  return problem('printer.media_too_small', { printer: code, media: mediaText(media), least: leastMedia(kind) });
}
