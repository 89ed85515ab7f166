import type { DocumentRow } from '../outside/books.ts';
import type { EventRow } from '../outside/sim-erp.ts';

/** When each thing was said of a version of a document, in ms; missing where nobody said it. */
interface Said {
  readonly issuedAtMs: number;
  readonly postedAtMs: number | undefined;
  readonly isReversed: boolean;
  readonly hasFailed: boolean;
}

/** The job that makes documents final looks every minute; after a restart at once. */
const slackMs = 150_000;

/**
 * The versions of a document follow each other: each is issued once, may be reversed once, which takes back exactly what
 * it said, and only then comes the next. What nobody reversed in time becomes final once and stays so, unless its ERP
 * rejected it. `nowMs`: when the world was looked at.
 */
export function checkVersions(
  rows: readonly DocumentRow[],
  events: readonly EventRow[],
  delayMs: number,
  nowMs: number,
): string[] {
  const wrong: string[] = [];
  const inOrder = Map.groupBy(
    [...rows].sort((a, b) => a.position - b.position),
    ({ documentNumber }) => documentNumber,
  );
  for (const [number, versions] of inOrder) {
    for (const [index, row] of versions.entries()) {
      const why = whyNotNext(row, index, versions[index - 1]);
      if (why) wrong.push(`${number}: row ${row.position} ${why}`);
    }
  }
  for (const row of rows) {
    const key = `${row.documentNumber}/${row.version}`;
    const said = whatWasSaid(key, events);
    const why = said ? whyNotFinal(row, said, delayMs, nowMs) : 'was never issued';
    if (why) wrong.push(`${key} ${why}`);
  }
  return wrong;
}

function whyNotNext(row: DocumentRow, index: number, before: DocumentRow | undefined): string | undefined {
  const { version, active, supersedes } = row;
  const expected = Math.floor(index / 2) + 1;
  if (version !== expected || active !== (index % 2 === 0)) {
    return `is version ${version}, ${active ? 'issued' : 'reversed'}: number ${index + 1} of its document`;
  }
  if (supersedes !== (version === 1 ? null : version - 1)) return `supersedes ${supersedes}`;
  const isTakenBack = active || JSON.stringify(row.lines) === JSON.stringify(before?.lines);
  return isTakenBack ? undefined : 'takes back something else than was said';
}

function whyNotFinal(row: DocumentRow, said: Said, delayMs: number, nowMs: number): string | undefined {
  const { issuedAtMs, postedAtMs, isReversed, hasFailed } = said;
  if (isReversed) return postedAtMs === undefined ? undefined : 'is final and was reversed';
  if ((row.postingStatus === 'posted') !== (postedAtMs !== undefined))
    return `is ${row.postingStatus}, not so its events`;
  if (postedAtMs !== undefined && postedAtMs < issuedAtMs + delayMs) return 'became final too early';
  const isDue = issuedAtMs + delayMs + slackMs < nowMs;
  if (!isDue || postedAtMs !== undefined) return undefined;
  return row.acknowledgement?.result === 'rejected' && hasFailed ? undefined : 'should be final by now';
}

function whatWasSaid(key: string, events: readonly EventRow[]): Said | undefined {
  const own = events.filter(({ event: { data } }) => `${data.documentNumber}/${data.version}` === key);
  const timesOf = (what: string): number[] =>
    own.filter(({ event }) => event.type.endsWith(`.${what}.v1`)).map(({ event }) => Date.parse(event.time));
  const [issuedAtMs] = timesOf('issued');
  if (issuedAtMs === undefined) return undefined;
  return {
    issuedAtMs,
    postedAtMs: timesOf('posted')[0],
    isReversed: timesOf('reversed').length > 0,
    hasFailed: timesOf('posting-failed').length > 0,
  };
}
