import { insertedText, keyDownOf } from '../bind-wedge.ts';
import { pageTimer, type Timer } from '../timer.ts';
import type { WedgeEvent } from '../wedge.ts';

/**
 * Takes every key and text for itself, before those who listen for scans, and tells each run of them once it has been
 * silent for a while: what a scanner sends is to be looked at as it is, however slow it comes. Call the answer to stop.
 */
export function recordScans(
  onRun: (events: readonly WedgeEvent[]) => void,
  { page = window, timer = pageTimer }: { readonly page?: Window; readonly timer?: Timer } = {},
): () => void {
  let events: WedgeEvent[] = [];
  let field: HTMLInputElement | null = null;
  let cancel = () => {};

  const over = () => {
    const run = events;
    events = [];
    if (field) field.value = '';
    if (run.length > 0) onRun(run);
  };
  const take = (event: WedgeEvent) => {
    events.push(event);
    cancel();
    cancel = timer.after(silenceMs, over);
  };

  function onKeyDown(event: KeyboardEvent): void {
    if (typeof event.key !== 'string' || (events.length === 0 && isPersons(event))) return;
    event.stopImmediatePropagation();
    // The text of these comes by another door, and only if they are let through.
    const isSoft = event.key === 'Unidentified' || event.key === 'Process' || event.isComposing;
    if (!isSoft) event.preventDefault();
    take(keyDownOf(event, 'sink'));
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (events.length === 0) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (event.key === 'Alt') take({ type: 'keyup', at: event.timeStamp, key: event.key });
  }

  function onInput(event: Event): void {
    event.stopImmediatePropagation();
    if (event.target instanceof HTMLInputElement) field = event.target;
    const text = insertedText(event);
    if (text !== undefined) take({ type: 'text', at: event.timeStamp, text, target: 'sink', pasted: false });
  }

  function onComposition(event: CompositionEvent): void {
    event.stopImmediatePropagation();
    const { timeStamp: at, data: text } = event;
    take({ type: 'composition', at, text, target: 'sink', ended: event.type === 'compositionend' });
  }

  function onPaste(event: ClipboardEvent): void {
    event.stopImmediatePropagation();
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text !== '') take({ type: 'text', at: event.timeStamp, text, target: 'sink', pasted: true });
  }

  const listeners = [
    ['keydown', onKeyDown],
    ['keyup', onKeyUp],
    ['input', onInput],
    ['compositionupdate', onComposition],
    ['compositionend', onComposition],
    ['paste', onPaste],
  ] as const;
  for (const [name, listener] of listeners) page.addEventListener(name, listener as EventListener, { capture: true });
  return () => {
    cancel();
    for (const [name, listener] of listeners)
      page.removeEventListener(name, listener as EventListener, { capture: true });
  };
}

/** Keys by which people who have no mouse get about on the page; no code begins with one of them. */
function isPersons({ key, target }: KeyboardEvent): boolean {
  if (key === 'Tab' || key === 'Escape' || /^Arrow|^Page/.test(key)) return true;
  return (key === 'Enter' || key === ' ') && target instanceof HTMLButtonElement;
}

/** Longer than any device stalls in the middle of a code, short enough to wait for. */
const silenceMs = 600;
