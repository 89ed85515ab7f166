// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CodeGate } from '../../pwa/scanner/accept.ts';
import { openCamera } from '../../pwa/scanner/camera.ts';
import {
  type CameraListener,
  type CameraScanner,
  type CameraState,
  startCameraScanner,
} from '../../pwa/scanner/camera-scanner.ts';
import { keepOpen } from '../../pwa/scanner/kept-open.ts';
import { usualSymbologies } from '../../pwa/scanner/symbology.ts';
import { createHandTimer, type HandTimer } from './hand-timer.ts';
import { blindDecoder, PaperTrack, paperVideo, refused, streamOf, withCamera } from './paper-camera.ts';

const keepMs = 30_000;
let timer: HandTimer;
let video: ReturnType<typeof paperVideo>;
/** Cameras that were opened, newest last. */
let tracks: PaperTrack[];
/** What the next attempts to open one fail with. */
let troubles: string[];
let devices: EventTarget;
let shown: string[];
let decodersClosed: number;
/** What was taken as scanned. */
let taken: string[];
let scanner: CameraScanner | null;

beforeEach(() => {
  localStorage.clear();
  timer = createHandTimer();
  video = paperVideo();
  tracks = [];
  troubles = [];
  shown = [];
  decodersClosed = 0;
  taken = [];
  scanner = null;
  setVisible(true);
  devices = withCamera(async () => {
    const trouble = troubles.shift();
    if (trouble !== undefined) return refused(trouble);
    const track = new PaperTrack();
    tracks.push(track);
    return streamOf(track);
  });
});

afterEach(() => scanner?.stop());

const turn = async () => {
  for (let turns = 0; turns < 12; turns += 1) await Promise.resolve();
};

async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 500) {
    // Its picture moves on, unless it stands still.
    if (video.isPlaying) video.currentTime += 0.5;
    timer.advance(Math.min(500, left));
    await turn();
  }
}

function setVisible(isVisible: boolean): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: isVisible ? 'visible' : 'hidden' });
}

async function show(isVisible: boolean): Promise<void> {
  setVisible(isVisible);
  document.dispatchEvent(new Event('visibilitychange'));
  await turn();
}

function say(state: CameraState): string {
  if (state.kind === 'failed') return state.problem;
  return state.kind === 'starting' && state.isAgain ? 'starting again' : state.kind;
}

const parts = () => ({
  cameras: keepOpen(openCamera, keepMs, timer),
  decoders: keepOpen(
    async () => ({
      ...blindDecoder,
      close: () => {
        decodersClosed += 1;
      },
    }),
    keepMs,
    timer,
  ),
  timer,
  gate: new CodeGate(),
});

async function start(with_ = parts(), opening: CameraListener['opening'] = 'wanted'): Promise<CameraScanner> {
  scanner = startCameraScanner(
    video as unknown as HTMLVideoElement,
    {
      onState: (state) => shown.push(say(state)),
      onAccepted: ({ text }) => taken.push(text),
      onQuestion: () => {},
      wanted: () => usualSymbologies,
      opening,
    },
    with_,
  );
  await turn();
  return scanner;
}

const live = () => tracks.filter(({ readyState }) => readyState === 'live').length;

