// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CameraError, openCamera } from '../../pwa/scanner/camera.ts';
import { recallCamera, rememberCamera } from '../../pwa/scanner/camera-memory.ts';
import { PaperTrack, refused, streamOf, withCamera } from './paper-camera.ts';

beforeEach(() => localStorage.clear());

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
    withCamera(() => refused(name));
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
    expect(track.wanted.flat()).toContainEqual({ focusMode: 'continuous' });
  });

  test('has its lamp and zoom switched, and goes on focusing: what is asked for replaces what was', async () => {
    const track = new PaperTrack();
    withCamera(async () => streamOf(track));
    const camera = await openCamera();
    expect([camera.hasTorch, camera.zooms]).toEqual([true, [1, 2, 4]]);
    await camera.setTorch(true);
    await camera.setZoom(2);
    expect(track.wanted.at(-1)).toEqual([{ focusMode: 'continuous' }, { torch: true }, { zoom: 2 }]);
  });

  test.each<[string, object, boolean, number[]]>([
    ['without lamp and zoom', {}, false, [1]],
    ['with a zoom of three times', { zoom: { min: 1, max: 3 } }, false, [1, 2]],
    ['whose widest picture is wider than usual', { zoom: { min: 0.5, max: 2 } }, false, [1, 2, 4]],
    ['that zooms less than is worth a button', { zoom: { min: 1, max: 1.5 } }, false, [1]],
  ])('%s offers no more than it has', async (_name, offered, hasTorch, zooms) => {
    withCamera(async () => streamOf(new PaperTrack(offered)));
    const camera = await openCamera();
    expect([camera.hasTorch, camera.zooms]).toEqual([hasTorch, zooms]);
  });

  test('whose lamp is lit puts it out while nobody looks', async () => {
    const track = new PaperTrack({ torch: true });
    withCamera(async () => streamOf(track));
    const camera = await openCamera();
    await camera.setTorch(true);
    await camera.rest();
    await camera.wake();
    expect(track.wanted.flat()).toEqual([{ torch: false }, { torch: true }, { torch: false }, { torch: true }]);
  });
});

describe('a device remembers', () => {
  const opened = async (offered?: object) => {
    const track = new PaperTrack(offered);
    withCamera(async () => streamOf(track));
    await openCamera();
    return track.wanted.at(-1);
  };

  test('lamp and zoom as they were left', async () => {
    withCamera(async () => streamOf(new PaperTrack()));
    const camera = await openCamera();
    await camera.setTorch(true);
    await camera.setZoom(4);
    expect(await opened()).toEqual([{ focusMode: 'continuous' }, { torch: true }, { zoom: 4 }]);
  });

  test('a zoom that its camera does not have is the next smaller one', async () => {
    rememberCamera({ zoom: 4 });
    expect(await opened({ zoom: { min: 1, max: 2 } })).toEqual([{ zoom: 2 }]);
  });

  test('which of its cameras was chosen, until that is gone', async () => {
    rememberCamera({ device: 'close-up' });
    const asked: unknown[] = [];
    withCamera(async ({ video }) => {
      asked.push(video);
      return 'deviceId' in video ? refused('OverconstrainedError') : streamOf(new PaperTrack());
    });
    await openCamera();
    expect(asked).toMatchObject([{ deviceId: { exact: 'close-up' } }, { facingMode: 'environment' }]);
  });

  test('that the chosen one is not allowed is no reason to take another', async () => {
    rememberCamera({ device: 'close-up' });
    withCamera(() => refused('NotAllowedError'));
    expect(await problemOf(openCamera())).toBe('camera.denied');
  });

  test.each([
    ['nothing', null],
    ['what is no JSON', '{'],
    ['what is no record', '7'],
    ['another program’s record', '{"device":7,"hasLight":"yes","zoom":-3}'],
  ])('%s: everything is as a new device has it', (_name, kept) => {
    if (kept !== null) localStorage.setItem('tallyman-camera', kept);
    expect(recallCamera()).toEqual({ hasLight: false, zoom: 1 });
  });

  test('nothing where the browser refuses its storage, and the camera works', () => {
    const refusing = () => {
      throw new DOMException('', 'SecurityError');
    };
    rememberCamera({ zoom: 2 }, refusing);
    expect(recallCamera(refusing)).toEqual({ hasLight: false, zoom: 1 });
  });
});
