import type { ScannerFinding } from './scanner-findings.ts';

/** What was learnt of a device's scanner: shown on the device, and to whoever looks after the devices. */
export interface ScannerReport {
  /** When, as the device's clock said: milliseconds since 1970. */
  readonly learntAt: number;
  readonly door: 'keys' | 'text' | 'both';
  /** What ends a scan: `Enter`, `Tab`, `Enter Enter` for CR and LF; empty for nothing; `mixed` where it is not always the same. */
  readonly ending: string;
  /** Between two keys, in milliseconds: on average, and at most. Both 0 where a code comes in one piece. */
  readonly gapMs: number;
  readonly largestGapMs: number;
  /**
   * How GS1 separators come: `control` as Ctrl+], `character` as U+001D, `number` as Alt+029, a function key by its name,
   * or the character that stands for them; empty where they are lost, null where no code told.
   */
  readonly separator: string | null;
  /** AIM identifiers are in front of all codes that were read. */
  readonly hasIdentifier: boolean;
  readonly findings: readonly ScannerFinding[];
}
