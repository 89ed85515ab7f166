import type { CalibrationCode } from '#shared/scan/calibration-codes.ts';
import type { ScannerReport } from '#shared/scan/scanner-report.ts';
import type { WedgeProfile } from '../wedge-profile.ts';
import { defaultWedgeProfile } from '../wedge-profile.ts';
import { usPlaces } from './hear.ts';
import type { Finding, Heard } from './judge.ts';

/** What one code of the five told; null where the scanner cannot read it. */
export interface Read {
  readonly code: CalibrationCode;
  readonly heard: Heard | null;
}

/** What the framer is to know of this device from now on, what people are told, and what should be set otherwise. */
export interface Learnt {
  readonly profile: Partial<WedgeProfile>;
  readonly report: ScannerReport;
  readonly findings: readonly Finding[];
}

/** Puts together what the scans of the five codes told. A finding is named once, as it was seen first. */
export function learn(reads: readonly Read[], learntAt: number): Learnt {
  const all = reads.flatMap(({ heard }) => (heard ? [heard] : []));
  const ending = same(all.map((heard) => heard.ending));
  const gaps = all.flatMap(({ gapsMs }) => gapsMs);
  const gapMs = Math.round(averageOf(gaps));
  const largestGapMs = Math.round(Math.max(0, ...gaps));
  const findings = firstOfEach([
    ...all.flatMap((heard) => heard.findings),
    ...endingFindings(ending),
    ...speedFindings(gapMs, ending),
  ]);
  const codes = findings.map(({ code }) => code);
  const separator = separatorOf(reads);
  return {
    findings,
    report: {
      ...{ learntAt, ending, gapMs, largestGapMs, separator },
      door: all.some(({ door }) => door === 'both') ? 'both' : (all[0]?.door ?? 'keys'),
      hasIdentifier: all.every(({ identifier }) => identifier !== ''),
      findings: codes,
    },
    profile: {
      ...separatorProfile(separator),
      ...(isAlwaysEnded(ending) && { suffix: 'always' as const }),
      ...(isAlwaysEnded(ending) && gapMs <= quickMs && { minLength: shortest }),
      ...speedProfile(gapMs, largestGapMs, ending),
      isDoubled: codes.includes('doubled'),
      places: all.some(({ isPlaced }) => isPlaced) ? usPlaces : {},
      separatorsLost: separator === '',
    },
  };
}

const isAlwaysEnded = (ending: string) => ending !== '' && ending !== mixed;

/** The one that all have; `mixed` where they differ. */
function same(values: readonly string[]): string {
  const [first = ''] = values;
  return values.every((value) => value === first) ? first : mixed;
}

const mixed = 'mixed';

function separatorOf(reads: readonly Read[]): string | null {
  const told = reads.filter(({ code, heard }) => heard && (code.name === 'gs1' || code.name === 'matrix'));
  if (told.length === 0) return null;
  // One of them that lost it makes the device one that loses it.
  return told.some(({ heard }) => heard?.separator === null) ? '' : (told[0]?.heard?.separator ?? '');
}

function separatorProfile(separator: string | null): Partial<WedgeProfile> {
  if (separator === null || separator === '' || usualSeparators.includes(separator)) return {};
  return /^F\d/.test(separator) ? { separatorKeys: [separator] } : { separatorCharacters: [separator] };
}

const usualSeparators = ['control', 'character', 'number'];

function endingFindings(ending: string): Finding[] {
  if (ending === mixed) return [{ code: 'suffixSometimes', detail: '' }];
  return ending === '' ? [{ code: 'suffixMissing', detail: '' }] : [];
}

/**
 * Slower than what only silence ends may be: such a scanner needs its Enter. Slower than two quick fingers: its scans
 * could not be told from typing at all.
 */
function speedFindings(gapMs: number, ending: string): Finding[] {
  const most = isAlwaysEnded(ending) ? slowestMs : slowestSilentMs;
  if (gapMs > most) return [{ code: 'tooSlow', detail: String(gapMs) }];
  return gapMs > defaultWedgeProfile.silentAverageGapMs ? [{ code: 'slow', detail: String(gapMs) }] : [];
}

/** What the framer allows anyway is never taken back: a radio is not always as quick as it was when it was set up. */
function speedProfile(gapMs: number, largestGapMs: number, ending: string): Partial<WedgeProfile> {
  const usual = defaultWedgeProfile;
  const average = Math.round(gapMs * 1.4) + 4;
  const largest = Math.round(largestGapMs * 1.3) + 10;
  if (isAlwaysEnded(ending)) {
    return {
      averageGapMs: Math.min(slowestMs + 5, Math.max(usual.averageGapMs, average)),
      largestGapMs: Math.min(2 * slowestMs, Math.max(usual.largestGapMs, largest)),
    };
  }
  return {
    silentAverageGapMs: Math.min(slowestSilentMs, Math.max(usual.silentAverageGapMs, average)),
    silentLargestGapMs: Math.min(2 * slowestSilentMs, Math.max(usual.silentLargestGapMs, largest)),
    silenceMs: Math.min(400, Math.max(usual.silenceMs, 2 * largest)),
  };
}

/** Fingers that type as fast as they can: beyond these, scans are not told from them any more. */
const slowestMs = 75;
const slowestSilentMs = 45;
/** Below this nobody types two characters and Enter: codes of locations may be as short. */
const quickMs = 15;
const shortest = 2;

function averageOf(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

function firstOfEach(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ code }, index) => findings.findIndex((other) => other.code === code) === index);
}
