import type { Handheld } from './handheld.ts';

export interface TypedScans {
  readonly gapMs: number;
  readonly suffix: 'enter' | 'none';
  /** From the last key of one to the first of the next. */
  readonly pauseMs: number;
}

/** So far ahead of the clock no machine is so busy that the page takes keys that are on their way for silence. */
const aheadMs = 120_000;

/**
 * A scanner in the browser: real keys going down, each with the time at which it was pressed. The times are said, and run ahead
 * of the clock, so that a slow scanner costs no more than a quick one, and a busy machine does not make another one of it.
 */
export async function typeScans({ context, page }: Handheld, { gapMs, suffix, pauseMs }: TypedScans) {
  const keyboard = await context.newCDPSession(page);
  let atMs = Date.now() + aheadMs;
  return {
    scan: async (code: string): Promise<void> => {
      const strokes = [...code].map((char) => ({ key: char, text: char }));
      if (suffix === 'enter') strokes.push({ key: 'Enter', text: '\r' });
      const sent: Promise<unknown>[] = [];
      for (const { key, text } of strokes) {
        const timestamp = atMs / 1000;
        sent.push(keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, timestamp }));
        atMs += gapMs;
      }
      atMs += pauseMs;
      await Promise.all(sent);
    },
    /** Somebody touches a key that means nothing, long after the last scan. */
    end: async (): Promise<void> => {
      const timestamp = (atMs + 5000) / 1000;
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Shift', timestamp });
      await keyboard.detach();
    },
  };
}
