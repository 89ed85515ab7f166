import { closeSync, openSync, writeSync } from 'node:fs';
import bwip from 'bwip-js/node';

/** One code of a film: what bwip-js draws, GS1 codes in brackets. */
export interface FilmedCode {
  readonly symbology: 'ean13' | 'code128' | 'gs1-128' | 'gs1datamatrix' | 'qrcode' | 'itf14';
  readonly text: string;
}

const width = 1280;
const height = 720;
const framesPerSecond = 6;
const shownFrames = 7;
const gapFrames = 3;
/** Nothing in view at the end of the film: time for what is done by hand. */
const restFrames = 24;
const paper = 235;
const ink = 20;

/**
 * Draws a film (Y4M) for Chromium's fake camera: each code in turn, a second each, with an empty picture between. It
 * repeats at its end. Large (about 14 MB a code): made where it is needed, never kept.
 */
export function writeBarcodeFilm(file: string, codes: readonly FilmedCode[]): void {
  const out = openSync(file, 'w');
  writeSync(out, `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`);
  const grey = Buffer.alloc((width * height) / 2, 128);
  const empty = Buffer.alloc(width * height, paper);
  for (const code of codes) {
    const picture = drawn(code);
    for (let frame = 0; frame < shownFrames; frame += 1) writeFrame(out, picture, grey);
    for (let frame = 0; frame < gapFrames; frame += 1) writeFrame(out, empty, grey);
  }
  for (let frame = 0; frame < restFrames; frame += 1) writeFrame(out, empty, grey);
  closeSync(out);
}

function writeFrame(out: number, luma: Buffer, chroma: Buffer): void {
  writeSync(out, 'FRAME\n');
  writeSync(out, luma);
  writeSync(out, chroma);
}

interface Bars {
  readonly sbs: readonly number[];
}

interface Modules {
  readonly pixs: readonly number[];
  readonly pixx: number;
  readonly pixy: number;
}

function drawn({ symbology, text }: FilmedCode): Buffer {
  const picture = Buffer.alloc(width * height, paper);
  const [shape] = bwip.raw({ bcid: symbology, text }) as unknown as [Bars | Modules];
  if ('sbs' in shape) drawBars(picture, shape.sbs);
  else drawModules(picture, shape);
  return picture;
}

/** Bars and spaces in turn, as wide as fits half the picture. */
function drawBars(picture: Buffer, widths: readonly number[]): void {
  const modules = widths.reduce((sum, each) => sum + each, 0);
  const scale = Math.max(2, Math.floor((width * 0.5) / modules));
  let x = Math.floor((width - modules * scale) / 2);
  for (const [index, each] of widths.entries()) {
    if (index % 2 === 0) fill(picture, x, 260, each * scale, 200);
    x += each * scale;
  }
}

function drawModules(picture: Buffer, { pixs, pixx, pixy }: Modules): void {
  const scale = Math.floor(260 / pixy);
  const left = Math.floor((width - pixx * scale) / 2);
  const top = Math.floor((height - pixy * scale) / 2);
  for (const [index, dark] of pixs.entries()) {
    if (dark) fill(picture, left + (index % pixx) * scale, top + Math.floor(index / pixx) * scale, scale, scale);
  }
}

function fill(picture: Buffer, left: number, top: number, wide: number, high: number): void {
  for (let y = top; y < top + high; y += 1) picture.fill(ink, y * width + left, y * width + left + wide);
}
