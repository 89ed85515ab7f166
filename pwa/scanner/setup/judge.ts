import type { CalibrationCode } from '#shared/scan/calibration-codes.ts';
import type { ScannerFinding } from '#shared/scan/scanner-findings.ts';
import type { WedgeEvent } from '../wedge.ts';
import { isSameCode } from '../wedge-burst.ts';
import { groupSeparator } from '../wedge-keys.ts';
import { hear, type Piece, textOf } from './hear.ts';

/** Something that differs from what has to be sent. `detail`: what came, where that helps to find the setting. */
export interface Finding {
  readonly code: ScannerFinding;
  readonly detail: string;
}

/** What one scan of a known code told of the scanner. */
export interface Heard {
  /** As it came, for people to read. */
  readonly text: string;
  readonly findings: readonly Finding[];
  /** `both`: as keys and as text, which doubles it. */
  readonly door: 'keys' | 'text' | 'both';
  /** What came behind it: `Enter`, `Tab`, `Enter Enter` for CR and LF; empty for nothing. */
  readonly ending: string;
  readonly identifier: string;
  /** How separators came, see `Piece`, or the character that stood for them; null where the code has none or they were lost. */
  readonly separator: string | null;
  /** The keys have to be taken by their places. */
  readonly isPlaced: boolean;
  /** Distances between the keys, in milliseconds; none where all came at once. */
  readonly gapsMs: readonly number[];
}

/**
 * Holds what came against the code that was to be scanned. Null: that was another code, or somebody typing.
 */
export function judge(code: CalibrationCode, events: readonly WedgeEvent[]): Heard | null {
  const pieces = hear(events);
  const copies = copiesIn(pieces);
  const [copy] = copies;
  if (!copy) return null;
  const matched = matchWays(code, copy);
  if (!matched) return null;
  const doors = new Set(pieces.flatMap((piece) => (piece.kind === 'end' ? [] : [piece.door])));
  const doubled: Finding[] = copies.length > 1 ? [{ code: 'doubled', detail: textOf(copy) }] : [];
  return {
    ...matched,
    text: textOf(copy),
    findings: [...matched.findings, ...doubled],
    door: copies.length > 1 && doors.size > 1 ? 'both' : (copy[0]?.door ?? 'keys'),
    ending: endingOf(pieces),
    gapsMs: gapsOf(copy),
  };
}

type Sent = Exclude<Piece, { kind: 'end' }>;

/** The code as often as it came: behind each other, with an end between them or not, or by two doors at once. */
function copiesIn(pieces: readonly Piece[]): Sent[][] {
  const sent = pieces.filter((piece) => piece.kind !== 'end');
  const byKeys = sent.filter(({ door }) => door === 'keys');
  const byText = sent.filter(({ door }) => door === 'text');
  if (isSameCode(textOf(byKeys), textOf(byText))) {
    return [byKeys, byText].sort((one, other) => other.length - one.length);
  }
  const half = sent.slice(0, sent.length / 2);
  const rest = sent.slice(half.length);
  if (half.length > 1 && textOf(half) === textOf(rest)) return [half, rest];
  return sent.length === 0 ? [] : [sent];
}

/** What ends the last copy. A prefix that is an Enter ends nothing. */
function endingOf(pieces: readonly Piece[]): string {
  const lastSent = pieces.findLastIndex(({ kind }) => kind !== 'end');
  const ends = pieces.slice(lastSent + 1).flatMap((piece) => (piece.kind === 'end' ? [piece.as] : []));
  return ends.join(' ');
}

function gapsOf(sent: readonly Sent[]): number[] {
  return sent.slice(1).map(({ at }, index) => Math.max(0, at - (sent[index]?.at ?? at)));
}

type Matched = Pick<Heard, 'findings' | 'identifier' | 'separator' | 'isPlaced'>;

/** As the keys say, else by their places, else with letters in the wrong case, else garbled. */
function matchWays(code: CalibrationCode, copy: readonly Sent[]): Matched | null {
  const asSaid = match(code, copy, textOf(copy), code.sends);
  if (asSaid) return { ...asSaid, isPlaced: false };
  const asPlaced = match(code, copy, textOf(copy, 'placed'), code.sends);
  if (asPlaced) {
    const layout: Finding = { code: 'layout', detail: differencesIn(copy) };
    return { ...asPlaced, findings: [layout, ...asPlaced.findings], isPlaced: true };
  }
  for (const [finding, changed] of caseChanges) {
    const otherCase = match(code, copy, textOf(copy), changed(code.sends));
    if (otherCase) {
      const found: Finding = { code: finding, detail: textOf(copy) };
      return { ...otherCase, findings: [found, ...otherCase.findings], isPlaced: false };
    }
  }
  if (!isAlike(textOf(copy), code.sends)) return null;
  const garbled: Finding = { code: 'garbled', detail: textOf(copy) };
  return { findings: [garbled], identifier: '', separator: null, isPlaced: false };
}

