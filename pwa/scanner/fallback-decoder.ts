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
import { sizeOf } from './grab-picture.ts';
import type { SeenCode } from './seen-code.ts';
import { type Symbology, usualSymbologies } from './symbology.ts';

/**
 * Symbologies that this decoder reads rightly. The DataBar family stays out: after one of them it goes on reporting it
 * in pictures that show nothing. UPC-E it never reads.
 */
const names = new Map<Symbology, BarcodeFormat>([
  ['EAN13', BarcodeFormat.EAN_13],
  ['EAN8', BarcodeFormat.EAN_8],
  ['UPCA', BarcodeFormat.UPC_A],
  ['Code128', BarcodeFormat.CODE_128],
  ['Code39', BarcodeFormat.CODE_39],
  ['ITF14', BarcodeFormat.ITF],
  ['ITF', BarcodeFormat.ITF],
  ['DataMatrix', BarcodeFormat.DATA_MATRIX],
  ['QRCode', BarcodeFormat.QR_CODE],
  ['PDF417', BarcodeFormat.PDF_417],
  ['Aztec', BarcodeFormat.AZTEC],
]);

/** The middle, where the aiming window is: looking harder at all of it would hold the page up for half a second. */
const middle = 0.6;

/** The decoder for browsers that cannot run WebAssembly in a worker: on the page, slower, one code a picture. */
export function openFallbackDecoder(): Decoder {
  let readers: Readers | null = null;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return {
    takesFrames: false,
    decode: async (picture, pass, { formats = usualSymbologies } = {}) => {
      const share = typeof pass === 'number' ? 1 : middle;
      const { width, height } = sizeOf(picture);
      canvas.width = Math.round(width * share);
      canvas.height = Math.round(height * share);
      const [left, top] = [(canvas.width - width) / 2, (canvas.height - height) / 2];
      context?.drawImage(picture, Math.round(left), Math.round(top));
      picture.close();
      // An empty list would mean all that the library has, phantom reads included.
      if (!formats.some((each) => names.has(each))) return [];
      if (readers?.formats !== formats) readers = readersFor(formats);
      return codesIn(pass === 'thorough' ? readers.patient : readers.quick, canvas);
    },
    close: () => {},
  };
}

interface Readers {
  readonly formats: readonly Symbology[];
  readonly quick: ForgetfulReader;
  readonly patient: ForgetfulReader;
}

/** Without the GS1 hint GS1-128 loses its separators, and a lot swallows what follows it. */
function readersFor(formats: readonly Symbology[]): Readers {
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, formats.flatMap((each) => names.get(each) ?? [])],
    [DecodeHintType.ASSUME_GS1, true],
  ]);
  const patientHints = new Map([...hints, [DecodeHintType.TRY_HARDER, true]]);
  return { formats, quick: new ForgetfulReader(hints), patient: new ForgetfulReader(patientHints) };
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
    const format = symbologyOf(result.getBarcodeFormat());
    return [seen(result.getText(), format)];
  } catch {
    // "Nothing found" comes as an exception from this library.
    return [];
  }
}

function symbologyOf(format: BarcodeFormat): string {
  return [...names].find(([, each]) => each === format)?.[0] ?? '';
}

/** The GS1 mark comes as a text in front (`]C1`) or as a leading separator; both become the identifier. */
function seen(raw: string, format: string): SeenCode {
  if (raw.startsWith(']C1')) return { text: raw.slice(3), format, symbologyIdentifier: ']C1', lines: 1 };
  const isGs1 = raw.startsWith('\u001d') && format === 'DataMatrix';
  return { text: isGs1 ? raw.slice(1) : raw, format, symbologyIdentifier: isGs1 ? ']d2' : '', lines: 1 };
}
