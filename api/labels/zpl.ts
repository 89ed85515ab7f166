import { eanModules, eanZpl } from './ean.ts';
import { printable } from './fit-text.ts';
import {
  type BarsPart,
  codeOf,
  elementString,
  type Label,
  type LabelPart,
  type MatrixPart,
  placedBars,
  placedMatrix,
  placedQr,
  type QrPart,
  type TextPart,
} from './label.ts';
import { matrixZpl } from './matrix.ts';

/** Resolutions of label printers, dots per inch. */
export type Dpi = 203 | 300;

/**
 * Labels as ZPL II, the language of Zebra's printers that most others understand. Texts are UTF-8 in the printer's own
 * scalable font, or in `font`, which was stored in it; barcodes are the printer's own too, so that bars are whole dots
 * whatever its resolution. `copies` of each.
 */
export function zplOf(labels: readonly Label[], dpi: Dpi, copies = 1, font: string | null = null): string {
  const dot = 25.4 / dpi;
  const letters = font === null ? (height: number) => `^A0N,${height}` : (height: number) => `^A@N,${height},,${font}`;
  return labels.map((label) => zplOfOne(label, { dot, letters, dots: (mm) => Math.round(mm / dot) }, copies)).join('');
}

/** Letters that are written from right to left, and change their shapes by what stands beside them. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function zplOfOne(label: Label, printer: Printer, copies: number): string {
  const { dots } = printer;
  const turns = label.parts.some((part) => part.kind === 'text' && rightToLeft.test(part.text));
  const header = ['^XA', '^CI28', `^PW${dots(label.width)}`, `^LL${dots(label.height)}`, '^LH0,0'];
  if (turns) header.push('^PA0,1,1,0');
  const parts = label.parts.map((part) => zplOfPart(part, printer)).filter((line) => line !== '');
  return [...header, ...parts, ...(copies > 1 ? [`^PQ${copies},0,1,Y`] : []), '^XZ', ''].join('\n');
}

interface Printer {
  /** Of one dot, mm. */
  readonly dot: number;
  readonly dots: (mm: number) => number;
  /** The order for letters of a height in dots. */
  readonly letters: (height: number) => string;
}

function zplOfPart(part: LabelPart, printer: Printer): string {
  const { dots } = printer;
  switch (part.kind) {
    case 'box': {
      const { x, y, width, height, line } = part;
      const thick = line === null ? Math.min(dots(width), dots(height)) : Math.max(1, dots(line));
      return `^FO${dots(x)},${dots(y)}^GB${Math.max(thick, dots(width))},${Math.max(thick, dots(height))},${thick}^FS`;
    }
    case 'text':
      return textZpl(part, printer);
    case 'bars':
      return barsZpl(part, printer);
    case 'matrix':
      return matrixZplOf(part, printer);
    case 'qr':
      return qrZpl(part, printer);
  }
}

const alignments = { left: 'L', center: 'C', right: 'R' } as const;

function textZpl({ x, y, width, size, align = 'left', isInverse, text }: TextPart, { dots, letters }: Printer): string {
  // A block would take a backslash for an order, and printers differ in how one is written there.
  const isBlock = align !== 'left' && !text.includes('\\');
  const block = isBlock ? `^FB${dots(width)},1,0,${alignments[align]}` : '';
  return `^FO${dots(x)},${dots(y)}${isInverse ? '^FR' : ''}${letters(dots(size))}${block}^FH_^FD${escapedText(text)}^FS`;
}

function barsZpl(part: BarsPart, { dots, dot }: Printer): string {
  const { content } = part;
  if ('ean' in content) {
    const { x, module } = placedBars(part, eanModules, dot);
    return `^FO${dots(x)},${dots(part.y)}^BY${Math.round(module / dot)}${eanZpl(content.ean, dots(part.height))}^FS`;
  }
  const code = codeOf(content);
  if (!code) return '';
  const { x, module } = placedBars(part, code.modules, dot);
  return `^FO${dots(x)},${dots(part.y)}^BY${Math.round(module / dot)}^BCN,${dots(part.height)},N,N,N,N^FH_^FD${code.zpl}^FS`;
}

function matrixZplOf(part: MatrixPart, { dots, dot }: Printer): string {
  const { module } = placedMatrix(part, dot);
  const height = Math.round(module / dot);
  // Without `^FH`: every value is of letters, digits and signs that no printer takes for an order.
  return `^FO${dots(part.x + module)},${dots(part.y + module)}^BXN,${height},200,,,,@,1^FD${matrixZpl(elementString(part.elements))}^FS`;
}

/** In the mode in which the printer finds the shortest form by itself, with a seventh of it to spare for damage. */
function qrZpl(part: QrPart, { dots, dot }: Printer): string {
  const { x, y, module } = placedQr(part, dot);
  return `^FO${dots(x)},${dots(y)}^BQN,2,${Math.round(module / dot)}^FH_^FDMA,${escaped(part.text)}^FS`;
}

/** What would be read as an order stands as the code of its byte. Nothing breaks a line or steers a printer: see `printable`. */
function escapedText(text: string): string {
  return escaped(printable(text));
}

function escaped(text: string): string {
  // What is of one byte, that is: no more is needed, and printers read these codes byte by byte.
  return text.replaceAll(/[\^~_\p{Cc}]/gu, (sign) =>
    sign > '\u007f' ? sign : `_${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