describe('a scanner', () => {
  test('starts and scans; stopped, its camera is closed a while later, and its decoder', async () => {
    const started = await start();
    expect([shown, live(), video.isPlaying]).toEqual([['starting', 'scanning'], 1, true]);
    started.stop();
    await pass(keepMs - 500);
    expect([live(), decodersClosed]).toEqual([1, 0]);
    await pass(500);
    expect([live(), decodersClosed]).toEqual([0, 1]);
  });

  test('that is opened again soon takes the camera as it is, without asking for it', async () => {
    const kept = parts();
    (await start(kept)).stop();
    await pass(keepMs - 500);
    await start(kept);
    await pass(keepMs * 2);
    expect([tracks.length, live()]).toEqual([1, 1]);
  });

  test('whose decoder does not start leaves no camera running', async () => {
    const decoders = keepOpen(() => Promise.reject(new Error('no decoder')), keepMs, timer);
    await start({ ...parts(), decoders });
    await pass(keepMs);
    expect([shown.at(-1), live()]).toEqual(['camera.failed', 0]);
  });

  test('whose camera is denied leaves no decoder running', async () => {
    troubles = ['NotAllowedError'];
    await start();
    await pass(keepMs);
    expect([shown.at(-1), decodersClosed]).toEqual(['camera.denied', 1]);
  });

  test('takes another camera of the device when it is asked to', async () => {
    const started = await start();
    started.change('close-up');
    await turn();
    expect([tracks.length, live(), shown.at(-1)]).toEqual([2, 1, 'scanning']);
  });
});

describe('a label that stays in view', () => {
  const label = { text: 'LOC-A1', format: 'DataMatrix', symbologyIdentifier: ']d1', lines: 0 };
  const seeing = () => ({
    ...parts(),
    decoders: keepOpen(async () => ({ ...blindDecoder, decode: async () => [label] }), keepMs, timer),
  });

  async function look(ms: number): Promise<void> {
    for (let shownMs = 0; shownMs < ms; shownMs += 100) {
      video.showPicture();
      await pass(100);
    }
  }

  beforeEach(() => {
    video.videoWidth = 1280;
    vi.stubGlobal('createImageBitmap', async () => ({ close: () => {} }));
  });

  test.each<[string, CameraListener['opening'], number]>([
    ['went away for a step that takes no scans', 'back', 1],
    ['was closed and opened by hand, which is a new trigger', 'wanted', 2],
  ])('while the camera %s (%s) is taken %i times', async (_name, opening, times) => {
    const kept = seeing();
    const first = await start(kept);
    await look(500);
    first.stop();
    await pass(5000);
    await start(kept, opening);
    await look(3000);
    expect(taken).toHaveLength(times);
  });

  test('while the page sleeps and while the picture is lost is taken once', async () => {
    await start(seeing());
    await look(500);
    await show(false);
    await pass(10_000);
    await show(true);
    await look(2000);
    tracks.at(-1)?.end();
    await pass(500);
    await look(2000);
    expect(taken).toEqual(['LOC-A1']);
  });
});

describe('nobody scans', () => {
  test('for a minute: the camera goes off, and on again by a tap', async () => {
    const started = await start();
    await pass(60_000);
    expect(shown.at(-1)).toBe('paused');
    await pass(keepMs);
    expect(live()).toBe(0);
    started.goOn();
    await turn();
    expect([shown.at(-1), live()]).toEqual(['scanning', 1]);
  });

  test('but somebody touches the screen: it stays on', async () => {
    const started = await start();
    await pass(59_000);
    started.touch();
    await pass(59_000);
    expect(shown.at(-1)).toBe('scanning');
  });
});

describe('the page is not shown', () => {
  test('for a short while: the same camera goes on', async () => {
    await start();
    await show(false);
    expect(video.isPlaying).toBe(false);
    await pass(10_000);
    await show(true);
    expect([tracks.length, shown.at(-1), video.isPlaying]).toEqual([1, 'scanning', true]);
  });

  test('for long: the camera is off meanwhile, and another is opened', async () => {
    await start();
    await show(false);
    await pass(keepMs);
    expect(live()).toBe(0);
    await show(true);
    expect([tracks.length, live(), shown.at(-1)]).toEqual([2, 1, 'scanning']);
  });

  test('after a pause it still rests when it is shown again', async () => {
    await start();
    await pass(60_000);
    await show(false);
    await show(true);
    expect(shown.at(-1)).toBe('paused');
  });

  test('and the view was closed: nothing is opened any more', async () => {
    (await start()).stop();
    await pass(keepMs);
    await show(false);
    await show(true);
    expect(live()).toBe(0);
  });
});

