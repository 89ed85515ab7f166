import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { grabPicture } from '../../pwa/scanner/grab-picture.ts';
import { rowsOf } from '../../pwa/scanner/luma.ts';

const video = { videoWidth: 1280, videoHeight: 720 } as HTMLVideoElement;
const part = { x: 161, y: 0, width: 957, height: 720 };
const drawn = { width: 957, height: 720 };

/** What the camera's frames are like. */
let camera: { format: string | null; width: number; height: number; rotation?: number } | null;
let open = 0;

class PaperFrame {
  readonly format = camera?.format ?? null;
  readonly rotation = camera?.rotation;
  readonly visibleRect: object;
  constructor(_of: unknown, init?: { visibleRect: object }) {
    if (camera === null) throw new DOMException('', 'InvalidStateError');
    this.visibleRect = init?.visibleRect ?? { x: 0, y: 0, width: camera.width, height: camera.height };
    open += 1;
  }
  close() {
    open -= 1;
  }
}

beforeEach(() => {
  open = 0;
  camera = { format: 'I420', width: 1280, height: 720 };
  vi.stubGlobal('VideoFrame', PaperFrame);
  vi.stubGlobal('createImageBitmap', async () => drawn);
});

afterEach(() => vi.unstubAllGlobals());

test('a frame of the camera is cut between two pixels that share their colour, and no other is left open', async () => {
  const picture = await grabPicture(video, part, true);
  expect(picture).toMatchObject({ visibleRect: { x: 160, y: 0, width: 956, height: 720 } });
  expect(open).toBe(1);
});

test.each<[string, typeof camera]>([
  ['of a camera that gives colours only', { format: 'BGRX', width: 1280, height: 720 }],
  ['of which nobody says what it is made of', { format: null, width: 1280, height: 720 }],
  ['that lies', { format: 'I420', width: 720, height: 1280 }],
  ['that stands on its head', { format: 'I420', width: 1280, height: 720, rotation: 180 }],
  ['that there is none of', null],
])('instead of a frame %s the drawn picture is taken', async (_name, frames) => {
  camera = frames;
  expect([await grabPicture(video, part, true), open]).toEqual([drawn, 0]);
});

test('a decoder that takes no frames is given the drawn picture', async () => {
  expect(await grabPicture(video, part, false)).toBe(drawn);
});

test('where nothing can be drawn there is no picture', async () => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('', 'InvalidStateError')));
  expect(await grabPicture(video, part, false)).toBeNull();
});

test('rows that lie apart in a plane are put one behind the other', () => {
  const plane = Uint8Array.of(9, 9, 1, 2, 0, 0, 3, 4, 0, 0, 7);
  expect([...rowsOf(plane, { offset: 2, stride: 4 }, 2, 2).data]).toEqual([1, 2, 3, 4]);
  expect([...rowsOf(plane, { offset: 2, stride: 2 }, 2, 2).data]).toEqual([1, 2, 0, 0]);
});
