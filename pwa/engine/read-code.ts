import type { ReadScanOptions } from '#shared/scan/read-options.ts';
import { readPlain } from '#shared/scan/read-plain.ts';
import type { ScanInput, ScanReading } from '#shared/scan/scan.ts';

/**
 * Reads a code. What reads GS1 labels with several fields and the site's own codes is fetched with the first of them; the
 * service worker has put it by before, so that it needs no network.
 */
export async function readCode(input: ScanInput, options: ReadScanOptions): Promise<ScanReading> {
  const reading = readPlain(input, options, null);
  if (reading !== null) return reading;
  const { richReader } = await import('#shared/scan/rich-reader.ts');
  return readPlain(input, options, richReader);
}
