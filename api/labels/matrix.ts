import { separator } from './code128.ts';

/** Squares of ECC 200 by how many codewords they hold. Source: ISO/IEC 16022, table 7. */
const squares: readonly (readonly [codewords: number, modules: number])[] = [
  ...([
    [3, 10],
    [5, 12],
    [8, 14],
    [12, 16],
    [18, 18],
    [22, 20],
    [30, 22],
    [36, 24],
    [44, 26],
    [62, 32],
  ] as const),
  ...([
    [86, 36],
    [114, 40],
    [144, 44],
    [174, 48],
  ] as const),
];

/** Modules left free around it. */
const quietZone = 1;

/** How many modules a GS1 DataMatrix is wide at most, its quiet zone included: two digits a codeword, else one. */
export function matrixModules(text: string): number {
  const codewords = 1 + text.replaceAll(/\d\d/g, 'p').length;
  const [, modules] = squares.find(([room]) => codewords <= room) ?? [0, 52];
  return modules + 2 * quietZone;
}

/** Field data of `^BX` with `@` for orders, which no value of a GS1 element holds. */
export function matrixZpl(text: string): string {
  return `@1${text.replaceAll(separator, '@1')}`;
}
