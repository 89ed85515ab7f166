import { setTimeout as sleep } from 'node:timers/promises';
import { gs1CheckDigit } from '#shared/scan/check-digits.ts';
import type { Handheld } from '../support/handheld.ts';
import type { ScanTimes } from './screen-times.ts';

const betweenKeysMs = 6;

/** A scanner that types: each key leaves at its own time and says it, so a busy machine does not stretch the gaps. */
export async function keysOf({ context, page }: Handheld) {
  const chromium = await context.newCDPSession(page);
  const press = (key: string, text: string, timestamp: number) =>
    Promise.all([
      chromium.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, timestamp }),
      chromium.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp }),
    ]);
  return {
    scan: async (text: string): Promise<void> => {
      const startMs = Date.now();
      const sent: Promise<unknown>[] = [];
      for (const [index, char] of [...text, 'Enter'].entries()) {
        const atMs = startMs + index * betweenKeysMs;
        await sleep(Math.max(0, atMs - Date.now()));
        sent.push(press(char, char === 'Enter' ? '\r' : char, atMs / 1000));
      }
      await Promise.all(sent);
    },
  };
}

/** From the scan's last key until this came of it, milliseconds. */
export function latencyOf(times: ScanTimes, name: 'toneMs' | 'colourMs' | 'nextMs'): number {
  const at = times[name];
  if (at === null) throw new Error(`a scan had no ${name}`);
  return at - times.lastKeyMs;
}

/** The label of a plate that nobody has used yet, one for each number. */
export function plateLabel(index: number): string {
  const digits = `3409999911${String(index).padStart(7, '0')}`;
  return `]C100${digits}${gs1CheckDigit(digits)}`;
}
