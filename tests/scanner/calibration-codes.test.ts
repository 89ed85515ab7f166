import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { calibrationCodes } from '#shared/scan/calibration-codes.ts';
import { drawCode } from '../../pwa/scanner/setup/draw-code.ts';

beforeAll(async () => {
  // The decoder would fetch itself from the network.
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasm = readFileSync(file);
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
});

test.each(calibrationCodes.map((code) => [code.name, code] as const))(
  'the %s code on the screen is read as what a scanner has to send for it',
  async (_name, code) => {
    const [, drawn = ''] = drawCode(code).split(',');
    const picture = await sharp(Buffer.from(decodeURIComponent(drawn)), { density: 144 })
      .png()
      .toBuffer();
    const [read] = await readBarcodes(new Uint8Array(picture), { tryHarder: true, textMode: 'Plain' });
    expect(read && { text: read.text, identifier: read.symbologyIdentifier }).toEqual({
      text: code.sends,
      identifier: code.identifier,
    });
  },
);
