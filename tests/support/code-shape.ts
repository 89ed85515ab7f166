import bwip from 'bwip-js/node';

/** A linear code: widths of bars and spaces in turn, in modules, beginning with a bar. */
export interface Bars {
  readonly sbs: readonly number[];
}

/** A two-dimensional code: 1 for each dark module, row by row. */
export interface Modules {
  readonly pixs: readonly number[];
  readonly pixx: number;
  readonly pixy: number;
}

/** What bwip-js makes of a text; GS1 codes in brackets. */
export function shapeOf(symbology: string, text: string): Bars | Modules {
  const [shape] = bwip.raw({ bcid: symbology, text }) as unknown as [Bars | Modules];
  return shape;
}
