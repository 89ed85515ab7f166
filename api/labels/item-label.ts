import { header, largest, line, margin } from './design.ts';
import { wrapped } from './fit-text.ts';
import {
  bracketed,
  type Element,
  elementString,
  fits,
  type Label,
  type LabelPart,
  matrixModule,
  nearModule,
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

const module = { ...nearModule, most: 0.75 };

/** Lots that no GS1 symbol can hold stand on the label in letters alone. Source: GS1 character set 82. */
const isGs1Text = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/;

/** What a piece or a case of an item is labelled with; with lot or expiry they are in a DataMatrix beside the bars. */
export function itemLabel(size: Size, goods: LabelledItem, words: { lot: string; expiry: string }): Label {
  const { parts, mark, below: top } = header(size, goods.unit);
  const elements = elementsOf(goods);
  const content = goods.gtin === null ? { text: goods.item } : { elements: [['01', goods.gtin] as const] };
  const barsHeight = Math.min(28, Math.max(7, size.height * 0.32));
  const captionSize = Math.min(4.2, Math.max(2.2, size.height * 0.07));
  const barsTop = size.height - margin - captionSize - 0.6 - barsHeight;
  const whole = size.width - 2 * margin;
  // Beside the bars where these have room enough then, else above them.
  const tall = matrixSide(elements, size.height - top - margin - 1);
  const isBeside = tall === 0 || fits(content, whole - tall - margin, module);
  const side = isBeside ? tall : matrixSide(elements, barsTop - top - 1.5);
  const width = whole - (side > 0 ? side + margin : 0);
  const facts = [
    ...(goods.lot === null ? [] : [`${words.lot}: ${goods.lot}`]),
    ...(goods.expiryDate === null ? [] : [`${words.expiry}: ${goods.expiryShown}`]),
  ].join('   ');
  const room = barsTop - top - 1.5;
  const number = Math.min(14, room * 0.36);
  const small = Math.min(6, (room - number) / (facts === '' ? 2.4 : 3.4));
  const lines = Math.floor((room - number) / (small * 1.08)) - (facts === '' ? 0 : 1);
  const told = [
    ...wrapped(goods.description, width, small, Math.max(1, Math.min(4, lines))),
    ...(facts === '' ? [] : [facts]),
  ];
  const bars = isBeside ? { x: margin, width } : { x: 0, width: size.width };
  return {
    ...size,
    mark,
    parts: [
      ...parts,
      largest(goods.item, { x: margin, y: top + 0.6, width, size: number, least: 2.5 }),
      ...told.map((text, index) =>
        line(text, { x: margin, y: top + 1 + number + index * small * 1.08, width, size: small }),
      ),
      ...(side > 0 ? [matrixAt(elements, { x: size.width - margin - side, y: top + 1, side })] : []),
      {
        ...{ kind: 'bars', ...bars, y: barsTop, height: barsHeight },
        ...{ content, module },
      },
      line('text' in content ? content.text : bracketed(content.elements), {
        ...{ ...bars, y: barsTop + barsHeight + 0.6, size: captionSize, align: 'center' },
      }),
    ],
  };
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

/** None for what the bars say already, and where its modules would be too fine. */
function matrixSide(elements: readonly Element[], room: number): number {
  if (elements.length < 2) return 0;
  const modules = matrixModules(elementString(elements));
  return room < modules * matrixModule.least ? 0 : Math.min(room, modules * 0.6);
}

function matrixAt(elements: readonly Element[], { x, y, side }: { x: number; y: number; side: number }): LabelPart {
  return { kind: 'matrix', x, y, width: side, height: side, elements, module: matrixModule };
}
