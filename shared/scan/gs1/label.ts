/** One GS1 element: application identifier and value exactly as they stood on the label. */
export interface Gs1Element {
  readonly ai: string;
  readonly value: string;
}

/** A calendar date without time zone. */
export interface LabelDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The label gave only year and month (day 00); `date` is the last day of that month. */
  readonly dayUnspecified: boolean;
}

/** A measure with the decimals of the label kept: `1.250` stays `1.250`. */
export interface LabelMeasure {
  readonly ai: string;
  readonly value: string;
  /** `kg`, `lb`, `m`, `m2`, `l`, … */
  readonly unit: string;
  /** Of the logistic unit (with packing) rather than of the trade item. */
  readonly logistic: boolean;
}

/** Everything a validated GS1 symbol says, decoded. A member is absent unless the symbol carried it. */
export interface LabelFacts {
  /** In the order of the symbol. */
  readonly elements: readonly Gs1Element[];
  /** AI 01 (or 03, 8006 without its piece numbers), 14 digits. */
  readonly gtin?: string;
  /** AI 02, 14 digits: what the logistic unit contains. */
  readonly contentGtin?: string;
  readonly sscc?: string;
  readonly lot?: string;
  readonly serial?: string;
  /** By application identifier: 11 production, 12 due, 13 packaging, 15 best before, 16 sell by, 17 expiry, 7003 … */
  readonly dates: Readonly<Record<string, LabelDate>>;
  /** AI 30 or 37. */
  readonly count?: number;
  readonly measures: readonly LabelMeasure[];
  /** AI 400, the customer's purchase order number. */
  readonly orderNumber?: string;
  /** AI 402 (shipment) or 401 (consignment). */
  readonly shipment?: string;
  /** AI 414, with `.` and the extension of AI 254 where there is one. */
  readonly locationGln?: string;
  /** Returnable asset: the value of AI 8003 or 8004. */
  readonly asset?: string;
  /** Companion identifiers that GS1 asks for and the label lacks, such as 37 beside 02. Never a reason to refuse. */
  readonly warnings: readonly LabelWarning[];
  /** Fields that GS1 does not know, where the rest is read without them and somebody is to be told of it. */
  readonly skipped?: readonly SkippedField[];
  /** The identifier of a lot or serial number that another field may have run into: somebody has to look at it. */
  readonly mayHide?: string;
}

/** The digits where an identifier should be, and where they stand in what was scanned (0-based). */
export interface SkippedField {
  readonly ai: string;
  readonly position: number;
}

export interface LabelWarning {
  readonly code: 'scan.gs1_companion_missing';
  readonly ai: string;
  /** Alternatives, each a list of identifiers that belong together; `n` stands for any digit. */
  readonly needs: readonly (readonly string[])[];
}
