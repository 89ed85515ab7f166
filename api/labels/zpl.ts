import {
  type BarsPart,
  codeOf,
  elementString,
  type Label,
  type LabelPart,
  type MatrixPart,
  placedBars,
  placedMatrix,
  type TextPart,
} from './label.ts';
import { matrixZpl } from './matrix.ts';

/** Resolutions of label printers, dots per inch. */
export type Dpi = 203 | 300;

/**
 * Labels as ZPL II, the language of Zebra's printers that most others understand. Texts are UTF-8 in the printer's own
 * scalable font; barcodes are the printer's own too, so that bars are whole dots whatever its resolution. `copies` of each.
 */
export function zplOf(labels: readonly Label[], dpi: Dpi, copies = 1): string {
  const dot = 25.4 / dpi;
  return labels.map((label) => zplOfOne(label, dot, copies)).join('');
}

function zplOfOne(label: Label, dot: number, copies: number): string {
  const dots = (mm: number) => Math.round(mm / dot);
  const header = ['^XA', '^CI28', `^PW${dots(label.width)}`, `^LL${dots(label.height)}`, '^LH0,0'];
  const parts = label.parts.map((part) => zplOfPart(part, dots, dot)).filter((line) => line !== '');
  return [...header, ...parts, ...(copies > 1 ? [`^PQ${copies},0,1,Y`] : []), '^XZ', ''].join('\n');
}

type Dots = (mm: number) => number;

function zplOfPart(part: LabelPart, dots: Dots, dot: number): string {
  switch (part.kind) {
    case 'box': {
      const { x, y, width, height, line } = part;
      const thick = line === null ? Math.min(dots(width), dots(height)) : Math.max(1, dots(line));
      return `^FO${dots(x)},${dots(y)}^GB${Math.max(thick, dots(width))},${Math.max(thick, dots(height))},${thick}^FS`;
    }
    case 'text':
      return textZpl(part, dots);
    case 'bars':
      return barsZpl(part, dots, dot);
    case 'matrix':
      return matrixZplOf(part, dots, dot);
  }
}

const alignments = { left: 'L', center: 'C', right: 'R' } as const;

function textZpl({ x, y, width, size, align = 'left', isInverse, text }: TextPart, dots: Dots): string {
  const block = align === 'left' ? '' : `^FB${dots(width)},1,0,${alignments[align]}`;
  const shown = block === '' ? escapedText(text) : escapedText(text).replaceAll('\\', '/');
  return `^FO${dots(x)},${dots(y)}${isInverse ? '^FR' : ''}^A0N,${dots(size)}${block}^FH_^FD${shown}^FS`;
}

function barsZpl(part: BarsPart, dots: Dots, dot: number): string {
  const code = codeOf(part.content);
  if (!code) return '';
  const { x, module } = placedBars(part, code.modules, dot);
  return `^FO${dots(x)},${dots(part.y)}^BY${Math.round(module / dot)}^BCN,${dots(part.height)},N,N,N,N^FH_^FD${code.zpl}^FS`;
}

function matrixZplOf(part: MatrixPart, dots: Dots, dot: number): string {
  const { module } = placedMatrix(part, dot);
  const height = Math.round(module / dot);
  // Without `^FH`: every value is of letters, digits and signs that no printer takes for an order.
  return `^FO${dots(part.x + module)},${dots(part.y + module)}^BXN,${height},200,,,,@,1^FD${matrixZpl(elementString(part.elements))}^FS`;
}

/** What would be read as an order stands as the code of its byte; what cannot be seen is left out. */
function escapedText(text: string): string {
  return text
    .replaceAll(/[\p{Zl}\p{Zp}\p{Cc}]/gu, ' ')
    .replaceAll(/\p{C}/gu, '')
    .replaceAll(/[\^~_]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
