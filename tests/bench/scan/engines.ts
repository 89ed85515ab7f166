import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { readBarcodes } from 'zxing-wasm/reader';
import { readAll } from '../../../pwa/scanner/read-all.ts';
import { startZxing, type Zxing } from '../../../pwa/scanner/read-pass.ts';
import { allSymbologies } from '../../../pwa/scanner/symbology.ts';
import type { Answer, Picture } from './pictures.ts';

/** One way to read a picture: the answer that it would act on, or null. */
export interface Engine {
  readonly name: string;
  readonly read: (picture: Picture) => Promise<Answer | null>;
}

/** zxing-cpp with its file from the packages: it would fetch itself from a public address. */
export function openZxing(): Promise<Zxing> {
  const file = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  return startZxing({ wasmBinary: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) });
}

/** What the handhelds do with a picture that stays: every pass, and only what the rules of acceptance believe. */
export function ours(zxing: Zxing): Engine {
  return { name: 'ours', read: async ({ grey }) => readAll(zxing, grey, allSymbologies) };
}

/** zxing-cpp alone: its thorough pass, three lines to agree. */
export const zxingWasm: Engine = {
  name: 'zxing-wasm',
  read: async ({ rgba }) => {
    const [first] = await readBarcodes(rgba, {
      formats: [...allSymbologies],
      tryHarder: true,
      textMode: 'Plain',
      minLineCount: 3,
      maxNumberOfSymbols: 1,
    });
    return first ?? null;
  },
};

const libraryFormats = [
  BarcodeFormat.EAN_13,
  BarcodeFormat.EAN_8,
  BarcodeFormat.UPC_A,
  BarcodeFormat.UPC_E,
  BarcodeFormat.CODE_128,
  BarcodeFormat.CODE_39,
  BarcodeFormat.ITF,
  BarcodeFormat.RSS_14,
  BarcodeFormat.RSS_EXPANDED,
  BarcodeFormat.DATA_MATRIX,
  BarcodeFormat.QR_CODE,
  BarcodeFormat.PDF_417,
  BarcodeFormat.AZTEC,
];

/** By the names that the pictures are listed under. */
const libraryNames = new Map<BarcodeFormat, string>([
  [BarcodeFormat.EAN_13, 'EAN13'],
  [BarcodeFormat.EAN_8, 'EAN8'],
  [BarcodeFormat.UPC_A, 'UPCA'],
  [BarcodeFormat.UPC_E, 'UPCE'],
  [BarcodeFormat.RSS_14, 'DataBar'],
]);

/** `@zxing/library` alone, trying hard, without the codes that it remembers from the picture before. */
export function zxingLibrary(): Engine {
  const reader = new MultiFormatReader();
  reader.setHints(
    new Map<DecodeHintType, unknown>([
      [DecodeHintType.POSSIBLE_FORMATS, libraryFormats],
      [DecodeHintType.TRY_HARDER, true],
      [DecodeHintType.ASSUME_GS1, true],
    ]),
  );
  return {
    name: '@zxing/library',
    read: async ({ grey }) => {
      reader.reset();
      const source = new RGBLuminanceSource(new Uint8ClampedArray(grey.data), grey.width, grey.height);
      const { warn } = console;
      // It warns of each picture that shows nothing to one of its readers.
      console.warn = () => {};
      try {
        const result = reader.decodeWithState(new BinaryBitmap(new HybridBinarizer(source)));
        return answerOf(result.getText(), result.getBarcodeFormat());
      } catch {
        // "Nothing found" comes as an exception from this library.
        return null;
      } finally {
        console.warn = warn;
      }
    },
  };
}

/** It writes the GS1 mark of GS1-128 before the text, that of DataMatrix as a separator, and a DataBar's number bare. */
function answerOf(raw: string, format: BarcodeFormat): Answer {
  const name = libraryNames.get(format) ?? '';
  if (raw.startsWith(']C1')) return { text: raw.slice(3), format: name, symbologyIdentifier: ']C1' };
  if (raw.startsWith('\u001d')) return { text: raw.slice(1), format: name, symbologyIdentifier: ']d2' };
  const text = format === BarcodeFormat.RSS_14 && raw.length === 14 ? `01${raw}` : raw;
  return { text, format: name, symbologyIdentifier: '' };
}
