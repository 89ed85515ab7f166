import { header, largest, line, margin } from './design.ts';
import { farModule, type Label, type Size } from './label.ts';

export interface LabelledPerson {
  readonly badge: string;
  readonly name: string;
}

/** A badge: the name, and the number to sign in with as bars. No PIN, no rights: who finds it learns a name. */
export function badgeLabel(size: Size, { badge, name }: LabelledPerson, words: { badge: string }): Label {
  const { parts, mark, below: top } = header(size, words.badge);
  const room = size.height - top - margin;
  const nameSize = Math.min(9, room * 0.28);
  const number = Math.min(5, room * 0.14);
  const barsTop = top + 1 + nameSize * 1.15;
  const bars = size.height - margin - number - 0.8 - barsTop;
  const width = size.width - 2 * margin;
  return {
    ...size,
    mark,
    parts: [
      ...parts,
      largest(name, { x: margin, y: top + 0.8, width, size: nameSize, least: 3 }),
      {
        ...{ kind: 'bars', x: 0, y: barsTop, width: size.width, height: Math.min(bars, 25) },
        ...{ content: { text: badge }, module: { ...farModule, most: 0.6 } },
      },
      line(badge, { x: margin, y: barsTop + Math.min(bars, 25) + 0.8, width, size: number, align: 'center' }),
    ],
  };
}
