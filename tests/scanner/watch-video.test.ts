// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Decoder, Pass } from '../../pwa/scanner/decoder.ts';
import { symbologiesFor, symbologiesOf } from '../../pwa/scanner/expected-codes.ts';
import type { SeenCode } from '../../pwa/scanner/seen-code.ts';
import { type Symbology, usualSymbologies } from '../../pwa/scanner/symbology.ts';
import { type Watching, watchVideo } from '../../pwa/scanner/watch-video.ts';

const place: SeenCode = { text: 'LOC-A1', format: 'Code128', symbologyIdentifier: ']C0', lines: 3 };
const flour: SeenCode = { text: '4099999000012', format: 'EAN13', symbologyIdentifier: ']E0', lines: 3 };

/** A video whose pictures are shown by hand. */
class HandVideo {
  readonly readyState = 4;
  readonly videoWidth = 1280;
  readonly videoHeight = 720;
  readonly clientWidth = 640;
  readonly clientHeight = 360;
  #waiting: (() => void)[] = [];
  requestVideoFrameCallback(callBack: () => void): void {
    this.#waiting.push(callBack);
  }
  async show(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const callBack of waiting) callBack();
    await turn();
  }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
const picture = { close: () => {} };
let now = 0;
let video = new HandVideo();
let watching: Watching | undefined;
let accepted: string[] = [];
/** How often it was told where a code is that somebody is asked about. */
let placed = 0;
let questions: string[][] = [];
let wanted: readonly Symbology[] = usualSymbologies;

beforeEach(() => {
  now = 0;
  video = new HandVideo();
  accepted = [];
  placed = 0;
  questions = [];
  wanted = usualSymbologies;
  vi.stubGlobal('createImageBitmap', async () => picture);
});

afterEach(() => {
  watching?.stop();
  vi.unstubAllGlobals();
});

async function watch(decode: Decoder['decode']): Promise<void> {
  watching = watchVideo(
    video as unknown as HTMLVideoElement,
    { takesFrames: false, decode, close: () => {} },
    {
      onAccepted: ({ text }) => accepted.push(text),
      onQuestion: (codes) => questions.push(codes.map(({ text }) => text)),
      onSeen: (codes) => {
        placed += codes.length;
      },
      wanted: () => wanted,
      now: () => now,
    },
  );
  await turn();
}

async function showFor(milliseconds: number): Promise<void> {
  for (const end = now + milliseconds; now < end; now += 40) await video.show();
}

test('while a picture is being read, those that pass are not queued up: the newest is read next, once', async () => {
  const open: (() => void)[] = [];
  await watch(() => new Promise((resolve) => open.push(() => resolve([]))));
  for (let shown = 0; shown < 5; shown += 1) await video.show();
  expect(open).toHaveLength(1);
  open[0]?.();
  await turn();
  expect(open).toHaveLength(2);
  open[1]?.();
  await turn();
  expect(open).toHaveLength(2);
});

test('a code in view is accepted once', async () => {
  await watch(async () => [place]);
  await showFor(3000);
  expect(accepted).toEqual(['LOC-A1']);
});

test('two codes are asked about once, and the question is withdrawn when it is answered', async () => {
  await watch(async () => [place, flour]);
  await showFor(2000);
  expect(questions).toEqual([['LOC-A1', '4099999000012']]);
  expect(placed).toBeGreaterThan(10);
  watching?.answer();
  placed = 0;
  await showFor(2000);
  expect(questions).toEqual([['LOC-A1', '4099999000012'], []]);
  expect([accepted, placed]).toEqual([[], 0]);
});

test('the same code is accepted again when the person asks for it', async () => {
  await watch(async () => [place]);
  await showFor(200);
  watching?.trigger();
  await showFor(200);
  expect(accepted).toEqual(['LOC-A1', 'LOC-A1']);
});

test('a picture that cannot be had and a decoder that breaks down do not end the looking', async () => {
  let pictures = 0;
  vi.stubGlobal('createImageBitmap', async () => {
    pictures += 1;
    if (pictures === 1) throw new DOMException('', 'InvalidStateError');
    return picture;
  });
  let decodes = 0;
  await watch(async () => {
    decodes += 1;
    if (decodes === 1) throw new Error('broken');
    return [place];
  });
  await showFor(200);
  expect(accepted).toEqual(['LOC-A1']);
});

test('nothing is accepted any more once it was stopped', async () => {
  const open: (() => void)[] = [];
  await watch(() => new Promise((resolve) => open.push(() => resolve([place]))));
  watching?.stop();
  open.shift()?.();
  await turn();
  expect(accepted).toEqual([]);
});

test('a slow device looks quickly each other time', async () => {
  const passes: Pass[] = [];
  await watch(async (_picture, pass) => {
    passes.push(pass);
    now += 200;
    return [];
  });
  for (let shown = 0; shown < 24; shown += 1) await video.show();
  const later = passes.slice(8);
  expect(later.filter((pass) => pass === 'fast').length).toBeGreaterThanOrEqual(later.length / 2);
  expect(new Set(later).size).toBeGreaterThan(4);
});

test('a code in the middle is believed only after all of the picture was looked at', async () => {
  const passes: Pass[] = [];
  await watch(async (_picture, pass) => {
    passes.push(pass);
    return pass === 'fast' ? [place] : [place, flour];
  });
  await showFor(80);
  expect([passes, accepted]).toEqual([['fast', 'thorough', 'thorough'].slice(0, passes.length), []]);
});

test('of what the step has no use for nothing is looked for, until nothing else is seen for a while', async () => {
  const looked: boolean[] = [];
  wanted = symbologiesFor(['location'], symbologiesOf());
  await watch(async (_picture, _pass, { formats = [] } = {}) => {
    looked.push(formats.includes('EAN13'));
    return formats.includes('EAN13') ? [flour] : [];
  });
  await showFor(900);
  expect(looked).not.toContain(true);
  await showFor(2000);
  expect(accepted).toEqual(['4099999000012']);
});

test('the item that was just scanned stays known while the next step asks for a place', async () => {
  await watch(async (_picture, _pass, { formats = [] } = {}) => (formats.includes('EAN13') ? [flour] : []));
  await showFor(200);
  wanted = symbologiesFor(['location'], symbologiesOf());
  await showFor(10_000);
  expect(accepted).toEqual(['4099999000012']);
});
