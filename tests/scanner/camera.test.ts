// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CameraError, openCamera } from '../../pwa/scanner/camera.ts';
import { openCameraScanner } from '../../pwa/scanner/camera-scanner.ts';
import type { Decoder } from '../../pwa/scanner/decoder.ts';
import { followCamera } from '../../pwa/scanner/follow-camera.ts';

afterEach(() => vi.unstubAllGlobals());

/** A track of a camera with a lamp and a zoom of 1 to 4. */
class PaperTrack extends EventTarget {
  readyState: 'live' | 'ended' = 'live';
  muted = false;
  readonly wanted: unknown[] = [];
  readonly offered: object;
  constructor(offered: object = { torch: true, zoom: { min: 1, max: 4 }, focusMode: ['manual', 'continuous'] }) {
    super();
    this.offered = offered;
  }
  getCapabilities() {
    return this.offered;
  }
  async applyConstraints({ advanced }: { advanced: unknown[] }) {
    this.wanted.push(...advanced);
  }
  stop() {
    this.readyState = 'ended';
  }
}

function withCamera(getUserMedia: (wanted: unknown) => Promise<unknown>): void {
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
}

function streamOf(track: PaperTrack) {
  return { getVideoTracks: () => [track], getTracks: () => [track] };
}

const problemOf = (opening: Promise<unknown>) =>
  opening.then(
    () => 'opened',
    (reason: unknown) => (reason instanceof CameraError ? reason.code : 'something else'),
  );

describe('why there is no picture', () => {
  test.each([
    ['NotAllowedError', 'camera.denied'],
    ['SecurityError', 'camera.denied'],
    ['NotFoundError', 'camera.none'],
    ['OverconstrainedError', 'camera.none'],
    ['NotReadableError', 'camera.busy'],
    ['AbortError', 'camera.busy'],
    ['SomethingNew', 'camera.failed'],
  ])('%s is %s', async (name, problem) => {
    withCamera(() => Promise.reject(new DOMException('', name)));
    expect(await problemOf(openCamera())).toBe(problem);
  });

  test('a page without https has no camera at all', async () => {
    vi.stubGlobal('navigator', {});
    expect(await problemOf(openCamera())).toBe('camera.insecure');
  });
});

describe('a camera', () => {
  test('is the one at the back, sharp enough for small codes, and focuses by itself', async () => {
    const track = new PaperTrack();
    const asked: unknown[] = [];
    withCamera(async (wanted) => {
      asked.push(wanted);
      return streamOf(track);
    });
    await openCamera();
    expect(asked).toMatchObject([{ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false }]);
    expect(track.wanted).toEqual([{ focusMode: 'continuous' }]);
  });

  test('has its lamp and zoom switched', async () => {
    const track = new PaperTrack({ torch: true, zoom: { min: 1, max: 4 } });
    withCamera(async () => streamOf(track));
    const camera = await openCamera();
    expect([camera.hasTorch, camera.largestZoom]).toEqual([true, 4]);
    await camera.setTorch(true);
    await camera.setZoom(2);
    expect(track.wanted).toEqual([{ torch: true }, { zoom: 2 }]);
  });

  test('without lamp and zoom offers none', async () => {
    withCamera(async () => streamOf(new PaperTrack({})));
    const camera = await openCamera();
    expect([camera.hasTorch, camera.largestZoom]).toEqual([false, 1]);
  });
});

describe('a picture that is lost', () => {
  async function followed() {
    const track = new PaperTrack();
    withCamera(async () => streamOf(track));
    const reopen = vi.fn();
    const play = vi.fn(async () => {});
    const unfollow = followCamera(await openCamera(), { play } as unknown as HTMLVideoElement, reopen);
    return { track, reopen, play, unfollow, comeBack: () => document.dispatchEvent(new Event('visibilitychange')) };
  }

  test('because the camera was unplugged is opened anew', async () => {
    const { track, reopen, unfollow } = await followed();
    track.dispatchEvent(new Event('ended'));
    expect(reopen).toHaveBeenCalledTimes(1);
    unfollow();
  });

  test.each(['ended', 'muted'] as const)('%s in the background is opened anew when the page is back', async (how) => {
    const { track, reopen, unfollow, comeBack } = await followed();
    if (how === 'ended') track.stop();
    else track.muted = true;
    comeBack();
    expect(reopen).toHaveBeenCalledTimes(1);
    unfollow();
  });

  test('only stands still, goes on', async () => {
    const { reopen, play, unfollow, comeBack } = await followed();
    comeBack();
    expect([play.mock.calls.length, reopen.mock.calls.length]).toEqual([1, 0]);
    unfollow();
  });

  test('after the view was closed concerns nobody', async () => {
    const { track, reopen, unfollow, comeBack } = await followed();
    unfollow();
    track.stop();
    comeBack();
    expect(reopen).not.toHaveBeenCalled();
  });
});

describe('opening camera and decoder', () => {
  const watcher = { onAccepted: () => {}, onQuestion: () => {}, now: () => 0 };
  const video = () => ({ play: async () => {}, videoWidth: 0 }) as unknown as HTMLVideoElement;

  test('a decoder that does not start leaves no camera running', async () => {
    const track = new PaperTrack();
    withCamera(async () => streamOf(track));
    const openDecoder = () => Promise.reject(new Error('no decoder'));
    await expect(openCameraScanner(video(), watcher, { openCamera, openDecoder })).rejects.toThrow('no decoder');
    expect(track.readyState).toBe('ended');
  });

  test('a camera that is denied leaves no decoder running', async () => {
    withCamera(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    const close = vi.fn();
    const openDecoder = async (): Promise<Decoder> => ({ decode: async () => [], close });
    expect(await problemOf(openCameraScanner(video(), watcher, { openCamera, openDecoder }))).toBe('camera.denied');
    expect(close).toHaveBeenCalledTimes(1);
  });
});
