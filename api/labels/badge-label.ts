import { header, largest, line, margin, qrAt } from './design.ts';
import { farModule, fits, type Label, type LabelPart, type Size } from './label.ts';

export interface LabelledPerson {
  readonly badge: string;
  readonly name: string;
}

const module = { ...farModule, most: 0.6 };

/**
 * A badge: the name, and the number to sign in with as bars, or as a QR code where bars have no room for it or cannot hold
 * it. No PIN, no rights: who finds it learns a name.
 */
export function badgeLabel(size: Size, { badge, name }: LabelledPerson, words: { badge: string }): Label {
  const { parts, mark, below: top } = header(size, words.badge);
  const room = size.height - top - margin;
  const nameSize = Math.min(9, room * 0.28);
  const number = Math.min(5, room * 0.14);
  const content = { text: badge };
  const hasBars = fits(content, size.width, module);
  const side = hasBars ? 0 : Math.min(room - 1, size.width * 0.45);
  const x = margin + (hasBars ? 0 : side + margin);
  const width = size.width - x - margin;
  const barsTop = top + 1 + nameSize * 1.15;
  const height = Math.min(25, size.height - margin - number - 0.8 - barsTop);
  const bars: LabelPart = { kind: 'bars', x: 0, y: barsTop, width: size.width, height, content, module };
  return {
    ...size,
    mark,
    parts: [
      ...parts,
      largest(name, { x, y: top + 0.8, width, size: nameSize, least: 3 }),
      hasBars ? bars : qrAt(badge, { x: margin, y: top + 1, side }),
      line(badge, {
        ...{ x, y: hasBars ? barsTop + height + 0.8 : barsTop, width, size: number },
        align: hasBars ? 'center' : 'left',
      }),
    ],
  };
}
