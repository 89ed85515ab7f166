/** What a scan came to, on the page's clock; null while it has not happened. */
export interface ScanTimes {
  /** When the scanner's last key was pressed, by its event. */
  readonly lastKeyMs: number;
  /** When a tone was started. */
  toneMs: number | null;
  /** Something was said to it; it is about to be drawn. */
  isSeen: boolean;
  /** When the first picture with what was said to it was handed to the screen. */
  colourMs: number | null;
  /** When the first picture with another question was handed to the screen; null where the question stays the same. */
  nextMs: number | null;
}

declare global {
  interface Window {
    scanTimes: ScanTimes[];
    /** When a question stood on the screen, ms after the navigation began. */
    usableMs: number | null;
    /** From the last tap until a list of rows was drawn, ms. */
    listMs: number | null;
  }
}

/** Runs in the page, before anything of the app: notes keys and taps, and when tones start, banners and lists are drawn. */
export function listenForScans(): void {
  window.scanTimes = [];
  window.usableMs = null;
  window.listMs = null;
  let tappedMs: number | null = null;
  let asked: string | null = null;
  window.addEventListener(
    'click',
    ({ timeStamp }) => {
      tappedMs = timeStamp;
      window.listMs = null;
    },
    { capture: true },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter')
        window.scanTimes.push({
          lastKeyMs: event.timeStamp,
          toneMs: null,
          isSeen: false,
          colourMs: null,
          nextMs: null,
        });
    },
    { capture: true },
  );
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function startTimed(this: OscillatorNode, when?: number) {
    start.call(this, when);
    const scan = window.scanTimes.find(({ toneMs }) => toneMs === null);
    if (scan) scan.toneMs = performance.now();
  };
  /** Calls back once what is on the page now has been drawn. */
  const whenDrawn = (then: () => void) => {
    requestAnimationFrame(() => {
      const afterFrame = new MessageChannel();
      afterFrame.port1.onmessage = then;
      afterFrame.port2.postMessage(null);
    });
  };
  const seen = (changes: MutationRecord[]) => {
    const isBanner = changes.some(({ target, addedNodes }) =>
      [target, ...addedNodes].some((node) => {
        const element = node instanceof Element ? node : node.parentElement;
        return element?.closest('.banner') ?? element?.querySelector('.banner');
      }),
    );
    if (isBanner) {
      const scan = window.scanTimes.find(({ isSeen }) => !isSeen);
      if (scan) scan.isSeen = true;
      whenDrawn(() => {
        if (scan) scan.colourMs = performance.now();
      });
    }
    const question = document.querySelector('.prompt h2')?.textContent ?? null;
    if (question !== asked) {
      asked = question;
      const scan = window.scanTimes.at(-1);
      whenDrawn(() => {
        if (scan) scan.nextMs ??= performance.now();
      });
    }
    if (tappedMs !== null && document.querySelector('.rows li')) {
      const from = tappedMs;
      tappedMs = null;
      whenDrawn(() => {
        window.listMs = performance.now() - from;
      });
    }
    if (window.usableMs === null && document.querySelector('.prompt h2, main h1')) {
      whenDrawn(() => {
        window.usableMs ??= performance.now();
      });
    }
  };
  new MutationObserver(seen).observe(document, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
  });
}
