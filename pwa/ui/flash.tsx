import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Signal } from '../scanner/signals.ts';

/**
 * A frame around the whole screen that flashes once for each `of`, also where one is the same as the last. It stays on
 * the page in between and does not fade: to put it in, take it out or draw it anew with each picture is work that the
 * next scan would wait for on a slow device.
 */
export function Flash({ signal, of }: { readonly signal: Signal; readonly of: unknown }) {
  const frame = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const shown = frame.current?.classList;
    // One that is still lit goes dark first.
    shown?.toggle('on');
    const on = setTimeout(() => shown?.add('on'), gapMs);
    const off = setTimeout(() => shown?.remove('on'), lengthsMs[signal]);
    return () => {
      clearTimeout(on);
      clearTimeout(off);
    };
  }, [of]);
  return <i ref={frame} class="flash" data-signal={signal} />;
}

const lengthsMs: Readonly<Record<Signal, number>> = { good: 400, bad: 900, ask: 700, done: 700 };

/** How long it is dark between two flashes: what is told twice is seen twice. */
const gapMs = 80;
