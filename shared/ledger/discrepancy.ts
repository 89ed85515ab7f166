/** Where what arrived, stands or was found is not what it should be: its class. */
export const discrepancyClasses = [
  'damage',
  'quality',
  'expiry',
  'shortage',
  'overage',
  'wrong-goods',
  'wrong-label',
  'other',
] as const;

export type DiscrepancyClass = (typeof discrepancyClasses)[number];

/** Who sees to a discrepancy: a desk of the warehouse or of the ERP's side. */
export const responsibles = ['receiving', 'quality', 'purchasing', 'inventory'] as const;

export type Responsible = (typeof responsibles)[number];

const responsibleFor: Readonly<Record<DiscrepancyClass, Responsible>> = {
  damage: 'quality',
  quality: 'quality',
  expiry: 'quality',
  shortage: 'purchasing',
  overage: 'purchasing',
  'wrong-goods': 'purchasing',
  'wrong-label': 'receiving',
  other: 'receiving',
};

/** Who sees to discrepancies of a class until a person says otherwise. */
export function firstResponsible(of: DiscrepancyClass): Responsible {
  return responsibleFor[of];
}

/** What is said of a discrepancy where only a sentence fits: the code of its wording. */
export const discrepancyCodes: Readonly<Record<DiscrepancyClass, string>> = {
  damage: 'discrepancy.damage',
  quality: 'discrepancy.quality',
  expiry: 'discrepancy.expiry',
  shortage: 'discrepancy.shortage',
  overage: 'discrepancy.overage',
  'wrong-goods': 'discrepancy.wrong-goods',
  'wrong-label': 'discrepancy.wrong-label',
  other: 'discrepancy.other',
};

export function isDiscrepancyClass(text: string): text is DiscrepancyClass {
  return (discrepancyClasses as readonly string[]).includes(text);
}

/**
 * What a discrepancy is about. Orders and items by number, quantities in the unit given; photos by the ids their device
 * gave them. Members that do not apply are left out.
 */
export interface DiscrepancyDetails {
  /** Whose goods they are; missing where that could not be told. */
  readonly sourceSystem?: string;
  readonly order?: string;
  readonly line?: number;
  readonly load?: string;
  readonly licensePlate?: string;
  readonly location?: string;
  readonly item?: string;
  readonly lot?: string;
  readonly serials?: readonly string[];
  readonly quantity?: number;
  readonly unit?: string;
  /** Lines of which more or less came than was announced. */
  readonly lines?: readonly DiscrepancyLine[];
  /** In the worker's words. */
  readonly note?: string;
  readonly photos?: readonly string[];
}

/** An order line of which more or less came than was said beforehand, in its base unit. */
export interface DiscrepancyLine {
  readonly order: string;
  readonly line: number;
  readonly item: string;
  readonly expected: number;
  readonly registered: number;
  readonly unit: string;
}
