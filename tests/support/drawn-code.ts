import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Grey, turned } from '../../pwa/scanner/pixels.ts';
import { startZxing, type Zxing } from '../../pwa/scanner/read-pass.ts';
import { type Bars, type Modules, shapeOf } from './code-shape.ts';

/** A picture of a code: what bwip-js draws (GS1 codes in brackets), and what happened to the picture. */
export interface Drawing {
  readonly symbology: string;
  readonly text: string;
  /** Width of a module in pixels. */
  readonly module?: number;
  /** Degrees, clockwise. */
  readonly tilt?: number;
  /** Standard deviation of a blur in pixels. */
  readonly blur?: number;
  /** Largest deviation of a pixel. */
  readonly noise?: number;
  readonly paper?: number;
  readonly ink?: number;
  /** Seen in a mirror. */
  readonly isMirrored?: boolean;
}

const width = 640;
const height = 360;

let starting: Promise<Zxing> | undefined;

/** The decoder of the handhelds, in Node: its file comes from the packages. */
export function zxingInNode(): Promise<Zxing> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const { buffer, byteOffset, byteLength } = readFileSync(file);
  starting ??= startZxing({ wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) });
  return starting;
}

/** 640×360 pixels with the code in the middle, on paper. */
export function drawn({ symbology, text, module = 3, paper = 220, ink = 30, ...harm }: Drawing): Grey {
  const shape = shapeOf(symbology, text);
  const data = new Uint8Array(width * height).fill(paper);
  const isDark = 'sbs' in shape ? darkIn(shape) : darkAt(shape);
  const [across, down] = 'sbs' in shape ? [sum(shape.sbs), 100 / module] : [shape.pixx, shape.pixy];
  const [left, top] = [(width - across * module) / 2, (height - down * module) / 2];
  for (let at = 0; at < data.length; at += 1) {
    const x = Math.floor(((at % width) - left) / module);
    const y = Math.floor((Math.floor(at / width) - top) / module);
    if (x >= 0 && x < across && y >= 0 && y < down && isDark(x, y)) data[at] = ink;
  }
  return harmed({ data, width, height }, paper, harm);
}

/** A picture without a code: noise from black to white. */
export function noiseOnly(seed: number): Grey {
  const random = randomFrom(seed);
  return { data: Uint8Array.from({ length: width * height }, () => random() * 256), width, height };
}

/** Bars and spaces in turn. */
function darkIn({ sbs }: Bars): (x: number) => boolean {
  const modules = sbs.flatMap((each, index) => Array.from({ length: each }, () => index % 2 === 0));
  return (x) => modules[x] === true;
}

function darkAt({ pixs, pixx }: Modules): (x: number, y: number) => boolean {
  return (x, y) => pixs[y * pixx + x] === 1;
}

function harmed(clean: Grey, paper: number, harm: Partial<Drawing>): Grey {
  let picture = clean;
  if (harm.isMirrored) picture = mirrored(picture);
  if (harm.tilt) picture = cutOut(turned(picture, harm.tilt), paper);
  if (harm.blur) picture = blurred(picture, harm.blur);
  if (harm.noise) picture = withNoise(picture, harm.noise);
  return picture;
}

function mirrored(picture: Grey): Grey {
  return {
    ...picture,
    data: picture.data.map((_, at) => pixel(picture, width - 1 - (at % width), Math.floor(at / width))),
  };
}

/** The middle of a turned picture, paper where it had none. */
function cutOut(picture: Grey, paper: number): Grey {
  const [left, top] = [(picture.width - width) >> 1, (picture.height - height) >> 1];
  const outside = 128;
  const data = Uint8Array.from({ length: width * height }, (_, at) => {
    const value = pixel(picture, left + (at % width), top + Math.floor(at / width));
    return value === outside ? paper : value;
  });
  return { data, width, height };
}

function blurred(picture: Grey, blur: number): Grey {
  const reach = Math.ceil(blur * 3);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, tap) => Math.exp(-((tap - reach) ** 2) / (2 * blur ** 2)));
  const total = sum(weights);
  const along = (from: Grey, stepX: number, stepY: number): Grey => {
    const sums = new Float32Array(from.data.length);
    for (const [tap, weight] of weights.entries()) {
      const [right, down] = [(tap - reach) * stepX, (tap - reach) * stepY];
      for (let at = 0; at < sums.length; at += 1) {
        sums[at] =
          (sums[at] ?? 0) + (weight / total) * pixel(from, (at % width) + right, Math.floor(at / width) + down);
      }
    }
    return { ...from, data: Uint8Array.from(sums, Math.round) };
  };
  return along(along(picture, 1, 0), 0, 1);
}

function withNoise(picture: Grey, noise: number): Grey {
  const random = randomFrom(1);
  const data = picture.data.map((value) => Math.min(255, Math.max(0, value + (random() * 2 - 1) * noise)));
  return { ...picture, data };
}

/** The nearest pixel of the picture. */
function pixel({ data, width: wide, height: high }: Grey, x: number, y: number): number {
  const [column, row] = [Math.min(wide - 1, Math.max(0, x)), Math.min(high - 1, Math.max(0, y))];
  return data[row * wide + column] ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The same numbers from 0 to 1 in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
