// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openFeedback, type Signal } from '../../pwa/scanner/feedback.ts';

interface Tone {
  readonly hertz: number;
  readonly from: number;
  readonly length: number;
}

/** Writes down what would be heard. */
class SilentAudio {
  static state: AudioContextState | 'interrupted' = 'running';
  static readonly tones: Tone[] = [];
  static resumed = 0;
  readonly currentTime = 100;
  readonly destination = {};
  get state() {
    return SilentAudio.state;
  }
  async resume() {
    SilentAudio.resumed += 1;
    SilentAudio.state = 'running';
  }
  createGain() {
    return { gain: { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} }, connect: () => {} };
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
  SilentAudio.resumed = 0;
  vibrate.mockClear();
  vi.stubGlobal('AudioContext', SilentAudio);
  vi.stubGlobal('navigator', { vibrate, userActivation: { hasBeenActive: true } });
});

function heard(signal: Signal): Tone[] {
  const feedback = openFeedback();
  touch();
  feedback.give(signal);
  return SilentAudio.tones;
}

describe('what is heard', () => {
  test('right is one high and short tone, at once', () => {
    const [tone, ...others] = heard('good');
    expect(others).toEqual([]);
    expect(tone).toMatchObject({ from: 100 });
    expect(tone?.hertz).toBeGreaterThan(1000);
    expect(tone?.length).toBeLessThan(0.15);
  });

  test('wrong is low and long', () => {
    for (const tone of heard('bad')) {
      expect(tone.hertz).toBeLessThan(250);
      expect(tone.length).toBeGreaterThan(0.3);
    }
  });

  test('a question is the same tone twice, one after the other', () => {
    const [first, second] = heard('ask');
    expect(second?.hertz).toBe(first?.hertz);
    expect(second?.from).toBeGreaterThan((first?.from ?? 0) + (first?.length ?? 0));
  });

  test('done is a chord', () => {
    expect(new Set(heard('done').map(({ hertz }) => hertz)).size).toBe(3);
  });

  test('the check plays all four, none over another', () => {
    const feedback = openFeedback();
    touch();
    feedback.check();
    const starts = SilentAudio.tones.map(({ from }) => Math.floor((from - 99.99) / 0.8));
    expect([...new Set(starts)]).toEqual([0, 1, 2, 3]);
  });

  test('sound that a phone call took away comes back with the next touch', () => {
    openFeedback();
    SilentAudio.state = 'interrupted';
    touch();
    expect(SilentAudio.resumed).toBe(1);
  });
});

describe('what is felt', () => {
  test('right is short, wrong is long, a question is double', () => {
    const feedback = openFeedback();
    for (const signal of ['good', 'bad', 'ask'] as const) feedback.give(signal);
    const [good, bad, ask] = vibrate.mock.calls.map(([pattern]) => pattern);
    expect(good).toHaveLength(1);
    expect(bad?.[0]).toBeGreaterThan((good?.[0] ?? 0) * 5);
    expect(ask).toHaveLength(3);
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
  const feedback = openFeedback();
  touch();
  feedback.give('bad');
  feedback.check();
  expect(SilentAudio.tones).toEqual([]);
});
