import type { ScanInput } from './scan-input.ts';
import {
  addText,
  type Burst,
  burstText,
  codeOf,
  type Door,
  forgiveStall,
  isMechanical,
  isQuick,
  isSameCode,
  isScan,
  startBurst,
  stepBurst,
} from './wedge-burst.ts';
import {
  groupSeparator,
  type KeyMeaning,
  placedCharacter,
  readCharacter,
  readKey,
  unreadable,
  type WedgeKeyDown,
  type WedgeTarget,
} from './wedge-keys.ts';
import { defaultWedgeProfile, type WedgeProfile } from './wedge-profile.ts';

/** What reaches the framer, whichever door of the browser it came through. `at` is `event.timeStamp`. */
export type WedgeEvent = WedgeKeyDown | WedgeKeyUp | WedgeTextInput | WedgeComposition;

interface WedgeKeyUp {
  readonly type: 'keyup';
  readonly at: number;
  readonly key: string;
}

/** Text that was put in without a key of its own: a soft keyboard, a paste. */
interface WedgeTextInput {
  readonly type: 'text';
  readonly at: number;
  readonly text: string;
  readonly target: WedgeTarget;
  readonly pasted: boolean;
}

/** What an input method has composed so far, and at last for good. */
interface WedgeComposition {
  readonly type: 'composition';
  readonly at: number;
  readonly text: string;
  readonly target: WedgeTarget;
  readonly ended: boolean;
}

export interface WedgeVerdict {
  readonly scans: readonly ScanInput[];
  /** Codes of a device that ends each with Enter or Tab, but not these: halves, or it was set to something else. */
  readonly cut: readonly string[];
  /** Keys of a person that no field takes, in order, as soon as they cannot be a scanner's: characters, Backspace, Enter. */
  readonly typed: readonly string[];
  /** The key is the scanner's: the browser must do nothing with it (submit, press, move the focus, reload). */
  readonly swallow: boolean;
  /** This event is the first of a burst: what the focused field held before it is worth remembering. */
  readonly began: boolean;
  /** A burst that ended was a scanner's: put back what the field held when it began. */
  readonly undo: boolean;
}

export interface WedgeFramer {
  feed(event: WedgeEvent): WedgeVerdict;
  /**
   * A code came whole by another way, such as the camera. Whether it is news: the scanner may have delivered the same one
   * in this moment, or be about to.
   */
  admit(code: { readonly text: string; readonly at: number }): boolean;
  /** Time has passed without an event. */
  tick(now: number): WedgeVerdict;
  /**
   * When `tick` is due; undefined while nothing is under way. `heardAt`: when the page was last busy with an event. Silence
   * begins only when the page listens again, and where one key came late, the next may be as late.
   */
  deadline(heardAt?: number): number | undefined;
}

/**
 * Tells a scanner's bursts from a person's typing, whatever has the focus, and gives each scan's text with every
 * separator in it. Pure: same events, same answer. A scan ends with Enter or Tab or, unless the profile forbids it,
 * with silence. Text that a person typed before a burst is no part of the scan. Every key is told once: in a scan, as
 * typed, or not at all where it is a piece of a scan that did not arrive whole.
 */
