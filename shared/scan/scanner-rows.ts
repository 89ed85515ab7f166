import type { ScannerReport } from './scanner-report.ts';

/** A line of what is known of a scanner: keys of its locale table, or a text that is the same in every language. */
export interface ReportRow {
  readonly label: ReportLabel;
  readonly said:
    | { readonly key: ReportKey; readonly params?: Readonly<Record<string, number>> }
    | { readonly text: string };
  readonly isBad: boolean;
}

type ReportLabel = `scannerSetup.${'door' | 'ending' | 'gap' | 'separator' | 'identifier'}`;

type ReportKey =
  | `scannerSetup.door.${'keys' | 'text' | 'both'}`
  | `scannerSetup.ending.${'none' | 'mixed'}`
  | `scannerSetup.gap.${'ms' | 'none'}`
  | `scannerSetup.separator.${'control' | 'character' | 'number' | 'lost' | 'untried'}`
  | `scannerSetup.identifier.${'yes' | 'no'}`;

/** What is known of a scanner, line by line. */
export function reportRows({
  door,
  ending,
  gapMs,
  largestGapMs,
  separator,
  hasIdentifier,
}: ScannerReport): ReportRow[] {
  return [
    { label: 'scannerSetup.door', said: { key: `scannerSetup.door.${door}` }, isBad: door === 'both' },
    { label: 'scannerSetup.ending', said: endingOf(ending), isBad: ending === '' || ending === 'mixed' },
    {
      label: 'scannerSetup.gap',
      said:
        largestGapMs === 0
          ? { key: 'scannerSetup.gap.none' }
          : { key: 'scannerSetup.gap.ms', params: { ms: gapMs, most: largestGapMs } },
      isBad: false,
    },
    { label: 'scannerSetup.separator', said: separatorOf(separator), isBad: separator === '' },
    {
      label: 'scannerSetup.identifier',
      said: { key: hasIdentifier ? 'scannerSetup.identifier.yes' : 'scannerSetup.identifier.no' },
      isBad: !hasIdentifier,
    },
  ];
}

function endingOf(ending: string): ReportRow['said'] {
  if (ending === '') return { key: 'scannerSetup.ending.none' };
  return ending === 'mixed' ? { key: 'scannerSetup.ending.mixed' } : { text: ending };
}

function separatorOf(separator: string | null): ReportRow['said'] {
  switch (separator) {
    case null:
      return { key: 'scannerSetup.separator.untried' };
    case '':
      return { key: 'scannerSetup.separator.lost' };
    case 'control':
    case 'character':
    case 'number':
      return { key: `scannerSetup.separator.${separator}` };
    default:
      return { text: separator };
  }
}
