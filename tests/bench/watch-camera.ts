/** A scene of the film as the page's camera showed it. Times on the page's clock, milliseconds. */
export interface Showing {
  readonly scene: number;
  readonly fromMs: number;
  toMs: number | null;
}

export interface CameraTimes {
  readonly showings: Showing[];
  readonly reads: { readonly text: string; readonly atMs: number }[];
  /** Pictures that the decoder was given, when, and how long until its answer was there; null where none came. */
  readonly decoded: { readonly atMs: number; tookMs: number | null }[];
  /** Tasks of the page's thread that were longer than 50 ms. */
  readonly longTasks: { readonly atMs: number; readonly ms: number }[];
}

declare global {
  interface Window {
    cameraTimes: CameraTimes;
  }
}

/**
 * Runs in the page before its own scripts, and notes what its camera shows, what becomes of it and when. Which scene is
 * shown is read off the corner of the picture, which the view does not show and the decoder does not see.
 */
export function watchCamera({ count, size }: { readonly count: number; readonly size: number }): void {
  const times: CameraTimes = { showings: [], reads: [], decoded: [], longTasks: [] };
  window.cameraTimes = times;

  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (this: Worker, ...[message, transfer]: Parameters<typeof postMessage>) {
    if (typeof message === 'object' && message !== null && 'picture' in message) {
      const given: CameraTimes['decoded'][number] = { atMs: performance.now(), tookMs: null };
      times.decoded.push(given);
      const answered = ({ data }: MessageEvent<{ readonly id?: number }>) => {
        if (data.id !== message.id) return;
        given.tookMs = performance.now() - given.atMs;
        this.removeEventListener('message', answered);
      };
      this.addEventListener('message', answered);
    }
    return postMessage.call(this, message, transfer);
  } as typeof postMessage;

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) times.longTasks.push({ atMs: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });

  let lastAt = '';
  new MutationObserver(() => {
    const caption = document.querySelector<HTMLElement>('.camera .caption[data-at]');
    if (!caption || caption.dataset.at === lastAt) return;
    lastAt = caption.dataset.at ?? '';
    times.reads.push({ text: caption.dataset.read ?? '', atMs: performance.now() });
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-at'] });

  /** Off the frame itself: to draw the video would hold up the page that is measured. */
  const sceneOf = async (video: HTMLVideoElement): Promise<number> => {
    const frame = new VideoFrame(video);
    const rect = { x: 0, y: 0, width: count * size, height: size };
    const luma = new Uint8Array(frame.allocationSize({ rect }));
    const [plane] = await frame.copyTo(luma, { rect });
    frame.close();
    const { offset = 0, stride = 0 } = plane ?? {};
    const isBright = (mark: number) => (luma[offset + (size / 2) * stride + mark * size + size / 2] ?? 0) > 127;
    return Array.from({ length: count }, (_, mark) => (isBright(mark) ? 1 << mark : 0)).reduce(
      (sum, bit) => sum + bit,
      0,
    );
  };
  const note = (scene: number, atMs: number) => {
    const last = times.showings.at(-1);
    if (last?.scene === scene) return;
    if (last) last.toMs = atMs;
    times.showings.push({ scene, fromMs: atMs, toMs: null });
  };
  const follow = (video: HTMLVideoElement) => {
    const look = (now: number, { captureTime }: VideoFrameCallbackMetadata) => {
      void sceneOf(video).then((scene) => note(scene, captureTime ?? now));
      video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
  };
  const found = new WeakSet<Element>();
  new MutationObserver(() => {
    const video = document.querySelector('video');
    if (!video || found.has(video)) return;
    found.add(video);
    follow(video);
  }).observe(document, { subtree: true, childList: true });
}