export function createWedgeFramer(changes: Partial<WedgeProfile> = {}): WedgeFramer {
  const profile: WedgeProfile = { ...defaultWedgeProfile, ...changes };
  let burst: Burst | undefined;
  let altDigits: string | undefined;
  /** The last real key's character: the `input` event that follows it is an echo, not more text. */
  let echo: string | undefined;
  /** Until then an Enter or Tab is the rest of the scan before it (CR and LF, a suffix that came late). */
  let suffixUntil = Number.NEGATIVE_INFINITY;
  let last: { readonly text: string; readonly door: Door | 'whole'; readonly at: number } | undefined;
  /**
   * The last burst that silence ended, and whether fields were put back then. Its next key proves, by the key's own time,
   * whether the silence was the scanner's.
   */
  let silenced: { readonly burst: Burst; readonly isUndone: boolean } | undefined;

  /** The last scan was ended by Enter or Tab: what has none yet is probably not whole. */
  let isSuffixed = false;

  /** How long a key may keep away from the code before it, by the keys' own times, and still be part of it. */
  const stallMs = () => (profile.suffix === 'always' ? profile.stallMs : profile.silenceMs);

  /** How long silence lasts before it ends a whole code: keys may have been pressed that the page was not told of yet. */
  const patienceMs = () => (isSuffixed && profile.suffix !== 'always' ? profile.suffixedStallMs : stallMs());

  /** Ends the burst under way if it has been silent at `at`, and whole codes only when that lasted for so long. */
  function lapse(at: number, wholeMs: number): Answer {
    if (burst === undefined || at - burst.lastAt < profile.silenceMs) return {};
    if (burst.composing !== '') {
      burst.spoilt = true;
      burst.lastAt = at;
      return {};
    }
    if (at - burst.lastAt < wholeMs && isWhole(burst)) return {};
    const ended = burst;
    burst = undefined;
    const isCode = isWhole(ended) && !ended.needsTerminator;
    silenced = { burst: ended, isUndone: isCode };
    if (isCode && profile.suffix === 'always') return { cut: [codeOf(ended, profile)], undo: true };
    if (!isCode) return { typed: typedIn(ended) };
    suffixUntil = ended.lastAt + lateSuffixMs;
    isSuffixed = false;
    return deliver(ended, ended.lastAt);
  }

  /** Long and fast enough to be a code without any terminator. */
  function isWhole(candidate: Burst): boolean {
    return isScan(candidate, profile) && isMechanical(candidate, profile);
  }

  /** The keys of a burst that was no scan, unless they are a piece of one: too fast for a person, or right behind a scan. */
  function typedIn(ended: Burst): string[] {
    const isPiece = isScanners(ended) || ended.startedAt <= suffixUntil;
    const untold = [...ended.text].slice(ended.told);
    ended.told += untold.length;
    return isPiece || ended.isForField ? [] : untold;
  }

  function isScanners(ended: Burst): boolean {
    return isScan(ended, profile) || (burstText(ended).length > 1 && isMechanical(ended, profile));
  }

  /** The burst this event belongs to, begun if there is none. What one put into fields that goes on is still there. */
  function join(at: number, door: Door): { readonly burst: Burst; readonly began: boolean } {
    if (burst === undefined) {
      const cut = cutBefore(at, door);
      burst = cut?.burst ?? startBurst(at, door);
      return { burst, began: cut?.isUndone ?? true };
    }
    advance(burst, at);
    return { burst, began: false };
  }

  /** The machine stopped in the middle of a scan and seemed silent: what comes now is the rest of that scan. */
  function cutBefore(at: number, door: Door): typeof silenced {
    const cut = silenced;
    silenced = undefined;
    if (cut === undefined || cut.burst.door !== door || cut.burst.spoilt) return undefined;
    if (at - cut.burst.lastAt >= profile.silenceMs) return undefined;
    stepBurst(cut.burst, at);
    return cut;
  }

  /** A burst that is still there after a silence was kept on purpose: its device stalled. */
  function advance(current: Burst, at: number): void {
    if (at - current.lastAt >= profile.silenceMs && !current.spoilt) forgiveStall(current, at);
    else stepBurst(current, at);
  }

  function deliver(ended: Burst, at: number): Answer {
    const text = codeOf(ended, profile);
    const isNews = isNew(text, ended.door, ended.startedAt);
    last = { text, door: ended.door, at };
    const scan = { text, source: 'wedge', at, ...(profile.separatorsLost && { separatorsLost: true }) } as const;
    return { scans: isNews ? [scan] : [], undo: true };
  }

  /** A device set up to send a code both as keys and as text delivers it twice, and the camera may see it as well. */
  function isNew(text: string, door: Door | 'whole', at: number): boolean {
    const isAgain = last !== undefined && isSameCode(last.text, text) && at - last.at < sameScanMs;
    return !isAgain || (last?.door === door && !profile.isDoubled);
  }

  /**
   * Enter or Tab arrived; `asTyped`: what it is when a person pressed it. Also a burst too short for a scan may be a
   * scanner's; its Enter must press nothing.
   */
  function end(at: number, asTyped: readonly string[]): Answer {
    const ended = burst;
    burst = undefined;
    silenced = undefined;
    if (ended === undefined) return at <= suffixUntil ? { swallow: true } : { typed: asTyped };
    advance(ended, at);
    const scanned = isScan(ended, profile);
    const swallow = isScanners(ended) || ended.startedAt <= suffixUntil;
    const typed = swallow ? [] : [...typedIn(ended), ...asTyped];
    if (swallow) suffixUntil = at + profile.largestGapMs;
    if (scanned) isSuffixed = true;
    return scanned ? { ...deliver(ended, at), swallow } : { undo: swallow, swallow, typed };
  }

  /** `swallow`: the character came in the middle of a burst, or no person types it. */
  function add(meaning: KeyMeaning, at: number, door: Door, target: WedgeTarget, placed?: string): Answer {
    const wasBursting = isBursting();
    const text = textOf(meaning, wasBursting);
    if (text === undefined) {
      const typed = burst === undefined ? [] : typedIn(burst);
      burst = undefined;
      return { typed };
    }
    const joined = join(at, door);
    addText(joined.burst, door, text, placed ?? text);
    if (target === 'field') joined.burst.isForField = true;
    return { began: joined.began, swallow: wasBursting || meaning.kind === 'separator' };
  }

  /** Two characters or more at a scanner's speed. */
  function isBursting(): boolean {
    return burst !== undefined && burstText(burst).length > 1 && isQuick(burst, profile);
  }

  function keyDown(event: WedgeKeyDown): Answer {
    const meaning = readKey(event, profile);
    if (meaning.kind === 'nothing') {
      if (event.key === 'Unidentified' || event.key === 'Process') echo = undefined;
      return {};
    }
    if (event.repeat) {
      const held = join(event.at, 'keys');
      held.burst.spoilt = true;
      return { began: held.began };
    }
    if (meaning.kind === 'alt') {
      altDigits = meaning.digit === '' ? '' : (altDigits ?? '') + meaning.digit;
      return { began: join(event.at, 'keys').began };
    }
    echo = meaning.kind === 'character' ? meaning.text : undefined;
    const ends = meaning.kind === 'terminator' || (isControlTerminator(meaning) && isBursting());
    if (ends) return end(event.at, ownKeyIn(event));
    const isAmongScanned = burst !== undefined && isScanners(burst);
    const placed = meaning.kind === 'character' ? placedCharacter(event, profile) : undefined;
    const added = add(meaning, event.at, 'keys', event.target, placed);
    if (meaning.kind !== 'character') return isAmongScanned ? added : merge(added, { typed: ownKeyIn(event) });
    if (event.target === 'page') return added;
    // Nobody reads what stands in the sink, and each character put there costs a slow device more than hearing its key.
    const swallow = event.target === 'sink' && meaning.text === event.key;
    if (swallow) echo = undefined;
    return { ...added, swallow };
  }

  /** Alt came up: the number typed meanwhile is a character. */
  function keyUp(at: number, key: string): Answer {
    if (key !== 'Alt' || altDigits === undefined) return {};
    const code = Number(altDigits);
    altDigits = undefined;
    if (code < 1 || code > 255) return {};
    echo = String.fromCharCode(code);
    const meaning = readCharacter(echo, profile);
    return meaning.kind === 'terminator' ? end(at, []) : { ...add(meaning, at, 'keys', 'page'), swallow: true };
  }

  function isEcho(event: WedgeEvent): boolean {
    if (event.type !== 'text' || event.text !== echo) return false;
    echo = undefined;
    return true;
  }

  function text(event: WedgeTextInput): Answer {
    if (event.pasted && event.target === 'field') {
      burst = undefined;
      return {};
    }
    let answer: Answer = {};
    for (const character of event.text) {
      const meaning = readCharacter(character, profile);
      const isEnd = meaning.kind === 'terminator';
      answer = merge(answer, isEnd ? end(event.at, []) : add(meaning, event.at, 'text', event.target));
    }
    if (burst !== undefined && event.target === 'field' && [...event.text].length > 1) burst.needsTerminator = true;
    return answer;
  }

  function compose(event: WedgeComposition): Answer {
    const joined = join(event.at, 'text');
    joined.burst.composing = event.ended ? '' : event.text;
    if (event.ended) addText(joined.burst, 'text', event.text, event.text);
    if (event.target === 'field') {
      joined.burst.needsTerminator = true;
      joined.burst.isForField = true;
    }
    return { began: joined.began };
  }

  function answerTo(event: WedgeEvent): Answer {
    switch (event.type) {
      case 'keydown':
        return keyDown(event);
      case 'keyup':
        return keyUp(event.at, event.key);
      case 'text':
        return text(event);
      case 'composition':
        return compose(event);
    }
  }

  return {
    feed(event) {
      // An echo carries the time it was told of, which on a busy page is long after its key: it ends no burst.
      if (isEcho(event)) return noVerdict;
      const before = lapse(event.at, stallMs());
      return { ...noVerdict, ...merge(before, answerTo(event)) };
    },
    admit({ text, at }) {
      const isNews = isNew(text, 'whole', at);
      last = { text, door: 'whole', at };
      return isNews;
    },
    tick: (now) => ({ ...noVerdict, ...lapse(now, patienceMs()) }),
    deadline: (heardAt = Number.NEGATIVE_INFINITY) => {
      const isOfPerson = burst?.spoilt && burst.composing !== '';
      if (burst === undefined || isOfPerson) return undefined;
      const lateMs = Math.max(0, heardAt - burst.lastAt);
      const quietMs = isWhole(burst) ? patienceMs() : profile.silenceMs;
      return burst.lastAt + lateMs + quietMs + Math.min(lateMs, nextLateMs);
    },
  };
}

