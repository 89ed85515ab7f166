import { hasGs1CheckDigit } from '#shared/scan/check-digits.ts';
import type { SeenCode } from './seen-code.ts';

/** What one more picture leads to. */
export interface Acceptance {
  /** The code to take as scanned, now. */
  readonly accepted: SeenCode | null;
  /** The codes to choose from, while it is open which one is meant; else empty. */
  readonly question: readonly SeenCode[];
}

/** Two pictures that show the same code within this time agree; a code is in view for `inViewMs` after its last. */
const agreeWithinMs = 1000;
const inViewMs = 500;
const linesToBelieve = 3;
/** A code that was taken is not taken again until it has been out of view for this long. */
const awayMs = 1000;
/** Two codes side by side for this long are asked about: at once enough, but not while the camera swings past. */
const askAfterMs = 700;
/** One of them was taken already: most likely the one that was meant, so there is no hurry to ask for the other. */
const askForAnotherAfterMs = 2000;
/** Nobody answered, and the codes are gone. Long enough for a hand that shakes while it reaches for the answer. */
const questionEndsMs = 2500;

interface Sighting {
  readonly code: SeenCode;
  readonly at: number;
  readonly isBelieved: boolean;
}

/**
 * Decides which codes of a stream of pictures become scans. Linear codes need three lines or two pictures that agree,
 * numbers of trade items a right check digit, ITF fourteen digits. Two different codes in view are asked about, never
 * guessed. `at` in milliseconds on any clock that only goes forward.
 */
export class CodeGate {
  readonly #sightings = new Map<string, Sighting>();
  /** When codes that were taken were last in view. */
  readonly #taken = new Map<string, number>();
  #togetherSince: number | null = null;
  #question: readonly SeenCode[] = [];
  #questionInViewAt = 0;

  /** Takes what one picture shows. */
  see(codes: readonly SeenCode[], at: number): Acceptance {
    this.#note(codes, at);
    const inView = [...this.#sightings].filter(([, seen]) => seen.isBelieved && at - seen.at <= inViewMs);
    this.#togetherSince = inView.length > 1 ? (this.#togetherSince ?? at) : null;
    const fresh = inView.filter(([key, seen]) => seen.at === at && !this.#taken.has(key));
    this.#endQuestion(inView, at);
    if (fresh.length > 0 && this.#question.length === 0) {
      const [only] = inView;
      if (inView.length === 1 && only) return { accepted: this.#take(only[1].code, at), question: [] };
      const patienceMs = inView.some(([key]) => this.#taken.has(key)) ? askForAnotherAfterMs : askAfterMs;
      const isTimeToAsk = at - (this.#togetherSince ?? at) >= patienceMs;
      if (isTimeToAsk) this.#ask(inView, at);
    }
    return { accepted: null, question: this.#question };
  }

  /** A person answered the question, or (null) none was meant. What is in view is not asked about again. */
  answer(at: number): void {
    for (const code of this.#question) this.#take(code, at);
    this.#question = [];
  }

  /** A new trigger: what was taken before may be taken again. */
  trigger(): void {
    this.#taken.clear();
    this.#sightings.clear();
    this.#togetherSince = null;
    this.#question = [];
  }

  #note(codes: readonly SeenCode[], at: number): void {
    for (const [key, seen] of this.#sightings) if (at - seen.at > agreeWithinMs) this.#sightings.delete(key);
    for (const [key, lastAt] of this.#taken) if (at - lastAt > awayMs) this.#taken.delete(key);
    for (const code of codes.filter(isSound)) {
      const key = keyOf(code);
      const agrees = this.#sightings.has(key);
      this.#sightings.set(key, { code, at, isBelieved: agrees || isSureAlone(code) });
      if (this.#taken.has(key)) this.#taken.set(key, at);
    }
  }

  #ask(inView: readonly (readonly [string, Sighting])[], at: number): void {
    this.#question = inView.map(([, seen]) => seen.code);
    this.#questionInViewAt = at;
  }

  /** A question ends when its codes are gone, or when the camera has moved on to another code. */
  #endQuestion(inView: readonly (readonly [string, Sighting])[], at: number): void {
    if (this.#question.length === 0) return;
    const asked = this.#question.map(keyOf);
    if (inView.some(([key]) => asked.includes(key))) this.#questionInViewAt = at;
    const movedOn = inView.length === 1 && inView.every(([key]) => !asked.includes(key));
    if (movedOn || at - this.#questionInViewAt > questionEndsMs) this.#question = [];
  }

  #take(code: SeenCode, at: number): SeenCode {
    this.#taken.set(keyOf(code), at);
    return code;
  }
}

/** One code however it is printed: a box may carry the same text as bars and as a matrix, and means one thing by it. */
function keyOf({ text, symbologyIdentifier }: SeenCode): string {
  return (gs1Identifiers.includes(symbologyIdentifier) ? 'gs1:' : 'plain:') + text;
}

const gs1Identifiers = [']C1', ']e0', ']d2', ']Q3'];

/** Matrix codes correct their errors; what a single line of bars says may be wrong. */
function isSureAlone(code: SeenCode): boolean {
  return code.format === 'DataMatrix' || code.format === 'QRCode' || code.lines >= linesToBelieve;
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
