import type { ScanRefusal } from './problems.ts';
import type { LabelDetails, UnknownScan } from './scan.ts';

/** A well-formed code that nothing in the warehouse has, with what its label told all the same. */
export function unknownScan(text: string, { code, params }: ScanRefusal, told: LabelDetails = {}): UnknownScan {
  return { kind: 'unknown', text, code, params, refused: false, ...told };
}

/** A text that cannot be used at all. */
export function refusedScan(text: string, { code, params }: ScanRefusal): UnknownScan {
  return { kind: 'unknown', text, code, params, refused: true };
}
