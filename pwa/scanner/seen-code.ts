import type { Box } from './box.ts';

/** One barcode that a decoder read in a picture, before anybody decides whether to believe it. */
export interface SeenCode {
  readonly text: string;
  /** The decoder's name of the symbology, e.g. `EAN13`, `Code128`, `DataMatrix`. */
  readonly format: string;
  /** The AIM symbology identifier, e.g. `]C1`; empty where the decoder has none. */
  readonly symbologyIdentifier: string;
  /** Lines of a linear code that agreed in this one picture; 1 for matrix codes. */
  readonly lines: number;
  /** How the picture had been prepared, by name; left out where it had not. */
  readonly way?: string;
  /** Where in the picture it is; left out where the decoder does not say. */
  readonly box?: Box;
  /** How long the decoder took for the picture, in milliseconds; left out where nobody looked at a clock. */
  readonly decodeMs?: number;
}
