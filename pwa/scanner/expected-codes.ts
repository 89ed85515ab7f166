import type { CameraCodes } from '#shared/ledger/scan-rules.ts';
import type { ScanKind } from '#shared/scan/scan.ts';
import { type Symbology, usualSymbologies } from './symbology.ts';

/** What the decoder looks for in a warehouse: at a step that has a use for anything, and at one that has none for goods. */
export interface SiteSymbologies {
  readonly all: readonly Symbology[];
  readonly withoutGoods: readonly Symbology[];
}

/** All that is usual, and what else the warehouse has. */
export function symbologiesOf({ upcE, pdf417, aztec }: Partial<CameraCodes> = {}): SiteSymbologies {
  const all: Symbology[] = [...usualSymbologies];
  if (upcE) all.push('UPCE');
  if (pdf417) all.push('PDF417');
  if (aztec) all.push('Aztec');
  return { all, withoutGoods: all.filter((each) => !isOnGoods(each)) };
}

/** Kinds of scan that no barcode of goods stands for. */
const neverOnGoods: readonly ScanKind[] = ['location', 'licensePlate', 'document', 'operator', 'command'];

/**
 * What the decoder looks for where a step takes these kinds of scan. All that the warehouse has, unless the step has no use
 * for goods: then the barcodes of goods are left out, so that the one on the carton does not get into the way of the label
 * beside it. A place, a plate, a paper and a badge come as Code 128, Code 39, QR or DataMatrix, as each site prints them.
 */
export function symbologiesFor(
  kinds: readonly ScanKind[],
  { all, withoutGoods }: SiteSymbologies,
): readonly Symbology[] {
  const mayBeGoods = kinds.length === 0 || kinds.some((kind) => !neverOnGoods.includes(kind));
  return mayBeGoods ? all : withoutGoods;
}

/** Whether a code that was read is of those that are looked for. */
export function isExpected(format: string, wanted: readonly Symbology[]): boolean {
  return !isOnGoods(format) || wanted.some(isOnGoods);
}

/**
 * EAN, UPC, ITF-14 and DataBar say the number of a trade item and stand on nothing else; by all the names that decoders
 * have for each of these families. Source: GS1 General Specifications, section 2.
 */
export function isOnGoods(format: string): boolean {
  return /^(EAN|UPC|ITF|DataBar)/.test(format);
}
