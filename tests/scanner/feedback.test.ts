// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openFeedback } from '../../pwa/scanner/feedback.ts';
import { buzzes, lengthOf, type Signal, signalOf, signals, sounds } from '../../pwa/scanner/signals.ts';

interface Tone {
  readonly hertz: number;
  readonly from: number;
  readonly length: number;
}

/** Writes down what would be heard. */
class SilentAudio {
  static state: AudioContextState | 'interrupted' = 'running';
  static readonly tones: Tone[] = [];
  /** The loudest of each tone. */
  static readonly gains: number[] = [];
  static resumed = 0;
  static changed = () => {};
  readonly currentTime = 100;
  readonly destination = {};
  set onstatechange(changed: () => void) {
    SilentAudio.changed = changed;
  }
  get state() {
    return SilentAudio.state;
  }
  async resume() {
    SilentAudio.resumed += 1;
    SilentAudio.state = 'running';
  }
  createGain() {
    const ramp = (gain: number) => gain > 0 && SilentAudio.gains.push(gain);
    return { gain: { setValueAtTime: () => {}, linearRampToValueAtTime: ramp }, connect: () => {} };
  }
  createOscillator() {
    let from = 0;
    const frequency = { value: 0 };
    return {
      type: 'sine',
      frequency,
      connect: <Next>(next: Next) => next,
      start: (at: number) => {
        from = at;
      },
      stop: (at: number) => SilentAudio.tones.push({ hertz: frequency.value, from, length: at - from }),
    };
  }
}

const vibrate = vi.fn<(pattern: number[]) => boolean>(() => true);
const touch = () => document.dispatchEvent(new Event('pointerdown'));

beforeEach(() => {
  SilentAudio.state = 'running';
  SilentAudio.tones.length = 0;
  SilentAudio.gains.length = 0;
  SilentAudio.resumed = 0;
  SilentAudio.changed = () => {};
  vibrate.mockClear();
  vi.stubGlobal('AudioContext', SilentAudio);
  vi.stubGlobal('navigator', { vibrate, userActivation: { hasBeenActive: true } });
});

function opened() {
  const feedback = openFeedback();
  touch();
  return feedback;
}

function heard(signal: Signal): Tone[] {
  opened().give(signal);
  return SilentAudio.tones;
}

describe('the four signals', () => {
  test.each(signals)('%s sounds as the table says, at once', (signal) => {
    expect(heard(signal)).toEqual(
      sounds[signal].notes.map(({ hertz, start, length }) => ({
        hertz,
        from: expect.closeTo(100 + start),
        length: expect.closeTo(length),
      })),
    );
  });

  /** What is between 500 and 1500 Hz: the pitch itself, or an overtone of a wave that has some. */
  const isHeardThroughEarProtection = (signal: Signal) =>
    sounds[signal].wave === 'sawtooth' || sounds[signal].notes.every(({ hertz }) => hertz >= 500 && hertz <= 1500);

  test.each(signals)('%s is heard through ear protection and by who hears high tones badly', (signal) => {
    expect(isHeardThroughEarProtection(signal)).toBe(true);
  });

  /** Long and short, one after the other: notes that begin together are one. */
  const rhythmOf = (signal: Signal) =>
    [...new Map(sounds[signal].notes.map(({ start, length }) => [start, length])).values()]
      .map((length) => (length >= 0.25 ? '—' : '·'))
      .join(' ');

  test.each<[Signal, rhythm: string]>([
    ['good', '·'],
    ['bad', '—'],
    ['ask', '· ·'],
    ['done', '· · —'],
  ])('%s has the rhythm %s in the ear and in the hand', (signal, rhythm) => {
    expect(rhythmOf(signal)).toBe(rhythm);
    const felt = buzzes[signal].filter((_, index) => index % 2 === 0).map((ms) => (ms >= 250 ? '—' : '·'));
    expect(felt.join(' ')).toBe(rhythm);
  });

  test('each begins and ends on another pitch than the others: who misses the rhythm hears that', () => {
    const pitches = signals.map((signal) => sounds[signal].notes.at(-1)?.hertz ?? 0).sort((a, b) => a - b);
    // A whole tone apart or more; the ear tells a tenth of that.
    expect(pitches.slice(1).every((pitch, index) => pitch / (pitches[index] ?? pitch) > 1.12)).toBe(true);
  });

  test('none is so long that it runs into the next scan of three in a second', () => {
    expect(Math.max(...signals.filter((signal) => signal !== 'bad').map(lengthOf))).toBeLessThan(0.6);
    expect(lengthOf('good')).toBeLessThan(0.15);
  });

  test.each<[tone: 'good' | 'bad' | 'ask', isDone: boolean, signal: Signal]>([
    ['good', false, 'good'],
    ['good', true, 'done'],
    ['bad', false, 'bad'],
    ['ask', false, 'ask'],
  ])('what was said %s, ending the task: %s, is the signal %s', (tone, isDone, signal) => {
    expect(signalOf({ tone, isDone })).toBe(signal);
  });
});

describe('sound that the browser keeps back', () => {
  test('a signal that could not be heard before the first touch is told, and so is that it can be heard now', () => {
    const feedback = openFeedback();
    feedback.give('bad');
    expect([SilentAudio.tones.length, feedback.isLocked.value]).toEqual([0, true]);
    touch();
    SilentAudio.changed();
    expect(feedback.isLocked.value).toBe(false);
  });

  test('what a phone call took away is told, and comes back with the next touch', () => {
    const feedback = opened();
    SilentAudio.state = 'interrupted';
    SilentAudio.changed();
    expect(feedback.isLocked.value).toBe(true);
    touch();
    expect(SilentAudio.resumed).toBe(1);
  });
});

test('louder is louder', () => {
  const feedback = opened();
  feedback.give('good');
  feedback.setLoudness('loud');
  feedback.give('good');
  const [normal = 0, loud = 0] = SilentAudio.gains;
  expect(loud).toBeGreaterThan(normal * 2);
});

describe('what is felt', () => {
  test('each signal as the table says', () => {
    const feedback = openFeedback();
    for (const signal of signals) feedback.give(signal);
    expect(vibrate.mock.calls.map(([pattern]) => pattern)).toEqual(signals.map((signal) => buzzes[signal]));
  });

  test('nothing before the first touch, which browsers refuse', () => {
    vi.stubGlobal('navigator', { vibrate, userActivation: { hasBeenActive: false } });
    openFeedback().give('good');
    expect(vibrate).not.toHaveBeenCalled();
  });
});

test('a device without sound and motor takes every signal in silence', () => {
  vi.stubGlobal('AudioContext', undefined);
  vi.stubGlobal('navigator', {});
  const feedback = opened();
  for (const signal of signals) feedback.give(signal);
  expect([SilentAudio.tones, feedback.isLocked.value]).toEqual([[], false]);
});
