import { inflateSync } from 'node:zlib';
import { type Bar, type DecodedBars, decodeBars } from './decode-bars.ts';

export interface ReadPdf {
  readonly pages: number;
  /** All texts in the order they were drawn. */
  readonly texts: readonly string[];
  /** The same with where each begins, in points from the left and the bottom of its page, and how large it is. */
  readonly placed: readonly PlacedText[];
  /** What a scanner reads off each linear barcode, with its symbology. */
  readonly barcodes: readonly MeasuredBars[];
}

interface PlacedText {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** Lengths in mm. */
export interface MeasuredBars extends DecodedBars {
  /** Of the narrowest bar. */
  readonly module: number;
  readonly height: number;
}

const mmPerPoint = 25.4 / 72;

/** Reads back what pdfkit drew: texts through the fonts' own tables, barcodes with the decoder of the handhelds. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id, body);
  const letters = new Map<string, ReadonlyMap<number, string>>();
  for (const [, name = '', id = ''] of file.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const [, map = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '') ?? [];
    letters.set(name, lettersOf(streamOf(objects.get(map) ?? '')));
  }
  const contents = [...file.matchAll(/\/Contents (\d+) 0 R/g)].map(([, id = '']) => streamOf(objects.get(id) ?? ''));
  const barcodes: MeasuredBars[] = [];
  for (const content of contents) {
    for (const bars of barsIn(content)) {
      const module = Math.min(...bars.map(({ width }) => width)) * mmPerPoint;
      barcodes.push({ ...(await decodeBars(bars)), module, height: Math.abs(bars[0]?.height ?? 0) * mmPerPoint });
    }
  }
  const placed = contents.flatMap((content, page) => textsIn(content, letters).map((text) => ({ page, ...text })));
  return { pages: contents.length, texts: placed.map(({ text }) => text), placed, barcodes };
}

function streamOf(body: string): string {
  const [, packed] = /stream\n([\s\S]*)\nendstream/.exec(body) ?? [];
  return packed === undefined ? '' : inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
}

/** The letters of a font by the numbers of its glyphs. */
function lettersOf(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, from = '0', list = ''] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g)) {
    for (const [index, [, code = '']] of [...list.matchAll(/<(\w*)>/g)].entries()) {
      letters.set(Number.parseInt(from, 16) + index, Buffer.from(code, 'hex').swap16().toString('utf16le'));
    }
  }
  return letters;
}

function textsIn(content: string, letters: ReadonlyMap<string, ReadonlyMap<number, string>>) {
  let font = '';
  let size = 0;
  let [x, y] = [0, 0];
  const marks = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm|\/(F\d+) ([\d.]+) Tf|\[([^\]]*)\] TJ/g;
  return [...content.matchAll(marks)].flatMap(([, across, up, named, large, shown]) => {
    if (across !== undefined) [x, y] = [Number(across), Number(up)];
    if (named !== undefined) [font, size] = [named, Number(large)];
    if (shown === undefined) return [];
    const glyphs = [...shown.matchAll(/<(\w*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    const text = glyphs.map((glyph) => letters.get(font)?.get(Number.parseInt(glyph, 16)) ?? '?').join('');
    return [{ x, y, size, text }];
  });
}

/** Points; what is no higher than that is a row of a square code. */
const squaresAtMost = 5;

/** Many rectangles of one height beside each other are a barcode. */
function barsIn(content: string): (Bar & { readonly height: number })[][] {
  const rectangles = [...content.matchAll(/([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re/g)].map((found) => {
    const [, x = 0, y = 0, width = 0, height = 0] = found.map(Number);
    return { x, y, width, height };
  });
  const rows = Map.groupBy(rectangles, ({ y, height }) => `${y} ${height}`);
  return [...rows.values()].filter((row) => row.length > 15 && Math.abs(row[0]?.height ?? 0) > squaresAtMost);
}
