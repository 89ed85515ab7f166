import { closeSync, openSync, writeSync } from 'node:fs';
import bwip from 'bwip-js/node';
import sharp, { type OverlayOptions } from 'sharp';
import type { FilmedCode } from './barcode-film.ts';

/** What is in view for so many pictures, thirty a second: one code as a hand holds it, or nothing. */
export interface CameraScene {
  readonly code: FilmedCode | null;
  readonly frames: number;
  /** Degrees clockwise; left out: upright. */
  readonly turned?: number;
  /** Share of the picture's width, quiet zones included; left out: 0.28 for bars, an eighth for a matrix. */
  readonly wide?: number;
}

const width = 1280;
const height = 720;

/** Dark and bright squares in the upper left corner tell which scene it is, for whoever measures: 0 is an empty one. */
export const marks = { count: 6, size: 32 };
/** The hand that holds it trembles: the picture is another one each so many frames. */
const framesAlike = 6;

/**
 * Draws a film (MJPEG, thirty pictures a second) for Chromium's fake camera: codes as large as they are seen at arm's
 * length, on a rough ground, held by a hand. It repeats at its end. About 40 KB a picture.
 */
export async function writeCameraFilm(file: string, scenes: readonly CameraScene[]): Promise<void> {
  const ground = await roughGround();
  const out = openSync(file, 'w');
  const empty = await pictureOf(ground, null, 0, 0);
  for (const [index, scene] of scenes.entries()) {
    const label = scene.code && (await labelOf(scene.code, scene));
    let picture = empty;
    for (let frame = 0; frame < scene.frames; frame += 1) {
      if (label && frame % framesAlike === 0) picture = await pictureOf(ground, label, index + 1, frame / framesAlike);
      writeSync(out, picture);
    }
  }
  closeSync(out);
}

/** The same in each run: a carpet of greys. */
function roughGround(): Promise<Buffer> {
  const [across, down] = [width / 8, height / 8];
  const spots = Buffer.alloc(across * down);
  let chance = 12_345;
  for (let at = 0; at < spots.length; at += 1) {
    chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648;
    spots[at] = 90 + ((chance >> 16) % 80);
  }
  const drawn = sharp(spots, { raw: { width: across, height: down, channels: 1 } });
  return drawn.resize(width, height, { kernel: 'cubic' }).toColourspace('b-w').raw().toBuffer();
}

async function labelOf({ symbology, text }: FilmedCode, { turned = 0, wide }: CameraScene): Promise<Buffer> {
  const isMatrix = symbology === 'gs1datamatrix' || symbology === 'qrcode';
  const drawn = bwip.toSVG({ bcid: symbology, text, paddingwidth: 8, paddingheight: 6, height: 14 });
  const across = Math.round(width * (wide ?? (isMatrix ? 0.125 : 0.28)));
  const flat = await sharp(Buffer.from(drawn), { density: 300 })
    .flatten({ background: '#ffffff' })
    .resize({ width: across })
    .png()
    .toBuffer();
  return sharp(flat).rotate(turned, { background: '#00000000' }).png().toBuffer();
}

async function pictureOf(ground: Buffer, label: Buffer | null, number: number, step: number): Promise<Buffer> {
  const layers: OverlayOptions[] = [];
  if (label) {
    const { width: across = 0, height: down = 0 } = await sharp(label).metadata();
    const [right, low] = [((step * 7) % 5) - 2, ((step * 3) % 5) - 2];
    layers.push({
      input: label,
      left: Math.round((width - across) / 2) + right * 3,
      top: Math.round((height - down) / 2) + low * 3,
    });
  }
  for (let mark = 0; mark < marks.count; mark += 1) {
    const background = (number >> mark) & 1 ? '#ffffff' : '#000000';
    const square = { create: { width: marks.size, height: marks.size, channels: 3 as const, background } };
    layers.push({ input: square, left: mark * marks.size, top: 0 });
  }
  return sharp(ground, { raw: { width, height, channels: 1 } })
    .toColourspace('srgb')
    .composite(layers)
    .jpeg({ quality: 85, chromaSubsampling: '4:2:0' })
    .toBuffer();
}
