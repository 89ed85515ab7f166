import { signal } from '@preact/signals';
import type { ScannerReport } from '#shared/scan/scanner-report.ts';
import { defaultWedgeProfile, type WedgeProfile } from './wedge-profile.ts';

/** What the setting up of this device's scanner has taught, as it is kept on the device. */
export interface LearntWedge {
  readonly profile: Partial<WedgeProfile>;
  readonly report: ScannerReport;
  /** The server was told. */
  readonly isTold: boolean;
}

/** What is known of this device's scanner; null until it was set up. Whoever listens for scans follows it. */
export const learntWedge = signal<LearntWedge | null>(null);

/** How this device's scanner is, as far as it is known. */
export function profileHere(): WedgeProfile {
  return { ...defaultWedgeProfile, ...learntWedge.value?.profile };
}