const caseChanges: readonly (readonly [ScannerFinding, (text: string) => string])[] = [
  [
    'capsLock',
    (text) => text.replaceAll(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase())),
  ],
  ['lowerCase', (text) => text.toLowerCase()],
  ['upperCase', (text) => text.toUpperCase()],
];

/** What a text tells that has to be `expected`, an AIM identifier in front of it or not; null where it is something else. */
function match(
  code: CalibrationCode,
  copy: readonly Sent[],
  text: string,
  expected: string,
): Pick<Heard, 'findings' | 'identifier' | 'separator'> | null {
  const { identifier } = code;
  const isMarked = text.toLowerCase().startsWith(identifier.toLowerCase());
  const body = isMarked ? text.slice(identifier.length) : text;
  const told = { identifier: isMarked ? identifier : '' };
  const unmarked: Finding[] = isMarked ? [] : [{ code: 'identifierMissing', detail: '' }];
  const exact = code.sends.includes(groupSeparator)
    ? matchSeparated(copy, body, expected)
    : matchPlain(code, body, expected);
  return exact && { ...told, separator: exact.separator, findings: [...exact.findings, ...unmarked] };
}

type Exact = Pick<Heard, 'findings' | 'separator'>;

function matchPlain({ name }: CalibrationCode, body: string, expected: string): Exact | null {
  const found = (code: ScannerFinding, detail: string): Exact => ({ findings: [{ code, detail }], separator: null });
  if (body === expected) return { findings: [], separator: null };
  if (name === 'product' && body === expected.slice(0, -1)) return found('checkDigit', body);
  return body.includes(expected) ? found('extraText', body.replace(expected, ' … ').trim()) : null;
}

/** The first separator may stand in front as well: it is the FNC1 that a scanner passes on where it sends no identifier. */
function matchSeparated(copy: readonly Sent[], body: string, expected: string): Exact | null {
  const fields = expected.split(groupSeparator);
  const whole = body.startsWith(groupSeparator) ? body.slice(1) : body;
  if (whole === expected) {
    const separator = copy.findLast(({ kind }) => kind === 'separator');
    return { findings: [], separator: separator?.kind === 'separator' ? separator.as : null };
  }
  if (whole === fields.join('')) return { findings: [{ code: 'separatorLost', detail: '' }], separator: null };
  const between = fields.map(escaped).join('(.{1,6}?)');
  const [, by = '', ...others] = new RegExp(`^${between}$`, 's').exec(whole) ?? [];
  if (by !== '' && others.every((other) => other === by)) {
    const isUsable = [...by].length === 1 && !/[0-9A-Za-z\-/.]/.test(by);
    if (!isUsable) return { findings: [{ code: 'separatorUnusable', detail: by }], separator: null };
    return { findings: [{ code: 'separatorReplaced', detail: by }], separator: by };
  }
  const inside = whole.includes(expected) ? expected : fields.join('');
  if (!whole.includes(inside)) return null;
  const extra: Finding = { code: 'extraText', detail: whole.replace(inside, ' … ').trim() };
  const lost: Finding[] = inside === expected ? [] : [{ code: 'separatorLost', detail: '' }];
  return { findings: [extra, ...lost], separator: null };
}

function escaped(text: string): string {
  return text.replaceAll(/[^0-9A-Za-z]/g, '\\$&');
}

/** Which signs came as others: `# → £  / → -`. */
function differencesIn(copy: readonly Sent[]): string {
  const pairs = copy.flatMap((piece) =>
    piece.kind === 'character' && piece.text !== piece.placed ? [`${piece.placed} → ${piece.text}`] : [],
  );
  return [...new Set(pairs)].slice(0, 6).join('   ');
}

/** About as long, and half of its characters are there: the code, with signs that are others. */
function isAlike(text: string, expected: string): boolean {
  const same = [...expected].filter((character) => text.includes(character)).length;
  return Math.abs(text.length - expected.length) <= 5 && same * 2 >= expected.length;
}
