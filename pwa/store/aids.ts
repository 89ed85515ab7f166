import type { Loudness } from '../scanner/feedback.ts';
import type { Signal } from '../scanner/signals.ts';

/** How fast what is to be done is read aloud. */
export type Pace = 'slow' | 'normal' | 'fast';

/** What a device does besides showing: set up on its own page, kept by it. */
export interface Aids {
  readonly loudness: Loudness;
  /** When somebody last listened to all signals, by the device's clock; null: nobody has. */
  readonly checkedAtMs: number | null;
  /** Which of them were not heard then. */
  readonly unheard: readonly Signal[];
  /** The key that presses the button for the next thing to do, by the browser's name; null: none. */
  readonly confirmKey: string | null;
  /** Who is read to, by badge, and how fast. */
  readonly paces: Readonly<Record<string, Pace>>;
}

/** Listening is due once a shift. */
const shiftMs = 12 * 60 * 60 * 1000;

export function isSoundDue(aids: Aids | undefined, nowMs: number): boolean {
  return nowMs - (aids?.checkedAtMs ?? 0) > shiftMs;
}
