import type { LookUpKind } from '#shared/inventory/look-up.ts';

/** One meaning of a code, as the server is asked for it. `sourceSystem` null where the kind has none. */
export interface Meant {
  /** What the server is asked. */
  readonly code: string;
  readonly kind: LookUpKind;
  readonly name: string;
  readonly sourceSystem: string | null;
}

/** Why something cannot be picked: what it is called, and what the server is asked. */
export interface Why {
  readonly name: string;
  readonly path: string;
}

/** The steps of looking up, and what is looked at. */
export interface LookUpStates {
  readonly begin: object;
  readonly item: { readonly item: string };
  readonly itemDetails: { readonly item: string };
  readonly location: { readonly location: string };
  readonly plate: { readonly licensePlate: string };
  readonly order: { readonly order: string };
  /** `orders`: keys of those on it. */
  readonly load: { readonly load: string; readonly orders: readonly string[] };
  readonly work: { readonly work: string };
  /** A lot, or a serial, of whichever item. */
  readonly goods: { readonly kind: 'lot' | 'serial'; readonly code: string };
  /** A code that the device does not know. `chosen` null: not chosen among its meanings yet. */
  readonly code: { readonly code: string; readonly chosen: number | null };
  readonly expected: Meant;
  /** To whom it is promised, and who received it. */
  readonly whose: Meant;
  /** What belongs to something that goes out. */
  readonly papers: Meant;
  readonly why: Why;
  /** The rest of a long list, from this row. */
  readonly rest: Meant & { readonly from: number };
  readonly history: Meant;
  /** `item`: the number of the item that a lot or serial is of. */
  readonly older: Meant & { readonly before: string; readonly item?: string };
}
