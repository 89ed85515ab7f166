import { rememberField, takesText } from './field-memory.ts';
import type { ScanInput } from './scan-input.ts';
import { pageTimer, type Timer } from './timer.ts';
import { createWedgeFramer, type WedgeEvent, type WedgeVerdict } from './wedge.ts';
import type { WedgeKeyDown, WedgeTarget } from './wedge-keys.ts';
import type { WedgeProfile } from './wedge-profile.ts';

export interface BindWedgeOptions {
  readonly onScan: (scan: ScanInput) => void;
  /** A code that came without the Enter or Tab with which this device ends the others: it is not known to be whole. */
  readonly onCut?: (text: string) => void;
  /** A person's key that no field or button takes: a character, `Backspace` or `Enter`. */
  readonly onKey?: (key: string) => void;
  readonly document?: Document;
  readonly profile?: Partial<WedgeProfile>;
  readonly timer?: Timer;
  /** The hidden field that scanners type into where they send text, not keys; see `wedge-sink.ts`. */
  readonly sink?: HTMLInputElement;
}

export interface Wedge {
  /** Whether a code that the camera saw is news, and not one that the scanner delivered in the same moment. */
  admit(code: { readonly text: string; readonly at: number }): boolean;
  stop(): void;
}

/**
 * Listens to a whole document for keyboard-wedge scans, before any field or button hears of the keys. Keys of a scan
 * do nothing else: no submit, no press, no text left in a field.
 */
