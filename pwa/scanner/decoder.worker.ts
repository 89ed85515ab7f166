import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { boxAround } from './box.ts';
import type { Pass } from './decoder.ts';
import type { DecodeAnswer, DecodeRequest } from './decoder-messages.ts';
import type { SeenCode } from './seen-code.ts';
import { isMatrix } from './symbology.ts';

/** The part of the width and height that the quick pass looks at: where the aiming window is. */
const middle = 0.6;

/** Three lines must agree before a linear code is believed; two symbols are looked for, so that two in view are noticed. */
const common: ReaderOptions = {
  textMode: 'Plain',
  eanAddOnSymbol: 'Ignore',
  minLineCount: 3,
  maxNumberOfSymbols: 2,
};
const quick: ReaderOptions = { ...common, tryHarder: false, tryInvert: false, tryDownscale: false };
const hard: ReaderOptions = { ...common, tryHarder: true };
const turned: ReaderOptions = { ...hard, tryInvert: false };

const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext('2d', { willReadFrequently: true });

function tell(answer: DecodeAnswer): void {
  postMessage(answer);
}

addEventListener('message', ({ data }: MessageEvent<DecodeRequest>) => {
  void read(data).then(
    (codes) => tell({ kind: 'read', id: data.id, codes }),
    // WebAssembly that broke down stays broken: the page starts another worker.
    (reason: unknown) => tell({ kind: 'failed', reason: String(reason) }),
  );
});

prepareZXingModule({
  // The file is our own, beside this one: the default would be fetched from a public address.
  overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path) },
  fireImmediately: true,
}).then(
  () => tell({ kind: 'ready' }),
  (reason: unknown) => tell({ kind: 'failed', reason: String(reason) }),
);

async function read({ picture, pass, formats }: DecodeRequest): Promise<SeenCode[]> {
  const pixels = pixelsOf(picture, pass);
  const { width, height } = picture;
  picture.close();
  // Matrix codes are found at any angle without turning the picture.
  const wanted = typeof pass === 'number' ? formats.filter((each) => !isMatrix(each)) : formats;
  if (!pixels || wanted.length === 0) return [];
  const results = await readBarcodes(pixels, { ...optionsFor(pass), formats: [...wanted] });
  const degrees = typeof pass === 'number' ? pass : 0;
  const made = { width, height, madeWidth: pixels.width, madeHeight: pixels.height, degrees };
  return results
    .filter((result) => result.isValid)
    .map(({ text, format, symbologyIdentifier, lineCount, position }) => ({
      text,
      format,
      symbologyIdentifier,
      lines: lineCount,
      box: boxAround([position.topLeft, position.topRight, position.bottomRight, position.bottomLeft], made),
    }));
}

function optionsFor(pass: Pass): ReaderOptions {
  if (pass === 'fast') return quick;
  return pass === 'thorough' ? hard : turned;
}

function pixelsOf(picture: ImageBitmap, pass: Pass): ImageData | null {
  if (!context) return null;
  const { width, height } = picture;
  if (pass === 'fast') {
    const [partWidth, partHeight] = [Math.round(width * middle), Math.round(height * middle)];
    resize(partWidth, partHeight);
    context.drawImage(picture, Math.round((partWidth - width) / 2), Math.round((partHeight - height) / 2));
    return context.getImageData(0, 0, partWidth, partHeight);
  }
  resize(width, height);
  if (typeof pass === 'number') {
    context.translate(width / 2, height / 2);
    context.rotate((pass * Math.PI) / 180);
    context.translate(-width / 2, -height / 2);
  }
  context.drawImage(picture, 0, 0);
  context.setTransform(1, 0, 0, 1, 0, 0);
  return context.getImageData(0, 0, width, height);
}

function resize(width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context?.clearRect(0, 0, width, height);
}
