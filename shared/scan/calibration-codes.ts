/** One of the barcodes that a scanner is set up with: printed on the sheet, and drawn on the screen. */
export interface CalibrationCode {
  readonly name: 'plain' | 'signs' | 'gs1' | 'matrix' | 'product';
  readonly symbology: 'code128' | 'gs1-128' | 'gs1datamatrix' | 'ean13';
  /** What the encoder gets; GS1 codes in brackets. */
  readonly draws: string;
  /** What a scanner has to send for it, separators as U+001D, without the AIM identifier. */
  readonly sends: string;
  /** The AIM identifier that belongs in front. */
  readonly identifier: string;
}

/**
 * Five codes that together show everything a scanner may do to a text: how fast it types and what it ends with, which
 * signs another keyboard layout changes, both cases, separators of both kinds of GS1 codes, and check digits.
 */
export const calibrationCodes: readonly CalibrationCode[] = [
  {
    name: 'plain',
    symbology: 'code128',
    draws: 'Tallyman-20-Chars-Ok',
    sends: 'Tallyman-20-Chars-Ok',
    identifier: ']C0',
  },
  {
    name: 'signs',
    symbology: 'code128',
    draws: 'Ab-Zy/qW_Mm#]C1;09',
    sends: 'Ab-Zy/qW_Mm#]C1;09',
    identifier: ']C0',
  },
  {
    name: 'gs1',
    symbology: 'gs1-128',
    draws: '(01)09506000134352(10)TM-7a(21)S29',
    sends: '010950600013435210TM-7a\u001d21S29',
    identifier: ']C1',
  },
  {
    name: 'matrix',
    symbology: 'gs1datamatrix',
    draws: '(01)09506000134352(21)d4(10)Q8(17)301231',
    sends: '010950600013435221d4\u001d10Q8\u001d17301231',
    identifier: ']d2',
  },
  {
    name: 'product',
    symbology: 'ean13',
    draws: '9506000134352',
    sends: '9506000134352',
    identifier: ']E0',
  },
];
