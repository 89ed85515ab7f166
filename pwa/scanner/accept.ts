import { isBelieved, isSound, keyOf, type Sighted, sightedAgain } from './believe.ts';
import { type Aim, aimOf } from './box.ts';
import type { SeenCode } from './seen-code.ts';

/** What one more picture leads to. */
export interface Acceptance {
  /** The code to take as scanned, now. */
  readonly accepted: SeenCode | null;
  /** The codes to choose from, while it is open which one is meant; else empty. */
  readonly question: readonly SeenCode[];
  /** A code would be taken if it is alone: all of the next picture has to be looked at. */
  readonly wantsWhole: boolean;
}

/** How a picture was looked at. */
export interface Look {
  /** Left out: for all codes in all of the picture. `some`: for those in a part of it, or of one kind. */
  readonly covers?: 'all' | 'some';
  /** The name of the way in which it was looked at. */
  readonly way?: string;
  /** Whether the step has a use for such a code. Left out: for every one. */
  readonly isExpected?: (code: SeenCode) => boolean;
}

/** Two pictures that show the same code within this time agree; a code is in view for `inViewMs` after its last. */
const agreeWithinMs = 1000;
const inViewMs = 500;
/**
 * A code that was taken is not taken again until it has been out of view for this long, and until so many looks that could
 * have shown it did not: on a slow device such a look comes less than once a second.
 */
const awayMs = 1000;
const looksInVain = 2;
/** A code beside the aiming window counts once it has been there alone for so long: it is not only passing. */
const besideMs = 300;
/** So does one that the step has no use for: then it is meant, and the worker hears what was expected instead. */
const unexpectedMs = 700;
/** Two codes side by side for this long are asked about: at once enough, but not while the camera swings past. */
const askAfterMs = 700;
/** One of them was taken already: most likely the one that was meant, so there is no hurry to ask for the other. */
const askForAnotherAfterMs = 2000;
/** Nobody answered, and the codes are gone. Long enough for a hand that shakes while it reaches for the answer. */
const questionEndsMs = 2500;

interface Sighting extends Sighted {
  readonly key: string;
  /** In view since then, last seen at. */
  readonly since: number;
  readonly at: number;
  /** The ways of looking that showed it. */
  readonly seenBy: ReadonlySet<string>;
  readonly isExpected: boolean;
  readonly aim: Aim;
}

/** A code that was taken: when it was last in view, the ways of looking that showed it, and since then did not. */
interface Taken {
  readonly at: number;
  readonly seenBy: ReadonlySet<string>;
  readonly inVain: number;
}

const nothing: Acceptance = { accepted: null, question: [], wantsWhole: false };

/**
 * Decides which codes of a stream of pictures become scans. What is believed of one picture, and of several, `believe.ts`
 * says.
 *
 * What is in the aiming window counts first: a code that lies wholly outside of it is passed over while there is one
 * inside, as one aims at a label among others. Two codes in the window, or cut by its edge, are asked about, never
 * guessed; so are two outside of it. A code that is alone counts also beside the window, a moment later. Nothing is
 * taken before all of a picture was looked at, so that a second code cannot go unnoticed beside a quick look.
 *
 * `at` in milliseconds on any clock that only goes forward.
 */
export class CodeGate {
  readonly #sightings = new Map<string, Sighting>();
  readonly #taken = new Map<string, Taken>();
  #togetherSince: number | null = null;
  /** When all of a picture was last looked at, and when the picture before this one. */
  #wholeAt = Number.NEGATIVE_INFINITY;
  #previousAt = Number.NEGATIVE_INFINITY;
  #question: readonly SeenCode[] = [];
  #questionInViewAt = 0;

