import type { ScanRefusal } from '#shared/scan/problems.ts';
import type { ReadScanOptions } from '#shared/scan/read-options.ts';
import { readScan } from '#shared/scan/read-scan.ts';

/** What a scanned text is kept under in the inbox, and why it looks misread, if it does. */
export interface CodeOfText {
  readonly code: string;
  readonly suspicion: ScanRefusal | null;
}

/** Only items are told apart by what is bound to their codes: one of the site's other codes names no goods. */
function ownCode(meant: readonly { readonly kind: string; readonly value: string }[]): CodeOfText | null {
  const value = meant.find(({ kind }) => kind === 'item')?.value;
  return value === undefined ? null : { code: value, suspicion: null };
}

/**
 * The code that a text stands for: the GTIN of a GS1 label, since the rest of it is of that one piece; else the text
 * itself. Null for what names no goods whatever is bound to it: command barcodes, plates by SSCC, unreadable texts.
 */
export function codeOf(text: string, options: ReadScanOptions, symbologyIdentifier?: string): CodeOfText | null {
  const scanned = { text, source: 'typed' as const, ...(symbologyIdentifier !== undefined && { symbologyIdentifier }) };
  const reading = readScan(scanned, options);
  switch (reading.kind) {
    case 'gs1': {
      const { gtin } = reading.label;
      return gtin === undefined ? null : { code: gtin, suspicion: null };
    }
    case 'gtin':
      return { code: reading.text, suspicion: null };
    case 'text':
      return { code: reading.text, suspicion: reading.suspicion ?? null };
    case 'badge':
      return { code: reading.text, suspicion: null };
    case 'own':
      return ownCode(reading.meant);
    case 'sscc':
    case 'command':
    case 'refused':
      return null;
  }
}
