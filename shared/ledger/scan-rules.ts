/** How the codes of a warehouse are read, and how its places are confirmed: devices and the server go by the same. */
export interface ScanRules {
  /** The warehouse's own codes. A code that a pattern fits is of that kind and nothing else; the first that fits counts. */
  readonly codes: readonly OwnCode[];
  /** A label with a field that GS1 does not know is refused, read without it and that is said, or read without it. */
  readonly unknownAi: 'refuse' | 'warn' | 'ignore';
  /** What scanners send in place of the separator U+001D. */
  readonly separators: readonly string[];
  /** What scanners send in front of GS1 codes, besides the AIM identifiers. */
  readonly gs1Prefixes: readonly string[];
  readonly checkDigits: CheckDigitRule;
}

export interface OwnCode {
  readonly name: string;
  readonly kind: 'location' | 'licensePlate' | 'item' | 'document' | 'position';
  /** See `CodePattern`. */
  readonly pattern: string;
}

/**
 * Whether the check digits of a place have to be given as well, or may be given instead of its label. `otherZones`: where
 * it is the other way round.
 */
export interface CheckDigitRule {
  readonly required: boolean;
  readonly otherZones: readonly string[];
}

/** What holds until an administrator says otherwise. */
export const defaultScanRules: ScanRules = {
  codes: [],
  unknownAi: 'refuse',
  separators: [],
  gs1Prefixes: [],
  checkDigits: { required: false, otherZones: [] },
};

/** Whether a place of the zone is confirmed by its check digits alone. */
export function wantsCheckDigits({ required, otherZones }: CheckDigitRule, zone: string): boolean {
  return otherZones.includes(zone) ? !required : required;
}
