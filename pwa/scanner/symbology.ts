/** The kinds of barcodes that can be asked for, by the decoder's names. Stacked and truncated kinds are of their family. */
export type Symbology = LinearSymbology | MatrixSymbology;

export type LinearSymbology =
  | 'EAN13'
  | 'EAN8'
  | 'UPCA'
  | 'UPCE'
  | 'Code128'
  | 'Code39'
  | 'ITF14'
  /** Interleaved 2 of 5 of any length: a piece of a longer one looks like a whole one. */
  | 'ITF'
  | 'DataBar'
  | 'DataBarLtd'
  | 'DataBarExp';

export type MatrixSymbology = 'DataMatrix' | 'QRCode' | 'PDF417' | 'Aztec';

/**
 * What is looked for when nobody says what is expected. UPC-E, PDF417, Aztec and ITF of other lengths are left out: they
 * are misread for others, and few warehouses print them.
 */
export const usualSymbologies: readonly Symbology[] = [
  'EAN13',
  'EAN8',
  'UPCA',
  'Code128',
  'Code39',
  'ITF14',
  'DataBar',
  'DataBarLtd',
  'DataBarExp',
  'DataMatrix',
  'QRCode',
];

/** All that can be asked for. */
export const allSymbologies: readonly Symbology[] = [...usualSymbologies, 'UPCE', 'ITF', 'PDF417', 'Aztec'];

/** Whether it corrects its own errors. Takes the decoder's names of what it found as well. */
export function isMatrix(format: string): format is MatrixSymbology {
  return format === 'DataMatrix' || format === 'QRCode' || format === 'PDF417' || format === 'Aztec';
}
