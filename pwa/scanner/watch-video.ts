import { CodeGate } from './accept.ts';
import { type Decoder, passOf } from './decoder.ts';
import type { SeenCode } from './seen-code.ts';
import { visiblePart } from './visible-part.ts';

export interface VideoWatcher {
  readonly onAccepted: (code: SeenCode, at: number) => void;
  /** Several codes are in view and a person has to say which one is meant; empty when that is settled. */
  readonly onQuestion: (codes: readonly SeenCode[]) => void;
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

/**
 * Looks at a playing video, one picture at a time: while one is being read the others pass by unseen, so that what is
 * accepted is always of now. Only what the person sees of the picture is looked at.
 */
export function watchVideo(video: HTMLVideoElement, decoder: Decoder, watcher: VideoWatcher): Watching {
  const gate = new CodeGate();
  let stopped = false;
  let pictures = 0;
  let asked: readonly SeenCode[] = [];

  async function look(): Promise<void> {
    const codes = await readPicture();
    if (stopped) return;
    if (codes !== null) judge(codes);
    whenNextPicture(video, () => void look());
  }

  /** Null: no picture, or none that could be read. A camera being switched gives none; a decoder can break down. */
  async function readPicture(): Promise<readonly SeenCode[] | null> {
    const part = visiblePart(video);
    if (part === null || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
    const picture = await createImageBitmap(video, part.x, part.y, part.width, part.height).catch(() => null);
    if (picture === null) return null;
    pictures += 1;
    return decoder.decode(picture, passOf(pictures - 1)).catch(() => null);
  }

  function judge(codes: readonly SeenCode[]): void {
    const at = watcher.now();
    const { accepted, question } = gate.see(codes, at);
    ask(question);
    if (accepted !== null) watcher.onAccepted(accepted, at);
  }

  function ask(question: readonly SeenCode[]): void {
    if (question === asked || question.length + asked.length === 0) return;
    asked = question;
    watcher.onQuestion(question);
  }

  void look();
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
