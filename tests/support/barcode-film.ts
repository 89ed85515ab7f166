import { closeSync, openSync, writeSync } from 'node:fs';
import { type Modules, shapeOf } from './code-shape.ts';

/** One code of a film: what bwip-js draws, GS1 codes in brackets. */
export interface FilmedCode {
  readonly symbology: 'ean13' | 'code128' | 'code39' | 'gs1-128' | 'gs1datamatrix' | 'qrcode' | 'itf14';
  readonly text: string;
}

const width = 1280;
const height = 720;
/** What is drawn keeps this far from the sides. */
const shownWidth = 1040;
const framesPerSecond = 6;
const shownFrames = 7;
const gapFrames = 3;
/** Nothing in view at the end of the film: time for what is done by hand. */
const restFrames = 24;
const paper = 235;
const ink = 20;

/** What is in view for so many pictures: codes side by side, or nothing. */
export interface FilmScene {
  readonly codes: readonly FilmedCode[];
  readonly frames: number;
}

/**
 * Draws a film (Y4M) for Chromium's fake camera: each code in turn, a second each, with an empty picture between. It
 * repeats at its end. Large (about 14 MB a code): made where it is needed, never kept.
 */
export function writeBarcodeFilm(file: string, codes: readonly FilmedCode[]): void {
  const shown = codes.flatMap((code): FilmScene[] => [
    { codes: [code], frames: shownFrames },
    { codes: [], frames: gapFrames },
  ]);
  writeFilm(file, [...shown, { codes: [], frames: restFrames }]);
}

/** Draws a film of these scenes; six pictures are a second, each of 1.4 MB. */
export function writeFilm(file: string, scenes: readonly FilmScene[]): void {
  const out = openSync(file, 'w');
  writeSync(out, `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`);
  const grey = Buffer.alloc((width * height) / 2, 128);
  for (const { codes, frames } of scenes) {
    const picture = drawn(codes);
    for (let frame = 0; frame < frames; frame += 1) writeFrame(out, picture, grey);
  }
  closeSync(out);
}

function writeFrame(out: number, luma: Buffer, chroma: Buffer): void {
  writeSync(out, 'FRAME\n');
  writeSync(out, luma);
  writeSync(out, chroma);
}

/** Side by side, each in the middle of its share of the width. */
function drawn(codes: readonly FilmedCode[]): Buffer {
  const picture = Buffer.alloc(width * height, paper);
  const share = shownWidth / codes.length;
  for (const [index, { symbology, text }] of codes.entries()) {
    const middle = (width - shownWidth) / 2 + (index + 0.5) * share;
    const shape = shapeOf(symbology, text);
    if ('sbs' in shape) drawBars(picture, shape.sbs, middle, share * 0.85);
    else drawModules(picture, shape, middle, share * 0.6);
  }
  return picture;
}

/** Bars and spaces in turn, as wide as fits. */
function drawBars(picture: Buffer, widths: readonly number[], middle: number, room: number): void {
  const modules = widths.reduce((sum, each) => sum + each, 0);
  const scale = Math.max(2, Math.floor(room / modules));
  let x = Math.floor(middle - (modules * scale) / 2);
  for (const [index, each] of widths.entries()) {
    if (index % 2 === 0) fill(picture, x, 240, each * scale, 200);
    x += each * scale;
  }
}

function drawModules(picture: Buffer, { pixs, pixx, pixy }: Modules, middle: number, room: number): void {
  const scale = Math.floor(Math.min(260, room) / pixy);
  const left = Math.floor(middle - (pixx * scale) / 2);
  const top = Math.floor(340 - (pixy * scale) / 2);
  for (const [index, dark] of pixs.entries()) {
    if (dark) fill(picture, left + (index % pixx) * scale, top + Math.floor(index / pixx) * scale, scale, scale);
  }
}

function fill(picture: Buffer, left: number, top: number, wide: number, high: number): void {
  for (let y = top; y < top + high; y += 1) picture.fill(ink, y * width + left, y * width + left + wide);
}
