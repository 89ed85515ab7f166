import { header, largest, line, margin } from './design.ts';
import { farModule, type Label, type Size } from './label.ts';

export interface LabelledLocation {
  readonly code: string;
  readonly zone: string;
  /** What a worker types who stands there. */
  readonly checkDigit: string;
}

/**
 * The label of a place on a rack: its code as large as it will go, its barcode, and in a box of their own the check digits,
 * which stand on the label alone, so that who types them has been there.
 */
export function locationLabel(size: Size, place: LabelledLocation, words: { zone: string; check: string }): Label {
  const { parts, mark, below: top } = header(size, `${words.zone} ${place.zone}`);
  const room = size.height - top - margin;
  const boxWidth = Math.min(size.width * 0.24, Math.max(14, room * 0.5));
  const box = { x: size.width - margin - boxWidth, y: top + 0.8, width: boxWidth, height: room * 0.46 };
  const codeWidth = box.x - 2 * margin;
  const caption = Math.min(3.2, Math.max(2, box.height * 0.2));
  const digits = Math.min((box.height - caption) * 0.9, (boxWidth * 0.9) / Math.max(1, place.checkDigit.length * 0.5));
  const barsTop = box.y + box.height + 1.2;
  return {
    ...size,
    mark,
    parts: [
      ...parts,
      largest(place.code, { x: margin, y: box.y, width: codeWidth, size: box.height * 1.05, least: 4 }),
      { kind: 'box', ...box, line: 0.5 },
      line(words.check, { x: box.x + 0.8, y: box.y + 0.9, width: boxWidth - 1.6, size: caption, align: 'center' }),
      line(place.checkDigit, {
        ...{ x: box.x, y: box.y + caption + (box.height - caption - digits) / 2 + 0.6, width: boxWidth },
        ...{ size: digits, align: 'center' },
      }),
      {
        ...{ kind: 'bars', x: 0, y: barsTop, width: size.width, height: size.height - margin - barsTop },
        ...{ content: { text: place.code }, module: farModule },
      },
    ],
  };
}
