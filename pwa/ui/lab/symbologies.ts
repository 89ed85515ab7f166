/**
 * What the AIM identifiers that scanners put before a code stand for. Source: ISO/IEC 15424 for the letters, GS1 General
 * Specifications 5.1.4 for those of GS1.
 */
const exact: Readonly<Record<string, string>> = {
  ']C1': 'GS1-128',
  ']e0': 'GS1 DataBar',
  ']e1': 'GS1 Composite',
  ']e2': 'GS1 Composite',
  ']d2': 'GS1 DataMatrix',
  ']Q3': 'GS1 QR Code',
  ']J1': 'GS1 DotCode',
  ']E0': 'EAN-13, UPC-A, UPC-E',
  ']E3': 'EAN-13, UPC-A, UPC-E + add-on',
  ']E4': 'EAN-8',
};

const families: Readonly<Record<string, string>> = {
  A: 'Code 39',
  C: 'Code 128',
  E: 'EAN/UPC',
  F: 'Codabar',
  G: 'Code 93',
  I: 'Interleaved 2 of 5',
  J: 'DotCode',
  L: 'PDF417',
  M: 'MSI',
  Q: 'QR Code',
  S: 'Industrial 2 of 5',
  U: 'MaxiCode',
  X: 'other',
  d: 'DataMatrix',
  e: 'GS1 DataBar',
  z: 'Aztec Code',
};

/** The kind of code that an AIM identifier tells; null for one that is none of them. */
export function symbologyOf(identifier: string): string | null {
  return exact[identifier] ?? families[identifier.charAt(1)] ?? null;
}
