import type { WedgeProfile } from './wedge-profile.ts';

/** A key going down, as far as the framer cares. `target` says where the browser will put its character. */
export interface WedgeKeyDown {
  readonly type: 'keydown';
  readonly at: number;
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
  /** AltGr is down: on Windows that shows as Ctrl and Alt together, and the key is a plain character. */
  readonly altGraph: boolean;
  readonly repeat: boolean;
  readonly target: WedgeTarget;
}

/** `page`: nothing that takes text has the focus. `field`: a person's field. `sink`: our own, for scanners only. */
export type WedgeTarget = 'page' | 'field' | 'sink';

export type KeyMeaning =
  /** Shift, Caps Lock and so on, and keys of a soft keyboard, whose text comes by the other door. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'character'; readonly text: string }
  /** The GS1 separator in one of its disguises. */
  | { readonly kind: 'separator' }
  /** A control character sent as Ctrl and a key: a scanner's in the middle of a burst, else a person's shortcut. */
  | { readonly kind: 'control'; readonly text: string }
  /** Alt went down, or a digit with Alt held: a character by its number, complete when Alt comes up. */
  | { readonly kind: 'alt'; readonly digit: string }
  | { readonly kind: 'terminator' }
  /** A function key that means nothing to us; a scanner may have put one in place of a control character. */
  | { readonly kind: 'function' }
  | { readonly kind: 'other' };

export const groupSeparator = '\u001d';

/** Stands for a character that was sent but cannot be known, so that the code is refused, not guessed. */
export const unreadable = '\ufffd';

export function readKey(event: WedgeKeyDown, profile: WedgeProfile): KeyMeaning {
  const { key } = event;
  if (silentKeys.has(key)) return { kind: 'nothing' };
  if (key === 'Alt') return { kind: 'alt', digit: '' };
  if (key === 'Enter' || key === 'Tab') return { kind: 'terminator' };
  if (profile.separatorKeys.includes(key)) return { kind: 'separator' };
  if (key === 'Dead') return { kind: 'character', text: unreadable };
  if (/^F\d{1,2}$/.test(key)) return { kind: 'function' };
  if (event.meta) return { kind: 'other' };
  const shortcut = event.ctrl && !event.alt && !event.altGraph;
  if (shortcut) return readControl(event);
  if (event.alt && !event.ctrl && !event.altGraph) return readAlt(event);
  return readCharacter(key, profile);
}

/** The character that the key's place stands for where the scanner has another layout; undefined for all others. */
export function placedCharacter({ code, shift }: WedgeKeyDown, { places }: WedgeProfile): string | undefined {
  return places[code]?.charAt(shift ? 1 : 0) || undefined;
}

/** What one character means, from whichever door it came. */
export function readCharacter(character: string, profile: WedgeProfile): KeyMeaning {
  if (character === '\r' || character === '\n' || character === '\t') return { kind: 'terminator' };
  const separates =
    character === groupSeparator || character === '\u241d' || profile.separatorCharacters.includes(character);
  if (separates) return { kind: 'separator' };
  return [...character].length === 1 ? { kind: 'character', text: character } : { kind: 'other' };
}

const silentKeys = new Set([
  'Shift',
  'CapsLock',
  'NumLock',
  'ScrollLock',
  'Control',
  'Meta',
  'AltGraph',
  'Fn',
  'Unidentified',
  'Process',
]);

/** Keys that make U+001C to U+001F with Ctrl: by the character, and by the place of the key on any layout. */
const controlKeys: Readonly<Record<string, string>> = {
  '\\': '\u001c',
  Backslash: '\u001c',
  ']': groupSeparator,
  BracketRight: groupSeparator,
  [groupSeparator]: groupSeparator,
  '^': '\u001e',
  Digit6: '\u001e',
  _: '\u001f',
  Minus: '\u001f',
};

function readControl({ key, code }: WedgeKeyDown): KeyMeaning {
  const text = controlKeys[key] ?? controlKeys[code] ?? controlLetter(key);
  if (text === undefined) return { kind: 'other' };
  return text === groupSeparator ? { kind: 'separator' } : { kind: 'control', text };
}

/** Ctrl+A is U+0001, Ctrl+D U+0004, and so on to Ctrl+Z. */
function controlLetter(key: string): string | undefined {
  return /^[a-z]$/i.test(key) ? String.fromCharCode(key.toUpperCase().charCodeAt(0) - 64) : undefined;
}

/** The place of the key counts: without Num Lock the keypad's `key` is Insert, End and so on. */
function readAlt({ key, code }: WedgeKeyDown): KeyMeaning {
  const digit = /^(?:Numpad|Digit)(\d)$/.exec(code)?.[1] ?? /^\d$/.exec(key)?.[0];
  return digit === undefined ? { kind: 'other' } : { kind: 'alt', digit };
}
