import { CodeGate } from './accept.ts';
import { type Decoder, type Pass, passOf } from './decoder.ts';
import { isExpected, isOnGoods } from './expected-codes.ts';
import { grabPicture } from './grab-picture.ts';
import type { SeenCode } from './seen-code.ts';
import { type Symbology, usualSymbologies } from './symbology.ts';
import { visiblePart } from './visible-part.ts';

export interface VideoWatcher {
  readonly onAccepted: (code: SeenCode, at: number) => void;
  /** Several codes are in view and a person has to say which one is meant; empty when that is settled. */
  readonly onQuestion: (codes: readonly SeenCode[]) => void;
  /** What a picture shows while it is asked which one is meant, so that the view can say where they are. */
  readonly onSeen?: (codes: readonly SeenCode[]) => void;
  /** What the step on the screen has a use for, at this moment. */
  readonly wanted: () => readonly Symbology[];
  /** All that the warehouse has; left out: all that is usual. */
  readonly known?: () => readonly Symbology[];
  /** Milliseconds on the page's clock. */
  readonly now: () => number;
}

export interface Watching {
  /** The question was answered, whatever with. */
  answer(): void;
  /** The person wants another scan, of the same code too. */
  trigger(): void;
  stop(): void;
}

/** Nothing that is of use was in view for so long: the worker may be pointing at something else. */
const widenAfterMs = 1000;
/** A slow device sees what is in view less than once a second. */
const stayWideMs = 3000;
/** Looks that take longer than this leave fewer than fifteen a second. */
const slowMs = 66;

/**
 * Looks at a playing video, one picture at a time: while one is being read the others pass by unseen, so that what is
 * accepted is always of now. Only what the person sees of the picture is looked at.
 *
 * What the step has no use for is not looked for at first. Where nothing else is seen for a while it is, so that a
 * worker who points at the wrong label is told so; and as long as one of those is in view, or it would seem to have left
 * and to come back.
 */
export function watchVideo(
  video: HTMLVideoElement,
  decoder: Decoder,
  watcher: VideoWatcher,
  gate: CodeGate = new CodeGate(),
): Watching {
  let stopped = false;
  let isNew = false;
  let isLooking = false;
  let pictures = 0;
  let wantsWhole = false;
  let wasQuick = false;
  /** What a look took lately. */
  let tookMs = 0;
  let asked: readonly SeenCode[] = [];
  let usefulAt = watcher.now();
  let strangeAt = Number.NEGATIVE_INFINITY;

  /** One at a time; what came meanwhile is looked at next, the newest only. */
  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    while (isNew && !stopped) {
      isNew = false;
      await readPicture();
    }
    isLooking = false;
  }

  function follow(): void {
    if (stopped) return;
    isNew = true;
    whenNextPicture(video, follow);
    void look();
  }

  /** A camera that is being switched gives no picture; a decoder can break down over one. */
  async function readPicture(): Promise<void> {
    const part = visiblePart(video);
    if (part === null || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    const picture = await grabPicture(video, part, decoder.takesFrames);
    if (picture === null) return;
    const formats = formatsNow();
    const pass = nextPass(formats);
    const startedAt = watcher.now();
    const codes = await decoder.decode(picture, pass, { formats }).catch(() => null);
    const decodeMs = watcher.now() - startedAt;
    tookMs += (decodeMs - tookMs) / 8;
    if (codes !== null && !stopped)
      judge(
        codes.map((code) => ({ ...code, decodeMs })),
        pass,
      );
  }

  /** A slow device looks quickly each other time: else most of its few pictures went by for what is seldom needed. */
  function nextPass(formats: readonly Symbology[]): Pass {
    if (wantsWhole) return 'thorough';
    wasQuick = tookMs > slowMs && !wasQuick;
    if (wasQuick) return 'fast';
    pictures += 1;
    return passOf(pictures - 1, { formats });
  }

  function formatsNow(): readonly Symbology[] {
    const at = watcher.now();
    const isWide = at - usefulAt > widenAfterMs || at - strangeAt <= stayWideMs;
    return isWide ? (watcher.known?.() ?? usualSymbologies) : watcher.wanted();
  }

  function judge(codes: readonly SeenCode[], pass: Pass): void {
    const at = watcher.now();
    const wanted = watcher.wanted();
    const isUseful = ({ format }: SeenCode) => isExpected(format, wanted);
    if (codes.some(isUseful)) usefulAt = at;
    if (codes.some(({ format }) => isOnGoods(format))) strangeAt = at;
    const seen = gate.see(codes, at, { covers: pass === 'thorough' ? 'all' : 'some', way: pass, isExpected: isUseful });
    wantsWhole = seen.wantsWhole;
    ask(seen.question);
    if (seen.question.length > 0 && codes.length > 0) watcher.onSeen?.(codes);
    if (seen.accepted !== null) watcher.onAccepted(seen.accepted, at);
  }

  function ask(question: readonly SeenCode[]): void {
    if (question === asked || question.length + asked.length === 0) return;
    asked = question;
    watcher.onQuestion(question);
  }

  follow();
  return {
    answer: () => {
      gate.answer(watcher.now());
      ask([]);
    },
    trigger: () => {
      gate.trigger();
      ask([]);
    },
    stop: () => {
      stopped = true;
    },
  };
}

/** With each new picture of the video where the browser tells of it, else with each picture of the screen. */
function whenNextPicture(video: HTMLVideoElement, look: () => void): void {
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(look);
  else requestAnimationFrame(look);
}
