import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { DecodeAnswer, DecodeRequest } from './decoder-messages.ts';
import { type Picture, sizeOf } from './grab-picture.ts';
import { hasLuma, lumaOf } from './luma.ts';
import { type Grey, greyOf } from './pixels.ts';
import { readPass, startZxing } from './read-pass.ts';
import type { SeenCode } from './seen-code.ts';

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

const starting = startZxing({
  locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path),
});
starting.then(
  () => tell({ kind: 'ready' }),
  (reason: unknown) => tell({ kind: 'failed', reason: String(reason) }),
);

async function read({ picture, pass, formats }: DecodeRequest): Promise<SeenCode[]> {
  const zxing = await starting;
  const grey = 'format' in picture && hasLuma(picture.format) ? await lumaOf(picture) : greyOfPicture(picture);
  picture.close();
  return grey === null ? [] : readPass(zxing, grey, pass, formats);
}

function greyOfPicture(picture: Picture): Grey | null {
  const { width, height } = sizeOf(picture);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context?.drawImage(picture, 0, 0);
  const pixels = context?.getImageData(0, 0, width, height);
  return pixels ? greyOf(pixels.data, width, height) : null;
}
