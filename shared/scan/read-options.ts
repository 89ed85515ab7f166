/** What a site says about its codes and its scanners. Everything but the year has a default. */
export interface ReadScanOptions {
  /** Decides the century of dates with two-digit years. */
  readonly currentYear: number;
  /** What the site's scanners send in place of the separator U+001D, such as `~` or `|`. */
  readonly separators?: readonly string[];
  /** This device drops separators altogether: GS1 texts that may have lost one are refused. */
  readonly separatorsLost?: boolean;
  /** Texts of the site's scanners that mean "GS1 follows", besides the AIM identifiers. */
  readonly gs1Prefixes?: readonly string[];
  /**
   * What becomes of a label with a field that GS1 does not know: refused (unless said otherwise), read without the field
   * and that is said, or read without it.
   */
  readonly unknownAi?: UnknownAiPolicy;
  /** The site's own codes. One that a pattern fits is of that kind and nothing else; asked before any guess by digits. */
  readonly codes?: readonly CodeRule[];
  readonly patterns?: Partial<ScanPatterns>;
}

export type UnknownAiPolicy = 'refuse' | 'warn' | 'ignore';

/** The kinds that a site's own codes are of. A `position` is a place of a trolley or a tote. */
export type CodeKind = 'location' | 'licensePlate' | 'item' | 'document' | 'position';

/** One form of a site's own codes, see `CodePattern`. */
export interface CodeRule {
  readonly name: string;
  readonly kind: CodeKind;
  readonly pattern: string;
}

/** Type prefixes of a site. Patterns must not be global or sticky. */
export interface ScanPatterns {
  readonly badge: RegExp;
  /** Plates that are no SSCC; a text of this form is a plate even when the warehouse has not seen it yet. */
  readonly licensePlate: RegExp;
  /** Begins a command barcode. `%` is in plain Code 39 and on the same key of the commonest keyboard layouts. */
  readonly commandPrefix: string;
}

const defaultPatterns: ScanPatterns = {
  badge: /^[A-Z]-\d{4,}$/,
  licensePlate: /^LP-?\d+$/i,
  commandPrefix: '%',
};

/** The site's patterns, completed by ours: `W-1001` is a badge, `LP-0001` a plate, `%UNDO` a command. */
export function scanPatterns(options: ReadScanOptions): ScanPatterns {
  return { ...defaultPatterns, ...options.patterns };
}

/** Longest text looked at, and longest code that is not GS1. Nothing printed for a warehouse comes near. */
export const scanLengthLimits = { text: 2000, code: 128 } as const;
