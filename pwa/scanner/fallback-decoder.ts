import { BrowserMultiFormatReader } from '@zxing/browser';
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HTMLCanvasElementLuminanceSource,
  HybridBinarizer,
} from '@zxing/library';
import type { Decoder } from './decoder.ts';
import type { SeenCode } from './seen-code.ts';

/**
 * Symbologies that this decoder reads rightly. The DataBar family stays out: after one of them it goes on reporting it
 * in pictures that show nothing.
 */
const formats = new Map<BarcodeFormat, string>([
  [BarcodeFormat.EAN_13, 'EAN13'],
  [BarcodeFormat.EAN_8, 'EAN8'],
  [BarcodeFormat.UPC_A, 'UPCA'],
  [BarcodeFormat.CODE_128, 'Code128'],
  [BarcodeFormat.CODE_39, 'Code39'],
  [BarcodeFormat.ITF, 'ITF14'],
  [BarcodeFormat.DATA_MATRIX, 'DataMatrix'],
  [BarcodeFormat.QR_CODE, 'QRCode'],
]);

/** Without this hint GS1-128 loses its separators, and a lot swallows what follows it. */
const hints = new Map<DecodeHintType, unknown>([
  [DecodeHintType.POSSIBLE_FORMATS, [...formats.keys()]],
  [DecodeHintType.ASSUME_GS1, true],
]);

/** The decoder for browsers that cannot run WebAssembly in a worker: on the page, slower, one code a picture. */
export function openFallbackDecoder(): Decoder {
  const reader = new BrowserMultiFormatReader(hints);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return {
    decode: async (picture) => {
      canvas.width = picture.width;
      canvas.height = picture.height;
      context?.drawImage(picture, 0, 0);
      picture.close();
      return codesIn(reader, canvas);
    },
    close: () => {},
  };
}

function codesIn(reader: BrowserMultiFormatReader, canvas: HTMLCanvasElement): SeenCode[] {
  try {
    const bitmap = new BinaryBitmap(new HybridBinarizer(new HTMLCanvasElementLuminanceSource(canvas)));
    const result = reader.decodeBitmap(bitmap);
    const format = formats.get(result.getBarcodeFormat()) ?? '';
    return [seen(result.getText(), format)];
  } catch {
    // "Nothing found" comes as an exception from this library.
    return [];
  }
}

/** The GS1 mark comes as a text in front (`]C1`) or as a leading separator; both become the identifier. */
function seen(raw: string, format: string): SeenCode {
  if (raw.startsWith(']C1')) return { text: raw.slice(3), format, symbologyIdentifier: ']C1', lines: 1 };
  const isGs1 = raw.startsWith('\u001d') && format === 'DataMatrix';
  return { text: isGs1 ? raw.slice(1) : raw, format, symbologyIdentifier: isGs1 ? ']d2' : '', lines: 1 };
}
