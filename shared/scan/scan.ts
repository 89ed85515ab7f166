import type { MeantCode } from './code-pattern.ts';
import type { CommandCode } from './command-code.ts';
import type { LabelFacts } from './gs1/label.ts';
import type { Looks } from './looks-like.ts';
import type { ScanProblemCode, ScanRefusal } from './problems.ts';

/**
 * The words of scanning, in the order a scan passes through them:
 *
 * `ScanInput` (what a device delivered) → `readScan` → `ScanReading` (what the text says by its syntax alone)
 * → `lookupKeys` → the caller looks those up → `ScanHits` → `resolveScan` → `Scan` (what was scanned) or
 * `AmbiguousScan` (ask the worker once).
 */
export type ScanSource = 'wedge' | 'camera' | 'typed';

export interface ScanInput {
  /** As delivered: any string whatever. GS1 separators are U+001D or one of the site's substitutes. */
  readonly text: string;
  /** AIM symbology identifier where the decoder reports it beside the text, such as `]C1`. */
  readonly symbologyIdentifier?: string;
  readonly source: ScanSource;
  /** The device is known to leave separators out: a GS1 text that may have lost one is refused. */
  readonly separatorsLost?: boolean;
}

/** Words on command barcodes, printed as `%CONFIRM`, `%UNDO` and so on; `%TIMES12` with a number. See `commandText`. */
export const scanCommands = [
  'confirm',
  'undo',
  'skip',
  'back',
  'cancel',
  'done',
  'short',
  'exception',
  'help',
  /** Somebody else goes on with this device. */
  'user',
  /** The next scan of an item stands for so many. */
  'times',
] as const;
export type ScanCommand = (typeof scanCommands)[number];

/**
 * What a text says by its syntax alone, before anything was looked up. `text` is trimmed and without symbology
 * identifier; of a refused one, only what can be shown.
 */
export type ScanReading = ScanReadingKind & {
  /** AIM symbology identifier such as `]C1`, where the device told it. */
  readonly symbologyIdentifier?: string;
};

type ScanReadingKind =
  | { readonly kind: 'refused'; readonly text: string; readonly refusal: ScanRefusal }
  | ({ readonly kind: 'command'; readonly text: string } & CommandCode)
  /** A GS1 element string or Digital Link, validated. */
  | { readonly kind: 'gs1'; readonly text: string; readonly label: LabelFacts }
  /** A bare SSCC of 18 digits with the right check digit. */
  | { readonly kind: 'sscc'; readonly text: string; readonly sscc: string }
  /** An EAN, UPC or ITF-14 with the right check digit; eight digits may be an EAN-8 and a UPC-E at once. */
  | { readonly kind: 'gtin'; readonly text: string; readonly gtins: readonly string[] }
  /** Looks like a badge of this site. */
  | { readonly kind: 'badge'; readonly text: string }
  /**
   * Free text: a location, item number, order, plate. `suspicion` is the reason to show when nothing has this
   * code, for a text that is nearly a GTIN, an SSCC or a GS1 label. `plate` when it looks like a plate of this site.
   * `gtins` of six or seven digits: what they stand for if they are of a UPC-E whose scanner leaves the others out.
   */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly plate: boolean;
      readonly suspicion?: ScanRefusal;
      readonly gtins?: readonly string[];
    }
  /** One of the site's own codes, by its patterns; several of them may fit. */
  | { readonly kind: 'own'; readonly text: string; readonly meant: readonly MeantCode[] };

/** Codes to look up, by where to look. Each list is short; a hit on any of them is the thing scanned. */
export interface ScanLookup {
  readonly licensePlates: readonly string[];
  /** Location codes. */
  readonly locations: readonly string[];
  /** GLNs of locations: AI 414 of a location label, with the extension of AI 254 behind a dot where there is one. */
  readonly locationGlns: readonly string[];
  /** Barcodes of items: the text and every written form of the GTIN (14, 13, 12, 8 digits). */
  readonly barcodes: readonly string[];
  readonly itemNumbers: readonly string[];
  /** Numbers of orders, loads, shipments and work. */
  readonly documents: readonly string[];
  readonly badges: readonly string[];
}

