import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Size } from '../../api/labels/label.ts';
import type { Dpi } from '../../api/labels/zpl.ts';
import { drawZpl } from '../../api/platform/print/picture.ts';

/** What a scanner reads off a label; lengths in mm. */
export interface ReadSymbol {
  readonly text: string;
  /** The identifier a scanner would send before it: `]C1` for GS1-128. */
  readonly symbology: string;
  readonly module: number;
  readonly height: number;
}

let isPrepared = false;

/** Draws ZPL as a printer would and reads every barcode on the first label with the decoder of the handhelds. */
export async function readZpl(zpl: string, size: Size, dpi: Dpi): Promise<{ png: Buffer; symbols: ReadSymbol[] }> {
  const png = Buffer.from(await drawZpl(zpl, size, dpi));
  return { png, symbols: await readPicture(png, dpi) };
}

/** Every barcode in a picture of so many dots an inch. */
export async function readPicture(png: Buffer, dpi: number): Promise<ReadSymbol[]> {
  if (!isPrepared) {
    // The decoder would fetch itself from the network.
    const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
    prepareZXingModule({
      overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
    });
    isPrepared = true;
  }
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const picture = { data: new Uint8ClampedArray(data), width: info.width, height: info.height, colorSpace: 'srgb' };
  const found = await readBarcodes(picture as ImageData, {
    ...{
      formats: ['Code128', 'DataMatrix', 'EAN13', 'QRCode'],
      textMode: 'Plain',
      tryHarder: true,
      maxNumberOfSymbols: 50,
    },
  });
  return found.map(({ text, symbologyIdentifier, position }) => ({
    text,
    symbology: symbologyIdentifier,
    module: narrowest(data, info.width, position) * (25.4 / dpi),
    height: barHeight(data, info, position) * (25.4 / dpi),
  }));
}

interface Position {
  readonly topLeft: { readonly x: number; readonly y: number };
  readonly topRight: { readonly x: number; readonly y: number };
  readonly bottomLeft: { readonly x: number; readonly y: number };
}

/** Dots of the narrowest bar or space, along the middle of the symbol. */
function narrowest(data: Buffer, width: number, { topLeft, topRight, bottomLeft }: Position): number {
  const y = Math.round((topLeft.y + bottomLeft.y) / 2);
  let least = Number.POSITIVE_INFINITY;
  let since = topLeft.x;
  for (let x = topLeft.x + 1; x <= topRight.x; x += 1) {
    if (isDark(data, width, x, y) === isDark(data, width, x - 1, y)) continue;
    least = Math.min(least, x - since);
    since = x;
  }
  return least;
}

/** Dots from the top to the bottom of the first bar. */
function barHeight(data: Buffer, { width, height }: { width: number; height: number }, { topLeft }: Position): number {
  const x = topLeft.x + 1;
  let [top, bottom] = [topLeft.y + 2, topLeft.y + 2];
  while (top > 0 && isDark(data, width, x, top - 1)) top -= 1;
  while (bottom < height - 1 && isDark(data, width, x, bottom + 1)) bottom += 1;
  return bottom - top + 1;
}

function isDark(data: Buffer, width: number, x: number, y: number): boolean {
  return (data[(y * width + x) * 4] ?? 255) < 128;
}
