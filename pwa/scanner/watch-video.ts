import { CodeGate } from './accept.ts';
import { type Decoder, passOf } from './decoder.ts';
import type { SeenCode } from './seen-code.ts';

export interface VideoWatcher {
  readonly onAccepted: (code: SeenCode, at: number) => void;
  /** Two or more codes are in view: a person has to say which one is meant. */
  readonly onAsk: (codes: readonly SeenCode[]) => void;
  /** Milliseconds on the page's clock. */
  readonly now: () => number;
}

export interface Watching {
  /** A person chose one of several codes. */
  choose(code: SeenCode): void;
  stop(): void;
}

/**
 * Looks at a playing video, one picture at a time: while one is being read the others pass by unseen, so that what is
 * accepted is always of now.
 */
export function watchVideo(video: HTMLVideoElement, decoder: Decoder, watcher: VideoWatcher): Watching {
  const gate = new CodeGate();
  let stopped = false;
  let pictures = 0;

  async function look(): Promise<void> {
    if (stopped) return;
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0) {
      const picture = await createImageBitmap(video);
      const codes = await decoder.decode(picture, passOf(pictures));
      pictures += 1;
      if (!stopped) judge(codes);
    }
    if (!stopped) whenNextPicture(video, () => void look());
  }

  function judge(codes: readonly SeenCode[]): void {
    const at = watcher.now();
    const verdict = gate.see(codes, at);
    if (verdict.kind === 'accepted') watcher.onAccepted(verdict.code, at);
    if (verdict.kind === 'ask') watcher.onAsk(verdict.codes);
  }

  void look();
  return {
    choose: (code) => gate.take(code, watcher.now()),
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
