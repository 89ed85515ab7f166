import { header, line, margin, scannedText } from './design.ts';
import { type Label, type LabelPart, nearModule, type Size } from './label.ts';

/** A barcode that stands for a button, with its name in the language of whoever uses the card. */
export interface CardCommand {
  readonly text: string;
  readonly name: string;
}

/** Lower ones are hard to aim at, and higher ones waste a card. */
const cell = { least: 17, most: 26, width: 46 };

/** Barcodes for everything a worker would else put the scanner down for; as many labels as it takes. */
export function commandCard(size: Size, commands: readonly CardCommand[], title: string): Label[] {
  const { below: top } = header(size, title);
  const columns = Math.max(1, Math.min(2, Math.floor(size.width / cell.width)));
  const room = size.height - top - margin;
  const most = Math.max(1, Math.floor(room / cell.least));
  const cards = Math.ceil(commands.length / (most * columns));
  const onEach = Math.ceil(commands.length / cards);
  const rows = Math.ceil(onEach / columns);
  const height = Math.min(cell.most, room / rows);
  const width = size.width / columns;
  return Array.from({ length: cards }, (_, card) => {
    const some = commands.slice(card * onEach, (card + 1) * onEach);
    const { parts, mark } = header(size, cards > 1 ? `${title} ${card + 1}/${cards}` : title);
    return {
      ...size,
      mark,
      parts: [
        ...parts,
        ...some.flatMap((command, index) => {
          const [row, column] = [Math.floor(index / columns), index % columns];
          return cellAt(command, { x: column * width, y: top + 1 + row * height, width, height: height - 1 });
        }),
      ],
    };
  });
}

function cellAt({ text, name }: CardCommand, at: { x: number; y: number; width: number; height: number }): LabelPart[] {
  const size = Math.min(4.2, at.height * 0.26);
  return [
    line(name, { x: at.x + margin, y: at.y, width: at.width - 2 * margin, size, align: 'center' }),
    scannedText(text, { ...at, y: at.y + size + 0.5, height: at.height - size - 2.5 }, nearModule),
  ];
}
