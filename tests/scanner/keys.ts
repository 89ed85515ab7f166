import type { WedgeEvent } from '../../pwa/scanner/wedge.ts';
import type { WedgeKeyDown, WedgeTarget } from '../../pwa/scanner/wedge-keys.ts';

/** One key of a sequence: so long after the one before it, a key by name, modifiers in front (`Control+]`). */
export type KeyStep = readonly [gapMs: number, key: string];

/** Each character of the text `gapMs` after the one before it. */
export function burst(text: string, gapMs = 5): KeyStep[] {
  return [...text].map((key) => [gapMs, key]);
}

/** A character by its number on the keypad, as desk scanners send control characters. */
export function altCode(digits: string, gapMs = 5): KeyStep[] {
  return [[gapMs, 'Alt'], ...[...digits].map((digit): KeyStep => [gapMs, `Alt+${digit}`]), [gapMs, 'Alt up']];
}

/** The events of a sequence, starting at time 0 with the first step's gap. */
export function keyEvents(steps: readonly KeyStep[], target: WedgeTarget = 'page'): WedgeEvent[] {
  let at = 0;
  return steps.map(([gapMs, name]) => {
    at += gapMs;
    return name.endsWith(' up') ? { type: 'keyup', at, key: name.slice(0, -3) } : keyDown(name, at, target);
  });
}

function keyDown(name: string, at: number, target: WedgeTarget): WedgeKeyDown {
  const [, modifier = '', key = ''] = /^(?:(Control|Alt|Meta|AltGraph|Repeat)\+)?(.+)$/s.exec(name) ?? [];
  return {
    type: 'keydown',
    at,
    key,
    code: codeOf(key),
    ctrl: modifier === 'Control' || modifier === 'AltGraph',
    alt: modifier === 'Alt' || modifier === 'AltGraph',
    meta: modifier === 'Meta',
    shift: /^[A-Z]$/.test(key),
    altGraph: modifier === 'AltGraph',
    repeat: modifier === 'Repeat',
    target,
  };
}

function codeOf(key: string): string {
  if (/^\d$/.test(key)) return `Digit${key}`;
  return /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
}
