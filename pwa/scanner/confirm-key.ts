import { readKey, type WedgeKeyDown } from './wedge-keys.ts';
import { defaultWedgeProfile, type WedgeProfile } from './wedge-profile.ts';

/**
 * Why a key of the device cannot be the one that confirms; null: it can. `scanner`: scanners press it too, in a code or
 * behind it. `browser`: it does something already. `nameless`: the device does not say which key it was.
 */
export type KeyRefusal = 'scanner' | 'browser' | 'nameless';

/** Keys that leave a page, erase or close something. */
const inUse: readonly string[] = [
  ...['Backspace', 'Delete', 'Escape', 'ContextMenu', 'Power', 'GoBack', 'GoHome', 'BrowserBack', 'BrowserHome'],
  ...['BrowserRefresh', 'AppSwitch', 'EndCall', 'F5', 'F11', 'F12'],
];

export function whyNotConfirmKey(
  event: Pick<WedgeKeyDown, 'key' | 'code' | 'ctrl' | 'alt' | 'meta' | 'altGraph'>,
  profile: WedgeProfile = defaultWedgeProfile,
): KeyRefusal | null {
  if (event.key === 'Unidentified' || event.key === '') return 'nameless';
  if (inUse.includes(event.key)) return 'browser';
  const { kind } = readKey({ ...event, shift: false, type: 'keydown', at: 0, repeat: false, target: 'page' }, profile);
  return kind === 'function' || (kind === 'other' && !event.meta && !event.ctrl && !event.alt) ? null : 'scanner';
}

/** No key of a person follows another one as fast as those of a scanner. */
const quietMs = 100;

/** Says of one key when it was pressed by a person: alone, with no other key shortly before or after it. */
export interface LoneKey {
  /** A key went down, by the page's clock. */
  down(event: { readonly key: string; readonly at: number; readonly repeat: boolean }): void;
  /** When `tick` is due; null while nothing is pressed. */
  due(): number | null;
  /** True once for each press that stayed alone. */
  tick(now: number): boolean;
}

/**
 * A scanner may put any function key before, into or behind its codes. Its keys come in crowds; so a press counts when it
 * has stayed alone.
 */
export function createLoneKey(name: string): LoneKey {
  let pressedAt: number | null = null;
  let otherAt = Number.NEGATIVE_INFINITY;
  return {
    down: ({ key, at, repeat }) => {
      const isCrowded = at - otherAt < quietMs;
      const isOwn = key === name && !repeat;
      // A second press so fast is a crowd as well.
      if (isOwn && !isCrowded && pressedAt === null) pressedAt = at;
      else if (pressedAt === null || at - pressedAt < quietMs) pressedAt = null;
      if (!isOwn || isCrowded) otherAt = at;
    },
    due: () => (pressedAt === null ? null : pressedAt + quietMs),
    tick: (now) => {
      if (pressedAt === null || now - pressedAt < quietMs) return false;
      pressedAt = null;
      return true;
    },
  };
}
