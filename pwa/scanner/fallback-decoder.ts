import { BrowserMultiFormatReader } from '@zxing/browser';
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HTMLCanvasElementLuminanceSource,
  HybridBinarizer,
  type Result,
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

/** Without the hint GS1-128 loses its separators, and a lot swallows what follows it. */
const hints = new Map<DecodeHintType, unknown>([
  [DecodeHintType.POSSIBLE_FORMATS, [...formats.keys()]],
  [DecodeHintType.ASSUME_GS1, true],
]);
const patientHints = new Map([...hints, [DecodeHintType.TRY_HARDER, true]]);

/** The middle, where the aiming window is: looking harder at all of it would hold the page up for half a second. */
const middle = 0.6;

/** The decoder for browsers that cannot run WebAssembly in a worker: on the page, slower, one code a picture. */
export function openFallbackDecoder(): Decoder {
  const quick = new ForgetfulReader(hints);
  const patient = new ForgetfulReader(patientHints);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return {
    decode: async (picture, pass) => {
      const share = typeof pass === 'number' ? 1 : middle;
      canvas.width = Math.round(picture.width * share);
      canvas.height = Math.round(picture.height * share);
      const [left, top] = [(canvas.width - picture.width) / 2, (canvas.height - picture.height) / 2];
      context?.drawImage(picture, Math.round(left), Math.round(top));
      picture.close();
      return codesIn(pass === 'thorough' ? patient : quick, canvas);
    },
    close: () => {},
  };
}

/** Its readers keep what they read half from one picture to the next, and report it there (zxing-js/library#211). */
class ForgetfulReader extends BrowserMultiFormatReader {
  override decodeBitmap(bitmap: BinaryBitmap): Result {
    this.reader.reset();
    return super.decodeBitmap(bitmap);
  }
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