describe('a picture that is lost', () => {
  test.each<[string, () => Promise<void>]>([
    ['because the camera was unplugged', async () => tracks.at(-1)?.end()],
    [
      'and does not come back by itself',
      async () => {
        tracks.at(-1)?.mute(true);
        await pass(2000);
      },
    ],
    [
      'because it stands still',
      async () => {
        video.isPlaying = false;
        await pass(8000);
      },
    ],
    [
      'while the device slept',
      async () => {
        await show(false);
        tracks.at(-1)?.stop();
        await show(true);
      },
    ],
  ])('%s is got back', async (_name, lose) => {
    await start();
    await lose();
    await pass(500);
    expect([tracks.length, live(), shown.at(-1)]).toEqual([2, 1, 'scanning']);
  });

  test('for a moment comes back by itself', async () => {
    await start();
    tracks.at(-1)?.mute(true);
    await pass(1500);
    tracks.at(-1)?.mute(false);
    await pass(10_000);
    expect([tracks.length, shown.at(-1)]).toEqual([1, 'scanning']);
  });

  test('again and again is given up, and says so', async () => {
    await start();
    for (let times = 0; times < 4; times += 1) {
      tracks.at(-1)?.end();
      await pass(3000);
    }
    expect(shown.filter((each) => each === 'starting again')).not.toEqual([]);
    expect([shown.at(-1), live()]).toEqual(['camera.failed', 0]);
  });

  test('now and then on a long day is got back each time', async () => {
    const started = await start();
    for (let times = 0; times < 6; times += 1) {
      await pass(30_000);
      started.touch();
      tracks.at(-1)?.end();
      await pass(500);
    }
    expect(shown.at(-1)).toBe('scanning');
  });

  test('because it is no longer allowed says so', async () => {
    await start();
    troubles = ['NotAllowedError'];
    tracks.at(-1)?.end();
    await pass(500);
    expect(shown.at(-1)).toBe('camera.denied');
  });
});

describe('what keeps the camera from starting', () => {
  test.each<[string, string, () => Promise<void> | void]>([
    ['a camera is plugged in', 'NotFoundError', () => void devices.dispatchEvent(new Event('devicechange'))],
    ['the other program lets go of it', 'NotReadableError', () => pass(3000)],
    ['the worker comes back from the settings', 'NotAllowedError', () => show(false).then(() => show(true))],
    ['the worker tries again', 'AbortError', () => scanner?.goOn()],
  ])('is over when %s: it starts', async (_name, trouble, happen) => {
    troubles = [trouble];
    await start();
    expect(shown.at(-1)).toMatch(/^camera\./);
    await happen();
    await turn();
    expect([shown.at(-1), live()]).toEqual(['scanning', 1]);
  });

  test('is over when the browser allows it: it starts', async () => {
    const permission = Object.assign(new EventTarget(), { state: 'denied' });
    withCamera(() => refused('NotAllowedError'), { permissions: { query: async () => permission } });
    await start();
    withCamera(async () => {
      tracks.push(new PaperTrack());
      return streamOf(tracks[0] as PaperTrack);
    });
    permission.dispatchEvent(new Event('change'));
    await turn();
    expect(shown.at(-1)).toBe('camera.denied');
    permission.state = 'granted';
    permission.dispatchEvent(new Event('change'));
    await turn();
    expect(shown.at(-1)).toBe('scanning');
  });

  test('while it lasts is not said anew', async () => {
    troubles = ['NotReadableError', 'NotReadableError', 'NotReadableError'];
    await start();
    await pass(6000);
    expect(new Set(shown.slice(1))).toEqual(new Set(['camera.busy']));
  });

  test('an insecure address has no remedy on this page', async () => {
    vi.stubGlobal('navigator', {});
    await start();
    await show(false);
    await show(true);
    expect(shown).toEqual(['starting', 'camera.insecure']);
  });
});