export function bindWedge(options: BindWedgeOptions): Wedge {
  const { onScan, onCut, onKey, document: page = document, timer = pageTimer, sink } = options;
  const framer = createWedgeFramer(options.profile);
  const swallowedCodes = new Set<string>();
  let beforeInput: { readonly field: EventTarget | null; readonly restore: () => void } = {
    field: null,
    restore: rememberField(null),
  };
  /** Puts back what each field held that keys of the burst went to: the focus may move in the middle of it. */
  const restores = new Map<EventTarget | null, () => void>();
  /** When the soft keyboard's key went down whose text is about to come; the text's own time may be much later. */
  let softKeyAt: number | undefined;
  /** When the page last had to do with a key, by the page's clock: later than the key's own time when it was busy. */
  let heardAt = Number.NEGATIVE_INFINITY;
  /** When the silence after the last key is to be believed; undefined while nothing is under way. */
  let due: number | undefined;
  let patienceUntil = Number.NEGATIVE_INFINITY;
  let alarm: { readonly at: number; readonly cancel: () => void } | null = null;

  const targetOf = (element: EventTarget | null): WedgeTarget => {
    if (element === sink && sink !== undefined) return 'sink';
    return takesText(element) ? 'field' : 'page';
  };

  /** Everything but telling of the scans, which comes last: whoever hears of one finds fields and keys in order. */
  function take(event: WedgeEvent, element: EventTarget | null, remember = rememberField): WedgeVerdict {
    const verdict = framer.feed(event);
    const now = timer.now();
    // A person's key comes up long after it went down, which says nothing of the page.
    const isNews = event.type !== 'keyup' || now - event.at > punctualMs;
    if (isNews) heardAt = now;
    tidy(verdict, now);
    if (verdict.began) restores.clear();
    if (!restores.has(element)) restores.set(element, remember(element));
    return verdict;
  }

  function tidy(verdict: WedgeVerdict, now: number): void {
    if (verdict.undo) for (const restore of restores.values()) restore();
    due = framer.deadline(heardAt);
    // Even an empty text put in anew makes the browser lay the page out.
    if (sink !== undefined && sink.value !== '' && (verdict.undo || due === undefined)) sink.value = '';
    patienceUntil = now + busyAtMostMs;
    if (due !== undefined) wakeAt(due, now);
  }

  /** An alarm that is set rings early at worst, and is set again then: one for each key would cost more than the key. */
  function wakeAt(at: number, now: number): void {
    if (alarm !== null && alarm.at <= at) return;
    alarm?.cancel();
    alarm = { at, cancel: timer.after(Math.max(0, at - now) + 1, ring) };
  }

  /** An alarm that comes late means the page was busy: keys that arrived meanwhile are still waiting their turn. */
  function ring(): void {
    alarm = null;
    if (due === undefined) return;
    const now = timer.now();
    const isLate = now - due > punctualMs && now < patienceUntil;
    if (isLate) due = now + waitingKeysMs;
    if (now < due) wakeAt(due, now);
    else tick(now);
  }

  /** `element`: what the keys went to. Enter on a button presses the button, and nothing else. */
  function tell(verdict: WedgeVerdict, element: EventTarget | null = null): void {
    const isFree = element === null || element === sink || element === page.body || element === page.documentElement;
    for (const key of verdict.typed) if (isFree || key !== 'Enter') onKey?.(key);
    for (const scan of verdict.scans) onScan(scan);
    for (const text of verdict.cut) onCut?.(text);
  }

  function tick(now: number): void {
    const verdict = framer.tick(now);
    tidy(verdict, now);
    tell(verdict);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Browsers' autofill sends keydown events without a key.
    if (typeof event.key !== 'string') return;
    softKeyAt = event.key === 'Unidentified' ? event.timeStamp : undefined;
    const verdict = take(keyDownOf(event, targetOf(event.target)), event.target);
    if (verdict.swallow) {
      swallowedCodes.add(event.code);
      silence(event);
    }
    tell(verdict, event.target);
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (typeof event.key !== 'string') return;
    const keyUp = { type: 'keyup', at: event.timeStamp, key: event.key } as const;
    const verdict = take(keyUp, event.target);
    if (swallowedCodes.delete(event.code) || verdict.swallow) silence(event);
    tell(verdict);
  }

  /** What a field held before the text that has just been put into it. Some services put it in without a word before. */
  function heldBefore(field: EventTarget | null): () => void {
    return beforeInput.field === field ? beforeInput.restore : rememberField(null);
  }

  function onBeforeInput(event: Event): void {
    beforeInput = { field: event.target, restore: rememberField(event.target) };
  }

  function onInput(event: Event): void {
    const target = targetOf(event.target);
    const text = insertedText(event) ?? (target === 'sink' && isSilent(event) ? sink?.value : undefined);
    if (text === undefined || text === '') return;
    const at = softKeyAt ?? event.timeStamp;
    softKeyAt = undefined;
    tell(take({ type: 'text', at, text, target, pasted: false }, event.target, heldBefore));
  }

  function onComposition(event: CompositionEvent): void {
    const { timeStamp: at, data: text } = event;
    const ended = event.type === 'compositionend';
    tell(take({ type: 'composition', at, text, target: targetOf(event.target), ended }, event.target, heldBefore));
  }

  function onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const target = targetOf(event.target);
    if (text === '') return;
    if (target !== 'field') event.preventDefault();
    tell(take({ type: 'text', at: event.timeStamp, text, target, pasted: true }, null));
  }

  const listeners = [
    ['keydown', onKeyDown],
    ['keyup', onKeyUp],
    ['beforeinput', onBeforeInput],
    ['compositionstart', onBeforeInput],
    ['input', onInput],
    ['compositionupdate', onComposition],
    ['compositionend', onComposition],
    ['paste', onPaste],
  ] as const satisfies readonly (readonly [keyof DocumentEventMap, unknown])[];
  for (const [name, listener] of listeners) page.addEventListener(name, listener as EventListener, { capture: true });
  return {
    admit: framer.admit,
    stop() {
      alarm?.cancel();
      for (const [name, listener] of listeners)
        page.removeEventListener(name, listener as EventListener, { capture: true });
    },
  };
}

const punctualMs = 20;
const waitingKeysMs = 40;
/** A page that is never in time must not keep a scan back for ever. */
const busyAtMostMs = 1000;

function silence(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

export function keyDownOf(event: KeyboardEvent, target: WedgeTarget): WedgeKeyDown {
  return {
    type: 'keydown',
    at: event.timeStamp,
    key: event.isComposing ? 'Process' : event.key,
    code: event.code,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    shift: event.shiftKey,
    altGraph: event.getModifierState('AltGraph'),
    repeat: event.repeat,
    target,
  };
}

/** Some services write into the field and tell of it without saying what. */
function isSilent(event: Event): boolean {
  return !(event instanceof InputEvent) || event.inputType === '';
}

/** Composed text comes with the composition events, pasted text with `paste`; deletions and corrections are people's. */
export function insertedText(event: Event): string | undefined {
  if (!(event instanceof InputEvent) || event.isComposing) return undefined;
  if (event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph') return '\n';
  return event.inputType === 'insertText' && event.data !== null && event.data !== '' ? event.data : undefined;
}
