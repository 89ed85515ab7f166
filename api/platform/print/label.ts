/** A label of 4 × 6 inches as printers of 203 dots an inch see it; from the upper left corner, in dots. */
export const labelSize = { width: 812, height: 1218, dotsPerInch: 203 } as const;

/** What stands on a label: texts, lines across, and a barcode. The same for every printer. */
export type LabelPart =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      /** Height of the letters. */
      readonly size: number;
      /** What does not fit into it goes onto further lines, what does not fit into `lines` is cut off. */
      readonly width: number;
      readonly lines?: number;
      readonly align?: 'left' | 'center' | 'right';
      readonly text: string;
    }
  | { readonly kind: 'rule'; readonly y: number; readonly thick: number }
  | {
      readonly kind: 'code';
      readonly y: number;
      readonly height: number;
      /** The SSCC of 18 digits as GS1-128, or any other number as Code 128. */
      readonly symbology: 'sscc' | 'code128';
      readonly text: string;
    };

/** One label; a list of contents may take several. */
export type LabelPage = readonly LabelPart[];

/** Left and right of everything but rules. */
export const labelMargin = 40;

/**
 * Width of the narrowest bar. GS1 asks for 0.495 to 0.940 mm on logistic labels; 4 dots are 0.5 mm, and the SSCC with
 * its quiet zones then takes 88 of the 102 mm.
 */
const ssccModule = 4;
/** Start and FNC1 (22), ten pairs of digits (110), check character (11) and stop (13). */
const ssccModules = 156;

/** Where the bars begin and how wide a module is; `modules` as the encoder counts them. */
export function placedBars(symbology: 'sscc' | 'code128', modules: number): { x: number; module: number } {
  const room = labelSize.width - 2 * labelMargin;
  const module = symbology === 'sscc' ? ssccModule : Math.max(1, Math.min(3, Math.floor(room / modules)));
  return { x: Math.max(0, Math.floor((labelSize.width - modules * module) / 2)), module };
}

/**
 * Labels as ZPL II, the language of Zebra's printers that most others understand. Texts are UTF-8 in the printer's own
 * scalable font; the barcode is the printer's own too, so that bars are whole dots whatever its resolution.
 */
export function zplOf(pages: readonly LabelPage[]): string {
  return pages.map((page) => [...header, ...page.map(zplPart), '^XZ', ''].join('\n')).join('');
}

const header = ['^XA', '^CI28', `^PW${labelSize.width}`, `^LL${labelSize.height}`, '^LH0,0'];

const alignments = { left: 'L', center: 'C', right: 'R' } as const;

function zplPart(part: LabelPart): string {
  if (part.kind === 'rule') return `^FO0,${part.y}^GB${labelSize.width},${part.thick},${part.thick}^FS`;
  if (part.kind === 'text') {
    const { x, y, size, width, lines = 1, align = 'left', text } = part;
    return `^FO${x},${y}^A0N,${size}^FB${width},${lines},4,${alignments[align]}^FH_^FD${escaped(text)}^FS`;
  }
  const { symbology, text, y, height } = part;
  // Eleven modules a character, as many as a number in Code 128 can have at most.
  const { x, module } = placedBars(symbology, symbology === 'sscc' ? ssccModules : 11 * (text.length + 3) + 2);
  // `>;` begins in pairs of digits, `>8` is the function character that makes it GS1-128.
  const data = symbology === 'sscc' ? `>;>800${text}` : escaped(text).replaceAll('>', '>0');
  const mode = symbology === 'sscc' ? 'N' : 'A';
  return `^FO${x},${y}^BY${module}^BCN,${height},N,N,N,${mode}^FH_^FD${data}^FS`;
}

/** What would be read as a command stands as the code of its bytes; `\` would break the line. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\^~_]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('\\', '/');
}
