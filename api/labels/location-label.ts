import { header, largest, line, margin, qrAt } from './design.ts';
import { broken, textWidth } from './fit-text.ts';
import { farModule, fits, type Label, type LabelPart, type Size } from './label.ts';

export interface LabelledLocation {
  readonly code: string;
  readonly zone: string;
  /** What a worker types who stands there. */
  readonly checkDigit: string;
}

/**
 * The label of a place on a rack: its code as large as it will go, its barcode, and in a box of their own the check digits,
 * which stand on the label alone, so that who types them has been there. A code that bars have no room for, or cannot
 * hold, is in a QR code beside it instead.
 */
export function locationLabel(size: Size, place: LabelledLocation, words: { zone: string; check: string }): Label {
  const { parts, mark, below: top } = header(size, `${words.zone} ${place.zone}`);
  const room = size.height - top - margin;
  const boxWidth = Math.min(size.width * 0.24, Math.max(14, room * 0.5));
  const box = { x: size.width - margin - boxWidth, y: top + 0.8, width: boxWidth, height: room * 0.46 };
  const content = { text: place.code };
  const hasBars = fits(content, size.width, farModule);
  const side = hasBars ? 0 : Math.min(room, size.width * 0.4);
  const codeWidth = box.x - 2 * margin;
  const caption = Math.min(3.2, Math.max(2, box.height * 0.2));
  const digits = Math.min((box.height - caption) * 0.9, (boxWidth * 0.9) / Math.max(1, place.checkDigit.length * 0.5));
  const barsTop = box.y + box.height + 1.2;
  const bars: LabelPart = {
    ...{ kind: 'bars', x: 0, y: barsTop, width: size.width, height: size.height - margin - barsTop },
    ...{ content, module: farModule },
  };
  return {
    ...size,
    mark,
    parts: [
      ...parts,
      ...(hasBars
        ? [largest(place.code, { x: margin, y: box.y, width: codeWidth, size: box.height, least: 4 })]
        : codeBeside(place.code, { x: side + 2 * margin, y: barsTop, below: size.height - margin, size })),
      { kind: 'box', ...box, line: 0.5 },
      line(words.check, { x: box.x + 0.8, y: box.y + 0.9, width: boxWidth - 1.6, size: caption, align: 'center' }),
      line(place.checkDigit, {
        ...{ x: box.x, y: box.y + caption + (box.height - caption - digits) / 2 + 0.6, width: boxWidth },
        ...{ size: digits, align: 'center' },
      }),
      hasBars ? bars : qrAt(place.code, { x: margin, y: top + 0.8, side }),
    ],
  };
}

/** Under the check digits, on as many lines as there is room for. */
function codeBeside(code: string, at: { x: number; y: number; below: number; size: Size }): LabelPart[] {
  const width = at.size.width - at.x - margin;
  const room = at.below - at.y;
  const filling = Math.sqrt((room * width) / Math.max(1, textWidth(code))) * 0.8;
  const letters = Math.max(Math.min(2.2, room / 2), Math.min(room / 2.3, filling));
  const most = Math.max(1, Math.floor(room / (letters * 1.1)));
  return broken(code, width, letters, most).map((text, index) =>
    line(text, { x: at.x, y: at.y + index * letters * 1.1, width, size: letters }),
  );
}
