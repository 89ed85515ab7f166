/**
 * What a site or device says about its keyboard-wedge scanner. The numbers separate scanners from people: a USB
 * scanner sends a character every 3-10 ms, a slow Bluetooth one every 30-60 ms, a quick typist every 100 ms with
 * single pairs of 40 ms where two keys overlap.
 */
export interface WedgeProfile {
  /**
   * Shorter bursts are not scans. Characters, an AIM identifier included. Where it is less than four, those of fewer have
   * to be as fast as if only silence ended them: two fingers are as fast as a slow scanner.
   */
  readonly minLength: number;
  /** Keys that stand for the GS1 separator, by `event.key`. */
  readonly separatorKeys: readonly string[];
  /**
   * What each key stands for by its place, plain and with Shift, where the scanner presses keys of another layout than the
   * device's: `{ KeyQ: 'qQ' }`. Empty where both have the same one.
   */
  readonly places: Readonly<Record<string, string>>;
  /** The device leaves separators out: of what may have lost one, nothing is guessed. */
  readonly separatorsLost: boolean;
  /** The device sends each code twice in a row: both its outputs are on. */
  readonly isDoubled: boolean;
  /** Printable characters that the administrator set in place of the separator, such as `~` or `|`. */
  readonly separatorCharacters: readonly string[];
  /**
   * Whether the device ends its scans with Enter or Tab. `always`: silence never ends one, so a radio that stalls in
   * the middle of a code cannot make two codes of it. `unknown`: both ways count.
   */
  readonly suffix: 'unknown' | 'always';
  /** Limits for a burst that Enter or Tab ends, that key included. */
  readonly averageGapMs: number;
  readonly largestGapMs: number;
  /** Limits for a burst that only silence ends. */
  readonly silentAverageGapMs: number;
  readonly silentLargestGapMs: number;
  /** So long without a key, and a burst is over. */
  readonly silenceMs: number;
  /** With `suffix: 'always'`: so long may a device stall in the middle of a code. */
  readonly stallMs: number;
  /**
   * With `suffix: 'unknown'`: so long is a code without Enter kept after one that had it. Its other keys may be on their
   * way still, and half a code must not be told as one.
   */
  readonly suffixedStallMs: number;
}

export const defaultWedgeProfile: WedgeProfile = {
  minLength: 4,
  places: {},
  separatorsLost: false,
  isDoubled: false,
  separatorKeys: ['F8'],
  separatorCharacters: [],
  suffix: 'unknown',
  averageGapMs: 55,
  largestGapMs: 75,
  silentAverageGapMs: 25,
  silentLargestGapMs: 60,
  silenceMs: 85,
  stallMs: 400,
  suffixedStallMs: 1000,
};
