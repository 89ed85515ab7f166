/** What a scan came to, as the ear and the hand learn it. `done` ends a task. */
export type Signal = 'good' | 'bad' | 'ask' | 'done';

/**
 * Tones as [Hz, start s, length s]: right is high and short, wrong is low and long, a question is double, done is a
 * chord.
 */
const tones: Readonly<Record<Signal, readonly (readonly [hertz: number, start: number, length: number])[]>> = {
  good: [[1760, 0, 0.09]],
  bad: [
    [196, 0, 0.45],
    [185, 0, 0.45],
  ],
  ask: [
    [880, 0, 0.09],
    [880, 0.16, 0.09],
  ],
  done: [
    [1047, 0, 0.22],
    [1319, 0.05, 0.22],
    [1568, 0.1, 0.25],
  ],
};

/** Milliseconds on, off, on…: one short buzz is right, a long one wrong. */
const buzzes: Readonly<Record<Signal, readonly number[]>> = {
  good: [40],
  bad: [420],
  ask: [60, 80, 60],
  done: [40, 50, 40, 50, 120],
};

const loudness = 0.35;
/** Rises and falls this fast, so that a tone does not click. */
const edgeSeconds = 0.008;

/** The order in which a worker who sets the volume hears them, and how far apart. */
const checked: readonly Signal[] = ['good', 'ask', 'bad', 'done'];
const checkGapSeconds = 0.8;

export interface Feedback {
  give(signal: Signal): void;
  /** All four, one after another: is the volume right, does the motor work? From within a touch. */
  check(): void;
}

/**
 * Tone and vibration for what a scan came to. Browsers let a page sound only after somebody touched it, so the first
 * touch or key makes it ready. Where there is no sound or no motor, the colour and the words on the screen are enough.
 */
export function openFeedback(page: Document = document): Feedback {
  let audio: AudioContext | null = null;

  function ready(): void {
    if (typeof AudioContext !== 'function') return;
    audio ??= new AudioContext({ latencyHint: 'interactive' });
    // iOS calls it "interrupted" when a call or the lock screen took the sound away.
    if (audio.state !== 'running') audio.resume().catch(() => {});
  }

  for (const event of ['pointerdown', 'keydown'] as const) page.addEventListener(event, ready, { capture: true });
  return {
    give: (signal) => {
      if (audio?.state === 'running') play(audio, signal, 0);
      buzz([buzzes[signal]], 0);
    },
    check: () => {
      ready();
      for (const [index, signal] of checked.entries()) if (audio) play(audio, signal, index * checkGapSeconds);
      buzz(
        checked.map((signal) => buzzes[signal]),
        checkGapSeconds * 1000,
      );
    },
  };
}

/** A browser that nobody has touched yet refuses to vibrate, and says so on its console. */
function buzz(patterns: readonly (readonly number[])[], everyMs: number): void {
  if (typeof navigator.vibrate !== 'function' || navigator.userActivation?.hasBeenActive === false) return;
  navigator.vibrate(patterns.flatMap((pattern) => [...pattern, ...restOf(pattern, everyMs)]));
}

/** The pause that fills a pattern up to the next one; patterns begin and end with a buzz. */
function restOf(pattern: readonly number[], everyMs: number): number[] {
  const lengthMs = pattern.reduce((sum, each) => sum + each, 0);
  return everyMs > lengthMs ? [everyMs - lengthMs] : [];
}

function play(audio: AudioContext, signal: Signal, delaySeconds: number): void {
  for (const [hertz, start, length] of tones[signal]) {
    const from = audio.currentTime + delaySeconds + start;
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    oscillator.type = signal === 'bad' ? 'sawtooth' : 'sine';
    oscillator.frequency.value = hertz;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(loudness, from + edgeSeconds);
    volume.gain.setValueAtTime(loudness, from + length - edgeSeconds);
    volume.gain.linearRampToValueAtTime(0, from + length);
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start(from);
    oscillator.stop(from + length);
  }
}
