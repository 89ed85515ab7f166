/**
 * What a scan came to, as ear, hand and eye learn it. Four, because no more are told apart in noise:
 *
 * | signal | means                                    | ear                        | hand              | eye                      |
 * |--------|------------------------------------------|----------------------------|-------------------|--------------------------|
 * | `good` | right: understood, go on                 | one short high note        | one short         | green, thin frame, tick  |
 * | `bad`  | wrong: nothing was done, read why        | one long low rough note    | one long          | red, striped, cross      |
 * | `ask`  | look: the device wants to know something | the same middle note twice | two short         | amber and black, `?`     |
 * | `done` | what was begun is finished and kept      | three notes up, last long  | two short, a long | blue, double, two ticks  |
 *
 * Each pair differs in rhythm and in pitch, so one of the two is enough for whoever hears badly; ear and hand have the
 * same rhythm. All have much of their sound between 500 and 1500 Hz: ear protection takes away what is above, a
 * handheld's loudspeaker has nothing below, and most who hear badly hear that range best (ISO 7731, 6.2 and A).
 */
export type Signal = 'good' | 'bad' | 'ask' | 'done';

/** How something is told to ear, hand and eye. `isDone`: it ends what was begun. */
export function signalOf({
  tone,
  isDone,
}: {
  readonly tone: Exclude<Signal, 'done'>;
  readonly isDone?: boolean;
}): Signal {
  return isDone ? 'done' : tone;
}

/** In the order in which a worker hears them who tries the sound. */
export const signals: readonly Signal[] = ['good', 'bad', 'ask', 'done'];

interface Note {
  readonly hertz: number;
  /** Seconds after the first. */
  readonly start: number;
  /** Seconds. */
  readonly length: number;
}

interface SignalSound {
  /** `sawtooth` has overtones at every multiple of its pitch, `sine` and `triangle` hardly any. */
  readonly wave: OscillatorType;
  readonly notes: readonly Note[];
}

export const sounds: Readonly<Record<Signal, SignalSound>> = {
  good: { wave: 'triangle', notes: [{ hertz: 1319, start: 0, length: 0.09 }] },
  // Two pitches so near to each other beat, which sounds rough.
  bad: {
    wave: 'sawtooth',
    notes: [
      { hertz: 196, start: 0, length: 0.5 },
      { hertz: 208, start: 0, length: 0.5 },
    ],
  },
  ask: {
    wave: 'triangle',
    notes: [
      { hertz: 784, start: 0, length: 0.1 },
      { hertz: 784, start: 0.18, length: 0.1 },
    ],
  },
  done: {
    wave: 'triangle',
    notes: [
      { hertz: 659, start: 0, length: 0.08 },
      { hertz: 880, start: 0.12, length: 0.08 },
      { hertz: 1175, start: 0.24, length: 0.3 },
    ],
  },
};

/** Milliseconds on, off, on…; they begin and end with a buzz. */
export const buzzes: Readonly<Record<Signal, readonly number[]>> = {
  good: [50],
  bad: [450],
  ask: [80, 100, 80],
  done: [50, 70, 50, 70, 300],
};

/** Seconds until the last note has ended: who speaks waits for that. */
export function lengthOf(signal: Signal): number {
  return Math.max(...sounds[signal].notes.map(({ start, length }) => start + length));
}
