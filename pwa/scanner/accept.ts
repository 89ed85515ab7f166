import { hasGs1CheckDigit } from '#shared/scan/check-digits.ts';
import type { SeenCode } from './seen-code.ts';

/** What to do about one picture: nothing yet, take a code as scanned, or ask which of several is meant. */
export type Acceptance =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'accepted'; readonly code: SeenCode }
  | { readonly kind: 'ask'; readonly codes: readonly SeenCode[] };

/** Symbologies whose own check is weak: believed when several lines or two pictures agree. */
const weak: readonly string[] = ['EAN13', 'EAN8', 'UPCA', 'Code39', 'ITF14', 'ITF', 'DataBarLtd'];
const linesToBelieve = 3;
const agreeWithinMs = 1000;
/** A code that was taken is not taken again until it has been out of view for this long. */
const awayMs = 1000;

/**
 * Decides which codes of a stream of pictures become scans. Weak symbologies need three lines or two pictures that
 * agree, numbers of trade items a right check digit, ITF fourteen digits; two codes in view are asked about, never
 * guessed. `at` in milliseconds on any clock that only goes forward.
 */
export class CodeGate {
  readonly #seenBefore = new Map<string, number>();
  readonly #taken = new Map<string, number>();

  /** Takes what one picture shows. */
  see(codes: readonly SeenCode[], at: number): Acceptance {
    const believed = new Map<string, SeenCode>();
    for (const code of codes) {
      if (!isSound(code)) continue;
      const key = keyOf(code);
      const agrees = at - (this.#seenBefore.get(key) ?? Number.NEGATIVE_INFINITY) <= agreeWithinMs;
      this.#seenBefore.set(key, at);
      if (isTakenAlready(this.#taken, key, at)) continue;
      if (agrees || code.lines >= linesToBelieve || !weak.includes(code.format)) believed.set(key, code);
    }
    const [first, ...others] = believed.values();
    if (!first) return { kind: 'nothing' };
    if (others.length > 0) return { kind: 'ask', codes: [first, ...others] };
    this.take(first, at);
    return { kind: 'accepted', code: first };
  }

  /** The code was taken as scanned, by itself or because a person chose it. */
  take(code: SeenCode, at: number): void {
    this.#taken.set(keyOf(code), at);
  }

  /** A new trigger: what was taken before may be taken again. */
  forget(): void {
    this.#taken.clear();
    this.#seenBefore.clear();
  }
}

/** Still in view, or gone too short a while: each sighting puts the moment off. */
function isTakenAlready(taken: Map<string, number>, key: string, at: number): boolean {
  const since = taken.get(key);
  if (since === undefined) return false;
  if (at - since > awayMs) {
    taken.delete(key);
    return false;
  }
  taken.set(key, at);
  return true;
}

function keyOf(code: SeenCode): string {
  return `${code.symbologyIdentifier}${code.text}`;
}

/** GTINs carry a check digit; an ITF that is no GTIN-14 may be a piece of a longer code. */
function isSound(code: SeenCode): boolean {
  if (code.text.length === 0) return false;
  switch (code.format) {
    case 'EAN13':
    case 'EAN8':
    case 'UPCA':
      return hasGs1CheckDigit(code.text);
    case 'ITF':
    case 'ITF14':
      return code.text.length === 14 && hasGs1CheckDigit(code.text);
    default:
      return true;
  }
}