/** What comes twice within this time by two ways was scanned once. */
const sameScanMs = 300;

/** No page is so slow that silence is not believed after this. */
const nextLateMs = 600;

/** A suffix may lag so far behind a scan that silence has ended already; a person needs longer to see and answer. */
const lateSuffixMs = 250;

type Answer = Partial<WedgeVerdict>;

const noVerdict: WedgeVerdict = { scans: [], cut: [], typed: [], swallow: false, began: false, undo: false };

function merge(first: Answer, second: Answer): Answer {
  return {
    scans: [...(first.scans ?? []), ...(second.scans ?? [])],
    cut: [...(first.cut ?? []), ...(second.cut ?? [])],
    typed: [...(first.typed ?? []), ...(second.typed ?? [])],
    swallow: first.swallow === true || second.swallow === true,
    began: first.began === true || second.began === true,
    undo: first.undo === true || second.undo === true,
  };
}

/** The character to keep; undefined for a person's key, which ends the burst without a scan. */
function textOf(meaning: KeyMeaning, bursting: boolean): string | undefined {
  if (meaning.kind === 'character') return meaning.text;
  if (meaning.kind === 'separator') return groupSeparator;
  if (!bursting) return undefined;
  if (meaning.kind === 'control') return meaning.text;
  return meaning.kind === 'function' ? unreadable : undefined;
}

/** A person's key by which something is done, where no field has the focus that does it itself. */
function ownKeyIn({ key, target }: WedgeKeyDown): readonly string[] {
  return target !== 'field' && (key === 'Enter' || key === 'Backspace') ? [key] : [];
}

/** Ctrl+M, Ctrl+J and Ctrl+I are Enter and Tab to a scanner that sends control characters this way. */
function isControlTerminator(meaning: KeyMeaning): boolean {
  return meaning.kind === 'control' && /[\r\n\t]/.test(meaning.text);
}
