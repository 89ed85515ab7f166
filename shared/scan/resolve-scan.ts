import { candidateScans, chooseScan, operatorScans } from './candidates.ts';
import type { MeantCode } from './code-pattern.ts';
import { looksLike } from './looks-like.ts';
import { resolveLabel } from './resolve-label.ts';
import type { AmbiguousScan, LicensePlateScan, Scan, ScanHits, ScanKind, ScanReading } from './scan.ts';
import { refusedScan, unknownScan } from './unknown-scan.ts';

/**
 * What was scanned: the reading, with what the caller found for its `lookupKeys`, at a step that accepts these
 * kinds.
 *
 * A type prefix decides first (command, badge where a badge is wanted, the meaning of a GS1 label), then the kinds
 * that the step accepts, then the order plate, location, item, document, operator. Two things that the step accepts
 * are `ambiguous`: ask once and go on with the choice. With nothing accepted among it, the first thing found is given
 * all the same, so that the step can say what it was.
 */
export function resolveScan(reading: ScanReading, hits: ScanHits, accepted: readonly ScanKind[]): Scan | AmbiguousScan {
  switch (reading.kind) {
    case 'refused':
      return refusedScan(reading.text, reading.refusal);
    case 'command':
      return commandScan(reading);
    case 'badge':
      return resolveBadge(reading.text, hits, accepted);
    case 'gs1':
      return resolveLabel(reading.text, reading.label, hits, accepted);
    case 'own':
      return resolveOwn(reading.text, reading.meant, hits, accepted);
    case 'sscc':
    case 'gtin':
    case 'text':
      return resolveCode(reading, hits, accepted);
  }
}

function commandScan({ text, command, times }: Extract<ScanReading, { kind: 'command' }>): Scan {
  return { kind: 'command', text, command, ...(times !== undefined && { times }) };
}

/**
 * A code of the site's own by its patterns: what has it, a plate that nobody has seen yet, or the place of a trolley, which
 * only a step can know. What is not there is told by the name that the administrator gave such codes.
 */
function resolveOwn(
  text: string,
  meant: readonly MeantCode[],
  hits: ScanHits,
  accepted: readonly ScanKind[],
): Scan | AmbiguousScan {
  const found = candidateScans(text, hits);
  const plate = meant.find(({ kind }) => kind === 'licensePlate')?.value;
  if (plate !== undefined && !found.some((scan) => scan.kind === 'licensePlate')) {
    found.unshift({ kind: 'licensePlate', text, licensePlate: plate, known: false });
  }
  const chosen = chooseScan(text, found, accepted);
  const [first] = meant;
  if (chosen !== null || first === undefined)
    return chosen ?? unknownScan(text, { code: 'scan.unknown', params: { text } });
  const { kind, name, value } = meant.find((one) => one.kind === 'position') ?? first;
  const refusal = { code: 'scan.unknown_own' as const, params: { text: value, name } };
  // A step that takes a text, as for the place of a trolley, gets the part that the pattern says is it.
  return unknownScan(kind === 'position' ? value : text, refusal);
}

/** A badge where one is wanted; elsewhere a code that only looks like one may be a location or an order. */
function resolveBadge(text: string, hits: ScanHits, accepted: readonly ScanKind[]): Scan | AmbiguousScan {
  const [operator = { kind: 'operator' as const, text, badge: text }] = operatorScans(text, hits);
  if (accepted.includes('operator')) return operator;
  const found = candidateScans(text, { ...hits, operators: [] });
  return chooseScan(text, found, accepted) ?? operator;
}

type CodeReading = Extract<ScanReading, { kind: 'sscc' | 'gtin' | 'text' }>;

function resolveCode(reading: CodeReading, hits: ScanHits, accepted: readonly ScanKind[]): Scan | AmbiguousScan {
  const { text } = reading;
  const found = candidateScans(text, hits);
  const newPlate = plateByForm(reading);
  if (newPlate !== null && !found.some((scan) => scan.kind === 'licensePlate')) found.unshift(newPlate);
  return chooseScan(text, found, accepted) ?? notFound(reading);
}

/** An SSCC, and a text of the site's own plate form, are plates before the warehouse has seen them. */
function plateByForm(reading: CodeReading): LicensePlateScan | null {
  const licensePlate = reading.kind === 'sscc' ? reading.sscc : reading.text;
  const plate = reading.kind === 'sscc' || (reading.kind === 'text' && reading.plate);
  return plate ? { kind: 'licensePlate', text: reading.text, licensePlate, known: false } : null;
}

function notFound(reading: CodeReading): Scan {
  const { text } = reading;
  if (reading.kind === 'gtin') {
    return unknownScan(text, { code: 'scan.unknown_item', params: { gtin: reading.gtins[0] ?? text } });
  }
  const suspicion = reading.kind === 'text' ? reading.suspicion : undefined;
  const looks = looksLike(text);
  const scan = unknownScan(text, suspicion ?? { code: 'scan.unknown', params: { text } });
  return looks === null ? scan : { ...scan, looks };
}
