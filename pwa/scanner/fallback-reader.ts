import { BrowserMultiFormatReader } from '@zxing/browser';
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  type Result,
  RGBLuminanceSource,
} from '@zxing/library';
import type { Grey } from './pixels.ts';
import type { SeenCode } from './seen-code.ts';
import type { Symbology } from './symbology.ts';

/**
 * Symbologies that the library reads rightly. The DataBar family stays out: after one of them it goes on reporting it in
 * pictures that show nothing. UPC-E it never reads.
 */
const names = new Map<Symbology, BarcodeFormat>([
  ['EAN13', BarcodeFormat.EAN_13],
  ['EAN8', BarcodeFormat.EAN_8],
  ['UPCA', BarcodeFormat.UPC_A],
  ['Code128', BarcodeFormat.CODE_128],
  ['Code39', BarcodeFormat.CODE_39],
  ['ITF14', BarcodeFormat.ITF],
  ['DataMatrix', BarcodeFormat.DATA_MATRIX],
  ['QRCode', BarcodeFormat.QR_CODE],
  ['PDF417', BarcodeFormat.PDF_417],
  ['Aztec', BarcodeFormat.AZTEC],
]);

/** Reads pixels with the library; `isPatient` tries everything it knows, which takes ten times as long. */
export type LibraryReader = (picture: Grey, isPatient: boolean) => readonly SeenCode[];

/** Of formats that the library cannot read nothing is read. */
export function libraryReader(formats: readonly Symbology[]): LibraryReader {
  const wanted = formats.flatMap((each) => names.get(each) ?? []);
  // An empty list would mean all that the library has, phantom reads included.
  if (wanted.length === 0) return () => [];
  // Without the hint GS1-128 loses its separators, and a lot swallows what follows it.
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, wanted],
    [DecodeHintType.ASSUME_GS1, true],
  ]);
  const quick = new ForgetfulReader(hints);
  const patient = new ForgetfulReader(new Map([...hints, [DecodeHintType.TRY_HARDER, true]]));
  return (picture, isPatient) => codesIn(isPatient ? patient : quick, picture);
}

/** Its readers keep what they read half from one picture to the next, and report it there (zxing-js/library#211). */
class ForgetfulReader extends BrowserMultiFormatReader {
  override decodeBitmap(bitmap: BinaryBitmap): Result {
    this.reader.reset();
    return super.decodeBitmap(bitmap);
  }
}

function codesIn(reader: ForgetfulReader, { data, width, height }: Grey): SeenCode[] {
  const source = new RGBLuminanceSource(new Uint8ClampedArray(data), width, height);
  try {
    const result = reader.decodeBitmap(new BinaryBitmap(new HybridBinarizer(source)));
    return [seen(result.getText(), symbologyOf(result.getBarcodeFormat()))];
  } catch {
    // "Nothing found" comes as an exception from this library.
    return [];
  }
}

function symbologyOf(format: BarcodeFormat): string {
  return [...names].find(([, each]) => each === format)?.[0] ?? '';
}

/**
 * The GS1 mark comes as a text in front (`]C1`) or as a leading separator; both become the identifier. UPC-A comes with
 * twelve digits, where the other decoder says thirteen.
 */
function seen(raw: string, format: string): SeenCode {
  if (raw.startsWith(']C1')) return { text: raw.slice(3), format, symbologyIdentifier: ']C1', lines: 1 };
  const isGs1 = raw.startsWith('\u001d') && format === 'DataMatrix';
  const text = isGs1 ? raw.slice(1) : raw;
  return {
    text: format === 'UPCA' ? text.padStart(13, '0') : text,
    format,
    symbologyIdentifier: isGs1 ? ']d2' : '',
    lines: 1,
  };
}
