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
  /** Left out by rules from before there was a choice: none of them. */
  readonly cameraCodes?: CameraCodes;
}

/** Kinds of barcodes that cameras look for only where a warehouse has them: others are misread for them now and then. */
export interface CameraCodes {
  readonly upcE: boolean;
  readonly pdf417: boolean;
  readonly aztec: boolean;
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
 *
 * The device asks for them, and the server not again: they make a person look at the label of the place, which no command
 * could prove, as every device has the digits of all places in its copy. What arrives was done, perhaps hours ago without
 * a network or before the rule was changed; refusing it would leave the books wrong and the goods where they are.
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
