import { dayAfter } from '#shared/kernel/day.ts';
import type { WaveTemplate } from './template.ts';

/** What waits for a template, all of it, however many a wave takes. */
export interface Waiting {
  readonly orders: number;
  readonly lines: number;
  /** When the first of these orders came in, as the clocks of the warehouse show it: `YYYY-MM-DD HH:MM`. */
  readonly oldest: string;
}

/** What the clock says. Instants in ms. */
export interface DueTimes {
  readonly now: number;
  /** When the template made its last wave; null: never. */
  readonly lastMade: number | null;
  /** Now, as the clocks of the warehouse show it: `YYYY-MM-DD HH:MM`. */
  readonly shown: string;
}

const minuteMs = 60_000;

/** Whether a template makes a wave now of what waits for it. One that names no condition does so at once. */
export function isDue(automatic: NonNullable<WaveTemplate['automatic']>, waiting: Waiting, times: DueTimes): boolean {
  const { everyMinutes, ordersAtLeast, linesAtLeast, cutoff } = automatic;
  const conditions = [
    isGiven(everyMinutes) && hasPassed(everyMinutes, times),
    isGiven(ordersAtLeast) && waiting.orders >= ordersAtLeast,
    isGiven(linesAtLeast) && waiting.lines >= linesAtLeast,
    isGiven(cutoff) && wasInBefore(cutoff, waiting.oldest, times.shown),
  ];
  const isConditional = [everyMinutes, ordersAtLeast, linesAtLeast, cutoff].some(isGiven);
  return waiting.orders > 0 && (!isConditional || conditions.includes(true));
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

function hasPassed(minutes: number, { lastMade, now }: DueTimes): boolean {
  return lastMade === null || lastMade + minutes * minuteMs <= now;
}

/**
 * Whether an order was in before the newest cut-off. Times are compared as clocks show them: where they skip the cut-off
 * in spring it is when they jump, and where they show it twice in autumn the first one counts.
 */
function wasInBefore(cutoff: string, oldest: string, shown: string): boolean {
  const [day = '', time = ''] = shown.split(' ');
  const newest = time >= cutoff ? `${day} ${cutoff}` : `${dayAfter(day, -1)} ${cutoff}`;
  return oldest < newest;
}
