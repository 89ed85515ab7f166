import type { CodeKind, CodeRule } from './read-options.ts';

/**
 * What a company's own codes look like, written by an administrator: `LOC-[{X:1-12}]`, `P{9:6}`, `TRL{9:2}/[{9:1-2}]`.
 *
 * | written    | stands for                                                                        |
 * |------------|-----------------------------------------------------------------------------------|
 * | `{9:4}`    | four digits; `{9}` is one, `{9:2-6}` two to six                                   |
 * | `{A:2}`    | letters                                                                           |
 * | `{X:8}`    | letters and digits                                                                |
 * | `{*:1-20}` | any characters                                                                    |
 * | `[` … `]`  | the part that is looked up; without them all of it                                |
 * | `\{`       | a brace, bracket or backslash itself                                              |
 * | the rest   | itself; capitals and small letters are the same, since scanners differ in that    |
 *
 * No regular expressions: what an administrator writes can never keep a handheld busy. A pattern fits a whole code or not
 * at all, every part takes as much as it can, and that takes one look at each character for each part, whatever is written.
 */
export interface CodePattern {
  readonly parts: readonly Part[];
  /** The value begins before this part and ends before that one. */
  readonly from: number;
  readonly to: number;
}

interface Part {
  /** Whether a character may stand in it. */
  readonly fits: (character: string) => boolean;
  readonly least: number;
  readonly most: number;
}

/** Why a text is no pattern. `at`: 0-based, into the text. */
export interface PatternFault {
  readonly fault: 'syntax' | 'count' | 'value' | 'wide' | 'long';
  readonly at: number;
}

export const patternLimits = { text: 100, parts: 64, count: 64 } as const;

/** Reads what an administrator wrote. */
export function codePattern(text: string): CodePattern | PatternFault {
  if (text.length > patternLimits.text) return { fault: 'long', at: patternLimits.text };
  const parts: Part[] = [];
  let from: number | null = null;
  let to: number | null = null;
  let letters = 0;
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const [whole = '', kind = '', least = '1', , most = least] =
      /^\{([9AX*])(?::(\d{1,3})(-(\d{1,3}))?)?\}/.exec(rest) ?? [];
    if (whole !== '') {
      const part = { fits: classes[kind as ClassName], least: Number(least), most: Number(most) };
      if (part.most < 1 || part.least > part.most || part.most > patternLimits.count) return { fault: 'count', at };
      parts.push(part);
      at += whole.length;
    } else if (rest.startsWith('[') && from === null) {
      from = parts.length;
      at += 1;
    } else if (rest.startsWith(']') && from !== null && to === null) {
      to = parts.length;
      if (to === from) return { fault: 'value', at };
      at += 1;
    } else {
      const [written = '', escaped] = /^(?:\\([\\{}[\]])|[^\\{}[\]])/u.exec(rest) ?? [];
      if (written === '') return { fault: 'syntax', at };
      parts.push(literal(escaped ?? written));
      letters += 1;
      at += written.length;
    }
    if (parts.length > patternLimits.parts) return { fault: 'long', at };
  }
  if (parts.length === 0 || (from === null) !== (to === null)) return { fault: 'value', at: text.length };
  // Something has to tell these codes from all others: a fixed character, or at least how long they are.
  const isWide = letters === 0 && (parts.some(({ least, most }) => least < most) || parts.some(isAnything));
  return isWide ? { fault: 'wide', at: 0 } : { parts, from: from ?? 0, to: to ?? parts.length };
}

/**
 * The part of a code that is looked up; null where the pattern does not fit all of it. From the last part to the first it
 * is noted for each place how far the part may reach so that the rest fits, then the longest of them are taken.
 */
export function patternValue({ parts, from, to }: CodePattern, code: string): string | null {
  const characters = [...code];
  const { length } = characters;
  const none = -1;
  /** For each part and place: where the part ends at the latest, or none. */
  const endsOf: number[][] = [];
  let reachable = characters.map(() => none);
  reachable[length] = length;
  for (const part of [...parts].reverse()) {
    /** For each place, the last one up to it from which the rest fits. */
    const latest: number[] = [];
    for (let at = 0; at <= length; at += 1) latest[at] = reachable[at] === none ? (latest[at - 1] ?? none) : at;
    const ends: number[] = [];
    let run = 0;
    for (let at = length; at >= 0; at -= 1) {
      run = at < length && part.fits(characters[at] ?? '') ? run + 1 : 0;
      const end = latest[at + Math.min(run, part.most)] ?? none;
      ends[at] = end - at >= part.least ? end : none;
    }
    endsOf.unshift(ends);
    reachable = ends;
  }
  const places = [0];
  for (const [index, ends] of endsOf.entries()) places.push(ends[places[index] ?? none] ?? none);
  return places.includes(none) ? null : characters.slice(places[from], places[to]).join('');
}

/** What one pattern says that a code is. */
export interface MeantCode {
  readonly kind: CodeKind;
  readonly value: string;
  /** What the administrator calls such codes. */
  readonly name: string;
}

/** What patterns say that a code is, in their order; several may fit. Never throws: a pattern that cannot be read fits nothing. */
export function meantBy(code: string, rules: readonly CodeRule[]): readonly MeantCode[] {
  return rules.flatMap(({ name, kind, pattern }) => {
    const value = patternValue(compiled(pattern), code);
    return value === null ? [] : [{ kind, value, name }];
  });
}

type ClassName = '9' | 'A' | 'X' | '*';

const anything = (): boolean => true;

const classes: Readonly<Record<ClassName, Part['fits']>> = {
  '9': (character) => /^[0-9]$/.test(character),
  A: (character) => /^\p{L}$/u.test(character),
  X: (character) => /^[\p{L}0-9]$/u.test(character),
  '*': anything,
};

function isAnything({ fits }: Part): boolean {
  return fits === anything;
}

function literal(character: string): Part {
  const capital = character.toUpperCase();
  return { fits: (other) => other.toUpperCase() === capital, least: 1, most: 1 };
}

const nothing: CodePattern = { parts: [{ fits: () => false, least: 1, most: 1 }], from: 0, to: 1 };

/** A site has a few patterns, and each is read once. */
const known = new Map<string, CodePattern>();

function compiled(text: string): CodePattern {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size > 500) known.clear();
  const read = codePattern(text);
  const pattern = 'fault' in read ? nothing : read;
  known.set(text, pattern);
  return pattern;
}
