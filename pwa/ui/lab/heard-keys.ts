/** One key, text or paste as the browser told it, before anybody took it for anything. `at` on the page's clock. */
export interface HeardKey {
  readonly kind: 'key' | 'text' | 'paste';
  /** As a person calls it: the character, or the name of the key with what was held. */
  readonly name: string;
  readonly at: number;
}

/** How the keys of one scan came in. Milliseconds. */
export interface KeyTimes {
  readonly keys: readonly string[];
  readonly spanMs: number;
  readonly medianGapMs: number;
  readonly longestGapMs: number;
  /** Enter or Tab; null: silence ended it. */
  readonly endedBy: string | null;
  readonly lastAt: number;
}

/** Longer apart than this, and keys do not belong to the same scan, however slow the scanner. */
const apartMs = 400;

/** The keys that a scan was made of: the last of those heard so far that came close together. */
export function keysOfScan(heard: readonly HeardKey[]): KeyTimes | null {
  let first = heard.length - 1;
  while (first > 0 && isTogether(heard[first - 1], heard[first])) first -= 1;
  const crowd = heard.slice(Math.max(0, first));
  const [start] = crowd;
  const end = crowd.at(-1);
  if (!start || !end) return null;
  const gaps = crowd.slice(1).map(({ at }, index) => at - (crowd[index]?.at ?? at));
  const sorted = [...gaps].sort((one, other) => one - other);
  return {
    keys: crowd.map(({ name }) => name),
    spanMs: end.at - start.at,
    medianGapMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    longestGapMs: sorted.at(-1) ?? 0,
    endedBy: end.name === 'Enter' || end.name === 'Tab' ? end.name : null,
    lastAt: end.at,
  };
}

/** A scan does not go on behind its Enter. */
function isTogether(one: HeardKey | undefined, next: HeardKey | undefined): boolean {
  if (!one || !next || one.name === 'Enter') return false;
  return next.at - one.at <= apartMs;
}

const keptKeys = 400;

interface Ears {
  /** What was heard so far belongs to what is over. */
  forget(): void;
  stop(): void;
}

/**
 * Hears every key of a page before anything else does, and takes none. `onKey` gets what is kept of the last ones.
 */
export function hearKeys(onKey: (heard: readonly HeardKey[]) => void, view: Window = window): Ears {
  let heard: readonly HeardKey[] = [];
  const add = (kind: HeardKey['kind'], name: string, at: number) => {
    heard = [...heard, { kind, name, at }].slice(-keptKeys);
    onKey(heard);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isText = typeof event.key !== 'string' || ['Unidentified', 'Process'].includes(event.key);
    if (!isText && !modifiers.includes(event.key)) add('key', nameOf(event), event.timeStamp);
  };
  const onInput = (event: Event) => {
    const { data } = event as InputEvent;
    const isEcho = heard.at(-1)?.kind === 'key' && heard.at(-1)?.name === data;
    if (data && !isEcho) add('text', data, event.timeStamp);
  };
  const onPaste = (event: ClipboardEvent) =>
    add('paste', event.clipboardData?.getData('text/plain') ?? '', event.timeStamp);
  const listeners = [
    ['keydown', onKeyDown],
    ['input', onInput],
    ['paste', onPaste],
  ] as const;
  for (const [name, listener] of listeners) view.addEventListener(name, listener as EventListener, { capture: true });
  return {
    forget: () => {
      heard = [];
      onKey(heard);
    },
    stop: () => {
      for (const [name, listener] of listeners) {
        view.removeEventListener(name, listener as EventListener, { capture: true });
      }
    },
  };
}

/** Held with others they change what those mean; alone they say nothing. */
const modifiers = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'NumLock'];

function nameOf({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): string {
  const held = [ctrlKey && 'Ctrl', altKey && 'Alt', metaKey && 'Meta'].filter(Boolean);
  return [...held, key === ' ' ? 'Space' : key].join('+');
}
