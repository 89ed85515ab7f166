import {
  prepareZXingModule,
  type ZXingModuleOverrides,
  type ZXingReaderOptions,
  type ZXingReadResult,
} from 'zxing-wasm/reader';
import { boxAround } from './box.ts';
import { type Pass, type Plan, plans } from './passes.ts';
import type { Grey } from './pixels.ts';
import type { SeenCode } from './seen-code.ts';
import { isMatrix, type Symbology } from './symbology.ts';

/** What is needed of zxing-cpp: its memory, and its function that takes pixels there. */
export interface Zxing {
  readonly HEAPU8: Uint8Array;
  _malloc(bytes: number): number;
  _free(at: number): void;
  readBarcodesFromPixmap(at: number, width: number, height: number, options: ZXingReaderOptions): Found;
}

/** What it found, in its memory until `delete`. */
interface Found {
  size(): number;
  get(index: number): ZXingReadResult | undefined;
  delete?(): void;
}

/** Starts it. `overrides` say where its file is: the default would be fetched from a public address. */
export async function startZxing(overrides: ZXingModuleOverrides): Promise<Zxing> {
  // Its types stand on a package of types that is not installed, so they lack the memory.
  return (await prepareZXingModule({ overrides, fireImmediately: true })) as unknown as Zxing;
}

/** The decoder's numbers for its choices, in the order in which it lists them. */
const binarizers = { local: 0, fixed: 2 };
const plainText = 0;
const ignoreAddOn = 0;
const unknownCharacters = 0;

/** Smaller than this nothing is a code, and the decoder breaks down over pictures without rows. */
const leastWidth = 8;

/** Where every row is looked at, one says what the row beside it says: so many count for one. */
const neighbours = 2;

/** Looks at a picture in one of the ways. The decoder breaks down by exceptions that are numbers; they pass through. */
export function readPass(zxing: Zxing, picture: Grey, pass: Pass, formats: readonly Symbology[]): SeenCode[] {
  const plan: Plan = plans[pass];
  const wanted = formats.filter((each) => plan.kinds === 'all' || isMatrix(each) === (plan.kinds === 'matrix'));
  if (wanted.length === 0) return [];
  const made = plan.make(picture);
  if (made.width < leastWidth || made.height < 1) return [];
  const place = {
    width: picture.width,
    height: picture.height,
    madeWidth: made.width,
    madeHeight: made.height,
    degrees: plan.degrees,
    across: plan.across,
    down: plan.down,
  };
  return codesIn(zxing, made, optionsFor(plan, wanted)).map(({ position, ...code }) => ({
    ...code,
    lines: plan.effort.tryHarder ? Math.ceil(code.lines / neighbours) : code.lines,
    box: boxAround([position.topLeft, position.topRight, position.bottomRight, position.bottomLeft], place),
    ...(plan.isPrepared && { way: pass }),
  }));
}

/**
 * Two lines that agree are worth telling of, three are believed; what was prepared has several rows in a line already. Two
 * symbols are looked for, so that both are noticed.
 */
function optionsFor({ effort, isPrepared }: Plan, formats: readonly Symbology[]): ZXingReaderOptions {
  return {
    formats: formats.join(','),
    tryHarder: effort.tryHarder,
    tryRotate: effort.tryRotate,
    tryInvert: false,
    tryDownscale: effort.tryDownscale,
    tryDenoise: false,
    binarizer: binarizers[effort.binarizer],
    isPure: false,
    downscaleThreshold: 500,
    downscaleFactor: 3,
    minLineCount: isPrepared ? 1 : 2,
    maxNumberOfSymbols: 2,
    validateOptionalChecksum: false,
    returnErrors: false,
    eanAddOnSymbol: ignoreAddOn,
    textMode: plainText,
    characterSet: unknownCharacters,
    tryCode39ExtendedMode: true,
  };
}

function codesIn(zxing: Zxing, { data, width, height }: Grey, options: ZXingReaderOptions) {
  const at = zxing._malloc(data.length);
  try {
    zxing.HEAPU8.set(data, at);
    const found = zxing.readBarcodesFromPixmap(at, width, height, options);
    const codes = Array.from({ length: found.size() }, (_, index) => found.get(index));
    // What it returned stays in its memory until it is told otherwise: a shift is a million pictures.
    found.delete?.();
    return codes.flatMap((code) => (code?.isValid ? [seen(code)] : []));
  } finally {
    zxing._free(at);
  }
}

function seen({ text, format, symbologyIdentifier, lineCount, position }: ZXingReadResult) {
  return { text, format, symbologyIdentifier, lines: lineCount, position };
}
