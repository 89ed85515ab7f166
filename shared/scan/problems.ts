/**
 * Every reason a scan can be refused or left unknown. Wording lives in the locale tables, keyed by these codes.
 * `params` of a refusal name what the worker needs to see: `ai` and `position` (0-based, into the text as it was
 * scanned) for GS1 problems, `length` and `limit` for `scan.too_long`.
 */
export const scanProblemCodes = [
  /** Nothing but blanks arrived. */
  'scan.empty',
  /** Longer than any code a warehouse uses; nearly always two scans run together or a code that is not ours. */
  'scan.too_long',
  /** A control character that no code of ours holds: a broken read or a scanner set up wrongly. */
  'scan.control_character',
  /** An emoji, half a surrogate pair, an invisible or unassigned character. */
  'scan.bad_character',
  /** An Interleaved 2 of 5 code that is not 14 digits: the beam caught only a part of it. */
  'scan.partial_code',
  /** The check digit of an EAN, UPC, ITF-14 or SSCC is wrong: misread or misprinted. */
  'scan.check_digit',
  /** A command barcode for more at once than one scan may stand for. */
  'scan.too_many_times',
  /** One of the site's own codes (`name`, by its pattern), but nothing of that kind is called so. */
  'scan.unknown_own',
  /** Nothing in the warehouse has this code. */
  'scan.unknown',
  /** The GTIN is well-formed, but no item has it. */
  'scan.unknown_item',
  /** The GS1 label names nothing that a warehouse can act on (no item, plate, place, order, lot or date). */
  'scan.gs1_no_subject',
  /** The digits at this position begin no application identifier. */
  'scan.gs1_unknown_ai',
  /** A separator is missing after a variable-length value: the next element has run into it. */
  'scan.gs1_separator_missing',
  /** This device drops separators, and the value could hide another element: refused rather than guessed. */
  'scan.gs1_separator_lost',
  /** Nothing behind the application identifier. */
  'scan.gs1_empty',
  'scan.gs1_too_long',
  /** A fixed-length value ends early, or a separator stands inside it. */
  'scan.gs1_too_short',
  /** A letter where digits belong, or a character outside the GS1 sets 82, 39 or 64. */
  'scan.gs1_character',
  'scan.gs1_check_digit',
  'scan.gs1_date',
  'scan.gs1_time',
  /** The value breaks another rule of its application identifier (country, currency, IBAN, coupon …). */
  'scan.gs1_value',
  /** The same application identifier twice with different values. */
  'scan.gs1_repeated',
  /** Two application identifiers that may not stand on one item (`ai` and `otherAi`). */
  'scan.gs1_excluded',
  /** Brackets do not pair up, or text stands outside them. */
  'scan.gs1_brackets',
  /** A web address that begins like a GS1 Digital Link, but its path or query breaks the rules. */
  'scan.gs1_link',
  /** A web address that may be a compressed GS1 Digital Link, of which the device cannot tell what it says. */
  'scan.gs1_link_compressed',
] as const;

export type ScanProblemCode = (typeof scanProblemCodes)[number];

/** Why a text cannot be used. A value, never thrown. */
export interface ScanRefusal {
  readonly code: ScanProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export function refuseScan(code: ScanProblemCode, params: ScanRefusal['params'] = {}): ScanRefusal {
  return { code, params };
}
