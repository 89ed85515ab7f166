import type { ScanKind } from '#shared/scan/scan.ts';
import { type Symbology, usualSymbologies } from './symbology.ts';

/** Kinds of scan that no barcode of goods stands for. */
const neverOnGoods: readonly ScanKind[] = ['location', 'licensePlate', 'document', 'operator', 'command'];

/**
 * What the decoder looks for where a step takes these kinds of scan. All that is usual, unless the step has no use for
 * goods: then the barcodes of goods are left out, so that the one on the carton does not get into the way of the label
 * beside it. A place, a plate, a paper and a badge come as Code 128, Code 39, QR or DataMatrix, as each site prints them.
 */
export function symbologiesFor(kinds: readonly ScanKind[]): readonly Symbology[] {
  const mayBeGoods = kinds.length === 0 || kinds.some((kind) => !neverOnGoods.includes(kind));
  return mayBeGoods ? usualSymbologies : withoutGoods;
}

/** Whether a code that was read is of those that are looked for. */
export function isExpected(format: string, wanted: readonly Symbology[]): boolean {
  return wanted !== withoutGoods || !isOnGoods(format);
}

/**
 * EAN, UPC, ITF-14 and DataBar say the number of a trade item and stand on nothing else; by all the names that decoders
 * have for each of these families. Source: GS1 General Specifications, section 2.
 */
export function isOnGoods(format: string): boolean {
  return /^(EAN|UPC|ITF|DataBar)/.test(format);
}

const withoutGoods: readonly Symbology[] = usualSymbologies.filter((each) => !isOnGoods(each));
