import type { WaveFinish } from '#shared/waves/console.ts';
import type { Finish } from '#shared/waves/finish.ts';
import { instant } from '../platform/clock.ts';

/** An estimate as it is answered. */
export function finishShown({ finishAtMs, ...pace }: Finish): WaveFinish {
  return { ...pace, finishAt: instant(finishAtMs) };
}
