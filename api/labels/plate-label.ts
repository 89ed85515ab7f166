import { isSscc } from '#shared/scan/sscc.ts';
import { factLines, largest, line } from './design.ts';
import { wrapped } from './fit-text.ts';
import type { Box, Element, Label, LabelPart, Size } from './label.ts';
import { logisticLabel } from './logistic-label.ts';

/** One kind of goods on a plate. */
export interface PlateGoods {
  readonly item: string;
  readonly description: string;
  /** As it is written there, with its unit: `24 pcs`. */
  readonly quantity: string;
  readonly lot: string | null;
  /** `YYYY-MM-DD`. */
  readonly expiryDate: string | null;
  readonly expiryShown: string;
  /** The GTIN of the packs that it consists of and how many of them; null: its packs have none, or are not whole. */
  readonly packs: { readonly gtin: string; readonly count: number } | null;
}

export interface LabelledPlate {
  readonly number: string;
  readonly warehouse: string;
  readonly goods: readonly PlateGoods[];
}

export interface PlateWords {
  readonly plate: string;
  readonly lot: string;
  readonly expiry: string;
  readonly quantity: string;
  readonly count: string;
  readonly empty: string;
}

const isGs1Text = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/;

/** The label of a pallet: of one kind of goods with what a receiver's scanner wants of them, else with a list. */
export function plateLabel(size: Size, plate: LabelledPlate, words: PlateWords): Label {
  const [only, ...others] = plate.goods;
  const isOfOneKind = only !== undefined && others.length === 0;
  return logisticLabel(size, {
    number: plate.number,
    from: `${words.plate}: ${plate.warehouse}`,
    // What a GS1 symbol says of contents is of the unit whose SSCC stands below.
    elements: isOfOneKind && isSscc(plate.number) ? contentElements(only) : [],
    told: (room) => (isOfOneKind ? toldOfOne(only, room, words) : toldOfMany(plate.goods, room, words)),
  });
}

/**
 * What a unit holds, as the GS1 logistic label tells it: GTIN and count of what is in it, then date and lot. Without a
 * GTIN nothing of it is told: lot and date would be those of the pallet as a thing of its own.
 */
export function contentElements({
  packs,
  lot,
  expiryDate,
}: Pick<PlateGoods, 'packs' | 'lot' | 'expiryDate'>): Element[] {
  if (!packs) return [];
  const day = expiryDate?.replaceAll('-', '').slice(2);
  return [
    ['02', packs.gtin],
    ['37', String(packs.count)],
    ...(day ? [['17', day] as const] : []),
    ...(lot !== null && isGs1Text.test(lot) ? [['10', lot] as const] : []),
  ];
}

function toldOfOne(goods: PlateGoods, { x, y, width, height }: Box, words: PlateWords): LabelPart[] {
  const title = Math.min(8, height * 0.26);
  const text = Math.min(5, height * 0.15);
  const described = wrapped(goods.description, width, text, height > 40 ? 3 : 1);
  const facts: readonly (readonly [string, string])[] = [
    [words.quantity, goods.quantity],
    ...(goods.packs ? [[words.count, String(goods.packs.count)] as const] : []),
    ...(goods.lot === null ? [] : [[words.lot, goods.lot] as const]),
    ...(goods.expiryDate === null ? [] : [[words.expiry, goods.expiryShown] as const]),
  ];
  const top = y + title * 1.1 + described.length * text * 1.12 + 1;
  return [
    largest(goods.item, { x, y, width, size: title, least: 3 }),
    ...described.map((shown, index) => line(shown, { x, y: y + title * 1.1 + index * text * 1.12, width, size: text })),
    ...columnsOf(facts, { x, y: top, width, height: y + height - top }),
  ];
}

/** Beside each other where they would be too small one below the other. */
function columnsOf(facts: readonly (readonly [string, string])[], room: Box): LabelPart[] {
  if (room.height / facts.length >= 4.5) return factLines(facts, room);
  const half = Math.ceil(facts.length / 2);
  const width = room.width / 2 - 1;
  return [
    ...factLines(facts.slice(0, half), { ...room, width }),
    ...factLines(facts.slice(half), { ...room, x: room.x + width + 2, width }),
  ];
}

const lineHeight = 5;

function toldOfMany(goods: readonly PlateGoods[], { x, y, width, height }: Box, words: PlateWords): LabelPart[] {
  if (goods.length === 0) return [line(words.empty, { x, y, width, size: 4 })];
  const room = Math.max(1, Math.floor(height / lineHeight));
  const shown = goods.length > room ? goods.slice(0, room - 1) : goods;
  const lines = shown.map(({ item, quantity, lot }) => ({
    left: [item, lot].filter(Boolean).join('  '),
    right: quantity,
  }));
  if (shown.length < goods.length) lines.push({ left: `+ ${goods.length - shown.length}`, right: '' });
  return lines.flatMap(({ left, right }, index) => {
    const at = { y: y + index * lineHeight, size: 3.8 };
    return [
      line(left, { ...at, x, width: width * 0.66 }),
      ...(right === ''
        ? []
        : [line(right, { ...at, x: x + width * 0.68, width: width * 0.32, align: 'right' as const })]),
    ];
  });
}
