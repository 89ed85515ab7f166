import { header, isInHeader, largest, line, margin, qrAt } from './design.ts';
import { eanGuards, eanOf } from './ean.ts';
import { wrapped } from './fit-text.ts';
import {
  type BarsContent,
  bracketed,
  coarsest,
  type Element,
  elementString,
  fits,
  itemModule,
  type Label,
  type LabelPart,
  matrixModule,
  type Size,
} from './label.ts';
import { matrixModules } from './matrix.ts';

export interface LabelledItem {
  readonly item: string;
  readonly description: string;
  readonly unit: string;
  /** Of 14 digits; null: it has none, and its number is drawn instead. */
  readonly gtin: string | null;
  readonly lot: string | null;
  /** `YYYY-MM-DD`. */
  readonly expiryDate: string | null;
  /** The same as people write it there. */
  readonly expiryShown: string;
}

/** Lots that no GS1 symbol can hold stand on the label in letters alone. Source: GS1 character set 82. */
const isGs1Text = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/;

/** More of the width leaves no room for what people read. */
const mostOfWidth = 0.45;
const lowestBars = 6;
const leastLetters = 2;
/** Labels no higher than that are small. */
const lowLabel = 34;

/**
 * What a piece or a case of an item is labelled with: an EAN of its GTIN, or a GS1-128 of one that has fourteen digits.
 * With lot or expiry these and the GTIN are in a DataMatrix beside the bars; that stands alone where bars have no room.
 * What has no GTIN is known by its number, in Code 128, or where that cannot hold it in a QR code.
 */
export function itemLabel(size: Size, goods: LabelledItem, words: { lot: string; expiry: string }): Label {
  // On a small one the number stands beside the unit, so that there is room for what it is.
  const both = `${goods.item}  ${goods.unit}`;
  const isLow = size.height <= lowLabel && isInHeader(size, both);
  const { parts, mark, below: top } = header(size, isLow ? both : goods.unit);
  const elements = elementsOf(goods);
  const content = barsContent(goods);
  const captionSize = Math.min(4.2, Math.max(2.2, size.height * 0.07));
  const captionTop = size.height - margin - captionSize;
  const gap = 'ean' in content ? eanGuards : 0.6;
  const whole = size.width - 2 * margin;
  const { barsHeight, side, isBeside } = placed(content, elements, {
    whole,
    width: size.width,
    height: size.height - top - margin - 1,
    low: captionTop - gap - top - 1.5,
    wanted: Math.min(28, Math.max(lowestBars, size.height * (isLow ? 0.26 : 0.32))),
  });
  const hasBars = barsHeight > 0;
  const barsTop = captionTop - (hasBars ? gap : 0.6) - barsHeight;
  const width = whole - (side > 0 ? side + margin : 0);
  const facts = [
    ...(goods.lot === null ? [] : [`${words.lot}: ${goods.lot}`]),
    ...(goods.expiryDate === null ? [] : [`${words.expiry}: ${goods.expiryShown}`]),
  ].join('   ');
  const room = barsTop - top - 1.5;
  const number = isLow ? 0 : Math.min(14, room * 0.36);
  const ofLines = (lines: number) => (room - number) / (lines + (facts === '' ? 0.4 : 1.4));
  // Two lines of what it is, or one where they would be too small to read.
  const small = Math.min(6, ofLines(2) >= leastLetters ? ofLines(2) : ofLines(1));
  const lines = Math.floor((room - number) / (small * 1.08)) - (facts === '' ? 0 : 1);
  const told = [
    ...wrapped(goods.description, width, small, Math.max(1, Math.min(4, lines))),
    ...(facts === '' ? [] : [facts]),
  ];
  const bars = isBeside ? { x: margin, width } : { x: 0, width: size.width };
  const square = { x: size.width - margin - side, y: top + 1, side };
  return {
    ...size,
    mark,
    parts: [
      ...parts,
      ...(isLow ? [] : [largest(goods.item, { x: margin, y: top + 0.6, width, size: number, least: 2.5 })]),
      ...told.map((text, index) =>
        line(text, { x: margin, y: top + 1 + number + index * small * 1.08, width, size: small }),
      ),
      ...(side > 0 ? [goods.gtin === null ? qrAt(goods.item, square) : matrixAt(elements, square)] : []),
      ...(hasBars
        ? [{ kind: 'bars' as const, ...bars, y: barsTop, height: barsHeight, content, module: itemModule }]
        : []),
      line(captionOf(goods), { ...bars, y: captionTop, size: captionSize, align: hasBars ? 'center' : 'left' }),
    ],
  };
}

function barsContent({ gtin, item }: LabelledItem): BarsContent {
  if (gtin === null) return { text: item };
  const ean = eanOf(gtin);
  return ean === null ? { elements: [['01', gtin]] } : { ean };
}

function captionOf({ gtin, item }: LabelledItem): string {
  return gtin === null ? item : (eanOf(gtin) ?? bracketed([['01', gtin]]));
}

/** `(01) gtin (17) expiry (10) lot`: what has a fixed length first. */
function elementsOf({ gtin, lot, expiryDate }: LabelledItem): Element[] {
  if (gtin === null) return [];
  const day = expiryDate?.replaceAll('-', '').slice(2);
  return [
    ['01', gtin],
    ...(day ? [['17', day] as const] : []),
    ...(lot !== null && isGs1Text.test(lot) ? [['10', lot] as const] : []),
  ];
}

interface Room {
  /** Of the label, and of it without its margins. */
  readonly width: number;
  readonly whole: number;
  /** Below the header, and of that what is above the caption. */
  readonly height: number;
  readonly low: number;
  /** How high bars are where nothing speaks against it. */
  readonly wanted: number;
}

/**
 * How high the bars are and how wide the square code; 0: there is none. None is needed of what the bars say already. It is
 * beside the bars where these have room enough then, else above them, which makes them lower; where they have no room it
 * stands alone, since it says the same and more.
 */
function placed(content: BarsContent, elements: readonly Element[], { whole, width, height, low, wanted }: Room) {
  const most = Math.min(height, whole * mostOfWidth);
  const alone = { barsHeight: 0, side: most, isBeside: true };
  if (!fits(content, width, itemModule)) return alone;
  if (elements.length < 2) return { barsHeight: wanted, side: 0, isBeside: true };
  const modules = matrixModules(elementString(elements));
  const least = modules * coarsest(matrixModule.least);
  const beside = Math.min(most, modules * 0.6);
  if (beside >= least && fits(content, whole - beside - margin, itemModule)) {
    return { barsHeight: wanted, side: beside, isBeside: true };
  }
  const barsHeight = Math.max(lowestBars, Math.min(wanted, low - least));
  const above = Math.min(low - barsHeight, modules * 0.6, most);
  return above >= least ? { barsHeight, side: above, isBeside: false } : alone;
}

function matrixAt(elements: readonly Element[], { x, y, side }: { x: number; y: number; side: number }): LabelPart {
  return { kind: 'matrix', x, y, width: side, height: side, elements, module: matrixModule };
}
