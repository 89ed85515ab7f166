import { groupSeparator } from './wedge-keys.ts';
import type { WedgeProfile } from './wedge-profile.ts';

/** How a burst came in: as keys, or as text without keys. */
export type Door = 'keys' | 'text';

/** Characters that followed each other quickly, and how quickly. Times in milliseconds of the page's clock. */
export interface Burst {
  readonly door: Door;
  text: string;
  /** The same where the keys are taken by their places, as the scanner meant them; see `places` of the profile. */
  sent: string;
  /** What came by each door, in the order in which it came: both the same where a device delivers a code twice. */
  readonly by: Record<Door, string>;
  /** The part an input method is still composing. */
  composing: string;
  startedAt: number;
  lastAt: number;
  /** Distances measured between keys: one less than keys. */
  gaps: number;
  largestGapMs: number;
  /** A held key, a shortcut, slow composing: a person. Nothing before the next silence is a scan. */
  spoilt: boolean;
  /** Came in one piece into a person's field, where only a terminator tells a scanner from a paste or a swipe. */
  needsTerminator: boolean;
  /** How many of the characters were told as typed already, when silence seemed to have ended them. */
  told: number;
  /** The characters landed in a person's field, which keeps those that are no scan. */
  isForField: boolean;
}

export function startBurst(at: number, door: Door): Burst {
  return {
    door,
    text: '',
    sent: '',
    by: { keys: '', text: '' },
    composing: '',
    startedAt: at,
    lastAt: at,
    gaps: 0,
    largestGapMs: 0,
    spoilt: false,
    needsTerminator: false,
    told: 0,
    isForField: false,
  };
}

/** One more key at this time. Several characters of one key event are one step. */
export function stepBurst(burst: Burst, at: number): void {
  const gapMs = Math.max(0, at - burst.lastAt);
  burst.gaps += 1;
  burst.largestGapMs = Math.max(burst.largestGapMs, gapMs);
  burst.lastAt = at;
}

/** The device stalled and goes on: the pause is not held against it. */
export function forgiveStall(burst: Burst, at: number): void {
  burst.startedAt += at - burst.lastAt;
  burst.lastAt = at;
}

export function burstText(burst: Burst): string {
  return burst.text + burst.composing;
}

/** One more character. `sent`: what the scanner meant by it. */
export function addText(burst: Burst, door: Door, text: string, sent: string): void {
  burst.text += text;
  burst.sent += sent;
  burst.by[door] += sent;
}

/**
 * The code of a burst. A device set up to send it as keys and as text too delivers both at once, one behind the other or
 * mingled; one of them may have lost the separators. One that is known to send each code twice is believed once.
 */
export function codeOf({ sent, by, composing }: Burst, { isDoubled }: WedgeProfile): string {
  if (isSameCode(by.keys, by.text + composing)) return longest(by.keys, by.text + composing);
  const code = sent + composing;
  const half = code.slice(code.length / 2);
  return isDoubled && half + half === code ? half : code;
}

/** Whether two deliveries are of one code. */
export function isSameCode(first: string, second: string): boolean {
  return first !== '' && withoutSeparators(first) === withoutSeparators(second);
}

const withoutSeparators = (text: string) => text.replaceAll(groupSeparator, '');

function longest(first: string, second: string): string {
  return second.length > first.length ? second : first;
}

/** Long enough for a code, and quick enough for one of that length. */
export function isScan(burst: Burst, profile: WedgeProfile): boolean {
  const { length } = [...burstText(burst)];
  return length >= profile.minLength && (length < surelyMany ? isMechanical(burst, profile) : isQuick(burst, profile));
}

const surelyMany = 4;

/** As fast as any scanner, slow Bluetooth ones included: enough when a terminator ends it. */
export function isQuick(burst: Burst, profile: WedgeProfile): boolean {
  return !burst.spoilt && averageGapMs(burst) <= profile.averageGapMs && burst.largestGapMs <= profile.largestGapMs;
}

/** So fast, or fast for so long, that it needs no terminator to be a machine's. */
export function isMechanical(burst: Burst, profile: WedgeProfile): boolean {
  if (burst.spoilt) return false;
  const average = averageGapMs(burst);
  const isFast = average <= profile.silentAverageGapMs && burst.largestGapMs <= profile.silentLargestGapMs;
  const isLong = isQuick(burst, profile) && average <= longAverageGapMs && [...burstText(burst)].length >= longCode;
  return isFast || isLong;
}

/** Quick fingers are as fast for a few keys, but twice as fast as the quickest typists for so many is nobody. */
const longCode = 12;
const longAverageGapMs = 45;

function averageGapMs(burst: Burst): number {
  return burst.gaps === 0 ? 0 : (burst.lastAt - burst.startedAt) / burst.gaps;
}
