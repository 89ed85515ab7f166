import type { ScanInput as ScanText } from '#shared/scan/scan.ts';

/**
 * One code as a device delivered it, before anybody looked into it. `at` is in milliseconds on the page's own clock
 * (`event.timeStamp`, `performance.now()`): good for order and distances, not a time of day.
 */
export interface ScanInput extends ScanText {
  readonly at: number;
  /** How long the camera's decoder took for the picture, in milliseconds. */
  readonly decodeMs?: number;
}