  /** Takes what one picture shows. */
  see(codes: readonly SeenCode[], at: number, look: Look = {}): Acceptance {
    const { covers = 'all', way = '', isExpected = () => true } = look;
    this.#note(codes, at, way, isExpected);
    this.#noteTaken(codes.map(keyOf), at, way);
    if (covers === 'all') this.#wholeAt = at;
    const contenders = contendersOf([...this.#sightings.values()].filter((seen) => this.#isInView(seen, at)));
    this.#togetherSince = contenders.length > 1 ? (this.#togetherSince ?? at) : null;
    this.#endQuestion(contenders, at);
    // What one way of looking shows, the next may not: a code is of now that the picture before this one showed.
    const hasFresh = contenders.some(({ key, at: seenAt }) => seenAt >= this.#previousAt && !this.#taken.has(key));
    this.#previousAt = at;
    const [only, other] = contenders;
    if (this.#question.length === 0 && hasFresh && only) {
      if (!other) return this.#takeAlone(only, at);
      const patienceMs = contenders.some(({ key }) => this.#taken.has(key)) ? askForAnotherAfterMs : askAfterMs;
      if (at - (this.#togetherSince ?? at) >= patienceMs) this.#ask(contenders, at);
    }
    return { ...nothing, question: this.#question };
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

  /** Nobody looked for a while: what was in view then may be so still, and is not taken a second time for it. */
  resume(at: number): void {
    for (const [key, taken] of this.#taken) this.#taken.set(key, { ...taken, at, inVain: 0 });
    this.#sightings.clear();
    this.#togetherSince = null;
    this.#question = [];
  }

  #note(codes: readonly SeenCode[], at: number, way: string, isExpected: (code: SeenCode) => boolean): void {
    for (const [key, seen] of this.#sightings) if (at - seen.at > agreeWithinMs) this.#sightings.delete(key);
    for (const code of codes.filter((each) => isSound(each))) {
      const key = keyOf(code);
      const before = this.#sightings.get(key);
      const since = before?.since ?? at;
      const sighted = sightedAgain(before, code);
      const aim = aimOf(code.box);
      const seenBy = new Set([...(before?.seenBy ?? []), way]);
      this.#sightings.set(key, { ...sighted, key, since, at, seenBy, isExpected: isExpected(code), aim });
    }
  }

  #noteTaken(inView: readonly string[], at: number, way: string): void {
    for (const [key, taken] of this.#taken) {
      const inVain = taken.inVain + (taken.seenBy.size === 0 || taken.seenBy.has(way) ? 1 : 0);
      if (inView.includes(key)) this.#taken.set(key, { at, seenBy: new Set([...taken.seenBy, way]), inVain: 0 });
      else if (at - taken.at > awayMs && inVain >= looksInVain) this.#taken.delete(key);
      else this.#taken.set(key, { ...taken, inVain });
    }
  }

  /** A slow camera shows a code that only thorough looks find not every `inViewMs`: one of them has to have missed it. */
  #isInView(seen: Sighting, at: number): boolean {
    const isRecent = at - seen.at <= inViewMs || seen.at >= this.#wholeAt;
    return isRecent && isBelieved(seen, this.#sightings.values());
  }

  #takeAlone(only: Sighting, at: number): Acceptance {
    if (at - only.since < settlingMs(only)) return nothing;
    if (this.#wholeAt < only.since) return { ...nothing, wantsWhole: true };
    return { ...nothing, accepted: this.#take(only.code, at) };
  }

  #ask(contenders: readonly Sighting[], at: number): void {
    this.#question = contenders.map(({ code }) => code);
    this.#questionInViewAt = at;
  }

  /** A question ends when its codes are gone, or when the camera has moved on to another code. */
  #endQuestion(contenders: readonly Sighting[], at: number): void {
    if (this.#question.length === 0) return;
    const asked = this.#question.map(keyOf);
    if (contenders.some(({ key }) => asked.includes(key))) this.#questionInViewAt = at;
    const movedOn = contenders.length === 1 && contenders.every(({ key }) => !asked.includes(key));
    if (movedOn || at - this.#questionInViewAt > questionEndsMs) this.#question = [];
  }

  #take(code: SeenCode, at: number): SeenCode {
    const seenBy = this.#sightings.get(keyOf(code))?.seenBy ?? new Set();
    this.#taken.set(keyOf(code), { at, seenBy, inVain: 0 });
    return code;
  }
}

/** Which of the codes in view could be meant: those aimed at, if there are any; of them those that are of use. */
function contendersOf(inView: readonly Sighting[]): readonly Sighting[] {
  const aimed = inView.filter(({ aim }) => aim !== 'outside');
  const meant = aimed.length > 0 ? aimed : inView;
  const expected = meant.filter((seen) => seen.isExpected);
  return expected.length > 0 ? expected : meant;
}

/** How long a code has to be in view until it counts. */
function settlingMs({ aim, isExpected }: Sighting): number {
  if (!isExpected) return unexpectedMs;
  return aim === 'outside' ? besideMs : 0;
}
