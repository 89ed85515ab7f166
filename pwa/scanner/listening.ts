import { type ReadonlySignal, signal } from '@preact/signals';
import { pageTimer, type Timer } from './timer.ts';

const deaf = signal(false);

/** The page is on the screen, but keys go elsewhere: what is scanned now does not arrive, and whoever scans has to see that. */
export const isDeaf: ReadonlySignal<boolean> = deaf;

/** A prompt of the browser or a glance at the notifications takes the focus for a moment only. */
const patienceMs = 600;

/** A touch gives a page the keys; a browser that denies it for longer does not know. */
const touchedMs = 400;

/**
 * Follows whether keys come to this page: beside another window, below the notifications or after a click into the
 * address bar they do not. Where keys come all the same or a touch changes nothing, as in browsers of kiosks that never
 * tell of the focus, or where codes come by another way (`heard`), nothing is said any more. Call `stop` to end.
 */
export function followFocus({
  page = document,
  view = window,
  timer = pageTimer,
}: {
  readonly page?: Document;
  readonly view?: Window;
  readonly timer?: Timer;
} = {}): { heard(): void; stop(): void } {
  let cancel = () => {};
  const isAway = () => page.visibilityState === 'visible' && !page.hasFocus();
  const look = () => {
    cancel();
    cancel = () => {};
    if (!isAway()) deaf.value = false;
    else cancel = timer.after(patienceMs, () => (deaf.value = isAway()));
  };
  const events = [
    [view, 'focus', look],
    [view, 'blur', look],
    [page, 'visibilitychange', look],
    // Before the scanner's listener, which lets nobody else hear of its keys.
    [view, 'keydown', onKey],
    [view, 'input', onKey],
    [view, 'pointerdown', onTouch],
  ] as const;
  function onKey(): void {
    if (isAway()) stop();
  }
  function onTouch(): void {
    if (!isAway()) return;
    cancel();
    cancel = timer.after(touchedMs, () => (isAway() ? stop() : look()));
  }
  function stop(): void {
    cancel();
    deaf.value = false;
    for (const [target, name, listener] of events) target.removeEventListener(name, listener, { capture: true });
  }
  for (const [target, name, listener] of events) target.addEventListener(name, listener, { capture: true });
  look();
  return { heard: stop, stop };
}
