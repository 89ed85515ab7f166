import type { ReadScanOptions } from './read-options.ts';
import { readPlain } from './read-plain.ts';
import { richReader } from './rich-reader.ts';
import type { ScanInput, ScanReading } from './scan.ts';

/** Classifies a text by its syntax alone, with all that there is to read it; see `readPlain`. Never throws. */
export function readScan(input: ScanInput, options: ReadScanOptions): ScanReading {
  return readPlain(input, options, richReader);
}
