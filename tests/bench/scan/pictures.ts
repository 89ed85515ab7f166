import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { type Grey, greyOf } from '../../../pwa/scanner/pixels.ts';

/** One picture of a folder and what a decoder must make of it. */
export interface ExpectedPicture {
  readonly file: string;
  /** Null: there is no whole code in it, and any answer is a misread. */
  readonly symbology: string | null;
  /** As the origin wrote it; of a GS1 code of `frames_expected.json` the exact element string. */
  readonly text: string | null;
  /** The form to compare: numbers of trade items as `GTIN:` and 14 digits, without separators and brackets. */
  readonly canonical: string | null;
  /** Other values that are right as well. */
  readonly alternatives: readonly string[];
  /** Whether separators and symbology identifier are to be exact. */
  readonly gs1?: boolean;
}

/** As a list has it: what is left out is nothing special. */
type Listed = Pick<ExpectedPicture, 'file' | 'symbology'> & Partial<ExpectedPicture>;

/** A picture as a camera would hand it over, and in shades of grey. */
export interface Picture {
  readonly rgba: ImageData;
  readonly grey: Grey;
}

/** What a decoder said. */
export interface Answer {
  readonly text: string;
  readonly format: string;
  readonly symbologyIdentifier: string;
}

/** The pictures of a list in a folder with the folder that they are in; none where there is no such list. */
export function expectedPictures(folder: string, list: string, pictures: string): readonly ExpectedPicture[] {
  const path = join(folder, list);
  if (!existsSync(path)) return [];
  const read = JSON.parse(readFileSync(path, 'utf8')) as readonly Listed[];
  return read.map(({ file, text = null, canonical = text, alternatives = [], ...rest }) => {
    return { ...rest, file: join(folder, pictures, file), text, canonical, alternatives };
  });
}

/** Opens a picture file; what is see-through is on white, as a viewer would show it. */
export async function openPicture(file: string): Promise<Picture> {
  const { data, info } = await sharp(file)
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const pixels = new Uint8ClampedArray(data);
  const rgba = { data: pixels, width, height, colorSpace: 'srgb' } as ImageData;
  return { rgba, grey: greyOf(pixels, width, height) };
}

/** Whether an answer is what the picture shows. */
export function isRight(expected: ExpectedPicture, answer: Answer): boolean {
  if (expected.canonical === null) return false;
  if (expected.gs1 === true && !isExactGs1(expected, answer)) return false;
  const wanted = [expected.canonical, ...expected.alternatives].map(plain);
  return [canonical(answer), bare(answer.text)].some((each) => wanted.includes(plain(each)));
}

function isExactGs1({ text }: ExpectedPicture, answer: Answer): boolean {
  return answer.text === text && [']C1', ']d2', ']Q3', ']e0'].includes(answer.symbologyIdentifier);
}

function canonical({ text, format }: Answer): string {
  const digits = bare(text);
  if (['EAN13', 'EAN8', 'UPCA', 'UPCE'].includes(format) && /^\d+$/.test(digits))
    return `GTIN:${digits.padStart(14, '0')}`;
  const isTradeItem = format.startsWith('DataBar') && !format.startsWith('DataBarExp') && /^01\d{14}$/.test(digits);
  return isTradeItem ? `GTIN:${digits.slice(2)}` : digits;
}

function bare(text: string): string {
  return text.replaceAll('\u001d', '').replace(/\((\d{2,4})\)/g, '$1');
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
