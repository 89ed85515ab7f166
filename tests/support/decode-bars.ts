import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** A bar of a linear barcode: where it begins and how wide it is, in units of the paper. */
export interface Bar {
  readonly x: number;
  readonly width: number;
}

/** What a scanner reads; `symbology` is the identifier it would send before it, `]C1` for GS1-128. */
export interface DecodedBars {
  readonly text: string;
  readonly symbology: string;
}

const height = 60;
const quietZone = 60;
/** Dots for a unit of the paper: as a good office printer would draw points. */
const scale = 4;

let isPrepared = false;

/** Reads bars with the decoder of the handhelds. */
export async function decodeBars(bars: readonly Bar[]): Promise<DecodedBars> {
  if (!isPrepared) {
    // The decoder would fetch itself from the network.
    const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
    const wasm = readFileSync(file);
    const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
    prepareZXingModule({ overrides: { wasmBinary } });
    isPrepared = true;
  }
  const left = Math.min(...bars.map(({ x }) => x));
  const right = Math.max(...bars.map(({ x, width }) => x + width));
  const width = Math.ceil((right - left) * scale) + 2 * quietZone;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const bar of bars) {
    const from = Math.round((bar.x - left) * scale) + quietZone;
    const to = Math.round((bar.x + bar.width - left) * scale) + quietZone;
    for (let y = 0; y < height; y += 1) {
      for (let x = from; x < to; x += 1) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  const picture = { data, width, height, colorSpace: 'srgb' } as ImageData;
  const [read] = await readBarcodes(picture, { formats: ['Code128', 'EAN13'], textMode: 'Plain' });
  return { text: read?.text ?? '', symbology: read?.symbologyIdentifier ?? '' };
}
