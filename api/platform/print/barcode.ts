import { encode } from 'uqr';

/** A linear barcode: widths of bars and spaces in turn, in modules, beginning with a bar. */
export interface Bars {
  readonly widths: readonly number[];
  /** All of them together. */
  readonly modules: number;
}

/** What can be drawn: any text as Code 128, or GS1 element strings in brackets as GS1-128. */
export interface BarcodeText {
  readonly symbology: 'code128' | 'gs1-128';
  readonly text: string;
}

/**
 * The bars of a text; null for what the symbology cannot hold, such as letters beyond Latin-1. The encoder is large and
 * few need it, so it is loaded when the first barcode is drawn.
 */
export async function barsOf({ symbology, text }: BarcodeText): Promise<Bars | null> {
  if (!canHold.test(text)) return null;
  return drawnBars({ bcid: symbology, text });
}

/** Longer ones fit on no paper with bars that a scanner can tell apart. */
const canHold = /^[\x20-\x7e]{1,40}$/;

/** The bars of a Code 128 in whose text `^FNC1` stands for the function character and `^^` for `^`. */
export function barsWithFunctions(text: string): Promise<Bars> {
  return drawnBars({ bcid: 'code128', text, parsefnc: true });
}

/** The bars of an EAN-13 with its check digit. */
export function eanBars(digits: string): Promise<Bars> {
  return drawnBars({ bcid: 'ean13', text: digits });
}

async function drawnBars(options: { bcid: string; text: string; parsefnc?: true }): Promise<Bars> {
  const { default: bwip } = await import('bwip-js/node');
  const [shape] = bwip.raw(options as { bcid: string; text: string }) as unknown as [
    { readonly sbs: readonly number[] },
  ];
  return { widths: shape.sbs, modules: shape.sbs.reduce((sum, width) => sum + width, 0) };
}

/** The dark modules of a square code, by row and column, and how many modules it is wide. */
export interface Matrix {
  readonly modules: number;
  readonly isDark: (row: number, column: number) => boolean;
}

/** The DataMatrix of a text in which `^FNC1` stands for the function character. */
export async function matrixWithFunctions(text: string): Promise<Matrix> {
  const { default: bwip } = await import('bwip-js/node');
  const options = { bcid: 'datamatrix', text, parsefnc: true } as unknown as { bcid: string; text: string };
  const [shape] = bwip.raw(options) as unknown as [{ readonly pixs: readonly number[]; readonly pixx: number }];
  const { pixs, pixx: modules } = shape;
  return { modules, isDark: (row, column) => pixs[row * modules + column] === 1 };
}

/** The QR code of any text, with a seventh of it to spare for damage. */
export function qrOf(text: string): Matrix {
  const { data, size: modules } = encode(text, { ecc: 'M', border: 0 });
  return { modules, isDark: (row, column) => data[row]?.[column] === true };
}
