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
  const { default: bwip } = await import('bwip-js/node');
  const [shape] = bwip.raw({ bcid: symbology, text }) as unknown as [{ readonly sbs: readonly number[] }];
  return { widths: shape.sbs, modules: shape.sbs.reduce((sum, width) => sum + width, 0) };
}

/** Longer ones fit on no paper with bars that a scanner can tell apart. */
const canHold = /^[\x20-\x7e]{1,40}$/;
