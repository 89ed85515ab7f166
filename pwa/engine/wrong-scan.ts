import type { Scan, ScanKind, UnknownScan } from '#shared/scan/scan.ts';
import { type KeyedWords, type TextKey, words } from '../ui/words.ts';
import type { AnyStep } from './flow.ts';
import { acceptedKinds } from './flow-position.ts';

/** What was scanned and what is expected, so that the worker sees which of the two labels was meant. */
export function wrongScan(step: AnyStep, scan: Scan): KeyedWords {
  const kinds = acceptedKinds(step).filter((kind) => kind !== 'unknown' && kind !== 'details');
  if (scan.kind === 'unknown') return unknownHere(scan, kinds);
  if (kinds.length === 0) return words('flow.noScanNow', { was: kindWords(scan.kind), text: scan.text });
  return words('flow.wrongKind', { was: kindWords(scan.kind), text: scan.text, expected: kinds.map(kindWords) });
}

/** Why nothing is known of it, what it looks like, and what is wanted here instead. */
function unknownHere({ code, params, refused, looks }: UnknownScan, kinds: readonly ScanKind[]): KeyedWords {
  const why = words(code, params);
  if (refused || kinds.length === 0) return why;
  const expected = kinds.map(kindWords);
  if (looks === undefined) return words('flow.expected', { why, expected });
  return words('flow.expectedOther', { why, expected, looks: words(`looks.${looks}` satisfies TextKey) });
}

/** How a kind of code is called. */
export function kindWords(kind: ScanKind): KeyedWords {
  return words(`kind.${kind}` satisfies TextKey);
}
