import type { WedgeEvent } from '../wedge.ts';
import { groupSeparator, type KeyMeaning, readCharacter, readKey, type WedgeKeyDown } from '../wedge-keys.ts';
import { defaultWedgeProfile, type WedgeProfile } from '../wedge-profile.ts';

/** One thing that a scanner sent, taken as it came. `at` in milliseconds of the page's clock. */
export type Piece =
  | {
      readonly kind: 'character';
      readonly text: string;
      /** The same by the place of its key, if that has the layout of the United States; as it came where no key did. */
      readonly placed: string;
      readonly door: 'keys' | 'text';
      readonly at: number;
    }
  /** The separator: `control` with Ctrl, `character` as U+001D, `number` as Alt+029, or a function key by its name. */
  | { readonly kind: 'separator'; readonly as: string; readonly door: 'keys' | 'text'; readonly at: number }
  /** Enter, Tab, or their control characters. */
  | { readonly kind: 'end'; readonly as: string; readonly at: number };

/** Nothing of the device is known yet. */
const knowingNothing: WedgeProfile = { ...defaultWedgeProfile, separatorKeys: [] };

/** What was sent, piece by piece, by whatever door of the browser it came. */
export function hear(events: readonly WedgeEvent[]): Piece[] {
  const pieces: Piece[] = [];
  let number: string | null = null;
  for (const event of events) {
    if (event.type === 'text') pieces.push(...charactersIn(event.text, event.at, 'text', 'character'));
    if (event.type === 'composition' && event.ended) {
      pieces.push(...charactersIn(event.text, event.at, 'text', 'character'));
    }
    if (event.type === 'keydown') {
      const meaning = readKey(event, knowingNothing);
      if (meaning.kind === 'alt') number = (number ?? '') + meaning.digit;
      else pieces.push(...pieceOf(event, meaning));
    }
    if (event.type === 'keyup' && event.key === 'Alt' && number !== null) {
      const character = String.fromCharCode(Number(number));
      number = null;
      if (character !== '\0') pieces.push(...charactersIn(character, event.at, 'keys', 'number'));
    }
  }
  return pieces;
}

function pieceOf(event: WedgeKeyDown, meaning: KeyMeaning): Piece[] {
  const { at, key, code, shift } = event;
  switch (meaning.kind) {
    case 'character': {
      const placed = usPlaces[code]?.charAt(shift ? 1 : 0) || meaning.text;
      return [{ kind: 'character', text: meaning.text, placed, door: 'keys', at }];
    }
    case 'separator':
      return [{ kind: 'separator', as: event.ctrl ? 'control' : 'character', door: 'keys', at }];
    case 'function':
      return [{ kind: 'separator', as: key, door: 'keys', at }];
    case 'terminator':
      return [{ kind: 'end', as: key, at }];
    case 'control':
      if (/[\r\n\t]/.test(meaning.text)) return [{ kind: 'end', as: meaning.text === '\t' ? 'Tab' : 'Enter', at }];
      return [{ kind: 'character', text: meaning.text, placed: meaning.text, door: 'keys', at }];
    default:
      return [];
  }
}

function charactersIn(text: string, at: number, door: 'keys' | 'text', as: string): Piece[] {
  return [...text].map((character): Piece => {
    const { kind } = readCharacter(character, knowingNothing);
    if (kind === 'separator') return { kind, as, door, at };
    if (kind === 'terminator') return { kind: 'end', as: character === '\t' ? 'Tab' : 'Enter', at };
    return { kind: 'character', text: character, placed: character, door, at };
  });
}

/** The text of pieces, separators as U+001D. */
export function textOf(pieces: readonly Piece[], by: 'text' | 'placed' = 'text'): string {
  return pieces.map((piece) => (piece.kind === 'character' ? piece[by] : groupSeparator)).join('');
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [`Key${letter}`, letter.toLowerCase() + letter]);
const digits = [...')!@#$%^&*('].map((sign, digit) => [`Digit${digit}`, `${digit}${sign}`]);

/** What the keys of a keyboard of the United States stand for by their places, plain and with Shift: scanners' default. */
export const usPlaces: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...letters, ...digits]),
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: `'"`,
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
};