/** One item that has the code, either as its number (no unit) or as a barcode with unit and quantity. */
export interface ItemHit {
  readonly item: string;
  readonly sourceSystem?: string;
  /** The barcode's unit and how many of it one scan stands for, as the ERP said; absent for an item number. */
  readonly unit?: string;
  readonly quantity?: number;
}

export interface DocumentHit {
  readonly document: string;
  /** `inbound-order`, `outbound-order`, `load`, `shipment`, `work`, or what else the caller has. */
  readonly documentType: string;
  readonly sourceSystem?: string;
}

/** What the caller found for the keys of `lookupKeys`. Leave out what it cannot look up. */
export interface ScanHits {
  readonly licensePlates?: readonly { readonly licensePlate: string }[];
  readonly locations?: readonly { readonly location: string }[];
  readonly items?: readonly ItemHit[];
  readonly documents?: readonly DocumentHit[];
  readonly operators?: readonly { readonly badge: string }[];
}

/** What a GS1 label said about the goods. Every member is absent unless the label carried it. */
export interface LabelDetails {
  readonly lot?: string;
  readonly serial?: string;
  /** `YYYY-MM-DD`: AI 17 or 7003, else best before (15), else sell by (16). */
  readonly expiryDate?: string;
  /** AI 30 or 37: how many of the item (in the barcode's unit) the label stands for. Multiply with `quantity`. */
  readonly count?: number;
  /** Everything the label said, decoded: all dates, weights, order numbers, the raw elements and warnings. */
  readonly label?: LabelFacts;
}

export interface LocationScan {
  readonly kind: 'location';
  readonly text: string;
  readonly location: string;
}

export interface ItemScan extends LabelDetails {
  readonly kind: 'item';
  readonly text: string;
  readonly item: string;
  readonly sourceSystem?: string;
  /** From the barcode that matched; absent when the item number was scanned. */
  readonly unit?: string;
  readonly quantity?: number;
  /** The label names the item as the content of a logistic unit (AI 02), not as the thing in the hand. */
  readonly contentOfPlate?: true;
}

export interface LicensePlateScan extends LabelDetails {
  readonly kind: 'licensePlate';
  readonly text: string;
  /** 18 digits for an SSCC, else the text. */
  readonly licensePlate: string;
  /** False for a plate the warehouse has not seen yet: an SSCC or a text of the site's plate pattern. */
  readonly known: boolean;
}

export interface DocumentScan {
  readonly kind: 'document';
  readonly text: string;
  readonly document: string;
  readonly documentType: string;
  readonly sourceSystem?: string;
}

export interface OperatorScan {
  readonly kind: 'operator';
  readonly text: string;
  readonly badge: string;
}

export interface CommandScan extends CommandCode {
  readonly kind: 'command';
  readonly text: string;
}

/** A GS1 label that tells lot, serial, date or count, but not of which item: the second barcode of a box. */
export interface DetailsScan extends LabelDetails {
  readonly kind: 'details';
  readonly text: string;
}

/** Refused by syntax, or found nowhere. `text` may still be what the step lets a worker enter, such as a lot. */
export interface UnknownScan extends LabelDetails {
  readonly kind: 'unknown';
  readonly text: string;
  readonly code: ScanProblemCode;
  readonly params: ScanRefusal['params'];
  /** True when the text itself is unusable; false when it is well-formed but nothing has it. */
  readonly refused: boolean;
  /** What it looks like by its form; left out where that says nothing. */
  readonly looks?: Looks;
}

export type Scan =
  | LocationScan
  | ItemScan
  | LicensePlateScan
  | DocumentScan
  | OperatorScan
  | CommandScan
  | DetailsScan
  | UnknownScan;

export type ScanKind = Scan['kind'];
export type ScanOf<Kind extends ScanKind> = Extract<Scan, { kind: Kind }>;

/** The code belongs to two things that the step accepts: ask once, then take the choice as the scan. */
export interface AmbiguousScan {
  readonly kind: 'ambiguous';
  readonly text: string;
  readonly choices: readonly Scan[];
}
