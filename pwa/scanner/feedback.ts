import { type ReadonlySignal, signal } from '@preact/signals';
import { buzzes, type Signal, sounds } from './signals.ts';

/** For a hall where machines run, as loud as the device can. */
export type Loudness = 'normal' | 'loud';

const gains: Readonly<Record<Loudness, number>> = { normal: 0.35, loud: 1 };
/** Rises and falls this fast, so that a tone does not click. */
const edgeSeconds = 0.008;

export interface Feedback {
  give(signal: Signal): void;
  /** Makes sound ready as far as the browser lets it: from within a touch it does. */
  ready(): void;
  setLoudness(loudness: Loudness): void;
  /** A signal was not heard, or would not be: the browser lets the page sound again after a touch. */
  readonly isLocked: ReadonlySignal<boolean>;
}

/**
 * Tone and vibration for what a scan came to. Browsers let a page sound only after somebody touched it, and take the sound
 * away with a call or the lock screen; any touch or key makes it ready again. Where there is no sound or no motor, the
 * colour and the words on the screen are enough.
 */
export function openFeedback(page: Document = document): Feedback {
  let audio: AudioContext | null = null;
  let gain = gains.normal;
  const isLocked = signal(false);

  function ready(): void {
    if (typeof AudioContext !== 'function') return;
    if (!audio) {
      const opened = new AudioContext({ latencyHint: 'interactive' });
      opened.onstatechange = () => {
        isLocked.value = opened.state !== 'running';
      };
      audio = opened;
    }
    // iOS calls it "interrupted" when a call or the lock screen took the sound away.
    if (audio.state !== 'running') audio.resume().catch(() => {});
  }

  for (const event of ['pointerdown', 'keydown'] as const) page.addEventListener(event, ready, { capture: true });
  return {
    isLocked,
    ready,
    give: (given) => {
      if (audio?.state === 'running') play(audio, given, gain);
      else isLocked.value = typeof AudioContext === 'function';
      buzz(buzzes[given]);
    },
    setLoudness: (loudness) => {
      gain = gains[loudness];
    },
  };
}

/** A browser that nobody has touched yet refuses to vibrate, and says so on its console. */
function buzz(pattern: readonly number[]): void {
  if (typeof navigator.vibrate !== 'function' || navigator.userActivation?.hasBeenActive === false) return;
  navigator.vibrate([...pattern]);
}

function play(audio: AudioContext, given: Signal, gain: number): void {
  const { wave, notes } = sounds[given];
  for (const { hertz, start, length } of notes) {
    const from = audio.currentTime + start;
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    oscillator.type = wave;
    oscillator.frequency.value = hertz;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(gain, from + edgeSeconds);
    volume.gain.setValueAtTime(gain, from + length - edgeSeconds);
    volume.gain.linearRampToValueAtTime(0, from + length);
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start(from);
    oscillator.stop(from + length);
  }
}
