import { hasGs1CheckDigit } from '#shared/scan/check-digits.ts';
import type { Box } from './box.ts';
import type { SeenCode } from './seen-code.ts';
import { isMatrix, type Symbology } from './symbology.ts';

/** A code and what speaks for it. */
export interface Sighted {
  readonly code: SeenCode;
  /**
   * The different ways in which it was seen: what a way of preparing pictures makes of one blurred code it makes of it in
   * every picture, so seeing it twice in one way says no more than seeing it once.
   */
  readonly ways: ReadonlySet<string>;
  /** Whether so many lines of one unprepared picture said so that they need nothing else. */
  readonly isClear: boolean;
}

const linesToBelieve = 3;
/** Its own check lets more false ones pass than that of others. DataBar Expanded is better checked. */
const weaklyChecked = /^DataBar(?!Exp)/;

/** What is known of a code after it was seen once more. */
export function sightedAgain(before: Sighted | undefined, code: SeenCode): Sighted {
  const way = code.way ?? `plain ${before ? before.ways.size + 1 : 1}`;
  return {
    code,
    ways: new Set([...(before?.ways ?? []), way]),
    isClear: before?.isClear === true || isClear(code),
  };
}

/**
 * Whether a code is to be taken for what is printed. One that is not clear is not while another is read in the same place
 * that has as much for it: one of them is wrong.
 */
export function isBelieved(sighted: Sighted, all: Iterable<Sighted>): boolean {
  if (!isEnough(sighted)) return false;
  if (sighted.isClear && sighted.code.format !== 'UPCE') return true;
  for (const other of all) {
    if (other !== sighted && isRival(other.code, sighted.code) && other.ways.size * 3 > sighted.ways.size) return false;
  }
  return true;
}

/** One code however it is printed: a box may carry the same text as bars and as a matrix, and means one thing by it. */
export function keyOf({ text, symbologyIdentifier }: SeenCode): string {
  return (gs1Identifiers.includes(symbologyIdentifier) ? 'gs1:' : 'plain:') + text;
}

const gs1Identifiers = [']C1', ']e0', ']d2', ']Q3'];

/**
 * Numbers of trade items carry a check digit. An ITF that is no GTIN-14 may be a piece of a longer code, and counts only
 * where ITF of any length is asked for.
 */
export function isSound(code: SeenCode, formats: readonly Symbology[] = []): boolean {
  if (code.text.length === 0) return false;
  switch (code.format) {
    case 'EAN13':
    case 'EAN8':
    case 'UPCA':
    case 'UPCE':
      return hasGs1CheckDigit(code.text);
    case 'ITF':
    case 'ITF14':
      return isGtin14(code.text) || (formats.includes('ITF') && code.text.length >= shortestItf);
    default:
      return true;
  }
}

/** Two digits are found in any pattern of lines. */
const shortestItf = 4;

function isGtin14(text: string): boolean {
  return text.length === 14 && hasGs1CheckDigit(text);
}

function isEnough({ code, ways, isClear }: Sighted): boolean {
  if (code.format === 'ITF' && !isGtin14(code.text)) return isClear && ways.size > 1;
  if (code.format === 'UPCE') return ways.size + (isClear ? 1 : 0) > 2;
  return isClear || ways.size >= (weaklyChecked.test(code.format) ? 3 : 2);
}

/** Matrix codes correct their errors; what a single line of bars says may be wrong. */
function isClear(code: SeenCode): boolean {
  return isMatrix(code.format) || (code.way === undefined && code.lines >= linesToBelieve);
}

/** Two readings of one linear code: they lie on one another, or one just above the other. */
function isRival(one: SeenCode, other: SeenCode): boolean {
  if (isMatrix(one.format) || isMatrix(other.format) || !one.box || !other.box) return false;
  const [narrow, between] = [Math.min(widthOf(one.box), widthOf(other.box)), gap(one.box, other.box)];
  return between.across < 0 && between.down < narrow / 2;
}

function widthOf({ left, right }: Box): number {
  return right - left;
}

/** The distance of two boxes; below 0 where they overlap. Of a code that few lines were read of the box is but a line. */
function gap(one: Box, other: Box): { readonly across: number; readonly down: number } {
  return {
    across: Math.max(one.left, other.left) - Math.min(one.right, other.right),
    down: Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom),
  };
}
