import type { Examined } from './examine.ts';
import { hexRows, visibleLine } from './visible-text.ts';

/** Where scans were examined: what whoever reads the report cannot see. */
export interface ReportHead {
  readonly device: string;
  readonly version: string;
  readonly browser: string;
  readonly at: string;
}

/**
 * What was examined, newest first, as plain text for a mail. In English whoever works here: it is read by who sets up
 * scanners, with the maker's handbook beside it.
 */
export function reportOf(head: ReportHead, examined: readonly Examined[]): string {
  const { device, version, browser, at } = head;
  const about = [`Tallyman scan lab`, `device ${device}, version ${version}, ${at}`, browser];
  return [about.join('\n'), ...examined.map(scanLines)].join('\n\n');
}

function scanLines(one: Examined): string {
  const { number, scan, channel, identifier, symbology, keys, reading, elements, warnings, meanings } = one;
  const problem =
    reading.kind === 'refused' ? ` ${reading.refusal.code} ${JSON.stringify(reading.refusal.params ?? {})}` : '';
  const lines = [
    `#${number} ${visibleLine(scan.text)}`,
    `bytes     ${hexRows(scan.text, 16).join('\n          ')}`,
    `symbology ${[identifier ?? 'not told', symbology].filter(Boolean).join(' ')}`,
    `channel   ${channel}`,
    keys &&
      `keys      ${keys.keys.join(' ')}\n          ${keys.keys.length} in ${round(keys.spanMs)} ms, median gap ${round(keys.medianGapMs)} ms, longest ${round(keys.longestGapMs)} ms, ended by ${keys.endedBy ?? 'silence'}`,
    `read as   ${reading.kind}${problem}`,
    ...elements.map(
      ({ ai, title, value, means }) =>
        `          (${ai}) ${title ?? '-'}: ${visibleLine(value)}${means === null ? '' : ` = ${means}`}`,
    ),
    ...warnings.map(
      ({ ai, needs }) => `          (${ai}) should come with ${needs.map((all) => all.join('+')).join(' or ')}`,
    ),
    `may be    ${meanings.map(({ kind }) => kind).join(', ')}`,
    `time      ${timesOf(one)}`,
  ];
  return lines.filter(Boolean).join('\n');
}

function timesOf({ waitMs, verdictMs, scan }: Examined): string {
  const parts = [
    waitMs !== null && `${round(waitMs)} ms after the last key`,
    scan.decodeMs !== undefined && `${round(scan.decodeMs)} ms to decode`,
    `${round(verdictMs)} ms to the verdict`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** To a tenth of a millisecond: browsers tell no more. */
export function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
